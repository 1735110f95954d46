"""How large a place is and what kind of place that makes it, by the bounds of the BBSR's types of towns and municipalities.

The BBSR also calls a place below 5,000 inhabitants a small town if it is a centre for its surroundings; nothing here knows that, so
by the size alone it is a rural municipality, whatever it calls itself.
"""

from __future__ import annotations

SIZES: tuple[tuple[int, str], ...] = (
    (5_000, "unter-5000"),
    (20_000, "5000-bis-20000"),
    (100_000, "20000-bis-100000"),
)
"""Upper bounds of the size classes (inhabitants); the last class is open."""

LARGEST_SIZE = "ab-100000"

DISTRICT = "landkreis"
CITY = "grossstadt"

KINDS = {
    "unter-5000": "landgemeinde",
    "5000-bis-20000": "kleinstadt",
    "20000-bis-100000": "mittelstadt",
    LARGEST_SIZE: CITY,
}
"""The kind of a municipality by its size class."""


def size_class(population: int | None) -> str | None:
    """The size class of a place; nothing if the population is unknown."""
    if population is None:
        return None
    return next((name for bound, name in SIZES if population < bound), LARGEST_SIZE)


def kind_of(population: int | None) -> str | None:
    """The kind of a municipality of this size; nothing if the population is unknown."""
    size = size_class(population)
    return KINDS[size] if size else None
