"""Which source of an entry says which of its facts: what the entry names, and what follows where it has just one source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from catalogue.model.entries import DocumentedEntry, Part
from catalogue.model.shapes import shapes
from catalogue.model.values import UNKNOWN, SourceReference

SUFFIX = "_source"
"""What follows the name of a plain field in that of the field that cites for it: `status` → `status_source`."""

OWN = "source"
"""The field of a part that cites for the part."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source says a fact."""

    fact: str
    """The field of the entry, such as `results` or `status`."""
    position: int
    """The place in the list, from 1; 0 for a fact that is no list."""
    source: int
    """The place of the source in the entry's list, from 1."""
    derived: bool
    """Whether no fact names it: the entry has no other source."""


def source_numbers(entry: DocumentedEntry, keys: Iterable[str]) -> tuple[int, ...]:
    """The places of the sources with these keys in the entry's list, from 1, in the order of the list."""
    wanted = {*keys}
    if not wanted:  # as with most facts, and some entries have a hundred sources
        return ()
    return tuple(n for n, source in enumerate(entry.sources, start=1) if source.key in wanted)


def citations(entry: DocumentedEntry) -> Iterator[Citation]:
    """Every fact with every source that says it, in the order of the model."""
    for fact, position, keys in _facts(entry):
        named = source_numbers(entry, keys)
        derived = not named and len(entry.sources) == 1
        for source in (1,) if derived else named:
            yield Citation(fact, position, source, derived)


def _facts(entry: DocumentedEntry) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """The facts of an entry that may name sources: field, place in its list, keys."""
    for field in citable(type(entry)):
        value = getattr(entry, field)
        if value in (None, [], UNKNOWN):
            continue
        if not shapes(type(entry))[field].part:
            yield field, 0, getattr(entry, field + SUFFIX)
        elif isinstance(value, list):
            yield from ((field, n, getattr(part, OWN)) for n, part in enumerate(value, start=1))
        else:
            yield field, 0, getattr(value, OWN)


@cache
def citable(model: type[DocumentedEntry]) -> tuple[str, ...]:
    """The fields of a kind of entry whose facts may name their sources."""
    return tuple(name for name, shape in shapes(model).items() if _may_cite(model, name, shape.part))


def _may_cite(model: type[DocumentedEntry], field: str, part: type[Part] | None) -> bool:
    fields = shapes(part or model)
    name = OWN if part else field + SUFFIX
    return name in fields and isinstance(fields[name].target, SourceReference)
