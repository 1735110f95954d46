"""What is new, from the history of content or from the days of verification."""

from __future__ import annotations

from itertools import groupby

import pytest

from catalogue.edition import build
from catalogue.model.kinds import KINDS
from catalogue.queries import news
from catalogue.queries.connection import connect
from tests.catalogue.queries.german_order import sorted_german
from tests.small_content import write_small_content

ORDER = [kind.name for kind in KINDS]


def test_the_newest_come_first_then_by_kind_and_name(db):
    items = news.latest(db, None, 5000)
    assert [item.date for item in items] == sorted((item.date for item in items), reverse=True)
    for _, day in groupby(items, key=lambda item: item.date):
        of_day = list(day)
        assert [ORDER.index(i.kind) for i in of_day] == sorted(ORDER.index(i.kind) for i in of_day)
        for _, same in groupby(of_day, key=lambda item: item.kind):
            names = [item.title for item in same]
            assert names == sorted_german(names)


def test_pages_of_the_list_follow_one_another(db):
    assert news.latest(db, None, 5, 0) + news.latest(db, None, 5, 5) == news.latest(db, None, 10)


def test_news_of_a_kind_are_as_many_as_are_counted(db):
    for kind, count in news.counts(db).items():
        items = news.latest(db, kind, 5000)
        assert len(items) == count
        assert {item.kind for item in items} == {kind}


def test_news_since_a_day_leave_out_what_was_before(db):
    day = news.latest(db, None, 1)[0].date
    assert {item.date for item in news.since(db, day)} == {day}
    assert news.since(db, "2999-01-01") == []


@pytest.fixture(scope="module")
def without_history(tmp_path_factory):
    folder = tmp_path_factory.mktemp("without-history")
    return connect(build(write_small_content(folder / "content"), folder / "build").edition.database)


def test_without_a_history_everything_counts_as_recorded_when_it_was_never_verified(without_history):
    items = news.latest(without_history, None, 100)
    changes = {item.entry: item.change for item in items}
    assert changes.pop("rufbus-baukasten") == "verified"
    assert {*changes.values()} == {"recorded"}
    assert {item.date for item in items} == {"2026-11-23"}
    assert "/loesungen/rufbus-baukasten" in [item.path for item in items]


def test_a_measure_tells_what_it_is_and_of_which_project(without_history):
    [measure] = [i for i in news.latest(without_history, "measure", 9) if i.entry == "musterstadt-rufbus"]
    assert measure.subtitle == "Kleinbus auf Bestellung – Smart City Musterstadt"
