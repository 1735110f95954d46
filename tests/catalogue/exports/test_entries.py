"""Entries as JSON: each as its file tells it, so that the models and the JSON Schema of its kind take it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from catalogue.edition import Edition
from catalogue.edition.tables import plural
from catalogue.exports.entries import json_file
from catalogue.exports.whole_edition import files_of
from catalogue.model.entries import PUBLISHED
from catalogue.model.schema import json_schema
from catalogue.reading.content import Content, read_content
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content, read from its files."""
    return read_content(CONTENT)


@pytest.fixture(scope="module")
def exported(real_edition: Edition) -> Any:
    """The whole export, as a program reads it."""
    return json.loads(files_of(real_edition, "json", [])[""])


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)
def test_every_entry_is_what_its_file_says(exported, content, model):
    entries = {entry.id: entry for entry, _place in content.published() if type(entry) is model}
    assert {one["id"]: model.model_validate(one) for one in exported[plural(model.kind)]} == entries


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)
def test_every_entry_fits_the_schema_of_its_kind(exported, content, model):
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema(model.kind, content.terms, prose=True))
    faults = [
        f"{one['id']}: {fault.message}"
        for one in exported[plural(model.kind)]
        for fault in validator.iter_errors(one)
    ]
    assert faults == []


def test_yes_and_no_are_true_and_false(exported):
    stated = [
        one["open_source"] for one in exported["measures"] + exported["solutions"] if "open_source" in one
    ]
    assert {type(value) for value in stated} == {bool}
    assert {type(one["curated"]) for one in exported["solutions"]} == {bool}


def test_places_that_only_the_project_names_are_marked(exported):
    stated = {one["id"]: one.get("municipalities") for one in exported["measures"]}
    for one in exported["measures_in_context"]:
        places = one["places"]
        assert places["inherited"] is (stated[one["id"]] is None)
        if not places["inherited"]:
            assert [place["id"] for place in places["municipalities"]] == stated[one["id"]]
        assert places["municipalities"]


def test_json_tells_project_labels_edition_and_licence(db, chosen):
    told = json.loads(json_file(db, chosen("zwoenitz-erzmobil"), "abc"))
    assert told["edition"] == "abc"
    assert told["licence"]["name"] == "CC-BY-4.0"
    (measure,) = told["measures"]
    (context,) = told["measures_in_context"]
    assert context["id"] == measure["id"]
    assert context["project"] == {"id": "zwoenitz", "name": "Smart City Zwönitz"}
    assert told["labels"]["statuses"][measure["status"]] == {"de": "im Betrieb", "en": "In operation"}
    (to_st_wendel,) = [one for one in context["reuses"] if one["municipality"] == "landkreis-st-wendel"]
    assert (to_st_wendel["kind"], to_st_wendel["status"]) == ("uebernommen", "im-einsatz")
    assert to_st_wendel["in_use_elsewhere"] is True
    assert to_st_wendel["pages"][0]["url"].startswith("https://")
    assert measure["open_source"] is True
    assert measure["sources"][0]["url"] == "https://smartcity-zwoenitz.de/erzmobil/"
