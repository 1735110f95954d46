"""What an index has for a full-text index elsewhere that knows no German: see `search.plain_terms`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from search.plain_terms import PlainTerms
from search.stored import StoredIndex, read_german_of


def plain_documents(folder: Path) -> dict[str, str]:
    """The terms of every document by its id. Raises OSError or EmptyIndexError if there is no index in the folder."""
    with closing(StoredIndex(folder)) as stored:
        return stored.plain_terms()


def read_plain_terms(folder: Path) -> PlainTerms:
    """Texts and queries understood as by the index in a folder, for a third of the memory that opening it takes. Raises OSError."""
    return PlainTerms(read_german_of(folder))
