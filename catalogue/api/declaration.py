"""The interface over one edition: its operations with the values that the edition knows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from catalogue.api.answers import WholeAnswer
from catalogue.api.context import Context
from catalogue.api.openapi import openapi
from catalogue.api.operation import Operation
from catalogue.api.operations import OPERATIONS
from catalogue.api.parameters import Known, Parameters
from catalogue.api.validation import validated


@dataclass(frozen=True)
class Declaration:
    """What programs may ask of an edition."""

    known: Known

    @cached_property
    def parameters(self) -> dict[str, type[Parameters]]:
        """The parameters of each operation, by its name."""
        return {operation.name: operation.parameters(self.known) for operation in OPERATIONS}

    @cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """The JSON Schema of the parameters of each operation, by its name."""
        return {name: model.model_json_schema() for name, model in self.parameters.items()}

    def answer(
        self, operation: Operation, context: Context, given: Mapping[str, Sequence[str]]
    ) -> WholeAnswer:
        """The answer to what an address gives. Raises Refused."""
        asked = validated(self.parameters[operation.name], given, context.words.language)
        return operation.give(context, asked)

    @cached_property
    def _documents(self) -> dict[tuple[str, str], str]:
        return {}

    def openapi(self, language: str, server: str) -> str:
        """The OpenAPI document in a language, as JSON; `server` is the address of the interface."""
        if (language, server) not in self._documents:
            document = openapi(self.known, self.schemas, language, server)
            self._documents[language, server] = json.dumps(document, ensure_ascii=False, indent=1)
        return self._documents[language, server]
