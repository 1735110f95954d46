"""The fields of the Whoosh index.

Terms reach the index with the weight that they have in the whole document, all fields taken together, so a
search reads one posting for a word and a document instead of one for each field.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from whoosh import columns, fields, formats

Weighted = Mapping[str, float]


class WeightedTerms(fields.FieldType):
    """A field of terms that come with their weights, as a mapping; there is nothing left to analyse."""

    def __init__(self) -> None:
        self.format = formats.Existence()
        self.analyzer = None
        self.scorable = False
        self.stored = False
        self.unique = False
        self.indexed = True
        self.vector = None
        self.spelling = False
        self.column_type = None

    def index(self, value: Weighted, **kwargs: Any) -> Generator[tuple[bytes, int, float, bytes], None, None]:
        """Give what Whoosh wants of a field: term, frequency, weight, payload."""
        for term, weight in sorted(value.items()):
            yield term.encode(), 1, weight, b""


def index_schema() -> fields.Schema:
    """Terms (words and parts of compounds, concepts, places); the record for showing hits; columns over all documents.

    `whole` has the words that are more than a part of a compound. The weight of a term in `phrases_with_words` and
    `phrases_with_concepts` is a number whose bits are the phrases that have it. `folded` has the texts folded, for
    phrases, `plain` all terms for an index elsewhere, and `summary` what filters, counts and orders need.
    """
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        words=WeightedTerms(),
        whole=WeightedTerms(),
        concepts=WeightedTerms(),
        phrases_with_words=WeightedTerms(),
        phrases_with_concepts=WeightedTerms(),
        places=WeightedTerms(),
        record=fields.STORED(),
        folded=fields.COLUMN(columns.VarBytesColumn()),
        plain=fields.COLUMN(columns.VarBytesColumn()),
        summary=fields.COLUMN(columns.VarBytesColumn()),
    )
