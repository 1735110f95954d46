"""The fact sheet of a solution: what it takes to take it over, on a page or two."""

from __future__ import annotations

import sqlite3

from catalogue.exports import fact_layout, phrases
from catalogue.exports.paper import Block, Heading, Items, Paper, Paragraph, References, Table, prose_blocks
from catalogue.exports.phrases import Labels
from catalogue.model.entries import Solution
from catalogue.queries import vocabularies
from catalogue.queries.solutions import SolutionRecord

KIND = "Steckbrief einer Lösung"


def solution_sheet(
    db: sqlite3.Connection, one: SolutionRecord, label: Labels, address: str, edition: str
) -> Paper:
    """One solution as a paper."""
    solution = one.solution
    blocks: list[Block] = [
        Heading("Auf einen Blick"),
        Table(["Angabe", solution.title], fact_layout.rows(facts(one, label))),
    ]
    if solution.problem:
        blocks += [Heading("Das Problem"), Paragraph(solution.problem)]
    blocks += [Heading("Wie sie funktioniert"), *prose_blocks(solution.body, 2)]
    blocks += [Heading("Was man zur Übernahme braucht"), _needs(db, solution)]
    for texts, heading in (
        (solution.steps, "Schritte"),
        (solution.results, "Was daraus wurde"),
        (solution.lessons, "Was andere daraus lernen können"),
        (solution.risks, "Risiken"),
    ):
        if texts:
            blocks += [Heading(heading), Items(texts)]
    pages = [(phrases.source(page), page.url) for page in solution.sources]
    blocks += [Heading("Quellen"), References(pages), Paragraph(f"Eintrag im Katalog: {address}")]
    return Paper(
        title=solution.title,
        subtitle=solution.subtitle,
        kind=KIND,
        as_of=phrases.whole_date(solution.last_verified),
        blocks=blocks,
        footer=fact_layout.footer(edition, solution.last_verified),
    )


def facts(one: SolutionRecord, label: Labels) -> dict[str, list[str]]:
    """What decides on taking a solution over, by name; an empty list where no source tells."""
    solution = one.solution
    origins = [origin.name for origin in one.origins] + solution.origins_elsewhere
    return {
        "Stand": [phrases.status(solution, label)],
        "Reife": _some(solution.maturity),
        "Art der Lösung": fact_layout.joined([label("solution_kinds", kind) for kind in solution.kinds]),
        "Für wen": fact_layout.joined([label("audiences", audience) for audience in solution.audiences]),
        "Kosten": phrases.cost(solution.cost),
        "Aufwand": _some(solution.effort),
        "Quelloffen": phrases.openness(solution),
        "Technik": fact_layout.joined(solution.technologies),
        "Standards und Schnittstellen": fact_layout.joined(
            list(dict.fromkeys([*solution.standards, *solution.interfaces]))
        ),
        "Betreibermodell": _some(solution.operating_model),
        "Wer sie betreibt": fact_layout.joined(
            [phrases.partner(partner) for partner in solution.operated_by]
        ),
        "Woher sie kommt": fact_layout.joined(origins),
        "Wer es übernommen hat oder will": [phrases.reuse(reuse, label) for reuse in one.reuses],
        "Seite mit Kontakt": _some(solution.website or solution.official_page),
    }


def _needs(db: sqlite3.Connection, solution: Solution) -> Block:
    kinds = vocabularies.terms(db, "requirement_kinds", "de")
    return fact_layout.items([f"{need.text} ({kinds[need.kind].label})" for need in solution.requirements])


def _some(text: str | None) -> list[str]:
    return [text] if text else []
