"""Facts of measures and solutions side by side, though each kind has facts of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from catalogue.facts.answers import Answer, ShortAnswer, answers, in_short
from catalogue.facts.fact import Cell, DeclaredFact, Fact, ShownIn, columns_of, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.facts.wording import Wording
from catalogue.model.entries import Measure, Solution
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.reusables import Reusable

NO_SUCH = "–"
"""What stands where entries of a kind have no such fact."""


def entry_of(one: Reusable) -> Measure | Solution:
    """The entry itself."""
    return one.measure if isinstance(one, MeasureRecord) else one.solution


def _declared(one: Reusable) -> Sequence[DeclaredFact[Any]]:
    """The facts that are declared of its kind."""
    return MEASURE_FACTS if isinstance(one, MeasureRecord) else SOLUTION_FACTS


def facts_of(one: Reusable, where: ShownIn, words: Wording) -> list[Fact]:
    """The facts of an entry that are shown somewhere, as `facts_in` gives them."""
    return facts_in(_declared(one), where, one, words)


def answers_of(one: Reusable, words: Wording) -> list[Answer]:
    """The answers of an entry to the questions that decide."""
    return answers(facts_of(one, ShownIn.PAGE, words), words)


def short_answers_of(one: Reusable, words: Wording) -> list[ShortAnswer]:
    """The same in a few words each."""
    return in_short(_declared(one), one, words)


def aligned(entries: Sequence[Sequence[Fact]]) -> list[tuple[Fact, ...]]:
    """Rows of facts with one key, a fact for each entry; where its kind has no such fact, that is said by a dash.

    A fact that only later entries have stands behind the one that goes before it there.
    """
    order: list[str] = []
    known: dict[str, Fact] = {}
    for facts in entries:
        before = 0
        for fact in facts:
            if fact.key not in known:
                order.insert(before, fact.key)
                known[fact.key] = replace(
                    fact, values=[], origin=None, sources=(), short=None, unknown=NO_SUCH
                )
            before = order.index(fact.key) + 1
    told = [{fact.key: fact for fact in facts} for facts in entries]
    return [tuple(one.get(key, known[key]) for one in told) for key in order]


def table_of(chosen: Iterable[Reusable], words: Wording) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows of a table with the columns of all kinds that are among the entries."""
    rows: list[dict[str, Cell]] = []
    headings: dict[str, None] = {}
    for one in chosen:
        row = _row(one, words)
        headings |= dict.fromkeys(row)
        rows.append(row)
    return list(headings), [[row.get(heading) for heading in headings] for row in rows]


def _row(one: Reusable, words: Wording) -> dict[str, Cell]:
    """The cells of an entry by their headings."""
    return {words.say(column.heading): column.cell(one, words) for column in columns_of(_declared(one))}
