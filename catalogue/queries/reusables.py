"""What a municipality may take over: measures and solutions, read together by their ids, which they share with nobody."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.solutions import SolutionRecord, solution_records

Reusable = MeasureRecord | SolutionRecord


def reusable_records(db: sqlite3.Connection, ids: Iterable[str]) -> list[Reusable]:
    """The measures and solutions that exist of these ids, in the order of the ids, each once."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Reusable] = {one.id: one for one in measure_records(db, wanted)}
    found |= {one.id: one for one in solution_records(db, [one for one in wanted if one not in found])}
    return [found[one] for one in wanted if one in found]
