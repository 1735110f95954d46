"""What a measure and its solution have in common: of what the one does not state, what the other does holds too.

It holds where it is plain which other is meant: the solution of which alone a measure is part, and the one measure that
states it of those that are part of that solution alone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from catalogue.model.entries import Cost, Measure, Repository, Solution
from catalogue.model.licences import is_admitted

Sharer = Measure | Solution

Stated = Callable[[Sharer], object]
"""What both may state; None or an empty list if an entry does not."""


def teller(own: Sharer, others: Sequence[Sharer], stated: Stated) -> Sharer:
    """Who states something of an entry: it itself; if it does not, the only one of the others that does.

    What a solution of several places costs is not what each of them paid, nor the other way round.
    """
    if stated is costs and not all(map(_of_one_place, (own, *others))):
        return own
    telling = [] if _states(own, stated) else [other for other in others if _states(other, stated)]
    return telling[0] if len(telling) == 1 else own


def _of_one_place(entry: Sharer) -> bool:
    if isinstance(entry, Measure):
        return True
    return len(entry.measures) == 1 and len(entry.origins) == 1 and not entry.origins_elsewhere


def _states(entry: Sharer, stated: Stated) -> bool:
    return stated(entry) not in (None, [])


def costs(entry: Sharer) -> list[Cost]:
    """What it costs."""
    return entry.costs


def openness(entry: Sharer) -> bool | str | None:
    """Whether it is open source, or the licence that tells."""
    return entry.licence if entry.open_source is None else entry.open_source


def is_open_source(entry: Sharer, open_licences: Container[str]) -> bool | None:
    """Whether it is open source: as it says itself, else if its licence is an open one; None where neither tells."""
    if entry.open_source is not None or not entry.licence:
        return entry.open_source
    return is_admitted(entry.licence, open_licences) or None


def licence(entry: Sharer) -> str | None:
    """Its licence, or what the sources say against one another about it."""
    return entry.licence or entry.licence_note


def repositories(entry: Sharer) -> list[Repository]:
    """Where its source code lies."""
    return entry.repositories


def software_kind(entry: Sharer) -> str | None:
    """What kind of software it is."""
    return entry.software_kind


def deployment(entry: Sharer) -> list[str]:
    """How it is run."""
    return entry.deployment


def interfaces(entry: Sharer) -> list[str]:
    """What other systems it speaks with."""
    return entry.interfaces
