"""What an index has for a full-text index elsewhere that knows no German: see `search.plain_terms`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from search.german import German
from search.plain_terms import PlainTerms
from search.stored import StoredIndex, read_analysed_words, read_language, read_lexicon


def plain_documents(folder: Path) -> dict[str, str]:
    """The terms of every document by its id. Raises OSError or EmptyIndexError if there is no index in the folder."""
    with closing(StoredIndex(folder)) as stored:
        return stored.plain_terms()


def open_plain_terms(folder: Path) -> PlainTerms:
    """The analysis of an index, for other texts. Raises OSError if there is no index in the folder."""
    words = read_analysed_words(folder)
    return PlainTerms(
        German(read_language(folder), words.language, words.written, lexicon=read_lexicon(folder))
    )
