"""Knowledge around solutions: its kinds, the list of each kind, and the page of one piece."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from catalogue.model.entries import GLOSSARY, Knowledge
from catalogue.queries import knowledge
from catalogue.queries.entries import read_one
from catalogue.queries.measures import measure_cards
from catalogue.reading.prose import to_text
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import ask_once, database, vocabulary_terms
from catalogue.web.structured_data import article_data

blueprint = Blueprint("knowledge", __name__)

NEWEST = 6
EVENTS, STANDARDS = "formate", "normen"
"""Kinds that are shown in a way of their own."""


@blueprint.get("/wissen")
def index() -> str:
    """Show the kinds of knowledge and the newest studies and guides."""
    db = database()
    return render_template(
        "knowledge_kinds.html",
        kinds=vocabulary_terms("knowledge_kinds"),
        counts=ask_once(knowledge.counts),
        newest=knowledge.newest(db, NEWEST),
    )


@blueprint.get("/wissen/<kind>")
def of_kind(kind: str) -> ResponseReturnValue:
    """Show all knowledge of a kind; an entry asked for without its kind is found too."""
    db = database()
    if kind not in vocabulary_terms("knowledge_kinds"):
        return to_entry(kind)
    rows = knowledge.of_kind(db, kind)
    today = date.today().isoformat()
    return render_template(
        "knowledge_list.html",
        kind=vocabulary_terms("knowledge_kinds")[kind],
        coming=[row for row in reversed(rows) if kind == EVENTS and (row.date or "") >= today],
        rows=[row for row in rows if not (kind == EVENTS and (row.date or "") >= today)],
        texts={row.id: to_text(row.body) for row in rows} if kind == GLOSSARY else {},
    )


def to_entry(knowledge_id: str) -> ResponseReturnValue:
    """Lead on to the page of an entry under its kind."""
    kind = knowledge.kinds_of(database(), [knowledge_id]).get(knowledge_id)
    if kind is None:
        abort(404)
    return redirect(f"{request.script_root}/wissen/{kind}/{knowledge_id}", 301)


@blueprint.get("/wissen/<kind>/<knowledge_id>")
def show(kind: str, knowledge_id: str) -> ResponseReturnValue:
    """Show one piece of knowledge with everything that its entry tells and who uses it."""
    db = database()
    entry = read_one(db, Knowledge, knowledge_id)
    if entry is None or entry.knowledge_kind != kind:
        return to_entry(knowledge_id)
    using = knowledge.measures_using(db, knowledge_id) if kind == STANDARDS else []
    measures = list(dict.fromkeys([*entry.measures, *using]))
    cards = measure_cards(db, measures)
    return render_template(
        "knowledge.html",
        entry=entry,
        kind=vocabulary_terms("knowledge_kinds")[kind],
        members=knowledge.members(db, knowledge_id),
        measures=[cards[one] for one in measures],
        solutions=knowledge.solutions_of(db, knowledge_id),
        related=knowledge.related(db, knowledge_id),
        criteria=knowledge.criteria_of(db, knowledge_id),
        uses_standard=kind == STANDARDS,
        data=article_data(absolute(f"/wissen/{kind}/{knowledge_id}"), entry),
    )
