"""Municipalities: the list, and what runs there."""

from __future__ import annotations

from catalogue.queries import municipalities
from tests.catalogue.queries.german_order import sorted_german


def test_all_are_listed_by_name_with_umlauts_beside_their_vowels(db):
    names = [place.name for place in municipalities.municipalities(db)]
    assert len(names) == db.execute("SELECT count(*) FROM municipalities").fetchone()[0]
    assert names == sorted_german(names)


def test_a_listed_place_counts_the_measures_that_run_there(db):
    for place in municipalities.municipalities(db)[:40]:
        assert place.measures == len(municipalities.measures_in(db, place.id))


def test_where_nothing_runs_nothing_is_given(db):
    assert municipalities.measures_in(db, "schilda") == []
    assert municipalities.projects_of(db, "schilda") == []
    assert list(municipalities.measures_by_place(db, ["schilda", "zwoenitz"])) == ["zwoenitz"]


def test_a_listed_place_is_joined_with_the_register(db):
    found = {place.id: place for place in municipalities.municipalities(db)}
    assert (found["zwoenitz"].key, found["zwoenitz"].district, found["zwoenitz"].city_km) == (
        "14521710",
        "14521",
        24,
    )
    assert found["kielregion"].key is None
    assert found["kielregion"].position is None


def test_measures_in_operation_come_first_and_discontinued_ones_last(db):
    statuses = {row["id"]: row["status"] for row in db.execute("SELECT id, status FROM measures")}
    for place in ("berlin", "zwoenitz", "bamberg"):
        found = [statuses[one] for one in municipalities.measures_in(db, place)]
        running = [status == "betrieb" for status in found]
        stopped = [status == "eingestellt" for status in found]
        assert found
        assert running == sorted(running, reverse=True)
        assert stopped == sorted(stopped)


def test_projects_that_a_place_takes_part_in_come_by_name(db):
    for row in db.execute(
        "SELECT municipality FROM projects_municipalities GROUP BY 1 HAVING count(*) > 1"
    ).fetchall():
        names = [project.name for project in municipalities.projects_of(db, row["municipality"])]
        assert len(names) > 1
        assert names == sorted_german(names)


def test_a_place_has_the_population_of_the_register_in_every_table(db):
    rows = db.execute(
        "SELECT m.id FROM municipalities m JOIN places p ON p.id = m.ags"
        " WHERE (m.population, m.population_year) IS NOT (p.population, 2022)"
    )
    assert [row["id"] for row in rows] == []
    (hof,) = db.execute("SELECT population, population_year FROM municipalities WHERE id = 'landkreis-hof'")
    assert tuple(hof) == (92878, 2022)
