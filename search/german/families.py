"""Words that derive from one another: Ausland and ausländisch, Stadt and Städtchen, erreichen and erreichbar.

Unlike inflected forms (`stem`) they do not mean the same, so they are near each other at best.
"""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST_ROOT = 4  # letters
# As they are left after folding and stemming (Städt-chen → stadtch), the longest first.
_SUFFIXES = (
    "erisch", "schaft", "chen", "haft", "heit", "isch", "keit", "lein", "lich", "ling",
    "bar", "end", "los", "nis", "sam", "ung", "ch", "er", "ig",
)  # fmt: skip


def root(stem: str) -> str:
    """A stem without the suffixes by which German derives words from others; at least four letters are left."""
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST_ROOT:
            return root(stem.removesuffix(suffix))
    return stem


class Families:
    """The families of some words, which are given as stems."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._by_root: dict[str, list[str]] = {}
        for stem in sorted(stems):
            if stem.isalpha():
                self._by_root.setdefault(root(stem), []).append(stem)

    def of(self, stem: str) -> list[str]:
        """The words of the family of a stem, without itself."""
        return [other for other in self._by_root.get(root(stem), ()) if other != stem]
