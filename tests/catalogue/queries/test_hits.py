"""What lists and files of hits tell of model projects and measures."""

from __future__ import annotations

from catalogue.queries import hits


def test_only_the_projects_that_are_asked_for_and_exist_have_a_card(db):
    cards = hits.project_cards(db, ["hamburg-leipzig-muenchen", "gibt-es-nicht"])
    assert cards.keys() == {"hamburg-leipzig-muenchen"}
    assert cards["hamburg-leipzig-muenchen"].federal_states == ("hamburg", "sachsen", "bayern")
    assert hits.project_cards(db, []) == {}


def test_a_measure_to_save_has_all_its_terms_in_the_order_of_its_entry(db):
    ids = [row["id"] for row in db.execute("SELECT id FROM measures LIMIT 50")]
    measures = hits.measures_to_download(db, ids)
    assert sorted(measures) == sorted(ids)
    for one, measure in measures.items():
        for column, values in (
            ("field", measure.fields),
            ("kind", measure.kinds),
            ("audience", measure.audiences),
        ):
            rows = db.execute(
                f"SELECT {column} FROM measures_{column}s WHERE measure = ? ORDER BY position", (one,)
            )
            assert values == tuple(row[0] for row in rows)


def test_open_source_is_yes_or_no_or_unknown_and_never_a_number(db):
    ids = [row["id"] for row in db.execute("SELECT id FROM measures")]
    told = [one.open_source for one in hits.measures_to_download(db, ids).values()]
    assert {type(one) for one in told} == {bool, type(None)}


def test_all_projects_have_their_names(db):
    names = hits.project_names(db)
    assert len(names) == 73
    assert names["zwoenitz"] == hits.project_cards(db, ["zwoenitz"])["zwoenitz"].name
