"""What whoever serves the site tells of how it goes: a process itself, one to its parent, and the parent for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class EditionTold(Protocol):
    """What is told of an edition."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def day(self) -> str:
        """The newest day that its content tells of; empty if it does not say."""
        ...


class Following(Protocol):
    """Whoever serves the current edition: a site, or several processes together."""

    @property
    def edition(self) -> EditionTold:
        """The edition that is served."""
        ...

    @property
    def switches(self) -> int:
        """How often another edition has taken over."""
        ...

    @property
    def refusals(self) -> int:
        """How often an edition was refused."""
        ...

    @property
    def workers(self) -> int:
        """How many processes take requests."""
        ...

    def look(self) -> object:
        """Look for another edition if it is time to."""
        ...


@dataclass(frozen=True, slots=True)
class ServedEdition:
    """The edition that a worker serves."""

    id: str
    day: str


@dataclass(frozen=True, slots=True)
class WorkerState:
    """What a worker tells its parent of itself."""

    edition: ServedEdition
    switches: int
    refusals: int
