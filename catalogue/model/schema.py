"""The JSON Schema of the entries, for the completion and checks of editors' tools.

It is derived from the models; with the vocabularies at hand, values that name a term may only be terms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from catalogue.model.entries import BODY, ENTRIES, Entry, Part
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.shapes import shapes
from catalogue.model.values import TermReference

Terms = Callable[[str], Iterable[str]]
"""Gives the ids of the terms of a vocabulary by its name; none for a vocabulary that is not there."""

DRAFT_OF_EDITORS = "http://json-schema.org/draft-07/schema#"

MODELS: dict[str, type[Entry]] = {model.kind: model for model in ENTRIES}


def json_schema(kind: str, terms: Terms | None = None, prose: bool = False) -> dict[str, Any]:
    """The schema of a kind of entry.

    Editors' tools see the YAML of an entry, so without the prose, and some know no draft after 07, whose rules are all that
    we need. Exports hold the whole entry, with its `prose`, and name the draft that we write (2020-12).
    """
    model = MODELS[kind]
    schema = model.model_json_schema()
    schema["$schema"] = GenerateJsonSchema.schema_dialect if prose else DRAFT_OF_EDITORS
    schema["title"] = KINDS_BY_NAME[kind].singular.de if kind in KINDS_BY_NAME else kind
    if not prose and BODY in schema["properties"]:
        del schema["properties"][BODY]
        schema["required"].remove(BODY)
    if terms:
        _name_terms(model, schema, terms)
        for name, definition in schema.get("$defs", {}).items():
            part = next((p for p in _parts(model) if p.__name__ == name), None)
            if part:
                _name_terms(part, definition, terms)
    return schema


def _parts(model: type[Part]) -> list[type[Part]]:
    return [shape.part for shape in shapes(model).values() if shape.part]


def _name_terms(model: type[Part], schema: dict[str, Any], terms: Terms) -> None:
    """Put the ids of a vocabulary's terms where the model names the vocabulary."""
    for name, shape in shapes(model).items():
        if isinstance(shape.target, TermReference) and name in schema["properties"]:
            place = schema["properties"][name]
            place = place.get("items") or (place.get("anyOf") or [place])[0]
            if allowed := sorted(terms(shape.target.vocabulary)):
                place["enum"] = allowed
