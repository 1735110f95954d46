"""The answers in a few words that stand on the cards of measures and solutions.

They are worked out of the entry once for each language and then kept, as long as the edition is open: the facts of an
edition do not change.
"""

from __future__ import annotations

from flask import Flask

from catalogue.facts.answers import ShortAnswer, in_short
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.model.entries import Measure
from catalogue.queries.measure_records import measure_record
from catalogue.queries.solutions import solution_record
from catalogue.web.edition_access import database, opened, words
from catalogue.web.languages import language


def register(app: Flask) -> None:
    """Give all templates `short_facts(kind, id)`."""
    app.jinja_env.globals["short_facts"] = short_facts


def short_facts(kind: str, entry_id: str) -> list[ShortAnswer]:
    """What a card tells of a measure or solution, by the question that it answers; nothing of an unknown one."""
    known = opened().short_facts
    key = (language(), kind, entry_id)
    if key not in known:
        known[key] = _measure(entry_id) if kind == Measure.kind else _solution(entry_id)
    return known[key]


def _measure(entry_id: str) -> list[ShortAnswer]:
    record = measure_record(database(), entry_id)
    return in_short(MEASURE_FACTS, record, words()) if record else []


def _solution(entry_id: str) -> list[ShortAnswer]:
    record = solution_record(database(), entry_id)
    return in_short(SOLUTION_FACTS, record, words()) if record else []
