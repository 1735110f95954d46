"""What a new entry needs: its id, its file, the words of its vocabularies, the facts that the register of places knows.

Answers are judged by the code that reads files, one at a time; which to ask for and where the file then goes is told
here, the asking is the command's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from catalogue.editing.writer import entry_path, entry_text, fields_in_order, is_empty
from catalogue.model.entries import BODY, DocumentedEntry, Entry, Municipality, Project
from catalogue.model.ids import DISTRICT_DIGITS, words_of_id
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.shapes import Shape, shapes
from catalogue.model.size_classes import DISTRICT, kind_of
from catalogue.model.values import EntryReference, SourceReference, TermReference
from catalogue.reading.content import Content
from catalogue.reading.corrections import YES_NO
from catalogue.reading.entry_file import read_entry_file
from catalogue.reading.plausibility import STATES
from catalogue.reading.register import RegisteredPlace
from catalogue.reading.validation_messages import shown
from catalogue.reading.yaml_values import read_yaml

LONGEST_ID = 80

MOST_OFFERED = 8
"""So many places, terms or entries are offered for a word."""

LIKE_ENOUGH = 75
"""Percent of similarity from which a place is offered."""


def id_from(name: str) -> str:
    """A name as an id: `Mobilität für Ältere` → `mobilitaet-fuer-aeltere`, cut between words at 80 characters."""
    words = words_of_id(name)
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    return "-".join(words)[:LONGEST_ID]


def new_id(model: type[Entry], name: str, content: Content, project: str = "") -> str:
    """An id for a new entry of that name that no other has or had; that of a measure begins with its project."""
    wanted = id_from(name)
    if project and wanted != project and not wanted.startswith(f"{project}-"):
        wanted = id_from(f"{project} {wanted}")
    own = {*content.ids.get(model.kind, {})}
    taken = own if model is Municipality else own.union(*content.ids.values())
    if model is Project:  # may be called like its municipality
        taken -= content.ids.get(Municipality.kind, {}).keys() - own
    taken |= {former for _, former in content.former_ids} | {one.id for one in content.retired_ids}
    return next(one for n in count(1) if (one := wanted if n == 1 else f"{wanted}-{n}") not in taken)


def asked_for(model: type[DocumentedEntry]) -> list[str]:
    """The fields to ask for: what every entry needs and only a person knows."""
    prose = [BODY] if BODY in model.model_fields else []
    return [name for name in (*_needed(model), *prose) if name not in ("sources", *preset(model), "id")]


def preset(model: type[DocumentedEntry]) -> dict[str, Any]:
    """What a new entry says at first: gathered today, and nothing that would have to be proven."""
    claims = [name for name in _needed(model) if shapes(model)[name].value_type is bool]
    return {"recorded": date.today().isoformat(), **dict.fromkeys(claims, False)}


def _needed(model: type[DocumentedEntry]) -> list[str]:
    return [name for name in fields_in_order(model) if model.model_fields[name].is_required()]


def interpreted(content: Content, shape: Shape, answer: str) -> Any:
    """The value that an answer means: `ja`, the label of a term or the name of an entry become what a file says.

    Several values of a list are parted by commas where they are ids; a text is one value, whatever it holds.
    """
    if shape.part:
        value = read_yaml(answer).data if answer.startswith("{") else answer
        return [value] if shape.many else value
    if shape.value_type is bool:
        return YES_NO.get(answer.strip().casefold(), answer)
    listed = shape.many or isinstance(shape.target, SourceReference)
    if listed and shape.target:
        return [_meant(content, shape, one) for one in map(str.strip, answer.split(",")) if one]
    return [answer] if shape.many else _meant(content, shape, answer)


def choices(content: Content, shape: Shape) -> dict[str, str]:
    """What a value may be, with its German name: terms of a vocabulary, or entries; nothing if it is free."""
    if isinstance(shape.target, TermReference):
        return {one: term.label.de for one, term in content.terms(shape.target.vocabulary).items()}
    if isinstance(shape.target, EntryReference):
        named = [file for kind in shape.target.kinds for file in content.entries.get(kind, {}).values()]
        return {file.id: str(getattr(file.entry, KINDS_BY_NAME[file.kind].title)) for file in named}
    return {}


def _meant(content: Content, shape: Shape, answer: str) -> str:
    """The id that an answer stands for, by the id itself or by the name; the answer if there is none."""
    known = choices(content, shape) if shape.target else {}
    same = [one for one, name in known.items() if name.casefold() == answer.casefold()]
    return answer if answer in known or len(same) != 1 else same[0]


def refusals(model: type[Entry], name: str, value: Any, content: Content) -> list[str]:
    """Why a value of one field is not right, each with a remedy; nothing if it is."""
    values = {"id": "neu", BODY: "Text, der lang genug ist, um für sich zu stehen.", name: value}
    file = read_entry_file(Path("neu"), model, entry_text(model, values).encode("utf-8"))
    found = [flaw.message for flaw in file.flaws if flaw.code not in ("missing-key", "id-differs")]
    known = choices(content, shapes(model)[name])
    for one in value if isinstance(value, list) else [value]:
        if known and one not in known:
            offered = ", ".join(f"{other} ({word})" for other, word in like(str(one), known).items())
            found.append(f"{shown(one)} steht nicht zur Wahl. Möglich sind: {offered or ', '.join(known)}.")
    return found


def like(answer: str, known: Mapping[str, str]) -> dict[str, str]:
    """The choices whose id or name holds a word of an answer, the first few."""
    words = [word for word in re.findall(r"\w+", answer.casefold()) if len(word) > 2]
    found = [one for one, name in known.items() if any(word in f"{one} {name}".casefold() for word in words)]
    return {one: known[one] for one in found[:MOST_OFFERED]}


def lacking(model: type[DocumentedEntry], values: Mapping[str, Any]) -> list[str]:
    """The fields that a person must still tell, the sources last."""
    return [name for name in (*asked_for(model), "sources") if is_empty(values.get(name))]


def places_called(content: Content, name: str) -> list[RegisteredPlace]:
    """Municipalities and districts of the register that a name may mean, the likeliest first."""
    everywhere = (*content.register, *content.districts)
    wanted = re.sub(r"^(landkreis|kreis|stadt|gemeinde) ", "", name.casefold().strip())
    same = [place for place in everywhere if place.name.casefold() == wanted]
    if same:
        return sorted(same, key=lambda place: -place.population)[:MOST_OFFERED]
    begun = [place for place in everywhere if place.name.casefold().startswith(wanted)]
    if begun:
        return sorted(begun, key=lambda place: -place.population)[:MOST_OFFERED]
    names = [place.name.casefold() for place in everywhere]
    near = process.extract(wanted, names, scorer=fuzz.ratio, limit=MOST_OFFERED, score_cutoff=LIKE_ENOUGH)
    return [everywhere[n] for _, _, n in near]


def facts_of_place(place: RegisteredPlace) -> dict[str, Any]:
    """What the register tells of a place, as values of its entry."""
    is_district = len(place.key) == DISTRICT_DIGITS
    return {
        "name": f"Landkreis {place.name}"
        if is_district and "kreis" not in place.name.casefold()
        else place.name,
        "municipality_kind": DISTRICT if is_district else kind_of(place.population),
        "federal_state": STATES[int(place.key[:2]) - 1],
        "ags": place.key,
    }


def create(content_folder: Path, model: type[Entry], values: Mapping[str, Any], project: str = "") -> Path:
    """Write the file of a new entry, whole or not at all, and give its path. Raises FileExistsError if there is one."""
    path = content_folder / entry_path(model, values, project)
    text = entry_text(model, values)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
        except BaseException:
            path.unlink()
            raise
    return path
