"""Entries by their names: who types a whole name wants the entry that is called so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.german import German
from search.stored import Summary

_SUBTITLE = re.compile(r"\s+[–(]|:\s")  # where a title goes on after the name


class EntryNames:
    """Titles, their first parts, aliases and English titles of all documents, compared without regard to case and accents."""

    def __init__(self, german: German, summaries: Sequence[Summary]) -> None:
        self._german = german
        self._called: dict[str, list[int]] = {}
        for number, summary in enumerate(summaries):
            names = (*summary.names, _SUBTITLE.split(summary.title)[0])
            for name in dict.fromkeys(map(self._comparable, names)):
                self._called.setdefault(name, []).append(number)
        self._called.pop("", None)

    def called(self, name: str) -> list[int]:
        """The numbers of the documents that are called exactly so."""
        return self._called.get(self._comparable(name), [])

    def _comparable(self, name: str) -> str:
        return " ".join(token.folded for token in self._german.tokens(name))
