"""What views work out in SQL is what the pages work out from the entries."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

from catalogue.edition.views import STATUS_OUTDATED
from catalogue.model.days import last_day
from catalogue.model.status import UNFINISHED, is_outdated
from catalogue.queries.connection import connect


def ends_around(today: date) -> tuple[str | None, ...]:
    """Ends of any precision, before, on and after a day."""
    yesterday, tomorrow = (str(today + timedelta(days)) for days in (-1, 1))
    days = (yesterday, str(today), tomorrow)
    return (None, "2019", "2024-02", *days, str(today)[:7], str(today)[:4], yesterday[:7])


@pytest.mark.parametrize("status", [*UNFINISHED, "betrieb", "abgeschlossen", "unbekannt"])
def test_a_status_is_outdated_in_sql_as_everywhere(status: str) -> None:
    db = sqlite3.connect(":memory:")
    sql = f"SELECT coalesce({STATUS_OUTDATED}, 0) FROM (SELECT ? AS status, ? AS end_last_day) m"
    today = date.today()
    for end in ends_around(today):
        last = str(last_day(end)) if end else None
        assert bool(db.execute(sql, (status, last)).fetchone()[0]) is is_outdated(status, end, today), end


def test_the_overview_tells_which_statuses_are_outdated(real_edition):
    rows = connect(real_edition.database).execute(
        'SELECT o.status_outdated, m.status, m."end" FROM measures_overview o JOIN measures m ON m.id = o.id'
    )
    told = [(bool(row[0]), is_outdated(row["status"], row["end"], date.today())) for row in rows]
    assert all(view is rule for view, rule in told)
    assert any(rule for _view, rule in told)


def test_whoever_sums_inhabitants_counts_nobody_twice(db):
    rows = {row["id"]: row for row in db.execute("SELECT * FROM municipalities_overview")}
    assert len(rows) == db.execute("SELECT count(*) FROM municipalities").fetchone()[0]
    summed = {one for one, row in rows.items() if row["in_sum"]}
    for one, row in rows.items():
        whole = row["contained_in"]
        if whole:
            assert one not in summed
            assert rows[whole]["population"] is not None
        keys = {rows[other]["ags"] for other in summed if rows[other]["ags"]}
        assert one not in summed or not row["ags"] or row["ags"][:5] not in keys - {row["ags"]}
    assert rows["mendig"]["contained_in"] == "verbandsgemeinde-mendig"
    assert rows["verbandsgemeinde-mendig"]["contained_in"] == "landkreis-mayen-koblenz"
    assert rows["landkreis-mayen-koblenz"]["in_sum"] == 1
