"""Every facet is declared once, and what it names exists: fields of entries, vocabularies, prefixes of queries."""

from __future__ import annotations

import pytest

import search
from catalogue.edition.search_documents import facets_of
from catalogue.model.entries import PUBLISHED
from catalogue.model.facets import FACETS, FACETS_BY_NAME, YES, Facet
from catalogue.reading.content import read_content
from tests.conftest import CONTENT
from tests.small_content import write_small_content


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return read_content(write_small_content(tmp_path_factory.mktemp("facets") / "content"))


@pytest.mark.parametrize("facet", FACETS, ids=[facet.name for facet in FACETS])
def test_what_a_facet_names_exists(facet: Facet):
    fields = {name for model in PUBLISHED for name in model.model_fields}
    assert not facet.field or facet.field in fields
    assert not facet.vocabulary or (CONTENT / f"vocabulary/{facet.vocabulary}.yaml").exists()


def test_names_are_not_given_twice():
    assert len(FACETS_BY_NAME) == len(FACETS)


def test_an_entry_states_its_own_values_and_a_measure_has_those_of_its_project(content):
    measure = content.measures["musterstadt-rufbus"]
    project = content.projects["musterstadt"]
    found = facets_of(measure, project)
    assert found["feld"] == tuple(measure.fields)
    assert found["land"] == tuple(project.federal_states)
    assert found["status"] == (measure.status,)
    assert found["typ"] == ("measure",)
    assert "wissen" not in found


def test_what_is_worked_out_goes_before_what_is_stated(content):
    measure = content.measures["musterstadt-rufbus"]
    assert facets_of(measure, kosten=(YES,))["kosten"] == (YES,)
    assert "kosten" not in facets_of(measure, kosten=())


@pytest.mark.parametrize("facet", [f for f in FACETS if f.vocabulary], ids=lambda facet: facet.name)
def test_every_facet_with_terms_is_a_prefix_of_queries(real_edition, facet: Facet):
    engine = search.open_index(real_edition.index)
    counted = engine.search("", facets=[facet.name]).facets[facet.name]
    value, count = counted[0]
    assert engine.search(f"{facet.name}:{value}").total == count
