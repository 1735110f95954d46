"""The answers in a few words that stand on the cards of measures and solutions.

They are worked out of the entry once for each language and then kept, as long as the edition is open: the facts of an
edition do not change.
"""

from __future__ import annotations

from flask import Flask

from catalogue.facts.answers import ShortAnswer
from catalogue.facts.reusables import short_answers_of
from catalogue.queries.reusables import reusable_records
from catalogue.web.edition_access import database, opened, words
from catalogue.web.languages import language


def register(app: Flask) -> None:
    """Give all templates `short_facts(id)`."""
    app.jinja_env.globals["short_facts"] = short_facts


def short_facts(entry_id: str) -> list[ShortAnswer]:
    """What a card tells of a measure or solution, by the question that it answers; nothing of an unknown one."""
    known = opened().short_facts
    key = (language(), entry_id)
    if key not in known:
        known[key] = [
            short
            for one in reusable_records(database(), [entry_id])
            for short in short_answers_of(one, words())
        ]
    return known[key]
