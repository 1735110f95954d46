"""The database holds all of the real content and can be asked at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from catalogue.queries.connection import connect
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def db(real_edition):
    """The database as a reader opens it."""
    return connect(real_edition.database)


def one(db: sqlite3.Connection, sql: str):
    return db.execute(sql).fetchone()[0]


def files(pattern: str) -> list[Path]:
    return list(CONTENT.glob(pattern))


def test_every_file_of_the_content_is_a_row(db):
    assert one(db, "SELECT count(*) FROM measures") == len(files("measures/*/*.md")) >= 694
    assert one(db, "SELECT count(*) FROM projects") == len(files("projects/*.yaml")) == 73
    assert one(db, "SELECT count(*) FROM municipalities") == len(files("municipalities/*.yaml"))


def test_every_foreign_key_names_something(db):
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_measure_has_a_source_a_field_and_a_kind(db):
    for table in ("measures_sources", "measures_fields", "measures_kinds"):
        assert one(db, f"SELECT count(DISTINCT measure) FROM {table}") == len(files("measures/*/*.md"))


def test_a_source_or_partner_that_is_named_often_is_one_row(db):
    assert one(db, "SELECT count(*) FROM partners") == one(db, "SELECT count(DISTINCT name) FROM partners")
    assert one(db, "SELECT max(n) FROM (SELECT count(*) AS n FROM measures_sources GROUP BY source)") > 1


def test_the_overview_has_one_readable_row_a_measure(db):
    assert one(db, "SELECT count(*) FROM measures_overview") == len(files("measures/*/*.md"))
    row = db.execute("SELECT * FROM measures_overview WHERE id = 'zwoenitz-erzmobil'").fetchone()
    assert row["status"] == "im Betrieb"
    assert row["federal_states"] == '["Sachsen"]'
    assert row["project_kind"] == "Kleinstadt oder Landgemeinde"


def test_dates_are_iso_text_and_amounts_are_numbers(db):
    assert one(db, "SELECT count(*) FROM measures WHERE start NOT GLOB '[12][0-9][0-9][0-9]*'") == 0
    assert one(db, "SELECT count(*) FROM projects WHERE typeof(volume_eur) NOT IN ('integer', 'null')") == 0


def test_full_text_finds_words_without_their_umlauts(db):
    sql = "SELECT count(*) FROM measures_fts WHERE measures_fts MATCH 'burger*'"
    assert one(db, sql) > 10


def test_nobody_can_write(db):
    with pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM measures")


def test_a_discontinued_measure_says_why(db):
    assert one(db, "SELECT count(*) FROM measures WHERE status = 'eingestellt'") >= 5
    sql = "SELECT count(*) FROM measures WHERE status = 'eingestellt' AND discontinued_reason IS NULL"
    assert one(db, sql) == 0


def test_nothing_is_left_to_be_done_in_the_projects(db):
    assert (
        one(
            db,
            "SELECT count(*) FROM projects WHERE coalesce(volume_eur, federal_share_eur, unclear_eur) IS NULL",
        )
        <= 7
    )


@pytest.mark.parametrize(
    ("table", "column"), [("measures", "status_date"), ("measures", '"end"'), ("sources", "date")]
)
def test_a_date_of_any_precision_has_its_first_and_last_day_beside_it(db, table, column):
    name = column.strip('"')
    rows = db.execute(f"SELECT {column}, {name}_first_day, {name}_last_day FROM {table}").fetchall()
    stated = [row for row in rows if row[0] and row[0] != "unbekannt"]
    assert {len(text) for text, *_ in stated} > {4}
    for text, first, last in stated:
        assert first.startswith(text)
        assert last.startswith(text)
        assert db.execute("SELECT date(?) || date(?)", (first, last)).fetchone()[0] == first + last
    assert all(first is last is None for text, first, last in rows if not text or text == "unbekannt")


def test_lists_in_views_are_arrays_whose_values_can_be_counted(db):
    counted = one(
        db,
        "SELECT count(*) FROM measures_overview o, json_each(o.fields) f WHERE f.value = 'Mobilität und Verkehr'",
    )
    assert counted == one(db, "SELECT count(*) FROM measures_fields WHERE field = 'mobilitaet'") > 100
    for view, column in (("measures_overview", "repositories"), ("transfers", "sources")):
        arrays = one(db, f"SELECT count(*) FROM {view} WHERE json_type({column}) = 'array'")
        assert arrays == one(db, f"SELECT count(*) FROM {view}")
    own = db.execute(
        "SELECT measure, json_group_array(url) AS urls FROM measures_repositories GROUP BY measure"
    )
    for row in own.fetchall():
        sql = f"SELECT repositories FROM measures_overview WHERE id = '{row['measure']}'"
        assert one(db, sql) == row["urls"]
