"""A statement with the page that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from catalogue.model.entries.parts import Part
from catalogue.model.values import Citation, Text


class Statement(Part):
    """Eine Aussage mit der Seite, auf der sie steht; eine bloße Aussage darf auch als einfacher Text stehen."""

    text: Text = Field(
        title="Text", description="Die Aussage", examples=["Im ersten Jahr fuhren 2.700 Fahrgäste mit"]
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["bilanz"]
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, Mapping | Statement) and "text" in dict(value):
            return value
        raise PydanticCustomError("statement", "neither text nor text with a source")

    @model_serializer(mode="wrap")
    def _as_told(self, handler: SerializerFunctionWrapHandler) -> Any:
        return handler(self) if self.source else self.text

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, schema]}


Results = Annotated[
    list[Statement], Field(title="Ergebnisse", description="Ergebnisse und gemessene Wirkungen")
]
Lessons = Annotated[
    list[Statement], Field(title="Erfahrungen", description="Was andere daraus lernen können")
]
