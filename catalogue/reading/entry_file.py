"""One file becomes one entry: its text is read, its values are validated, and what is wrong is said in German.

Nothing here raises for a bad file and nothing here knows other files: see `reading` and `checking` for those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

from pydantic import ValidationError

from catalogue.model.entries import BODY, Entry, Part
from catalogue.model.shapes import shapes
from catalogue.model.values import SourceReference, Target
from catalogue.reading import prose
from catalogue.reading.consistency import inconsistencies
from catalogue.reading.source_keys import citation_flaws
from catalogue.reading.text_file import Flaw, Position, decode
from catalogue.reading.validation_messages import explain, nearest, shown, suggestion
from catalogue.reading.values_in_data import text
from catalogue.reading.yaml_values import Location, Values, read_yaml

FENCE = "---"

_REUSES = "Wer etwas nachnutzt, steht je Stelle in einer Datei im Ordner reuses (siehe content/README.md)."
STANDS_ELSEWHERE = dict.fromkeys(("reused_by", "reuses", "reuse"), _REUSES)
"""Keys that editors may look for in any entry, with where that is told."""


class Mention(NamedTuple):
    """A value that names a term, another entry or a source of the same one."""

    value: str
    target: Target
    location: Location
    position: Position


@dataclass(frozen=True, slots=True)
class EntryFile:
    """What one file gave: an entry unless it has errors, what it mentions, and its flaws."""

    path: str
    """Relative to the content folder, with slashes."""
    folder: str
    """The name of the folder that the file lies in."""
    kind: str
    id: str
    """As the file says, or else the name of the file."""
    entry: Entry | None
    positions: Mapping[Location, Position]
    mentions: tuple[Mention, ...]
    flaws: tuple[Flaw, ...]

    def position(self, location: Location) -> Position:
        """Line and column of a value; of the start of the file if the value stands nowhere."""
        return self.positions.get(location, (1, 1))


def unread(relative: Path, model: type[Entry]) -> EntryFile:
    """A file that could not be read; its name still stands for its entry, so that references to it are right."""
    return EntryFile(relative.as_posix(), relative.parent.name, model.kind, relative.stem, None, {}, (), ())


def read_entry_file(relative: Path, model: type[Entry], data: bytes) -> EntryFile:
    """Read the bytes of a file as an entry of the model."""
    file = decode(data)
    values = Values()
    if file.text is not None:
        values = read_front_matter(file.text) if BODY in model.model_fields else read_yaml(file.text)
    flaws = [*file.flaws, *values.flaws]
    entry: Entry | None = None
    mentions: tuple[Mention, ...] = ()
    if isinstance(values.data, dict):
        flaws += inconsistencies(model, values, relative.stem)
        mentions = tuple(find_mentions(model, values.data, values))
        flaws += citation_flaws(mentions, values)
        entry = validate(model, values, flaws)
    elif values.data is not None:
        message = "Der Eintrag muss aus Schlüsseln und Werten bestehen, je Zeile „schlüssel: Wert“."
        flaws.append(Flaw(*values.position(()), "wrong-type", message))
    entry_id = text(values.data, "id") if isinstance(values.data, dict) else ""
    return EntryFile(
        relative.as_posix(),
        relative.parent.name,
        model.kind,
        entry_id or relative.stem,
        None if any(flaw.severity == "error" for flaw in flaws) else entry,
        values.positions,
        mentions,
        tuple(flaws),
    )


def read_front_matter(whole: str) -> Values:
    """Read a Markdown file: YAML between two lines `---`, prose below; the prose becomes the value `body`."""
    lines = whole.split("\n")
    if lines[0].rstrip() != FENCE:
        message = "Die Datei muss mit einer Zeile „---“ beginnen; darunter stehen die Schlüssel."
        return Values(flaws=[Flaw(1, 1, "front-matter-start", message)])
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "Die zweite Zeile „---“ fehlt. Setzen Sie sie zwischen die Schlüssel und den Text."
        return Values(flaws=[Flaw(len(lines), 1, "front-matter-end", message)])
    values = read_yaml("\n".join(lines[1:end]), first_line=2)
    body = "\n".join(lines[end + 1 :])
    values.flaws.extend(prose.flaws(body, end + 2))
    if isinstance(values.data, dict):
        if (BODY,) in values.keys:
            message = (
                "Der Text steht nicht unter einem Schlüssel „body“, sondern unter der zweiten Zeile „---“."
            )
            values.flaws.append(Flaw(*values.keys[(BODY,)], "unknown-key", message))
        blank = next((n for n, line in enumerate(lines[end + 1 :]) if line.strip()), -1)
        values.data[BODY] = body
        values.positions[(BODY,)] = (end + 2 + blank, 1)
    return values


def find_mentions(
    model: type[Part], data: Mapping[str, Any], values: Values, at: Location = ()
) -> Iterator[Mention]:
    """Every text in plain values that, says the model, names a term, another entry or a source."""
    for name, shape in shapes(model).items():
        if name not in data or (shape.target is None and shape.part is None):
            continue
        value = data[name]
        listed = shape.many or isinstance(shape.target, SourceReference)
        items = enumerate(value) if listed and isinstance(value, list) else [(None, value)]
        for n, item in items:
            location = (*at, name) if n is None else (*at, name, n)
            if shape.part and isinstance(item, dict):
                yield from find_mentions(shape.part, item, values, location)
            elif shape.target and isinstance(item, str):
                yield Mention(item.strip(), shape.target, location, values.position(location))


def validate(model: type[Entry], values: Values, flaws: list[Flaw]) -> Entry | None:
    """The entry of the values; none if the model refuses one, and then every refusal is added to the flaws."""
    try:
        return model.model_validate(values.data)
    except ValidationError as error:
        refusals = [cast(Mapping[str, Any], refusal) for refusal in error.errors(include_url=False)]
        misspelt = {
            meant(model, refusal["loc"]) for refusal in refusals if refusal["type"] == "extra_forbidden"
        }
        told = {(flaw.line, flaw.column) for flaw in flaws if flaw.code == "placeholder"}
        for refusal in refusals:
            if values.position(refusal["loc"]) in told and refusal["type"] not in (
                "missing",
                "extra_forbidden",
            ):
                continue
            if refusal["type"] != "missing" or not (values.incomplete or refusal["loc"] in misspelt):
                flaws.append(translate(model, refusal, values))
        return None


def meant(model: type[Entry], location: Location) -> Location | None:
    """Where the key that is meant by a misspelt one would stand."""
    owner = model_at(model, location[:-1])
    near = key_meant(owner, str(location[-1])) if owner else None
    return (*location[:-1], near) if near else None


def key_meant(owner: type[Part], key: str) -> str | None:
    """The key that a misspelt one is most like, or whose German name it is: `untertitel` means `subtitle`."""
    names = [name for name in owner.model_fields if name != BODY]
    titles = {field.title: name for name, field in owner.model_fields.items() if field.title and name != BODY}
    return nearest(key, names) or titles.get(nearest(key, titles) or "")


def translate(model: type[Entry], refusal: Mapping[str, Any], values: Values) -> Flaw:
    """A refusal of Pydantic as a flaw at the offending value, in German."""
    kind, location = refusal["type"], tuple(refusal["loc"])
    unnamed = kind in ("missing", "extra_forbidden")
    owner = model_at(model, location[:-1] if unnamed else location)
    key = location[-1] if location and isinstance(location[-1], str) else ""
    if kind == "missing" and location in values.keys:
        message = f"Der Schlüssel „{key}“ hat keinen Wert ({_describe(owner, key)})."
        return Flaw(*values.keys[location], "missing-value", message)
    code, message = explain(
        kind, refusal.get("ctx") or {}, refusal.get("input"), _facts(model, owner, key, location)
    )
    position = values.position(location)
    if kind == "extra_forbidden":
        position = values.keys.get(location, position)
        if owner and key in owner.former:
            message = f"Den Schlüssel „{key}“ gibt es nicht mehr. Schreiben Sie {owner.former[key]}."
            return Flaw(*position, "former-key", message)
    return Flaw(*position, code, message)


def _facts(model: type[Entry], owner: type[Part] | None, key: str, location: Location) -> dict[str, str]:
    """What only the model knows about the value at a location."""
    known = [name for name in owner.model_fields if name != BODY] if owner else []
    otherwise = f"Löschen Sie ihn; welche es gibt, zeigt „catalogue schema {model.kind}“."
    optional = owner is None and _is_optional(model, location)
    near = key_meant(owner, key) if owner else None
    return {
        "key": shown(key)[1:-1],
        "description": _describe(owner, key),
        "suggestion": STANDS_ELSEWHERE.get(key) or suggestion(near or key, known, otherwise),
        "keys": ", ".join(known),
        "example": example_of(model, location),
        "optional": "Ist nichts bekannt, löschen Sie den Schlüssel." if optional else "Ergänzen Sie ihn.",
    }


def model_at(model: type[Part], location: Location) -> type[Part] | None:
    """The model of the part at a location; none for a plain value."""
    for name in location:
        if isinstance(name, int):
            continue
        shape = shapes(model).get(name)
        if shape is None or shape.part is None:
            return None
        model = shape.part
    return model


def _owner(model: type[Part], location: Location) -> tuple[type[Part] | None, str]:
    """The model and the field that hold the value at a location."""
    names = [name for name in location if isinstance(name, str)]
    return (model_at(model, tuple(names[:-1])), names[-1]) if names else (None, "")


def _describe(owner: type[Part] | None, key: str) -> str:
    field = owner.model_fields.get(key) if owner else None
    return (field.description if field else None) or ""


def _is_optional(model: type[Part], location: Location) -> bool:
    owner, name = _owner(model, location)
    return bool(owner and name in owner.model_fields and not owner.model_fields[name].is_required())


def example_of(model: type[Part], location: Location) -> str:
    """A sentence with an example of the field at a location, if its definition gives one."""
    owner, name = _owner(model, location)
    if name == "id":
        return "Erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche."
    field = owner.model_fields.get(name) if owner else None
    examples = list(field.examples or []) if field else []
    if not examples:
        return ""
    example = examples[0]
    told = ", ".join(map(str, example)) if isinstance(example, list) else str(example)
    return f"Beispiel: {told}" + ("" if told.endswith(("?", "!", ".")) else ".")
