"""What a paper is made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from catalogue.exports.phrases import Labels, labels
from catalogue.queries.measure_records import MeasureRecord, measure_records


@pytest.fixture(scope="module")
def label(db: sqlite3.Connection) -> Labels:
    """Gives labels of terms."""
    return labels(db)


@pytest.fixture(scope="module")
def chosen(db: sqlite3.Connection) -> Callable[..., list[MeasureRecord]]:
    """Gives the records of measures."""
    return lambda *ids: measure_records(db, list(ids))
