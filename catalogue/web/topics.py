"""Topics: a page for each field of action and each kind of solution."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from catalogue.queries import overview, reuses
from catalogue.queries.measures import measure_cards
from catalogue.queries.needs import needs
from catalogue.web.bars import bars
from catalogue.web.edition_access import ask_once, database, term, vocabulary_terms

blueprint = Blueprint("topics", __name__)

SHOWN = 9
"""How many measures, and how many projects, a topic's page shows."""

VOCABULARIES = {"fields": "feld", "solution_kinds": "art"}
"""The vocabularies whose terms are topics, and the facet of each in the search."""


@blueprint.get("/themen")
def index() -> str:
    """Show all topics with their number of measures."""
    counts = {
        count.id: count.measures for count in (*ask_once(overview.by_field), *ask_once(overview.by_kind))
    }
    topics = {vocabulary: vocabulary_terms(vocabulary).values() for vocabulary in VOCABULARIES}
    return render_template("topics.html", topics=topics, counts=counts)


@blueprint.get("/themen/<topic>")
def show(topic: str) -> str:
    """Show one topic: what it is, typical measures, their status, who has experience, where it was reused."""
    vocabulary = next((v for v in VOCABULARIES if topic in vocabulary_terms(v)), None)
    if vocabulary is None:
        abort(404)
    db = database()
    facet = VOCABULARIES[vocabulary]
    search = f"{request.script_root}/suche?{facet}={topic}"
    ids = overview.topic_measures(db, topic, SHOWN)
    cards = measure_cards(db, ids)
    statuses = overview.topic_statuses(db, topic)
    return render_template(
        "topic.html",
        topic=term(vocabulary, topic),
        search=search,
        facet=facet,
        feed=vocabulary == "fields",
        measure_count=sum(status.measures for status in statuses),
        statuses=bars(
            (term("statuses", status.id).label, f"{search}&status={status.id}", status.measures)
            for status in statuses
        ),
        measures=[cards[i] for i in ids],
        projects=overview.topic_projects(db, topic, SHOWN),
        needs=[one for one in ask_once(needs) if one.field == topic],
        reuses=reuses.of_topic(db, topic),
    )
