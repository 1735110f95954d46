"""The OpenAPI document is valid, and all entries are as it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import schemathesis
from jsonschema import Draft202012Validator

from catalogue.api.listing import path_of
from catalogue.api.operations import OPERATIONS
from catalogue.model.facets import FACETS
from catalogue.model.kinds import KINDS

KIND_NAMES = [kind.name for kind in KINDS]


@pytest.fixture(scope="module")
def document(program):
    return program.get("/api/openapi.json").json


@pytest.fixture(scope="module")
def described(document) -> Callable[[str, object], None]:
    """Checks the answer at a path against the document."""

    def check(path, answer):
        content = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": document["components"]}
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer)

    return check


@pytest.mark.parametrize("root", ["", "/en"])
def test_the_document_is_valid_in_both_languages(program, root):
    told = program.get(f"{root}/api/openapi.json").json
    schemathesis.openapi.from_dict(told).validate()
    assert told["servers"] == [{"url": f"{root}/api"}]


def test_it_is_told_in_the_language_of_its_address(program, document):
    english = program.get("/en/api/openapi.json").json
    assert document["paths"]["/search"]["get"]["summary"] == "Suchen"
    assert english["paths"]["/search"]["get"]["summary"] == "Search"
    assert "x-description-en" not in program.get("/api/openapi.json").text
    assert english["paths"].keys() == document["paths"].keys()


def test_every_facet_and_every_kind_is_there_by_itself(document):
    asked = {parameter["name"] for parameter in document["paths"]["/search"]["get"]["parameters"]}
    assert {facet.name for facet in FACETS} <= asked
    for kind in KINDS:
        assert {path_of(kind), f"{path_of(kind)}/{{id}}"} <= document["paths"].keys()


def test_names_of_operations_are_unique():
    names = [operation.name for operation in OPERATIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", KINDS, ids=KIND_NAMES)
def test_all_entries_of_a_kind_are_as_described(program, described, kind):
    path, answers = f"/api{path_of(kind)}?limit=100", []
    while path:
        answers.append(program.get(path).json)
        path = answers[-1]["next"]
    for answer in answers:
        described(path_of(kind), answer)
    ids = [item["id"] for answer in answers for item in answer["items"]]
    assert len(ids) == len(set(ids)) == answers[0]["total"] > 0
    listed = {each["name"]: each["count"] for each in program.get("/api/kinds").json["items"]}
    assert listed[kind.name] == len(ids)
    described(f"{path_of(kind)}/{{id}}", program.get(f"/api{path_of(kind)}/{ids[0]}").json)
