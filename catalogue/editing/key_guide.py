"""What an editor must know of each key of an entry: its name, what it means, what it may hold, and an example as YAML.

All of it comes from the models. The page `/mitmachen/format`, the tables of `content/README.md` and the web form read it
from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from catalogue.editing.writer import yaml_text
from catalogue.model.entries import BODY, PUBLISHED, DocumentedEntry, Part, Statement
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import EntryReference, SourceReference, TermReference

FRONT_MATTER_END = "---"


@dataclass(frozen=True, slots=True)
class Key:
    """A key that an entry, or a part of one, may have."""

    name: str
    title: str
    """What a form calls it, in German."""
    description: str
    required: bool
    shape: Shape
    example: str
    """The key with a value as YAML, in one line; empty for a key whose value is made of parts."""

    @property
    def vocabulary(self) -> str:
        """The vocabulary whose terms are allowed; empty if others are."""
        return self.shape.target.vocabulary if isinstance(self.shape.target, TermReference) else ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entry whose ids are allowed; none if others are."""
        return self.shape.target.kinds if isinstance(self.shape.target, EntryReference) else ()

    @property
    def part(self) -> type[Part] | None:
        """The model of the parts that it is made of, or nothing for plain values."""
        return self.shape.part

    @property
    def is_prose(self) -> bool:
        """Whether it is the text below the second line `---`."""
        return self.name == BODY


@cache
def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """The keys of an entry or a part, in the order of the model."""
    return tuple(_keys(model))


def _keys(model: type[Part]) -> Iterator[Key]:
    for name, field in model.model_fields.items():
        shape = shapes(model)[name]
        example = "" if shape.part or name == BODY else _example(model, name, (field.examples or [""])[0])
        yield Key(name, field.title or name, field.description or "", field.is_required(), shape, example)


def own_keys(model: type[DocumentedEntry]) -> list[Key]:
    """The keys of a kind of entry beside those that every entry has."""
    common = DocumentedEntry.model_fields
    return [key for key in keys_of(model) if key.name not in common]


@cache
def parts() -> dict[type[Part], tuple[Key, ...]]:
    """The parts that published entries are made of, each once, with its keys."""
    found: dict[type[Part], tuple[Key, ...]] = {}
    todo: list[type[Part]] = [*PUBLISHED]
    for model in todo:
        for key in keys_of(model):
            if key.part and key.part not in found:
                found[key.part] = keys_of(key.part)
                todo.append(key.part)
    return found


def summary(model: type[Part]) -> str:
    """What an entry or a part is: the first paragraph of its definition."""
    return " ".join((model.__doc__ or "").split("\n\n", maxsplit=1)[0].split())


def form_of(key: Key) -> str:
    """What a value of a key looks like, in German: `Datum`, `Liste von Texten`, `ja oder nein`."""
    shape = key.shape
    if shape.part is Statement:
        return "Liste von Texten"
    if shape.part:
        return "Liste" if shape.many else "mehrere Angaben"
    if key.is_prose:
        return "Text in Markdown"
    if isinstance(shape.target, SourceReference):
        return "Kurzname einer Quelle"
    one, many = _form_of_value(shape)
    return f"Liste von {many}" if shape.many else one


def _form_of_value(shape: Shape) -> tuple[str, str]:
    if isinstance(shape.target, TermReference):
        return "Begriff", "Begriffen"
    if isinstance(shape.target, EntryReference):
        return "Kennung", "Kennungen"
    if shape.is_date:
        return "Datum", "Daten"
    named = {
        bool: ("true oder false", "true oder false"),
        int: ("ganze Zahl", "ganzen Zahlen"),
        float: ("Zahl", "Zahlen"),
    }
    return named.get(shape.value_type, ("Text", "Texten"))


def _example(model: type[Part], name: str, value: Any) -> str:
    """A key with its value in one line, as an editor may write it."""
    if not isinstance(value, list):
        return yaml_text(model, {name: value}).strip()
    listed: str = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True)
    return f"{name}: {listed.strip()}"


MARK = "<!-- Ab hier schreibt „catalogue guide“; Änderungen gehören in catalogue/model/entries/. -->"
END_MARK = "<!-- Ende der Tabellen. -->"


def with_tables(guide: str) -> str:
    """The guide for editors with its tables of keys as the models have them today.

    Raises ValueError if the guide has no place for them.
    """
    before, mark, rest = guide.partition(MARK)
    _old, end, after = rest.partition(END_MARK)
    if not (mark and end):
        raise ValueError("the guide has no marks for the tables")
    return f"{before}{mark}\n\n{tables()}\n{end}{after}"


def tables() -> str:
    """All keys as Markdown: what every entry has, then a table a kind of entry, then one a part."""
    return "\n".join(
        [
            _table("In jedem Eintrag", summary(DocumentedEntry), keys_of(DocumentedEntry)),
            *(_table(_heading(model), summary(model), own_keys(model)) for model in PUBLISHED),
            *(_table(f"`{part_name(part)}`", summary(part), keys) for part, keys in parts().items()),
        ]
    )


def _heading(model: type[DocumentedEntry]) -> str:
    return f"{KINDS_BY_NAME[model.kind].singular.de} (`{place(model)}`)"


def place(model: type[DocumentedEntry]) -> str:
    """Where the files of a kind lie in the content folder: `measures/<project>/<id>.md`."""
    folder = next(iter(model.placed_in), None) or model.grouped_by
    ending = "md" if BODY in model.model_fields else "yaml"
    return "/".join([model.folder, *([f"<{folder}>"] if folder else []), f"<id>.{ending}"])


def part_name(part: type[Part]) -> str:
    """What a part is called: the keys that hold it, as `partners, operated_by`."""
    models: list[type[Part]] = [*PUBLISHED, *parts()]
    return ", ".join(
        dict.fromkeys(key.name for model in models for key in keys_of(model) if key.part is part)
    )


def _table(heading: str, text: str, keys: Iterable[Key]) -> str:
    rows = "".join(map(_row, keys))
    return (
        f"### {heading}\n\n{text}\n\n| Schlüssel | Bedeutung | Wert | Beispiel |\n|---|---|---|---|\n{rows}"
    )


def _row(key: Key) -> str:
    required = " (Pflicht)" if key.required else ""
    return f"| `{key.name}`{required} | {_cell(key.description)} | {_cell(_value(key))} | {_shown(key)} |\n"


def _value(key: Key) -> str:
    form = form_of(key)
    if key.vocabulary:
        return f"{form} aus [{key.vocabulary}](vocabulary/{key.vocabulary}.yaml)"
    if key.kinds:
        return f"{form} ({' oder '.join(KINDS_BY_NAME[kind].singular.de for kind in key.kinds)})"
    return form


def _shown(key: Key) -> str:
    if key.is_prose:
        return f"unter der zweiten Zeile `{FRONT_MATTER_END}`"
    if key.part:
        return f"siehe Tabelle `{part_name(key.part)}`"
    return f"`{_cell(key.example)}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
