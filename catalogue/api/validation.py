"""From what an address says to the parameters of an operation, or to what is wrong with it and what is allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pydantic import ValidationError

from catalogue.api.bounds import LONGEST_VALUE
from catalogue.api.described import in_language
from catalogue.api.parameters import Parameters, is_list
from catalogue.api.problem_details import Refused, WrongValue

MOST_NAMED = 12
"""So many values are named where one of them is asked for."""

MOST_ERRORS = 20
"""So many wrong values are told of; an address may hold thousands."""


def validated(model: type[Parameters], given: Mapping[str, Sequence[str]], language: str) -> Parameters:
    """The parameters that an address gives, each name with all its values. Raises Refused for what is not allowed."""
    fields = model.model_fields
    values = {
        name: several
        if name not in fields or is_list(fields[name].annotation) or len(several) > 1
        else several[0]
        for name, several in given.items()
    }
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong = dict.fromkeys(
            str(each["loc"][0]) for each in error.errors(include_input=False, include_url=False)
        )
        told = islice(_explained(model, wrong, given, language), MOST_ERRORS)
        raise Refused("parameter", [*told]) from None


def _explained(
    model: type[Parameters], wrong: Mapping[str, None], given: Mapping[str, Sequence[str]], language: str
) -> Iterator[WrongValue]:
    schemas = in_language(model.model_json_schema(), language).get("properties", {})
    german = language == "de"
    for name in wrong:
        if name not in schemas:
            known = ", ".join(schemas) or ("keinen" if german else "none")
            told = (
                f"Diesen Parameter gibt es hier nicht. Es gibt: {known}"
                if german
                else f"No such parameter. There are: {known}"
            )
        elif name not in given:
            told = "Dieser Parameter fehlt." if german else "This parameter is missing."
        else:
            told = expected(schemas[name], language)
            if len(given[name]) > 1 and schemas[name].get("type") != "array":
                told += ", nur einmal" if german else ", only once"
        yield WrongValue(parameter=name[:LONGEST_VALUE], detail=told)


def expected(schema: Mapping[str, Any], language: str, most: int = MOST_NAMED) -> str:
    """What a parameter may be, by its JSON Schema, in the language `de` or `en`; of many values `most` are named."""
    german = language == "de"
    if schema.get("type") == "array" and "const" in schema["items"]:
        return expected(schema["items"], language)
    if schema.get("type") == "array":
        inner = expected(schema["items"], language, most)
        count = schema["maxItems"]
        return f"{inner}; bis zu {count} davon" if german else f"{inner}; up to {count} of these"
    if "const" in schema or "enum" in schema:
        values = [value for value in schema.get("enum", [schema.get("const")]) if value]
        if len(values) == 1:
            return f"nur {values[0]}" if german else f"only {values[0]}"
        told = ", ".join(values[:most])
        further = len(values) - most
        if further > 0:
            told += f" … ({further} weitere)" if german else f" … ({further} more)"
        return f"eines von: {told}" if german else f"one of: {told}"
    if schema.get("type") == "integer":
        ends = schema["minimum"], schema["maximum"]
        return "eine Zahl von {} bis {}".format(*ends) if german else "a number from {} to {}".format(*ends)
    told = "Text" if german else "text"
    if "maxLength" in schema:
        length = schema["maxLength"]
        told += f", höchstens {length} Zeichen" if german else f", at most {length} characters"
    if examples := schema.get("examples"):
        told += f", zum Beispiel {examples[0]}" if german else f", for example {examples[0]}"
    return told
