"""The papers that a measure or a shortlist gives: a fact sheet, and a paper for a council meeting."""

from __future__ import annotations

from collections.abc import Callable

from catalogue.exports import fact_layout, phrases
from catalogue.exports.paper import Block, Heading, Items, Paper, Paragraph, References, Table, prose_blocks
from catalogue.exports.phrases import NOT_TOLD, Labels
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

Cell = Callable[[MeasureRecord], list[str]]


def fact_sheet(one: MeasureRecord, label: Labels, address: str, edition: str) -> Paper:
    """One measure on a page or two."""
    measure = one.measure
    facts = {**_reuse_facts(label), **_costs_and_needs(label), **_further_facts(label)}
    blocks: list[Block] = [
        Heading("Auf einen Blick"),
        Table(["Angabe", measure.title], fact_layout.rows({name: cell(one) for name, cell in facts.items()})),
    ]
    prose = prose_blocks(measure.body, 1)
    blocks += prose if prose and isinstance(prose[0], Heading) else [Heading("Worum es geht"), *prose]
    if measure.discontinued_reason:
        blocks += [Heading("Warum eingestellt"), Paragraph(measure.discontinued_reason)]
    blocks += [Heading("Was daraus wurde"), fact_layout.items(one.measure.results)]
    blocks += [Heading("Was andere daraus lernen können"), fact_layout.items(one.measure.lessons)]
    blocks += [Heading("Quellen"), _references(one), Paragraph(f"Eintrag im Katalog: {address}")]
    return Paper(
        title=measure.title,
        subtitle=f"{measure.subtitle} – {one.project.name}",
        kind="Steckbrief einer Maßnahme",
        as_of=phrases.whole_date(measure.last_verified),
        blocks=blocks,
        footer=_footer([one], edition),
    )


def council_paper(chosen: list[MeasureRecord], label: Labels, address: str, edition: str) -> Paper:
    """The first five measures of a shortlist side by side, in the form of a paper for a council."""
    compared = chosen[:MOST_COMPARED]
    names = ", ".join(f"„{one.measure.title}“" for one in compared)
    blocks: list[Block] = [
        Heading("Sachverhalt"),
        Paragraph(
            "Der Bund fördert in den Modellprojekten Smart Cities digitale Lösungen, die andere Kommunen übernehmen "
            f"können. Diese Vorlage stellt zur Auswahl vor: {names}. Alle Angaben stammen aus den öffentlichen "
            f"Quellen am Ende; wo sie nichts sagen, steht „{NOT_TOLD}“."
        ),
    ]
    for one in compared:
        blocks += _case(one)
    blocks += [Heading("Vergleich"), _comparison(compared, label)]
    blocks.append(Heading("Kosten und Voraussetzungen"))
    for one in compared:
        blocks += _costs(one, label)
    blocks.append(Heading("Quellen"))
    for one in compared:
        blocks += [Heading(one.measure.title, 2), _references(one)]
    blocks.append(Paragraph(f"Zusammenstellung im Katalog: {address}"))
    return Paper(
        title=_council_title(compared),
        subtitle="Vergleich von Maßnahmen aus den Modellprojekten Smart Cities",
        kind="Informationsvorlage",
        as_of=max(phrases.whole_date(one.measure.last_verified) for one in compared),
        blocks=blocks,
        to_fill_in=TO_FILL_IN,
        proposal="Der Rat nimmt den Vergleich zur Kenntnis.",
        footer=_footer(compared, edition),
    )


def _council_title(compared: list[MeasureRecord]) -> str:
    if len(compared) == 1:
        return f"Nachnutzung prüfen: {compared[0].measure.title}"
    return f"Lösungen anderer Kommunen: {len(compared)} Maßnahmen im Vergleich"


def _case(one: MeasureRecord) -> list[Block]:
    """What one measure is about, what came of it, and what others may learn."""
    measure = one.measure
    blocks: list[Block] = [
        Heading(measure.title, 2),
        Paragraph(f"{measure.subtitle}. Modellprojekt: {one.project.name}."),
        *(block for block in prose_blocks(measure.body, 3) if not isinstance(block, Heading)),
    ]
    if measure.discontinued_reason:
        blocks.append(Paragraph(f"Die Maßnahme wurde eingestellt: {measure.discontinued_reason}"))
    return blocks + _told({"Ergebnisse": one.measure.results, "Erfahrungen": one.measure.lessons})


def _costs(one: MeasureRecord, label: Labels) -> list[Block]:
    """What one measure costs and needs."""
    facts = {name: cell(one) for name, cell in _costs_and_needs(label).items()}
    return [Heading(one.measure.title, 2), *_told(facts)]


def _told(facts: dict[str, list[str]]) -> list[Block]:
    """A fact in one line, or several beneath its name; what no source tells stands together at the end."""
    blocks: list[Block] = []
    for name, texts in facts.items():
        if len(texts) > 1:
            blocks += [Paragraph(f"{name}:"), Items(texts)]
        elif texts:
            blocks.append(Paragraph(f"{name}: {texts[0]}"))
    missing = fact_layout.missing(facts)
    return [*blocks, Paragraph(f"{fact_layout.NOTHING}: {missing}")] if missing else blocks


def _comparison(compared: list[MeasureRecord], label: Labels) -> Table:
    facts = {**_reuse_facts(label), "Kosten": _cost, "Quelloffen": _openness}
    rows = [(name, [cell(one) or [NOT_TOLD] for one in compared]) for name, cell in facts.items()]
    return Table(["Angabe", *(one.measure.title for one in compared)], rows)


def _reuse_facts(label: Labels) -> dict[str, Cell]:
    """What tells whether a measure fits one's own place."""
    return {
        "Modellprojekt": lambda one: [one.project.name],
        "Wo": lambda one: phrases.place(one, label),
        "Einwohner": phrases.inhabitants,
        "Stand": lambda one: [phrases.status(one.measure, label)],
        "Zeitraum": phrases.period,
        "Art der Lösung": lambda one: _labelled(one.measure.kinds, "solution_kinds", label),
        "Für wen": lambda one: _labelled(one.measure.audiences, "audiences", label),
        "Wer es übernommen hat oder will": lambda one: [phrases.reuse(reuse, label) for reuse in one.reuses],
    }


def _costs_and_needs(label: Labels) -> dict[str, Cell]:
    """What a measure costs and needs."""
    return {
        "Kosten": _cost,
        "Finanzierung": lambda one: [phrases.funding(part) for part in one.measure.funding],
        "Technik": lambda one: fact_layout.joined(one.measure.technologies),
        "Standards": lambda one: fact_layout.joined(one.measure.standards),
        "Quelloffen": _openness,
        "Wer mitwirkt": lambda one: [phrases.partner(partner) for partner in one.measure.partners],
    }


def _further_facts(label: Labels) -> dict[str, Cell]:
    return {
        "Handlungsfelder": lambda one: _labelled(one.measure.fields, "fields", label),
        "Seite der Maßnahme": lambda one: [one.measure.website] if one.measure.website else [],
        "Zuletzt geprüft": lambda one: [phrases.day(one.measure.last_verified)],
    }


def _cost(one: MeasureRecord) -> list[str]:
    return phrases.cost(one.measure.cost)


def _openness(one: MeasureRecord) -> list[str]:
    return phrases.openness(one.measure)


def _labelled(ids: list[str], vocabulary: str, label: Labels) -> list[str]:
    return fact_layout.joined([label(vocabulary, term) for term in ids])


def _references(one: MeasureRecord) -> References:
    return References([(phrases.source(page), page.url) for page in one.measure.sources])


def _footer(chosen: list[MeasureRecord], edition: str) -> str:
    return fact_layout.footer(edition, max(one.measure.last_verified for one in chosen))
