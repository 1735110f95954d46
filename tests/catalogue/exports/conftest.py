"""What a paper is made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from catalogue.facts.wording import Wording, wording
from catalogue.queries.measure_records import MeasureRecord, measure_records


@pytest.fixture(scope="module")
def words(db: sqlite3.Connection) -> Wording:
    """German, with the terms of the real content."""
    return wording(db, "de")


@pytest.fixture(scope="module")
def chosen(db: sqlite3.Connection) -> Callable[..., list[MeasureRecord]]:
    """Gives the records of measures."""
    return lambda *ids: measure_records(db, list(ids))
