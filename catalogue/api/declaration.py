"""The interface over one edition: its operations with the values that the edition knows."""

from __future__ import annotations

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

    def answer(
        self, operation: Operation, context: Context, given: Mapping[str, Sequence[str]]
    ) -> WholeAnswer:
        """The answer to what an address gives. Raises Refused."""
        asked = validated(self.parameters[operation.name], given, context.words.language)
        return operation.give(context, asked)

    def openapi(self, language: str, server: str) -> dict[str, Any]:
        """The OpenAPI document in a language; `server` is the address of the interface."""
        return openapi(self.known, self.parameters, language, server)
