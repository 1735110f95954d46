"""What tables, views and columns mean, in English too, and what it means where nothing stands.

The German texts stand in the models and where tables and views are declared; the English ones in `descriptions.po`, by the
German ones. A text with a name in it is translated by its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from catalogue.edition.tables import DatabaseColumn
from catalogue.model.entries import Label

CATALOGUE = Path(__file__).with_name("descriptions.po")


@cache
def translations() -> dict[str, str]:
    """The English texts by the German ones."""
    with CATALOGUE.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    found = []
    for german, translated in translations().items():
        if "{" in german:
            pattern = (
                re.escape(german)
                .replace(r"\{about\}", "(?P<about>.+)")
                .replace(r"\{table\}", r"(?P<table>\w+)")
            )
            found.append((re.compile(pattern, re.DOTALL), translated))
    return found


def english(german: str) -> str:
    """A description in English; empty if it has no translation."""
    if known := translations().get(german):
        return known
    for pattern, translated in _patterns():
        if match := pattern.fullmatch(german):
            parts = match.groupdict()
            if "about" in parts:
                parts["about"] = english(parts["about"])
            return translated.format(**parts)
    return ""


def meaning_of_null(column: DatabaseColumn) -> str:
    """What it means that nothing stands in a column; empty if something always does."""
    if column.required:
        return ""
    if column.worked_out_from:
        return "Das Datum ist nicht bekannt"
    if column.name.endswith("_en"):
        return "Keine englische Fassung"
    if column.name in ("last_verified", "verified"):
        return "Noch nicht verglichen"
    if column.name == "source" or column.name.endswith("_source"):
        return "Keine Quelle ist einzeln genannt; es ist eine der Quellen des Eintrags"
    return "Keine Quelle sagt es"


UNITS: tuple[tuple[str, str], ...] = (
    ("_eur", "€"),
    ("_percent", "%"),
    ("_km", "km"),
)


COUNTED: Mapping[str, Label] = {
    "population": Label(de="Einwohner", en="inhabitants"),
    "participants": Label(de="Personen", en="people"),
    "latitude": Label(de="Grad Nord (WGS 84)", en="degrees north (WGS 84)"),
    "longitude": Label(de="Grad Ost (WGS 84)", en="degrees east (WGS 84)"),
}
"""What the numbers of other columns count; too long to stand in each cell."""


def unit(column: str) -> str:
    """The unit of the numbers of a column: its name ends with it."""
    return next((sign for ending, sign in UNITS if column.endswith(ending)), "")
