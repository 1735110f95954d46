"""The table of all entries with a page, from which lists of several kinds are made."""

from __future__ import annotations

import sqlite3

from catalogue.edition import build
from catalogue.queries.connection import connect


def entries(content, output) -> dict[str, sqlite3.Row]:
    db = connect(build(content, output).edition.database)
    return {row["id"]: row for row in db.execute("SELECT * FROM entries WHERE kind <> 'municipality'")}


def test_a_measure_tells_its_project(content, output):
    measure = entries(content, output)["musterstadt-rufbus"]
    assert measure["path"] == "/massnahmen/musterstadt-rufbus"
    assert measure["within"] == "Smart City Musterstadt"
    assert measure["line"]


def test_kinds_without_pages_are_left_out(content, output):
    assert {row["kind"] for row in entries(content, output).values()}.isdisjoint(
        {"stage", "report", "vocabulary"}
    )


def test_every_entry_of_the_real_content_has_a_name_and_a_path_of_its_own(real_edition):
    db = connect(real_edition.database)
    [(rows, paths, titles)] = db.execute("SELECT count(*), count(DISTINCT path), count(title) FROM entries")
    assert rows == paths == titles
