"""What a paper is made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from catalogue.exports.council_paper import ADVISING, TOPICS, council_paper
from catalogue.exports.paper import Paper
from catalogue.facts.wording import Wording
from catalogue.queries import knowledge
from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.reusables import reusable_records


@pytest.fixture(scope="module")
def chosen(db: sqlite3.Connection) -> Callable[..., list[MeasureRecord]]:
    """Gives the records of measures."""
    return lambda *ids: measure_records(db, list(ids))


@pytest.fixture(scope="module")
def council_of(db: sqlite3.Connection, words: Wording) -> Callable[..., Paper]:
    """Gives the council paper of measures and solutions."""
    advice = knowledge.advice_on(db, TOPICS, ADVISING)
    site = "https://k.example"
    return lambda *ids: council_paper(
        reusable_records(db, ids), words, advice, site, f"{site}/merkliste", "abc"
    )
