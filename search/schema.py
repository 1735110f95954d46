"""The fields of the Whoosh index.

Terms reach the index with all that is told of them in the whole document, its fields taken together, so a
search reads one posting for a word and a document instead of one for each field. What takes time when an index is
written is the number of different terms in it.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from struct import Struct
from typing import Any, NamedTuple

import numpy as np
from whoosh import columns, fields, formats

BESIDE_WEIGHT = np.dtype([("whole", "?"), ("phrases", "<u2")])
"""How what a posting tells beside the weight is kept: whether it is whole, and the phrases."""

_pack_beside_weight = Struct("<?H").pack  # the same, of a single one


class Posting(NamedTuple):
    """What is told of a term in a document."""

    weight: float
    whole: bool = True
    """Whether it is more than a part of a compound."""
    phrases: int = 0
    """The phrases by which people ask for the document that have it, as bits, the first phrase as the lowest."""


class _PostingFormat(formats.Existence):
    posting_size = BESIDE_WEIGHT.itemsize


class Postings(fields.FieldType):
    """A field of terms that come with their postings, as a mapping; there is nothing left to analyse."""

    def __init__(self) -> None:
        self.format = _PostingFormat()
        self.analyzer = None
        self.scorable = False
        self.stored = False
        self.unique = False
        self.indexed = True
        self.vector = None
        self.spelling = False
        self.column_type = None

    def index(
        self, value: Mapping[str, Posting], **kwargs: Any
    ) -> Generator[tuple[bytes, int, float, bytes], None, None]:
        """Give what Whoosh wants of a field: term, frequency, weight, payload."""
        for term, (weight, whole, phrases) in sorted(value.items()):
            yield term.encode(), 1, weight, _pack_beside_weight(whole, phrases)


def index_schema() -> fields.Schema:
    """Terms (words and parts of compounds, concepts, places); the record for showing hits; columns over all documents.

    `folded` has the texts folded, for phrases, `plain` all terms for an index elsewhere, and `summary` what filters,
    counts and orders need.
    """
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        words=Postings(),
        concepts=Postings(),
        places=Postings(),
        record=fields.STORED(),
        folded=fields.COLUMN(columns.VarBytesColumn()),
        plain=fields.COLUMN(columns.VarBytesColumn()),
        summary=fields.COLUMN(columns.VarBytesColumn()),
    )
