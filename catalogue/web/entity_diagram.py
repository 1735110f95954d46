"""How the main tables of the database hang together, as a drawing: boxes on an ellipse, a line for each way between two.

The drawing follows from the tables alone. What it shows stands beside it as a list, so nobody needs to see it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from catalogue.queries.data_schema import SchemaTable

WIDTH, HEIGHT = 960, 680
BOX_WIDTH, BOX_HEIGHT = 136, 34
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A table, with the left upper corner of its box."""

    table: str
    x: float
    y: float

    @property
    def centre(self) -> tuple[float, float]:
        """Where lines go to."""
        return self.x + BOX_WIDTH / 2, self.y + BOX_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of one table name rows of another: directly by a column, or through a table of links (`many`)."""

    one: str
    other: str
    by: str
    many: bool


@dataclass(frozen=True, slots=True)
class EntityDiagram:
    """Boxes, and lines between their centres."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[float, float, float, float, bool], ...]
    relations: tuple[Relation, ...]


def entity_diagram(tables: Sequence[SchemaTable], groups: Mapping[str, str]) -> EntityDiagram:
    """The diagram of tables of entries, and of others that several of them name. `groups` has the group of each table."""
    shared = {
        column.references
        for table in tables
        for column in table.columns
        if column.references and groups[column.references] == "lists"
    }
    shown = [t.name for t in tables if groups[t.name] == "entries" or t.name in shared]
    relations = tuple(_relations(tables, shown))
    boxes = {name: _box(name, place, len(shown)) for place, name in enumerate(shown)}
    pairs = {(r.one, r.other): r.many for r in reversed(relations) if r.one != r.other}
    lines = tuple(
        (*boxes[one].centre, *boxes[other].centre, many) for (one, other), many in sorted(pairs.items())
    )
    return EntityDiagram(tuple(boxes.values()), lines, relations)


def _relations(tables: Sequence[SchemaTable], shown: Sequence[str]) -> list[Relation]:
    found: dict[Relation, None] = {}
    for table in tables:
        named = [(c.name, c.references) for c in table.columns if c.references in shown]
        if table.name in shown:
            found |= {Relation(table.name, str(other), column, False): None for column, other in named}
        elif len(named) > 1:
            (_, owner), *others = named
            found |= {Relation(str(owner), str(other), table.name, True): None for _, other in others}
    return [*found]


def _box(name: str, place: int, number: int) -> Box:
    angle = 2 * pi * place / number - pi / 2
    x = WIDTH / 2 + (WIDTH / 2 - BOX_WIDTH / 2 - MARGIN) * cos(angle)
    y = HEIGHT / 2 + (HEIGHT / 2 - BOX_HEIGHT / 2 - MARGIN) * sin(angle)
    return Box(name, round(x - BOX_WIDTH / 2, 1), round(y - BOX_HEIGHT / 2, 1))
