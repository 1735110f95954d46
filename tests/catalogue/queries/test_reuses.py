"""Reuses: their order, their pages, and the entries that they count for."""

from __future__ import annotations

from catalogue.queries import reuses
from tests.catalogue.queries.german_order import sorted_german


def test_all_records_come_by_what_is_reused_with_umlauts_beside_their_vowels(db):
    records = reuses.all_reuses(db)
    titles = [record.origin_title for record in records]
    assert len(records) == db.execute("SELECT count(*) FROM reuses").fetchone()[0]
    assert titles == sorted_german(titles)


def test_every_record_has_the_pages_of_its_entry_in_their_order(db):
    for record in reuses.all_reuses(db):
        rows = db.execute(
            "SELECT s.url FROM reuses_sources l JOIN sources s ON s.id = l.source WHERE l.reuse = ? ORDER BY l.position",
            (record.id,),
        )
        assert [page.url for page in record.pages] == [row["url"] for row in rows]
        assert record.pages


def test_an_entry_lists_those_who_run_it_first(db):
    first = reuses.most_reused(db, 1)[0]
    records = reuses.of_entry(db, first.kind, first.id)
    running = [record.in_use_elsewhere for record in records]
    assert running == sorted(running, reverse=True)
    assert sum(running) == first.numbers.in_use_elsewhere
    assert sum(record.reported for record in records) == first.numbers.reported


def test_the_most_reused_come_first_with_the_projects_they_come_from(db):
    entries = reuses.most_reused(db, 15)
    numbers = [(entry.numbers.in_use_elsewhere, entry.numbers.reported) for entry in entries]
    names = {row["name"] for row in db.execute("SELECT name FROM projects")}
    assert numbers == sorted(numbers, reverse=True)
    assert {name for entry in entries for name in entry.projects} <= names


def test_an_entry_that_nobody_reuses_has_an_empty_list(db):
    assert reuses.of_entries(db, "measure", ["gibt-es-nicht"]) == {"gibt-es-nicht": []}
    assert reuses.numbers_of(db, "measure", "gibt-es-nicht") == reuses.NONE
