"""That no id stands for two entries, and that no measure stands twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from catalogue.model.entries import Measure, Municipality
from catalogue.model.kinds import KINDS
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.problems import Severity
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

Pair = tuple[EntryFile, EntryFile]

SAME_TITLE_PERCENT = 92
"""Similarity from which two titles of one project are probably those of one measure."""

FOUND_BY_ID = tuple(kind.name for kind in KINDS if kind.model is not Municipality)
"""Kinds whose ids must differ from each other's; a municipality may be called like its project."""


def same_id(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Files with one id; told at each of them, since the newer one may be any.

    All kinds that the search finds share one space of ids.
    """
    files: dict[tuple[str, str], list[EntryFile]] = {}
    for file in content.files:
        files.setdefault(("" if file.kind in FOUND_BY_ID else file.kind, file.id), []).append(file)
    for same in files.values():
        for file in same if len(same) > 1 else []:
            other = next(o.path for o in same if o is not file)
            message = f"Die Kennung „{shown(file.id)[1:-1]}“ hat auch {other}. Vergeben Sie eine andere."
            yield file, Flaw(*file.position(("id",)), "id-twice", message)


def same_title(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Two measures of a project with nearly one title are probably the same measure."""
    titles: dict[str, list[tuple[str, EntryFile]]] = {}
    for file in content.files:
        if isinstance(file.entry, Measure):
            titles.setdefault(file.folder, []).append((file.entry.title.casefold(), file))
    for measures in titles.values():
        for (title, file), (other_title, other) in combinations(measures, 2):
            if fuzz.ratio(title, other_title, score_cutoff=SAME_TITLE_PERCENT):
                message = "Fast den gleichen Titel hat {path}. Ist es dieselbe Maßnahme?"
                yield from at_both((file, other), ("title",), "title-twice", message, "warning")


def at_both(
    pair: Pair, location: tuple[str], code: str, message: str, severity: Severity
) -> Iterator[tuple[EntryFile, Flaw]]:
    """A flaw of two files, told at each with the `{path}` of the other in the message."""
    for file, other in (pair, pair[::-1]):
        yield file, Flaw(*file.position(location), code, message.format(path=other.path), severity)
