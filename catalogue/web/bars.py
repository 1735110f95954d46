"""Bar charts as tables: each row has its name, a bar drawn on the server, and its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart. `length` is its share of the longest bar in percent."""

    label: str
    address: str
    count: int
    length: float


def bars(rows: Iterable[tuple[str, str, int]]) -> list[Bar]:
    """Bars of rows of label, address and count, the longest filling the width."""
    rows = list(rows)
    longest = max((count for *_, count in rows), default=0) or 1
    return [Bar(label, address, count, round(100 * count / longest, 1)) for label, address, count in rows]
