"""How papers tell facts: as rows of a table, one beneath the other, and together those that no source tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalogue.exports.paper import Block, Items, Paragraph, References, Row
from catalogue.facts import shared
from catalogue.facts.fact import Fact, Value, cited
from catalogue.facts.formats import day
from catalogue.facts.reusables import aligned, entry_of
from catalogue.facts.wording import NOT_TOLD
from catalogue.model.entries import DocumentedEntry, Source, Statement
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.reusables import Reusable
from catalogue.queries.reuses import SourcePage

NOTHING = NOT_TOLD.de[0].upper() + NOT_TOLD.de[1:]


def items(texts: list[str]) -> Block:
    """A list, or the word that no source tells."""
    return Items(texts) if texts else Paragraph(f"{NOTHING}.")


def statements(entry: DocumentedEntry, told: list[Statement]) -> Block:
    """Statements with the numbers of their sources, or the word that no source tells."""
    return cited_items(shared.statements(entry, told))


def cited_items(values: Iterable[Value]) -> Block:
    """Values with the numbers of their sources, or the word that no source tells."""
    return items([cited(value.line, value.sources) for value in values])


def rows(facts: list[Fact]) -> list[Row]:
    """A row for each fact; the last one names what no source tells."""
    told: list[Row] = [(fact.label, [fact.lines]) for fact in facts if fact.values]
    return [*told, (NOTHING, [[_missing(facts)]])] if _missing(facts) else told


def paragraphs(facts: list[Fact]) -> list[Block]:
    """A fact in one line, or several beneath its name; what no source tells stands together at the end."""
    blocks: list[Block] = []
    for fact in facts:
        if len(fact.lines) > 1:
            blocks += [Paragraph(f"{fact.label}:"), Items(fact.lines)]
        elif fact.lines:
            blocks.append(Paragraph(f"{fact.label}: {fact.lines[0]}"))
    return [*blocks, Paragraph(f"{NOTHING}: {_missing(facts)}")] if _missing(facts) else blocks


def side_by_side(entries: list[list[Fact]]) -> list[Row]:
    """A row for each fact with a cell for each entry, of whatever kinds."""
    return [(facts[0].label, [fact.lines or [fact.unknown] for fact in facts]) for facts in aligned(entries)]


def references(sources: Iterable[Source | SourcePage]) -> References:
    """Pages with the date that they show: `Title, 8. August 2022`."""
    return References(
        [(f"{one.title}, {day(one.date, 'de')}" if one.date else one.title, one.url) for one in sources]
    )


def all_references(one: Reusable) -> Iterator[Block]:
    """The pages that say what is told of an entry; its own are those that the numbers at its facts count."""
    entry = entry_of(one)
    yield references(entry.sources)
    if isinstance(one, MeasureRecord) and one.solution:
        yield Paragraph(f"Was laut Lösung „{one.solution.title}“ gilt:")
        yield references(one.solution.sources)
    named = {source.url for source in entry.sources}
    reuses = {page.url: page for reuse in one.reuses for page in reuse.pages if page.url not in named}
    if reuses:
        yield Paragraph("Wer es nutzt:")
        yield references(reuses.values())


def footer(edition: str, *entries: DocumentedEntry) -> str:
    """The line at the foot of every page, with the day from which the facts are."""
    newest = max(entries, key=lambda entry: entry.as_of)
    known = f"{'geprüft' if newest.last_verified else 'erfasst'} {day(newest.as_of, 'de')}"
    return f"Smart-City-Katalog, Ausgabe {edition}, {known}, Inhalt unter CC BY 4.0"


def _missing(facts: list[Fact]) -> str:
    """The names of facts that no source tells, in one line."""
    return ", ".join(fact.label for fact in facts if not fact.values)
