"""How papers tell facts: in one line, as a list, as rows of a table, and together those that no source tells."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.exports.paper import Block, Items, Paragraph
from catalogue.exports.phrases import NOT_TOLD, day

NOTHING = NOT_TOLD[0].upper() + NOT_TOLD[1:]


def joined(texts: Iterable[str]) -> list[str]:
    """Short texts in one line."""
    line = ", ".join(texts)
    return [line] if line else []


def items(texts: list[str]) -> Block:
    """A list, or the word that no source tells."""
    return Items(texts) if texts else Paragraph(f"{NOTHING}.")


def missing(facts: dict[str, list[str]]) -> str:
    """The names of facts that no source tells, in one line."""
    return ", ".join(name for name, texts in facts.items() if not texts)


def rows(facts: dict[str, list[str]]) -> list[tuple[str, list[list[str]]]]:
    """A row for each fact; the last one names what no source tells."""
    told = [(name, [texts]) for name, texts in facts.items() if texts]
    return [*told, (NOTHING, [[missing(facts)]])] if missing(facts) else told


def footer(edition: str, verified: str) -> str:
    """The line at the foot of every page, with the day of the last verification."""
    return f"Smart-City-Katalog, Ausgabe {edition}, geprüft {day(verified)}, Inhalt unter CC BY 4.0"
