"""Which measures serve which goal: those that a rule of the goal finds, and those that its report names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalogue.edition.tables import DatabaseColumn, DatabaseTable
from catalogue.model.entries import Entry, Goal, GoalRule, Measure

GOALS_MEASURES = DatabaseTable(
    "goals_measures",
    "Welche Maßnahmen welchem Ziel dienen: nach den Regeln der Ziele oder als ihr genanntes Beispiel; "
    "je Zeile ein Ziel und eine Maßnahme",
    (
        DatabaseColumn("goal", str, "Kennung des Ziels", "goals", required=True),
        DatabaseColumn("measure", str, "Kennung der Maßnahme", "measures", required=True),
    ),
    ("goal", "measure"),
    "links",
)


def measures_of_goals(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Pairs of a goal's id and a measure's id, in their order."""
    entries = list(entries)
    goals = sorted((e for e in entries if isinstance(e, Goal)), key=lambda goal: goal.id)
    measures = [(e, words(e)) for e in entries if isinstance(e, Measure)]
    for goal in goals:
        serving = {m.id for m, said in measures if any(holds(rule, m, said) for rule in goal.rules)}
        serving |= {example.measure for example in goal.examples if example.measure}
        yield from ((goal.id, measure_id) for measure_id in sorted(serving))


def words(measure: Measure) -> str:
    """Where the word of a rule is looked for: title, subtitle and technologies, each in a line of its own."""
    return "\n".join((measure.title, measure.subtitle, *measure.technologies)).casefold()


def holds(rule: GoalRule, measure: Measure, said: str) -> bool:
    """Whether all that a rule names is true of a measure."""
    return (
        (rule.field is None or rule.field in measure.fields)
        and (rule.kind is None or rule.kind in measure.kinds)
        and (rule.audience is None or rule.audience in measure.audiences)
        and (rule.word is None or rule.word.casefold() in said)
    )
