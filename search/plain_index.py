"""What an index has for a full-text index elsewhere that knows no German: see `search.plain_terms`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from search.stored import StoredIndex


def plain_documents(folder: Path) -> dict[str, str]:
    """The terms of every document by its id. Raises OSError or EmptyIndexError if there is no index in the folder."""
    with closing(StoredIndex(folder)) as stored:
        return stored.plain_terms()
