"""The OpenAPI document (3.1) of the interface, made from the same declaration that serves and validates the requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any

from pydantic.json_schema import models_json_schema

from catalogue.api.described import ENGLISH, in_language
from catalogue.api.operation import Operation
from catalogue.api.operations import OPERATIONS
from catalogue.api.parameters import Known
from catalogue.api.problem_details import PROBLEM_TYPE, PROBLEMS, ProblemDetails
from catalogue.edition.tables import vocabulary_table
from catalogue.exports.licence import LICENCE
from catalogue.model.entries import DocumentedEntry, Label
from catalogue.model.schema import json_schema

VERSION = "1.0"
"""Of the interface: the first number grows when a field or a parameter goes."""

TITLE = Label(
    de="Smart-City-Katalog: Schnittstelle für Programme", en="Smart city catalogue: interface for programs"
)
DESCRIPTION = Label(
    de="Alle Einträge des Katalogs zum Lesen, ohne Anmeldung. Adressen unter /en/api/ geben englische Namen.",
    en="All entries of the catalogue to read, without registration. Addresses below /en/api/ give English names.",
)
MOVED = Label(
    de="Der Eintrag hat heute eine andere Kennung; „Location“ nennt seine Adresse",
    en="The entry has another id today; “Location” names its address",
)
NOT_MODIFIED = Label(de="Unverändert", en="Not modified")
JSON_TYPE = "application/json"
COMPONENTS = "#/components/schemas/"

Schema = dict[str, Any]


def openapi(known: Known, parameters: Mapping[str, Schema], language: str, server: str) -> Schema:
    """The document for an edition; `parameters` has the schema of those of each operation by its name, `server` is the address of the
    interface."""
    schemas = _schemas(known, OPERATIONS)
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths[operation.path] = {"get": _operation(operation, parameters[operation.name], language)}
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE.in_language(language),
            "description": DESCRIPTION.in_language(language),
            "version": VERSION,
            "license": {"name": LICENCE["title"], "identifier": LICENCE["name"]},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": schemas},
    }
    chosen: Schema = in_language(document, language)
    return chosen


def _operation(operation: Operation, parameters: Schema, language: str) -> Schema:
    return {
        "operationId": operation.name,
        "summary": operation.title.in_language(language),
        "description": operation.description.in_language(language),
        "parameters": [*_parameters(operation, parameters)],
        "responses": _responses(operation, language),
    }


def _parameters(operation: Operation, schema: Schema) -> Iterable[Schema]:
    required = schema.get("required", [])
    for name, told in schema.get("properties", {}).items():
        in_path = name == "id" and operation.names_entry
        description = {key: told[key] for key in ("description", ENGLISH) if key in told}
        value = {key: part for key, part in told.items() if key not in ("title", *description)}
        yield {
            "name": name,
            "in": "path" if in_path else "query",
            "required": in_path or name in required,
            **description,
            "schema": value,
        }


def _responses(operation: Operation, language: str) -> Schema:
    problem = {PROBLEM_TYPE: {"schema": {"$ref": f"{COMPONENTS}{ProblemDetails.__name__}"}}}
    possible = {kind.status: kind for kind in reversed(PROBLEMS) if _may_happen(kind.name, operation)}
    return {
        "200": {
            "description": operation.title.in_language(language),
            "headers": {"ETag": {"schema": {"type": "string"}}},
            "content": {JSON_TYPE: {"schema": {"$ref": COMPONENTS + answer_name(operation)}}},
        },
        **({"301": {"description": MOVED.in_language(language)}} if operation.gives_entry else {}),
        "304": {"description": NOT_MODIFIED.in_language(language)},
        **{
            str(status): {"description": possible[status].title.in_language(language), "content": problem}
            for status in sorted(possible)
        },
    }


def _may_happen(problem: str, operation: Operation) -> bool:
    if problem == "method":  # such a request is none of these operations
        return False
    if problem == "retired":
        return operation.gives_entry
    if problem in ("cursor", "expired-cursor"):
        return operation.is_paged
    return problem != "not-found" or operation.names_entry


def answer_name(operation: Operation) -> str:
    """The name of the schema of an operation's answer."""
    return (operation.entry.__name__ if operation.entry else "") + operation.answer.__name__


def _schemas(known: Known, operations: Iterable[Operation]) -> Schema:
    """The schemas of all answers, those with whole entries once for each kind of entry."""
    models = {operation.answer for operation in operations} | {ProblemDetails}
    made = models_json_schema(
        [(model, "serialization") for model in sorted(models, key=lambda model: model.__name__)],
        ref_template=COMPONENTS + "{model}",
    )[1]["$defs"]
    for operation in operations:
        if operation.entry:
            _add_entry(made, operation.entry, operation.answer.__name__, known)
    for general in {operation.answer.__name__ for operation in operations if operation.entry} | {
        "ListedEntry"
    }:
        del made[general]
    return dict(sorted(made.items()))


def _add_entry(made: Schema, entry: type[DocumentedEntry], answer: str, known: Known) -> None:
    """Add the answer with entries of a kind, and the schema of that kind as the content format defines it."""
    name = entry.__name__
    if name not in made:
        schema = json_schema(entry.kind, lambda v: known.terms.get(vocabulary_table(v), ()), prose=True)
        del schema["$schema"]
        made |= _moved(schema.pop("$defs", {}))
        made[name] = _moved(schema)
        listed = deepcopy(made["ListedEntry"])
        listed["properties"]["entry"] = {"$ref": COMPONENTS + name}
        listed["properties"]["kind"]["const"] = entry.kind
        made[f"{name}ListedEntry"] = listed
    general, own = f"{COMPONENTS}ListedEntry", f"{COMPONENTS}{name}ListedEntry"
    made[name + answer] = _referring(made[answer], lambda target: own if target == general else target)


def _moved(schema: Any) -> Any:
    """A schema whose references lead to the components."""
    return _referring(schema, lambda target: target.replace("#/$defs/", COMPONENTS))


def _referring(schema: Any, to: Callable[[str], str]) -> Any:
    """A copy of a schema whose references lead where `to` says."""
    if isinstance(schema, list):
        return [_referring(part, to) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: to(value) if key == "$ref" else _referring(value, to) for key, value in schema.items()}
