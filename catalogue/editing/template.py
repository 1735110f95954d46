"""The empty file of a kind of entry, with what each key means in German above it: to be filled in by hand.

All is told by the models. Keys that every entry needs come first and have no value yet, so that the check names those
that are forgotten; the others are commented out, with an example.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from textwrap import wrap
from typing import Any

from pydantic.fields import FieldInfo

from catalogue.editing.writer import WIDTH, fields_in_order, yaml_text
from catalogue.model.entries import BODY, Entry, Part
from catalogue.model.schema import Terms
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import TermReference
from catalogue.reading.entry_file import FENCE

MOST_TERMS_NAMED = 12
"""So many terms of a vocabulary are named in the template; of more, where they stand."""

OPTIONAL = (
    "Freiwillig: Löschen Sie bei Schlüsseln, zu denen Sie eine Quelle haben, die Raute am Anfang der Zeilen, "
    "und ersetzen Sie das Beispiel."
)

PROSE = "Unter der Linie, mit einer Leerzeile davor:"


def template(model: type[Entry], terms: Terms | None = None) -> str:
    """The text of a file of the kind, without a value. With `terms`, those of a small vocabulary are named."""
    required, optional = [], []
    for name in fields_in_order(model):
        field = model.model_fields[name]
        if field.is_required():
            required += [*_meaning(field, shapes(model)[name], terms, True), *_empty(model, name, terms)]
        else:
            optional += [*_meaning(field, shapes(model)[name], terms), *_example(model, name, terms)]
    head = [*_comment(cleandoc(model.__doc__ or "")), *_comment("Was keine Quelle sagt, bleibt weg.")]
    lines = [*head, "", *required]
    if optional:
        lines += ["", *_comment(OPTIONAL), "", *optional]
    if BODY not in model.model_fields:
        return "\n".join(lines) + "\n"
    prose = model.model_fields[BODY].description or ""
    return "\n".join([FENCE, *lines, "", *_comment(f"{PROSE} {prose}"), FENCE]) + "\n"


def example_values(model: type[Part], only_required: bool = False) -> dict[str, Any]:
    """The values that the model gives as examples, by field; of lists of parts a list with one."""
    found: dict[str, Any] = {}
    for name in fields_in_order(model):
        field = model.model_fields[name]
        if field.is_required() or not only_required:
            found[name] = _example_of(field, shapes(model)[name], only_required)
    return {name: value for name, value in found.items() if value is not None}


def _example_of(field: FieldInfo, shape: Shape, only_required: bool = False) -> Any:
    if shape.part:
        part = example_values(shape.part, only_required)
        return [part] if shape.many else part
    return (field.examples or [None])[0]


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, WIDTH - 10)]


def _meaning(field: FieldInfo, shape: Shape, terms: Terms | None, with_example: bool = False) -> list[str]:
    """What a key means, an example unless it stands as its value, and which words are allowed."""
    told = field.description or ""
    if with_example and field.examples and not shape.part:
        example = field.examples[0]
        words = ", ".join(map(str, example)) if isinstance(example, list) else str(example)
        told += f", zum Beispiel: {words}"
    if isinstance(shape.target, TermReference):
        vocabulary = shape.target.vocabulary
        known = sorted(terms(vocabulary)) if terms else []
        words = ", ".join(known) if 0 < len(known) <= MOST_TERMS_NAMED else ""
        told += f". Begriffe: {words or f'vocabulary/{vocabulary}.yaml'}"
    return _comment(told)


def _empty(model: type[Part], name: str, terms: Terms | None) -> Iterator[str]:
    """The lines of a key that must be filled in."""
    shape = shapes(model)[name]
    yield f"{name}:"
    if shape.part and shape.many:
        lines = list(_lines_of_part(shape.part, terms))
        first = next(n for n, line in enumerate(lines) if not line.startswith("#"))
        for n, line in enumerate(lines):
            yield ("  - " if n == first else "    " if n > first else "  ") + line
    elif shape.part:
        yield from (f"  {line}" for line in _lines_of_part(shape.part, terms))
    elif shape.many:
        yield "  -"


def _lines_of_part(part: type[Part], terms: Terms | None) -> Iterator[str]:
    for name, shape in shapes(part).items():
        field = part.model_fields[name]
        yield from _meaning(field, shape, terms, with_example=field.is_required())
        yield from _empty(part, name, terms) if field.is_required() else _example(part, name, terms)


def _example(model: type[Part], name: str, terms: Terms | None) -> Iterator[str]:
    """The lines of a key with its example, commented out; what the keys of a part mean stands among them."""
    shape = shapes(model)[name]
    if shape.part is None:
        value = _example_of(model.model_fields[name], shape)
        yield from (f"#{line}" for line in (yaml_text(model, {name: value}) or f"{name}:\n").splitlines())
        return
    yield f"#{name}:"
    indent = "    " if shape.many else "  "
    for n, (key, inner) in enumerate(shapes(shape.part).items()):
        field = shape.part.model_fields[key]
        yield from (f"#{indent}{line}" for line in _meaning(field, inner, terms))
        written = yaml_text(shape.part, {key: _example_of(field, inner)}) or f"{key}:\n"
        first, *others = written.splitlines()
        yield f"#  - {first}" if shape.many and n == 0 else f"#{indent}{first}"
        yield from (f"#{indent}{line}" for line in others)
