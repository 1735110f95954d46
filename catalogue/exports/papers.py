"""The papers that a measure or a shortlist gives: a fact sheet, and a paper for a council meeting."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.exports import fact_layout
from catalogue.exports.paper import Block, Heading, Paper, Paragraph, Table, prose_blocks
from catalogue.facts import shared
from catalogue.facts.fact import Fact, ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.wording import NOT_TOLD, Wording
from catalogue.model.days import first_day
from catalogue.queries.measure_records import MeasureRecord

MOST_COMPARED = 5
"""Measures that a council paper compares."""

TO_FILL_IN = [
    "Vorlage Nr.",
    "Gremium",
    "Sitzung am",
    "Federführende Stelle",
    "Status (öffentlich/nichtöffentlich)",
]


def fact_sheet(one: MeasureRecord, words: Wording, address: str, edition: str) -> Paper:
    """One measure on a page or two. `words` is German, as is the paper."""
    measure = one.measure
    rows = fact_layout.rows(_facts(ShownIn.SHEET, one, words))
    blocks: list[Block] = [Heading("Auf einen Blick"), Table(["Angabe", measure.title], rows)]
    prose = prose_blocks(measure.body, 1)
    blocks += prose if prose and isinstance(prose[0], Heading) else [Heading("Worum es geht"), *prose]
    if measure.discontinued_reason:
        blocks += [Heading("Warum eingestellt"), Paragraph(measure.discontinued_reason)]
    blocks += [Heading(shared.RESULTS.de), fact_layout.statements(measure, measure.results)]
    blocks += [Heading(shared.LESSONS.de), fact_layout.statements(measure, measure.lessons)]
    blocks += [Heading(shared.SOURCES.de), *_references(one)]
    return Paper(
        title=measure.title,
        subtitle=f"{measure.subtitle} – {one.project.name}",
        kind="Steckbrief einer Maßnahme",
        as_of=first_day(measure.as_of),
        blocks=[*blocks, Paragraph(f"Eintrag im Katalog: {address}")],
        footer=fact_layout.footer(edition, measure),
    )


def council_paper(chosen: list[MeasureRecord], words: Wording, address: str, edition: str) -> Paper:
    """The first five measures of a shortlist side by side, in the form of a paper for a council, in German."""
    compared = chosen[:MOST_COMPARED]
    blocks: list[Block] = [Heading("Sachverhalt"), _introduction(compared)]
    for one in compared:
        blocks += _case(one, words)
    blocks += [Heading("Vergleich"), _comparison(compared, words), Heading("Kosten und Voraussetzungen")]
    for one in compared:
        blocks += [
            Heading(one.measure.title, 2),
            *fact_layout.paragraphs(_facts(ShownIn.NEEDS, one, words)),
        ]
    blocks.append(Heading(shared.SOURCES.de))
    for one in compared:
        blocks += [Heading(one.measure.title, 2), *_references(one)]
    return Paper(
        title=_council_title(compared),
        subtitle="Vergleich von Maßnahmen aus den Modellprojekten Smart Cities",
        kind="Informationsvorlage",
        as_of=max(first_day(one.measure.as_of) for one in compared),
        blocks=[*blocks, Paragraph(f"Zusammenstellung im Katalog: {address}")],
        to_fill_in=TO_FILL_IN,
        proposal="Der Rat nimmt den Vergleich zur Kenntnis.",
        footer=fact_layout.footer(edition, *(one.measure for one in compared)),
    )


def _references(one: MeasureRecord) -> Iterator[Block]:
    """The pages that say what is told of a measure; its own are those that the numbers at its facts count."""
    yield fact_layout.references(one.measure.sources)
    if one.solution:
        yield Paragraph(f"Was laut Lösung „{one.solution.title}“ gilt:")
        yield fact_layout.references(one.solution.sources)
    named = {source.url for source in one.measure.sources}
    reuses = {page.url: page for reuse in one.reuses for page in reuse.pages if page.url not in named}
    if reuses:
        yield Paragraph("Wer es nutzt:")
        yield fact_layout.references(reuses.values())


def _facts(view: ShownIn, one: MeasureRecord, words: Wording) -> list[Fact]:
    return facts_in(MEASURE_FACTS, view, one, words)


def _council_title(compared: list[MeasureRecord]) -> str:
    if len(compared) == 1:
        return f"Nachnutzung prüfen: {compared[0].measure.title}"
    return f"Lösungen anderer Kommunen: {len(compared)} Maßnahmen im Vergleich"


def _introduction(compared: list[MeasureRecord]) -> Paragraph:
    names = ", ".join(f"„{one.measure.title}“" for one in compared)
    return Paragraph(
        "Der Bund fördert in den Modellprojekten Smart Cities digitale Lösungen, die andere Kommunen übernehmen "
        f"können. Diese Vorlage stellt zur Auswahl vor: {names}. Alle Angaben stammen aus den öffentlichen "
        f"Quellen am Ende; wo sie nichts sagen, steht „{NOT_TOLD.de}“."
    )


def _case(one: MeasureRecord, words: Wording) -> list[Block]:
    """What one measure is about, what came of it, and what others may learn."""
    measure = one.measure
    blocks: list[Block] = [
        Heading(measure.title, 2),
        Paragraph(f"{measure.subtitle}. Modellprojekt: {one.project.name}."),
        *(block for block in prose_blocks(measure.body, 3) if not isinstance(block, Heading)),
    ]
    if measure.discontinued_reason:
        blocks.append(Paragraph(f"Die Maßnahme wurde eingestellt: {measure.discontinued_reason}"))
    return blocks + fact_layout.paragraphs(_facts(ShownIn.OUTCOME, one, words))


def _comparison(compared: list[MeasureRecord], words: Wording) -> Table:
    rows = fact_layout.side_by_side([_facts(ShownIn.COUNCIL, one, words) for one in compared])
    return Table(["Angabe", *(one.measure.title for one in compared)], rows)
