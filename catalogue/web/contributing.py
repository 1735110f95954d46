"""The pages that tell editors how to write an entry: every key of every kind, and as much YAML as they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, render_template

from catalogue.editing import key_guide
from catalogue.edition.descriptions import english
from catalogue.edition.tables import vocabulary_table
from catalogue.model.entries import PUBLISHED, DocumentedEntry
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries.vocabularies import Term
from catalogue.web.edition_access import vocabulary_terms
from catalogue.web.entry_form import KINDS as FORM_KINDS
from catalogue.web.languages import in_language
from catalogue.web.yaml_primer import LABELS, RULES, UNQUOTED

blueprint = Blueprint("contributing", __name__)


@blueprint.get("/mitmachen/format")
def entry_format() -> str:
    """Every key of every kind of entry with its meaning, what it may hold and an example, and all terms."""
    models = (*PUBLISHED, *key_guide.parts())
    return render_template(
        "entry_format.html",
        models=PUBLISHED,
        common=DocumentedEntry,
        parts=key_guide.parts(),
        guide=key_guide,
        vocabularies=vocabularies(key.vocabulary for model in models for key in key_guide.keys_of(model)),
        english=english,
        kind_name=lambda kind: in_language(KINDS_BY_NAME[kind].singular),
    )


def vocabularies(named: Iterable[str]) -> dict[str, dict[str, Term]]:
    """The terms of the vocabularies that keys name, by vocabulary, in the order of their names."""
    return {name: vocabulary_terms(vocabulary_table(name)) for name in sorted({*named} - {""})}


@blueprint.get("/mitmachen/yaml")
def yaml() -> str:
    """As much YAML as an entry needs, right and wrong side by side."""
    return render_template("yaml_primer.html", rules=RULES, unquoted=UNQUOTED, labels=LABELS)


@dataclass(frozen=True, slots=True)
class Step:
    """A section of the guide."""

    id: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of the guide: its file among the assets, its size, and what it shows, for those who do not see it."""

    file: str
    width: int
    height: int
    shows: str


GUIDE = Path(__file__).parent / "guides" / "mitmachen.md"
"""The guide, in German like the entries: its sections begin with `## id | Titel`."""

PICTURES = {
    "weg": Picture(
        "guide-way.svg",
        860,
        110,
        "Vier Schritte: Schreiben in Formular oder Datei, Vorschlagen als Merge Request, Prüfen durch Maschine und Redaktion, "
        "zuletzt steht es im Katalog.",
    ),
    "eintrag": Picture(
        "guide-entry.svg",
        620,
        410,
        "Ein Eintrag als Textdatei: oben zwischen zwei Strichlinien die Angaben, darin die Kennung, die zugleich der Dateiname "
        "ist; darunter der Text mit Ausgangslage und Lösung.",
    ),
    "ergaenzen": Picture(
        "guide-forge.svg",
        620,
        330,
        "Der Editor im Browser: oben der Dateiname, darunter der Text des Eintrags, darunter in einer Zeile, was Sie ändern, "
        "unten der Knopf „Commit changes“.",
    ),
}
"""The pictures by the section that they stand in."""


@blueprint.get("/mitmachen")
def guide() -> str:
    """How to add, correct, rename, delete and split entries, for people who do not program."""
    kinds = [KINDS_BY_NAME[kind] for kind in FORM_KINDS]
    return render_template("contributing.html", steps=steps(), pictures=PICTURES, kinds=kinds)


@cache
def steps() -> tuple[Step, ...]:
    """The sections of the guide."""
    found = []
    for part in GUIDE.read_text("utf-8").removeprefix("## ").split("\n## "):
        head, _, text = part.partition("\n")
        name, _, title = head.partition(" | ")
        found.append(Step(name, title, text.strip()))
    return tuple(found)
