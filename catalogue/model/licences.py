"""What a licence expression says: its licences, and whether a list of admitted ones is enough for it."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from license_expression import LicenseExpression, Licensing

OPERATORS = ("AND", "OR", "WITH")

OWN_PREFIX = "LicenseRef-"
"""With this the id of a licence begins that is not on the list of SPDX."""


@cache
def spdx() -> Licensing:
    """The reader of SPDX expressions with today's list, made once: the list is a megabyte of JSON.

    It fills tables at its first expression, which is read here, so that any number of threads may share it.
    """
    from license_expression import get_spdx_licensing  # on first use, since it takes a while

    reader = get_spdx_licensing()
    reader.parse("MIT")
    return reader


def licences_of(expression: str) -> list[str]:
    """The ids in an SPDX expression, exceptions included: `(MIT OR EUPL-1.2) AND ISC` → MIT, EUPL-1.2, ISC."""
    return [word for word in re.findall(r"[^\s()]+", expression) if word not in OPERATORS]


def is_admitted(expression: str, admitted: Container[str]) -> bool:
    """Whether an SPDX expression is met by admitted licences: of `AND` all must be, of `OR` one."""
    return _is_admitted(_parsed(expression), admitted)


@lru_cache(maxsize=256)
def _parsed(expression: str) -> LicenseExpression:
    return spdx().parse(expression)


def _is_admitted(parsed: LicenseExpression, admitted: Container[str]) -> bool:
    if getattr(parsed, "operator", None):
        together = any if parsed.operator.strip() == "OR" else all
        return together(_is_admitted(one, admitted) for one in parsed.args)
    return parsed.render() in admitted
