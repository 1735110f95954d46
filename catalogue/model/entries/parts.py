"""The base of all models."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of all models: unknown keys are errors, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    former: ClassVar[dict[str, str]] = {}
    """Keys that an entry had in the past, each with what to write instead (in German)."""
