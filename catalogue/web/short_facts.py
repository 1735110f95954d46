"""The answers in a few words that stand on the cards of measures and solutions.

They are worked out of the entry once for each language and then kept, as long as the edition is open: the facts of an
edition do not change.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    read_ahead([entry_id])
    return opened().short_facts[language(), entry_id]


def read_ahead(ids: Iterable[str]) -> None:
    """Work out what the cards of a list tell, all at once."""
    known, reader = opened().short_facts, language()
    missing = [one for one in ids if (reader, one) not in known]
    if missing:
        told = {one.id: short_answers_of(one, words()) for one in reusable_records(database(), missing)}
        known.update({(reader, one): told.get(one, []) for one in missing})
