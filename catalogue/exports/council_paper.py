"""The paper for a council meeting: measures and solutions side by side, with all that a decision asks for, in German.

What no source tells is said to be untold, and what the administration has to add is marked; nothing is made up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalogue.exports import fact_layout
from catalogue.exports.map_picture import map_picture
from catalogue.exports.paper import (
    FILL_IN,
    Block,
    Heading,
    Highlights,
    Items,
    Map,
    Paper,
    Paragraph,
    References,
    Table,
    ToFillIn,
    prose_blocks,
)
from catalogue.facts.fact import ShownIn
from catalogue.facts.questions import Question
from catalogue.facts.reusables import answers_of, entry_of, facts_of
from catalogue.facts.shared import SOURCES
from catalogue.facts.wording import NOT_TOLD, Wording
from catalogue.model.days import first_day
from catalogue.model.entries import Measure, Solution
from catalogue.queries.knowledge import Advice
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.positions import PlaceOnMap
from catalogue.queries.reusables import Reusable

MOST_COMPARED = 5
"""Entries that a paper compares."""

HEAD = ["Vorlage Nr.", "Gremium", "Sitzung am", "Status (öffentlich/nichtöffentlich)"]
OWN_COSTS = ["Einmalige Kosten", "Laufende Kosten im Jahr", "Deckung (Produkt, Konto)", "Fördermittel"]
IN_CHARGE = ["Federführende Stelle", "Beteiligte Stellen", "Bericht bis"]

MOST_PLACES = 12
"""So many places of an entry are named beside the map."""

TOPICS = ("Datenschutz", "Vergabe")
ADVISING = ("fragen", "leitfaeden")
"""Knowledge of these kinds on these topics helps with every paper."""

LEGAL = ("recht", "vergabe")
"""Kinds of requirement that are told under data protection and procurement."""


def council_paper(
    chosen: Sequence[Reusable],
    words: Wording,
    advice: Sequence[Advice],
    site: str,
    address: str,
    edition: str,
    checked: Sequence[Block] = (),
    places: Mapping[str, Sequence[PlaceOnMap]] | None = None,
) -> Paper:
    """The first five entries of a shortlist as a paper for a council; `words` is German.

    `site` is the address of the catalogue, `address` that of the shortlist, `checked` what a reuse check found, `places`
    by entry where it runs.
    """
    compared = chosen[:MOST_COMPARED]
    entries = [entry_of(one) for one in compared]
    blocks: list[Block] = [
        *_facts_of_the_case(compared, words),
        *_where(entries, places or {}),
        Heading("Vergleich"),
        _comparison(compared, words),
        *_requirements_and_steps(compared, words),
        *checked,
        *_costs(compared, words),
        *_risks(compared),
        *_law(compared, advice, site),
        Heading("Beschlussvorschlag"),
        Paragraph(f"{_proposal(entries)} {FILL_IN}"),
        Heading("Federführende Stelle"),
        ToFillIn(IN_CHARGE),
        *_sources(compared),
        Paragraph(f"Zusammenstellung im Katalog: {address}"),
    ]
    return Paper(
        title=_title(entries),
        subtitle="Was andere Kommunen tun, was es kostet, was es braucht und wen man fragen kann",
        kind="Vorlage für den Rat",
        as_of=max(first_day(entry.as_of) for entry in entries),
        cover=[ToFillIn(HEAD), *_at_a_glance(compared, words)],
        blocks=blocks,
        footer=fact_layout.footer(edition, *entries),
    )


def _title(entries: Sequence[Measure | Solution]) -> str:
    if len(entries) == 1:
        return f"Nachnutzung prüfen: {entries[0].title}"
    return f"Lösungen anderer Kommunen: {len(entries)} im Vergleich"


def _proposal(entries: Sequence[Measure | Solution]) -> str:
    names = ", ".join(f"„{entry.title}“" for entry in entries)
    return (
        "Der Rat nimmt die Vorlage zur Kenntnis und beauftragt die Verwaltung, eine Übernahme zu prüfen und ihm zu "
        f"berichten. In Frage kommen: {names}."
    )


def _at_a_glance(compared: Sequence[Reusable], words: Wording) -> list[Block]:
    """The four answers of each entry in a few words."""
    blocks: list[Block] = [Heading("Auf einen Blick")]
    for one in compared:
        answers = answers_of(one, words)
        told = [
            (answer.label, answer.short.text if answer.short else answer.unanswered) for answer in answers
        ]
        blocks += [Heading(entry_of(one).title, 2), Highlights(told)]
    return blocks


def _facts_of_the_case(compared: Sequence[Reusable], words: Wording) -> list[Block]:
    names = ", ".join(f"„{entry_of(one).title}“" for one in compared)
    blocks: list[Block] = [
        Heading("Sachverhalt"),
        Paragraph(
            "Der Bund fördert in den Modellprojekten Smart Cities digitale Lösungen, die andere Kommunen übernehmen "
            f"können. Diese Vorlage stellt zur Auswahl vor: {names}. Alle Angaben stammen aus den öffentlichen "
            f"Quellen am Ende; wo sie nichts sagen, steht „{NOT_TOLD.de}“."
        ),
    ]
    for one in compared:
        blocks += _case(one, words)
    return blocks


def _where(entries: Sequence[Measure | Solution], places: Mapping[str, Sequence[PlaceOnMap]]) -> list[Block]:
    """Where the entries run, on a map and in words; nothing if that is known of none."""
    told = [
        f"{entry.title}: {', '.join(_place_names(places[entry.id]))}"
        for entry in entries
        if places.get(entry.id)
    ]
    if not told:
        return []
    positions = [place.position for entry in entries for place in places.get(entry.id, ())]
    return [Heading("Wo es läuft"), Map(map_picture(positions), told)]


def _place_names(places: Sequence[PlaceOnMap]) -> list[str]:
    names = [place.name for place in places]
    return (
        names if len(names) <= MOST_PLACES else [*names[:MOST_PLACES], f"{len(names) - MOST_PLACES} weitere"]
    )


def _case(one: Reusable, words: Wording) -> list[Block]:
    """What one entry is about, what came of it, and what others may learn."""
    entry = entry_of(one)
    blocks: list[Block] = [Heading(entry.title, 2), Paragraph(f"{entry.subtitle}. {_home(one)}".strip())]
    if isinstance(entry, Solution) and entry.problem:
        blocks.append(Paragraph(entry.problem))
    blocks += [block for block in prose_blocks(entry.body, 3) if not isinstance(block, Heading)]
    if isinstance(entry, Measure) and entry.discontinued_reason:
        blocks.append(Paragraph(f"Die Maßnahme wurde eingestellt: {entry.discontinued_reason}"))
    return blocks + fact_layout.paragraphs(facts_of(one, ShownIn.OUTCOME, words))


def _home(one: Reusable) -> str:
    """Where an entry comes from."""
    if isinstance(one, MeasureRecord):
        return f"Modellprojekt: {one.project.name}."
    names = [origin.name for origin in one.origins] + one.solution.origins_elsewhere
    return f"Herkunft: {', '.join(names)}." if names else ""


def _comparison(compared: Sequence[Reusable], words: Wording) -> Table:
    rows = fact_layout.side_by_side([facts_of(one, ShownIn.COUNCIL, words) for one in compared])
    return Table(["Angabe", *(entry_of(one).title for one in compared)], rows)


def _requirements_and_steps(compared: Sequence[Reusable], words: Wording) -> list[Block]:
    blocks: list[Block] = [Heading("Voraussetzungen und Schritte")]
    for one in compared:
        facts = facts_of(one, ShownIn.NEEDS, words)
        needed = [fact for fact in facts if fact.answers is not Question.COST]
        blocks += [Heading(entry_of(one).title, 2), *fact_layout.paragraphs(needed)]
        if one.solution and one.solution.steps:
            blocks += [Paragraph("Schritte der Übernahme:"), Items(one.solution.steps)]
    return blocks


def _costs(compared: Sequence[Reusable], words: Wording) -> list[Block]:
    blocks: list[Block] = [Heading("Kosten und finanzielle Auswirkungen")]
    for one in compared:
        facts = [fact for fact in facts_of(one, ShownIn.PAGE, words) if fact.answers is Question.COST]
        blocks += [Heading(entry_of(one).title, 2), *fact_layout.paragraphs(facts)]
    return [
        *blocks,
        Heading("Was es die Kommune kostet", 2),
        Paragraph("Genannte Beträge gelten dort, wo sie entstanden sind. Die eigenen sind zu ermitteln:"),
        ToFillIn(OWN_COSTS),
    ]


def _risks(compared: Sequence[Reusable]) -> list[Block]:
    """The risks that sources name, of a measure those of its solution."""
    blocks: list[Block] = [Heading("Risiken")]
    for one in compared:
        told = [risk.text for risk in one.solution.risks] if one.solution else []
        blocks += [Heading(entry_of(one).title, 2), fact_layout.items(told)]
    return blocks


def _law(compared: Sequence[Reusable], advice: Sequence[Advice], site: str) -> list[Block]:
    """What sources say is required by law and contract, and knowledge that helps everybody."""
    blocks: list[Block] = [Heading("Datenschutz und Vergabe")]
    for one in compared:
        needs = one.solution.requirements if one.solution else []
        told = [need.text for need in needs if need.kind in LEGAL]
        blocks += [Heading(entry_of(one).title, 2), fact_layout.items(told)]
    if advice:
        blocks.append(Heading("Wissen dazu im Katalog", 2))
        blocks += [Items([f"{one.title} – {_gist(one)}" for one in advice])]
        blocks.append(
            References([(one.title, f"{site}/wissen/{one.knowledge_kind}/{one.id}") for one in advice])
        )
    return blocks


def _gist(one: Advice) -> str:
    """The first paragraph of its text."""
    told = (block.text for block in prose_blocks(one.body, 3) if isinstance(block, Paragraph))
    return next(told, one.title)


def _sources(compared: Sequence[Reusable]) -> list[Block]:
    blocks: list[Block] = [Heading(SOURCES.de)]
    for one in compared:
        blocks += [Heading(entry_of(one).title, 2), *fact_layout.all_references(one)]
    return blocks
