"""The JSON Schema says to an editor's tool what the check says, as far as one file can tell."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.schema import MODELS, json_schema
from tests.catalogue.conftest import Folder
from tests.small_content import TERMS


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_has_a_schema_that_forbids_unknown_keys(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json_schema(kind, prose=True)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for draft in (jsonschema.Draft7Validator, jsonschema.Draft202012Validator):
        draft.check_schema(schema)
    assert schema["title"] == (KINDS_BY_NAME[kind].singular.de if kind in KINDS_BY_NAME else kind)
    assert schema["additionalProperties"] is False
    assert "id" in schema["required"]


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_is_named_and_described_in_german(kind: str) -> None:
    for name, key in json_schema(kind)["properties"].items():
        assert key.get("description"), name
        assert key.get("title"), name
        assert key["title"][0].isupper(), name
        assert "_" not in key["title"], name


def test_the_prose_is_no_key_of_a_measure() -> None:
    schema = json_schema("measure")
    assert "body" not in schema["properties"]
    assert "body" not in schema["required"]


def test_with_content_the_terms_of_each_vocabulary_are_offered(folder: Folder) -> None:
    content = folder.read()
    measure: dict[str, Any] = json_schema("measure", content.terms)
    properties = measure["properties"]
    assert properties["status"]["enum"] == sorted(TERMS["statuses"])
    assert properties["fields"]["items"]["enum"] == sorted(TERMS["fields"])
    solution: dict[str, Any] = json_schema("solution", content.terms)
    kinds = solution["$defs"]["Requirement"]["properties"]["kind"]["enum"]
    assert kinds == sorted(TERMS["requirement-kinds"])
    assert json_schema("project", content.terms)["properties"]["phase"]["anyOf"][0]["enum"] == ["umsetzung"]


def test_without_content_any_term_is_possible() -> None:
    assert "enum" not in json_schema("measure")["properties"]["status"]


def test_a_missing_vocabulary_does_not_forbid_every_term(folder: Folder) -> None:
    (folder.root / "vocabulary/statuses.yaml").unlink()
    assert "enum" not in json_schema("measure", folder.read().terms)["properties"]["status"]


def test_a_year_may_stand_without_quotes() -> None:
    start = json_schema("measure")["properties"]["start"]["anyOf"][0]
    assert start["type"] == ["string", "integer"]


def test_limits_of_numbers_are_those_of_the_check() -> None:
    population = json_schema("project")["properties"]["population"]["anyOf"][0]
    assert (population["type"], population["minimum"], population["maximum"]) == ("integer", 0, 100_000_000)
