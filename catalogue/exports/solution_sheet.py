"""The fact sheet of a solution: what it takes to take it over, on a page or two."""

from __future__ import annotations

from catalogue.exports import fact_layout
from catalogue.exports.paper import Block, Heading, Items, Paper, Paragraph, Table, prose_blocks
from catalogue.facts import shared
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.facts.wording import Wording
from catalogue.model.days import first_day
from catalogue.queries.solutions import SolutionRecord

KIND = "Steckbrief einer Lösung"


def solution_sheet(one: SolutionRecord, words: Wording, address: str, edition: str) -> Paper:
    """One solution as a paper. `words` is German, as is the paper."""
    solution = one.solution
    rows = fact_layout.rows(facts_in(SOLUTION_FACTS, ShownIn.SHEET, one, words))
    blocks: list[Block] = [Heading("Auf einen Blick"), Table(["Angabe", solution.title], rows)]
    if solution.problem:
        blocks += [Heading("Das Problem"), Paragraph(solution.problem)]
    blocks += [Heading("Wie sie funktioniert"), *prose_blocks(solution.body, 2)]
    blocks += [Heading(shared.REQUIREMENTS.de), fact_layout.cited_items(shared.requirements(words, solution))]
    if solution.steps:
        blocks += [Heading("Schritte"), Items(solution.steps)]
    for told, heading in (
        (solution.results, shared.RESULTS.de),
        (solution.lessons, shared.LESSONS.de),
        (solution.risks, "Risiken"),
    ):
        if told:
            blocks += [Heading(heading), fact_layout.statements(solution, told)]
    blocks += [Heading(shared.SOURCES.de), fact_layout.references(solution.sources)]
    return Paper(
        title=solution.title,
        subtitle=solution.subtitle,
        kind=KIND,
        as_of=first_day(solution.as_of),
        blocks=[*blocks, Paragraph(f"Eintrag im Katalog: {address}")],
        footer=fact_layout.footer(edition, solution),
    )
