"""What a canned query answers is what the page says that leads to it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

import pytest

from catalogue.edition.canned_queries import CANNED_QUERIES
from catalogue.queries import data_quality, municipalities, overview, programme, projects, reuses
from catalogue.queries.vocabularies import terms
from search import open_index

BY_NAME = {query.name: query for query in CANNED_QUERIES}
REPORT = "answer-2024"


@pytest.fixture(scope="module")
def ask(db):
    def ask(name: str, **given: str) -> list[sqlite3.Row]:
        query = BY_NAME[name]
        return db.execute(query.sql, {p.name: "" for p in query.parameters} | given).fetchall()

    return ask


@pytest.fixture(scope="module")
def label(db):
    return lambda vocabulary, term_id: terms(db, vocabulary, "de")[term_id].label


def test_measures_by_field_and_state(ask, db, label):
    assert {
        (row["federal_state"], row["field"]): row["measures"] for row in ask("massnahmen-je-feld-und-land")
    } == {
        (label("federal_states", state), label("fields", field)): count
        for (state, field), count in overview.states_and_fields(db).items()
    }


def test_measures_by_field(ask, db, label):
    assert {row["field"]: row["measures"] for row in ask("massnahmen-je-feld")} == {
        label("fields", count.id): count.measures for count in overview.by_field(db)
    }


def test_fields_that_occur_together(ask, db, label):
    assert {(row["one"], row["other"]): row["measures"] for row in ask("felder-gemeinsam")} == {
        (label("fields", pair.one), label("fields", pair.other)): pair.measures
        for pair in overview.fields_together(db, 10)
    }


def test_statuses_and_cohorts(ask, db, label):
    by_status, by_cohort = Counter[str](), Counter[str]()
    for row in ask("massnahmen-nach-stand-und-staffel"):
        by_status[row["status"]] += row["measures"]
        by_cohort[row["cohort"]] += row["measures"]
    for found, vocabulary, counts in (
        (by_status, "statuses", overview.by_status(db)),
        (by_cohort, "cohorts", overview.by_cohort(db)),
    ):
        assert found == Counter({label(vocabulary, count.id): count.measures for count in counts})


@pytest.mark.parametrize("topic", ["mobilitaet", "app", "drohne"])
def test_measures_of_a_topic(ask, db, topic):
    on_page = sum(status.measures for status in overview.topic_statuses(db, topic))
    assert len(ask("massnahmen-eines-themas", thema=topic)) == on_page


def test_kinds_by_size_of_place_are_those_of_the_search(ask, db, real_edition):
    sizes = {size.label: size.id for size in terms(db, "sizes", "de").values()}
    engine = open_index(real_edition.index)
    try:
        for kind in ("app", "sensorik-iot", "datenplattform"):
            rows = ask("arten-nach-groesse", art=kind)
            assert len(rows) >= 3
            for row in rows:
                filters = {"typ": ["measure"], "art": [kind], "groesse": [sizes[row["size"]]]}
                assert engine.search("", filters).total == row["measures"]
    finally:
        engine.close()


def test_transfers(ask, db):
    totals = reuses.totals(db)
    rows = ask("wer-von-wem")
    assert sum(row["reported"] for row in rows) == totals.reported
    assert sum(row["in_use_elsewhere"] for row in rows) == totals.in_use_elsewhere
    assert sum(not row["reported"] for row in rows) == totals.named


def test_what_is_reused_most(ask, db):
    listed = reuses.most_reused(db, 15)
    rows = ask("am-haeufigsten-nachgenutzt")[: len(listed)]
    assert Counter((row["in_use_elsewhere"], row["reported"]) for row in rows) == Counter(
        (one.numbers.in_use_elsewhere, one.numbers.reported) for one in listed
    )


@pytest.mark.parametrize("place", ["zwoenitz", "soest", "landkreis-mayen-koblenz"])
def test_measures_of_a_municipality(ask, db, place):
    rows = ask("massnahmen-einer-kommune", kommune=place)
    assert {row["measure"] for row in rows} == set(municipalities.measures_in(db, place))


@pytest.mark.parametrize("project", ["zwoenitz", "soest"])
def test_measures_of_a_project(ask, db, project):
    rows = ask("massnahmen-eines-modellprojekts", projekt=project)
    assert {row["measure"] for row in rows} == set(projects.project_measures(db, project))


def test_volumes_of_projects(ask, db):
    assert {
        row["project"]: (row["volume_eur"], row["measures"]) for row in ask("foerderung-je-modellprojekt")
    } == {project.id: (project.volume_eur, project.measures) for project in projects.projects(db)}


def test_funding_by_state_and_cohort_counts_every_project_once(ask):
    def total(name: str, column: str) -> int:
        return sum(row[column] or 0 for row in ask(name))

    for column in ("volume_eur", "federal_share_eur", "unclear_eur"):
        assert total("foerderung-je-land-und-staffel", column) == total("foerderung-je-modellprojekt", column)
    assert total("foerderung-je-land-und-staffel", "projects") == len(ask("foerderung-je-modellprojekt"))


def test_funds_drawn(ask, db):
    rows = ask("abruf-je-halbjahr")
    assert [(row["half_year"], row["amount_eur"], row["sum_eur"]) for row in rows] == [
        (one.half_year, one.amount_eur, one.sum_eur) for one in programme.drawdowns(db, REPORT)
    ]


def test_the_amounts_of_the_programme_in_millions(ask):
    amounts: dict[str, Any] = {
        row["what"]: round(row["amount_eur"] / 1e6) for row in ask("betraege-des-programms")
    }
    assert [*amounts.values()][:3] == [820, 691, 146]


def test_goals(ask, db):
    assert [(row["goal"], row["stated"], row["measures"]) for row in ask("ziele-und-massnahmen")] == [
        (goal.id, goal.stated, goal.measures) for goal in programme.goals(db)
    ]


def test_completeness(ask, db):
    columns = {
        "result": "with_result",
        "cost": "with_cost",
        "licence": "with_licence",
        "repository": "with_repository",
        "users": "with_reuse",
        "contact": "with_contact",
        "status_date": "with_status_date",
        "source_at_fact": "with_source_at_fact",
        "verified": "verified",
    }
    rows = {row["kind"]: row for row in ask("angaben-je-art-von-eintrag")}
    for feature, of_kinds in data_quality.completeness(db).items():
        for kind, share in of_kinds.items():
            if feature in columns:
                assert (rows[kind][columns[feature]], rows[kind]["entries"]) == (share.count, share.total)


def test_what_was_never_verified(ask, db):
    features = data_quality.completeness(db)["verified"]
    in_all = {
        kind: features[kind].total - features[kind].count for kind in ("measure", "solution", "project")
    }
    rows = Counter(row["kind"] for row in ask("nicht-verglichen", tage="100000"))
    assert {kind: rows[kind] for kind in in_all} == in_all


def test_facts_with_their_source(ask, db):
    asked = Counter[str]()
    for row in ask("angaben-mit-quelle"):
        if row["entry_kind"] in ("measure", "solution"):
            asked[row["fact"]] += row["named"]
    for fact in data_quality.cited_facts(db):
        assert asked[fact.fact] == fact.named


def test_sources_by_website(ask, db):
    assert sum(row["sources"] for row in ask("quellen-nach-host")) == overview.counts(db).sources
