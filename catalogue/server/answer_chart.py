"""The answer of any query as bars: a column with names and one with numbers, which the visitor may choose."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from catalogue.facts.formats import number
from catalogue.server.dashboards import DrawnBar

MOST_BARS = 50
"""So many rows are drawn; more bars tell nothing."""


@dataclass(frozen=True, slots=True)
class AnswerChart:
    """Bars of the first rows of an answer: the columns that name and measure them, and those that could measure them."""

    label: str
    value: str
    measuring: list[str]
    bars: list[DrawnBar]
    left_out: int


def answer_chart(
    columns: Sequence[str], rows: Sequence[sqlite3.Row], wanted: str | None
) -> AnswerChart | None:
    """An answer as bars; nothing if it has fewer than two rows, or not both a name and a number.

    A number that is never negative measures; the column that is `wanted` is taken if it does, else the first that does.
    """
    values = {column: [row[n] for row in rows] for n, column in enumerate(columns)}
    measuring = [column for column, held in values.items() if _measures(column, held)]
    label = next(
        (column for column, held in values.items() if any(isinstance(one, str) for one in held)), None
    )
    if len(rows) < 2 or not measuring or label is None:
        return None
    value = wanted if wanted in measuring else measuring[0]
    drawn = [*zip(values[label], values[value], strict=True)][:MOST_BARS]
    longest = max(one or 0 for _, one in drawn) or 1
    bars = [
        DrawnBar(str(name or "–"), round(100 * (one or 0) / longest, 1), 0, number(one or 0, "de"), "")
        for name, one in drawn
    ]
    return AnswerChart(label, value, measuring, bars, len(rows) - len(drawn))


def _measures(column: str, held: Sequence[Any]) -> bool:
    """Whether values are numbers of which a bar can be as long; ids and years are none."""
    told = [one for one in held if one is not None]
    numbers = all(isinstance(one, int | float) and one >= 0 for one in told)
    return bool(told) and numbers and any(told) and column not in NAMING


NAMING = ("id", "rowid", "position", "year")
"""Columns whose numbers name a thing."""
