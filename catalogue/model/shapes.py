"""What the fields of a model hold: one or many values, plain ones or parts, and which ids they may name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from catalogue.model.entries import Part
from catalogue.model.values import (
    EntryReference,
    OfAnyPrecision,
    SourceReference,
    Target,
    TermReference,
    WordFor,
)


@dataclass(frozen=True)
class Shape:
    """What a model field holds: one or many plain values or parts, and what a plain value may name.

    Keys of sources are one plain value, a tuple, however many they are.
    """

    value_type: type
    many: bool = False
    target: Target | None = None
    is_date: bool = False
    """Whether it is a date, of any precision."""
    word_for: str | None = None
    """The vocabulary that may have a term for a free word."""

    @cached_property
    def part(self) -> type[Part] | None:
        """The model of the part, or nothing for a plain value."""
        return self.value_type if issubclass(self.value_type, Part) else None


def shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Tell what a type annotation of a model field holds; of a union, the first member that is not None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *more = get_args(annotation)
        return shape(base, (*metadata, *more))
    if origin in (Union, UnionType):
        return shape(next(a for a in get_args(annotation) if a is not NoneType), metadata)
    if origin is list:
        inner = shape(get_args(annotation)[0])
        return replace(inner, many=True)
    if origin is Literal:
        return Shape(str)
    target = next(
        (m for m in metadata if isinstance(m, TermReference | EntryReference | SourceReference)), None
    )
    is_date = any(isinstance(m, OfAnyPrecision) for m in metadata)
    word_for = next((m.vocabulary for m in metadata if isinstance(m, WordFor)), None)
    return Shape(origin or annotation, target=target, is_date=is_date, word_for=word_for)


@cache
def shapes(model: type[Part]) -> dict[str, Shape]:
    """The shape of every field of a model, in the order of its definition."""
    return {name: shape(f.annotation, tuple(f.metadata)) for name, f in model.model_fields.items()}
