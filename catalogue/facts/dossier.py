"""What a municipality needs to know to take a solution over, on one page: costs, people, law, procurement, users, steps.

It is what the entry and the measures that are part of it alone tell, in another order; nothing is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from catalogue.facts import shared
from catalogue.facts.cost_ranges import RUNNING, cost_ranges
from catalogue.facts.fact import DeclaredFact, Fact, ShownIn, Value
from catalogue.facts.sharing import told_by
from catalogue.facts.wording import Wording
from catalogue.model.entries import Cost, Label, Measure, Requirement, Solution, Statement
from catalogue.queries.solutions import SolutionRecord

FIRST_STEPS = 10

DATA_PROTECTION = "datenschutz"
"""What speaks of data protection has this in it, whatever kind of statement it is."""

RANGE = Label(
    de="{scope}: {least} bis {most} ({count} Angaben)", en="{scope}: {least} to {most} ({count} statements)"
)

Told = Callable[[SolutionRecord, Wording], Iterable[Value]]


def _statements(one: SolutionRecord, running: bool) -> Iterator[tuple[Solution | Measure, Cost]]:
    """The costs that the solution and its own measures state, and who states each."""
    entries: list[Solution | Measure] = [one.solution, *one.own_measures]
    for entry in entries:
        for cost in entry.costs:
            if (cost.covers in RUNNING) is running:
                yield entry, cost


def _costs(running: bool) -> Told:
    def values(one: SolutionRecord, words: Wording) -> Iterator[Value]:
        stated = list(_statements(one, running))
        yield from _ranges([cost for _, cost in stated], words)
        for entry, cost in stated:
            for value in shared.costs(words, entry, [cost]):
                if entry is one.solution:
                    yield value
                else:
                    origin = told_by(words, entry)
                    yield replace(value, sources=(), details=origin.text, details_german=origin.german)

    return values


def _ranges(costs: Iterable[Cost], words: Wording) -> Iterator[Value]:
    """From the least to the most of amounts that cover the same, where there are several."""
    for one in cost_ranges(costs):
        if one.amounts > 1:
            told = {"least": words.euro(one.least), "most": words.euro(one.most), "count": str(one.amounts)}
            yield Value(words.say(RANGE, scope=words.term("cost_scopes", one.scope), **told), german=False)


def _needs(*kinds: str) -> Told:
    """What the solution requires of some kinds."""

    def values(one: SolutionRecord, _words: Wording) -> Iterator[Value]:
        for need in one.solution.requirements:
            if need.kind in kinds:
                yield Value(need.text, sources=shared.noted(one.solution, need.source))

    return values


def _staff(one: SolutionRecord, words: Wording) -> Iterator[Value]:
    yield from _needs("personal")(one, words)
    for value in shared.texts([one.solution.effort]):
        yield replace(value, sources=shared.noted_for(one.solution, "effort"))


def _procurement(one: SolutionRecord, words: Wording) -> Iterator[Value]:
    yield from _needs("vergabe", "finanzen")(one, words)
    for value in shared.texts([one.solution.operating_model]):
        yield replace(value, sources=shared.noted_for(one.solution, "operating_model"))


def _data_protection(one: SolutionRecord, _words: Wording) -> Iterator[Value]:
    solution = one.solution
    statements: list[Requirement | Statement] = [*solution.requirements, *solution.lessons, *solution.risks]
    for told in statements:
        if DATA_PROTECTION in told.text.casefold():
            yield Value(told.text, sources=shared.noted(solution, told.source))


def _declared(key: str, label: Label, values: Told) -> DeclaredFact[SolutionRecord]:
    return DeclaredFact(key, label, ShownIn.PAGE, values, listed=True)


DOSSIER: tuple[DeclaredFact[SolutionRecord], ...] = (
    _declared("one_off", Label(de="Kosten der Einführung", en="Cost of introduction"), _costs(running=False)),
    _declared("running", Label(de="Kosten des Betriebs", en="Running cost"), _costs(running=True)),
    _declared("staff", Label(de="Personal und Aufwand", en="Staff and effort"), _staff),
    _declared(
        "technology",
        Label(de="Technik, Daten und Partner", en="Technology, data and partners"),
        _needs("infrastruktur", "daten", "organisation"),
    ),
    _declared("law", Label(de="Recht", en="Law"), _needs("recht")),
    _declared(
        "procurement",
        Label(de="Vergabe und Betreibermodell", en="Procurement and operating model"),
        _procurement,
    ),
    _declared("data_protection", Label(de="Datenschutz", en="Data protection"), _data_protection),
    _declared(
        "licence",
        shared.LICENCE,
        lambda one, words: shared.licence(words, one.solution),
    ),
    _declared("reuses", shared.REUSES, lambda one, words: shared.reuses(words, one.reuses)),
    _declared(
        "steps",
        Label(de="Die ersten Schritte", en="The first steps"),
        lambda one, _: shared.texts(one.solution.steps[:FIRST_STEPS]),
    ),
)
"""The sections of the dossier, in their order."""


def dossier(one: SolutionRecord, words: Wording) -> list[Fact]:
    """The sections of a solution's dossier, told or not."""
    return [section.of(one, words) for section in DOSSIER]
