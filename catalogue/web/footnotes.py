"""The notes of a page: numbers at facts that lead to the list of sources, and the ways back from there.

A page makes its notes while it is written from top to bottom, so the list at its end knows them all.
"""

from __future__ import annotations

from collections import defaultdict


class Footnotes:
    """The notes of one page so far."""

    def __init__(self) -> None:
        self._notes: defaultdict[int, list[str]] = defaultdict(list)

    def mark(self, source: int) -> str:
        """A new note that leads to a source, by its place in the list; gives the id of the note."""
        notes = self._notes[source]
        notes.append(f"beleg-{source}-{len(notes) + 1}")
        return notes[-1]

    def back(self, source: int) -> list[str]:
        """The ids of the notes that lead to a source, in the order of the page."""
        return self._notes.get(source, [])

    def __bool__(self) -> bool:
        """Whether the page has notes."""
        return bool(self._notes)
