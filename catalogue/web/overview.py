"""The overview: what the catalogue holds, counted and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from catalogue.facts.data_quality import FACTS, FEATURES
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries import data_quality, overview, reuses
from catalogue.queries.overview import TermCount
from catalogue.web.bars import Bar, bars
from catalogue.web.edition_access import ask_once, database, term, vocabulary_terms, words
from catalogue.web.ring import HEIGHT, WIDTH, ring

blueprint = Blueprint("overview", __name__)

MOST_REUSED = 15
SHADES = 4
"""Steps of colour in the table of federal states and fields."""

FEWEST_TOGETHER = 10
"""Pairs of fields with fewer measures are left out of the network; else nobody sees the strong ones."""


@blueprint.get("/ueberblick")
def show() -> str:
    """Show all charts and tables."""
    db = database()
    charts = {
        _("Nach Handlungsfeld"): chart("fields", "feld", ask_once(overview.by_field)),
        _("Nach Art der Lösung"): chart("solution_kinds", "art", ask_once(overview.by_kind)),
        _("Nach Bundesland"): chart("federal_states", "land", ask_once(overview.by_state)),
        _("Nach Stand"): chart("statuses", "status", ask_once(overview.by_status)),
        _("Nach Staffel (Jahr der Auswahl)"): chart("cohorts", "staffel", ask_once(overview.by_cohort)),
    }
    counts = ask_once(overview.states_and_fields)
    most = max(counts.values(), default=1)
    together = overview.fields_together(db, FEWEST_TOGETHER)
    return render_template(
        "overview.html",
        charts_by_heading=charts,
        states=[
            s for s in vocabulary_terms("federal_states").values() if any(s.id == key[0] for key in counts)
        ],
        fields=vocabulary_terms("fields").values(),
        counts=counts,
        shades={key: ceil(SHADES * count / most) for key, count in counts.items()},
        together=together,
        fewest=FEWEST_TOGETHER,
        ring=ring(
            [
                (field.id, field.label, f"{request.script_root}/themen/{field.id}")
                for field in vocabulary_terms("fields").values()
            ],
            {(pair.one, pair.other): pair.measures for pair in together},
        ),
        ring_size=(WIDTH, HEIGHT),
        reused=reuses.most_reused(db, MOST_REUSED),
    )


@blueprint.get("/ueberblick/datenqualitaet")
def quality() -> str:
    """Show how complete and how fresh the content is."""
    entries = ask_once(data_quality.entries)
    return render_template(
        "data_quality.html",
        kinds={kind: words().say(KINDS_BY_NAME[kind].plural) for kind in entries},
        entries=entries,
        features=[
            (words().say(FEATURES[feature]), of_kinds)
            for feature, of_kinds in ask_once(data_quality.completeness).items()
        ],
        facts=[(words().say(FACTS[one.fact]), one) for one in ask_once(data_quality.cited_facts)],
    )


def chart(vocabulary: str, facet: str, counts: Iterable[TermCount]) -> list[Bar]:
    """Bars of the terms of a vocabulary, each leading to its measures."""
    return bars(
        (
            term(vocabulary, count.id).label,
            f"{request.script_root}/suche?typ=measure&{facet}={count.id}",
            count.measures,
        )
        for count in counts
    )
