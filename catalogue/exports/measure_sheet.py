"""The fact sheet of a measure."""

from __future__ import annotations

from catalogue.exports import fact_layout
from catalogue.exports.paper import Block, Heading, Paper, Paragraph, Table, prose_blocks
from catalogue.facts import shared
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.wording import Wording
from catalogue.model.days import first_day
from catalogue.queries.measure_records import MeasureRecord


def fact_sheet(one: MeasureRecord, words: Wording, address: str, edition: str) -> Paper:
    """One measure on a page or two. `words` is German, as is the paper."""
    measure = one.measure
    rows = fact_layout.rows(facts_in(MEASURE_FACTS, ShownIn.SHEET, one, words))
    blocks: list[Block] = [Heading("Auf einen Blick"), Table(["Angabe", measure.title], rows)]
    prose = prose_blocks(measure.body, 1)
    blocks += prose if prose and isinstance(prose[0], Heading) else [Heading("Worum es geht"), *prose]
    if measure.discontinued_reason:
        blocks += [Heading("Warum eingestellt"), Paragraph(measure.discontinued_reason)]
    blocks += [Heading(shared.RESULTS.de), fact_layout.statements(measure, measure.results)]
    blocks += [Heading(shared.LESSONS.de), fact_layout.statements(measure, measure.lessons)]
    blocks += [Heading(shared.SOURCES.de), *fact_layout.all_references(one)]
    return Paper(
        title=measure.title,
        subtitle=f"{measure.subtitle} – {one.project.name}",
        kind="Steckbrief einer Maßnahme",
        as_of=first_day(measure.as_of),
        blocks=[*blocks, Paragraph(f"Eintrag im Katalog: {address}")],
        footer=fact_layout.footer(edition, measure),
    )
