"""The fact sheet of a solution: what it takes to take it over, on a page or two."""

from __future__ import annotations

import sqlite3

from catalogue.exports import fact_layout, phrases
from catalogue.exports.paper import Block, Heading, Items, Paper, Paragraph, References, Table, prose_blocks
from catalogue.exports.phrases import Labels
from catalogue.queries import solutions, vocabularies
from catalogue.queries.connection import Row

KIND = "Steckbrief einer Lösung"


def solution_sheet(db: sqlite3.Connection, solution: Row, label: Labels, address: str, edition: str) -> Paper:
    """One solution as a paper."""
    solution_id = solution["id"]
    lists = solutions.lists(db, solution_id)
    blocks: list[Block] = [
        Heading("Auf einen Blick"),
        Table(["Angabe", solution["title"]], fact_layout.rows(facts(db, solution, label))),
    ]
    if solution["problem"]:
        blocks += [Heading("Das Problem"), Paragraph(solution["problem"])]
    blocks += [Heading("Wie sie funktioniert"), *prose_blocks(solution["body"], 2)]
    blocks += [Heading("Was man zur Übernahme braucht"), _needs(db, solution_id)]
    for name, heading in (
        ("steps", "Schritte"),
        ("results", "Was daraus wurde"),
        ("lessons", "Was andere daraus lernen können"),
        ("risks", "Risiken"),
    ):
        if lists[name]:
            blocks += [Heading(heading), Items(lists[name])]
    pages = [(phrases.source(row), row["url"]) for row in solutions.sources(db, solution_id)]
    blocks += [Heading("Quellen"), References(pages), Paragraph(f"Eintrag im Katalog: {address}")]
    return Paper(
        title=solution["title"],
        subtitle=solution["subtitle"],
        kind=KIND,
        as_of=phrases.whole_date(solution["last_verified"]),
        blocks=blocks,
        footer=fact_layout.footer(edition, solution["last_verified"]),
    )


def facts(db: sqlite3.Connection, solution: Row, label: Labels) -> dict[str, list[str]]:
    """What decides on taking a solution over, by name; an empty list where no source tells."""
    solution_id = solution["id"]
    lists = solutions.lists(db, solution_id)
    origins = [row["name"] for row in solutions.origins(db, solution_id)] + lists["origins_elsewhere"]
    return {
        "Stand": [phrases.status(solution, label)],
        "Reife": _some(solution["maturity"]),
        "Art der Lösung": fact_layout.joined([label("solution_kinds", kind) for kind in lists["kinds"]]),
        "Für wen": fact_layout.joined([label("audiences", audience) for audience in lists["audiences"]]),
        "Kosten": phrases.cost(solution),
        "Aufwand": _some(solution["effort"]),
        "Quelloffen": phrases.openness(solution),
        "Technik": fact_layout.joined(lists["technologies"]),
        "Standards und Schnittstellen": fact_layout.joined(
            list(dict.fromkeys([*lists["standards"], *lists["interfaces"]]))
        ),
        "Betreibermodell": _some(solution["operating_model"]),
        "Wer sie betreibt": fact_layout.joined(
            [phrases.partner(row) for row in solutions.operators(db, solution_id)]
        ),
        "Woher sie kommt": fact_layout.joined(origins),
        "Wer es übernommen hat oder will": [
            phrases.reuse(row, label) for row in solutions.reuses(db, solution_id)
        ],
        "Seite mit Kontakt": _some(solution["website"] or solution["official_page"]),
    }


def _needs(db: sqlite3.Connection, solution_id: str) -> Block:
    kinds = vocabularies.terms(db, "requirement_kinds", "de")
    return fact_layout.items(
        [f"{row['text']} ({kinds[row['kind']].label})" for row in solutions.requirements(db, solution_id)]
    )


def _some(text: str | None) -> list[str]:
    return [text] if text else []
