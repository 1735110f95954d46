"""How complete the content is, counted by SQL as it is counted over the entries themselves."""

from __future__ import annotations

import pytest

from catalogue.facts.data_quality import FACTS, FEATURES
from catalogue.model import sharing
from catalogue.model.citations import citations
from catalogue.model.entries import PUBLISHED, Measure, Project, Solution
from catalogue.model.sharing import teller
from catalogue.queries import data_quality, entries, reuses
from catalogue.queries.data_quality import Share
from catalogue.queries.measure_records import measure_records


def test_every_entry_of_the_kinds_is_looked_at(db):
    counted = data_quality.entries(db)
    for model in PUBLISHED:
        if model.kind in counted:
            assert counted[model.kind] == len(entries.read(db, model))


def test_features_and_facts_have_names(db):
    assert list(data_quality.completeness(db)) == list(FEATURES)
    assert {one.fact for one in data_quality.cited_facts(db)} <= FACTS.keys()


def test_what_measures_say_is_counted_as_their_pages_show_it(db):
    found = {feature: of_kinds["measure"] for feature, of_kinds in data_quality.completeness(db).items()}
    records = measure_records(db)
    both = [(one.measure, [one.solution] if one.solution else []) for one in records]
    assert {feature: share.count for feature, share in found.items()} == {
        "licence": sum(bool(teller(own, others, sharing.licence).licence) for own, others in both),
        "repository": sum(
            bool(teller(own, others, sharing.repositories).repositories) for own, others in both
        ),
        "users": sum(any(reuse.reported for reuse in one.reuses) for one in records),
        "named_users": sum(any(not reuse.reported for reuse in one.reuses) for one in records),
        "cost": sum(bool(teller(own, others, sharing.costs).costs) for own, others in both),
        "contact": sum(a.contact is not None for a, _ in both),
        "result": sum(bool(a.results) for a, _ in both),
        "status_date": sum(a.status_date != "unbekannt" for a, _ in both),
        "source_at_fact": sum(any(True for _ in citations(a)) for a, _ in both),
        "website": sum(a.website is not None for a, _ in both),
        "verified": sum(a.last_verified is not None for a, _ in both),
    }
    assert {share.total for share in found.values()} == {len(records)}


@pytest.mark.parametrize("model", [Solution, Project])
def test_what_other_entries_say_is_counted_from_themselves(db, model):
    found = {feature: kinds.get(model.kind) for feature, kinds in data_quality.completeness(db).items()}
    read = entries.read(db, model).values()
    assert found["contact"] == Share(sum(one.contact is not None for one in read), len(read))
    assert found["website"].count == sum(one.website is not None for one in read)
    reported = reuses.of_entries(db, model.kind, [one.id for one in read])
    assert found["users"].count == sum(any(r.reported for r in reported[one.id]) for one in read)
    assert found["source_at_fact"].count == sum(any(True for _ in citations(one)) for one in read)
    assert (found["licence"] is None) is (model is Project)


def test_the_sources_of_facts_are_counted_as_the_entries_name_them(db):
    found = {one.fact: one for one in data_quality.cited_facts(db)}
    read = [*entries.read(db, Measure).values(), *entries.read(db, Solution).values()]
    for fact in ("results", "lessons", "costs"):
        assert found[fact].facts == sum(len(getattr(one, fact)) for one in read)
    for fact in found:
        cited = {
            (one.kind, one.id, c.position): c.derived
            for one in read
            for c in citations(one)
            if c.fact == fact
        }
        assert found[fact].derived == sum(cited.values())
        assert found[fact].named == len(cited) - sum(cited.values())
