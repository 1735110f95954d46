"""The fact sheet of a solution: what it takes to take it over, on a page or two."""

from __future__ import annotations

import sqlite3

from catalogue import queries
from catalogue.exports import wording
from catalogue.exports.paper import Block, Heading, Items, Paper, Paragraph, References, Table, prose_blocks
from catalogue.exports.wording import NOT_TOLD, Labels
from catalogue.queries import Row, solutions

KIND = "Steckbrief einer Lösung"


def solution_sheet(db: sqlite3.Connection, solution: Row, label: Labels, address: str, edition: str) -> Paper:
    """One solution as a paper."""
    solution_id = solution["id"]
    lists = solutions.lists(db, solution_id)
    told = facts(db, solution, label)
    missing = ", ".join(name for name, texts in told.items() if not texts)
    rows = [(name, [texts]) for name, texts in told.items() if texts]
    rows += [(NOT_TOLD[0].upper() + NOT_TOLD[1:], [[missing]])] if missing else []
    blocks: list[Block] = [Heading("Auf einen Blick"), Table(["Angabe", solution["title"]], rows)]
    if solution["problem"]:
        blocks += [Heading("Das Problem"), Paragraph(solution["problem"])]
    blocks += [Heading("Wie sie funktioniert"), *prose_blocks(solution["body"], 2)]
    blocks += [Heading("Was man zur Übernahme braucht"), *_needs(db, solution_id)]
    for name, heading in (
        ("steps", "Schritte"),
        ("results", "Was daraus wurde"),
        ("lessons", "Was andere daraus lernen können"),
        ("risks", "Risiken"),
    ):
        if lists[name]:
            blocks += [Heading(heading), Items(lists[name])]
    pages = [(wording.source(row), row["url"]) for row in solutions.sources(db, solution_id)]
    blocks += [Heading("Quellen"), References(pages), Paragraph(f"Eintrag im Katalog: {address}")]
    verified = wording.day(solution["last_verified"])
    return Paper(
        title=solution["title"],
        subtitle=solution["subtitle"],
        kind=KIND,
        as_of=wording.whole_date(solution["last_verified"]),
        blocks=blocks,
        footer=f"Smart-City-Katalog, Ausgabe {edition}, geprüft {verified}, Inhalt unter CC BY 4.0",
    )


def facts(db: sqlite3.Connection, solution: Row, label: Labels) -> dict[str, list[str]]:
    """What decides on taking a solution over, by name; an empty list where no source tells."""
    solution_id = solution["id"]
    lists = solutions.lists(db, solution_id)
    origins = [row["name"] for row in solutions.origins(db, solution_id)] + lists["origins_elsewhere"]
    openness = [] if solution["open_source"] is None else ["ja" if solution["open_source"] else "nein"]
    openness += [text for text in (solution["licence"], solution["repository"]) if text]
    return {
        "Stand": [wording.status_of(solution, label)],
        "Reife": _some(solution["maturity"]),
        "Art der Lösung": _joined([label("solution_kinds", kind) for kind in lists["kinds"]]),
        "Für wen": _joined([label("audiences", audience) for audience in lists["audiences"]]),
        "Kosten": wording.cost_of(solution),
        "Aufwand": _some(solution["effort"]),
        "Quelloffen": _joined(openness),
        "Technik": _joined(lists["technologies"]),
        "Standards und Schnittstellen": _joined(
            list(dict.fromkeys([*lists["standards"], *lists["interfaces"]]))
        ),
        "Betreibermodell": _some(solution["operating_model"]),
        "Wer sie betreibt": _joined([wording.partner(row) for row in solutions.operators(db, solution_id)]),
        "Woher sie kommt": _joined(origins),
        "Wer es übernommen hat oder will": [
            wording.reuse(row, label) for row in solutions.reuses(db, solution_id)
        ],
        "Seite mit Kontakt": _some(solution["website"] or solution["official_page"]),
    }


def _needs(db: sqlite3.Connection, solution_id: str) -> list[Block]:
    kinds = queries.terms(db, "requirement_kinds", "de")
    needs = [f"{row['text']} ({kinds[row['kind']].label})" for row in solutions.requirements(db, solution_id)]
    return [Items(needs)] if needs else [Paragraph(f"{NOT_TOLD[0].upper() + NOT_TOLD[1:]}.")]


def _some(text: str | None) -> list[str]:
    return [text] if text else []


def _joined(texts: list[str]) -> list[str]:
    return [", ".join(texts)] if texts else []
