"""Fields of parameters and answers with what they mean in both languages of the interface."""

from __future__ import annotations

from typing import Any

from pydantic import Field

ENGLISH = "x-description-en"
"""Where a JSON Schema made by Pydantic keeps the English description until one language is chosen."""


def told(de: str, en: str, default: Any = ..., **constraints: Any) -> Any:
    """A field of a model: what it means, its default if it may be left out, and what bounds it, as Pydantic's `Field`."""
    extra = {ENGLISH: en, **constraints.pop("json_schema_extra", {})}
    return Field(default, description=de, json_schema_extra=extra, **constraints)


def in_language(schema: Any, language: str) -> Any:
    """A JSON Schema with the descriptions of one language (`de` or `en`) alone, as a copy."""
    if isinstance(schema, list):
        return [in_language(part, language) for part in schema]
    if not isinstance(schema, dict):
        return schema
    chosen = {name: in_language(part, language) for name, part in schema.items() if name != ENGLISH}
    if language == "en" and ENGLISH in schema:
        chosen["description"] = schema[ENGLISH]
    return chosen
