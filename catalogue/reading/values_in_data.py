"""Looking into the plain values of an entry that no model has accepted yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalogue.model.entries import BODY

Data = Mapping[str, Any]


def text(data: Data, key: str) -> str:
    """The text under a key; empty if there is none."""
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""


def parts(data: Data, key: str) -> list[tuple[int, Data]]:
    """The maps in the list under a key, with their positions."""
    value = data.get(key)
    return (
        [(n, part) for n, part in enumerate(value) if isinstance(part, dict)]
        if isinstance(value, list)
        else []
    )


def texts(data: Data, key: str) -> list[tuple[int, str]]:
    """The texts in the list under a key, with their positions."""
    value = data.get(key)
    return (
        [(n, item.strip()) for n, item in enumerate(value) if isinstance(item, str)]
        if isinstance(value, list)
        else []
    )


def every_text(
    value: Any, location: tuple[int | str, ...] = ()
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text within a value, with its location; the prose is none."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != BODY:
                yield from every_text(inner, (*location, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from every_text(inner, (*location, n))
    elif isinstance(value, str):
        yield location, value
