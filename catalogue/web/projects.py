"""The list of the model projects with a map of the states, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import groupby
from urllib.parse import urlencode

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from catalogue.facts import shared
from catalogue.model.entries import Project
from catalogue.queries import projects, reuses
from catalogue.queries.entries import read_one
from catalogue.queries.measures import measure_cards
from catalogue.queries.projects import ListedProject
from catalogue.web import maps, state_tiles
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import ask_once, database, vocabulary_terms, words
from catalogue.web.form_input import form_choice
from catalogue.web.project_map import spots
from catalogue.web.structured_data import project_data

blueprint = Blueprint("projects", __name__)

FILTERS = {"land": "federal_states", "staffel": "cohorts", "art": "project_kinds"}
"""What the list is filtered by, with the vocabulary of each."""

FIRST_SHOWN = 20
"""Projects of the list that are shown at once; the rest is folded away."""

LARGEST_FIRST: dict[str, Callable[[ListedProject], int | None]] = {
    "massnahmen": lambda project: project.measures,
    "einwohner": lambda project: project.population,
    "volumen": lambda project: project.volume_eur,
}
"""Orders of the list by a number."""


@blueprint.get("/projekte")
def index() -> str:
    """Show the model projects that the address asks for, as a map of the states and as a table."""
    everything = ask_once(projects.projects)
    given = {name: form_choice(name, vocabulary_terms(v)) for name, v in FILTERS.items()}
    asked = {name: value for name, value in given.items() if value}
    shown = [row for row in everything if fits(row, asked)]
    order = form_choice("sortierung", orders())
    elsewhere = {name: value for name, value in asked.items() if name != "land"}
    kept = elsewhere | ({"sortierung": order} if order else {})
    counts = Counter(s for row in everything if fits(row, elsewhere) for s in row.federal_states)
    by_state = {
        state: f"{request.script_root}/projekte?{urlencode({**kept, 'land': state})}"
        for state in vocabulary_terms("federal_states")
    }
    return render_template(
        "projects.html",
        all_count=len(everything),
        first=FIRST_SHOWN,
        projects=in_order(shown, order),
        asked=asked,
        filters={name: vocabulary_terms(vocabulary).values() for name, vocabulary in FILTERS.items()},
        filter_labels={"land": _("Bundesland"), "staffel": _("Staffel"), "art": _("Art")},
        orders=orders(),
        order=order,
        tiles=state_tiles.tiles(counts),
        size=(state_tiles.WIDTH, state_tiles.HEIGHT),
        map=maps.draw(spots(shown), state=asked.get("land")),
        whole_map=f"{request.script_root}/projekte?{urlencode(kept)}",
        address_of={state: f"{address}#liste" for state, address in by_state.items()},
        zoom={state: f"{address}#karte" for state, address in by_state.items()},
    )


def orders() -> dict[str, str]:
    """The orders of the list with their names; the first is used if none is asked for."""
    return {
        "": _("Name"),
        "massnahmen": _("Meiste Maßnahmen zuerst"),
        "einwohner": _("Meiste Einwohner zuerst"),
        "volumen": _("Größtes Volumen zuerst"),
        "staffel": _("Staffel"),
    }


def fits(project: ListedProject, asked: dict[str, str]) -> bool:
    """Whether a project has all that is asked for."""
    has = {"land": project.federal_states, "staffel": (project.cohort,), "art": (project.project_kind,)}
    return all(value in has[name] for name, value in asked.items())


def in_order(projects: list[ListedProject], order: str) -> list[ListedProject]:
    """The projects in an order of `orders`; what is not known comes last, and equals by name as before."""
    if order in LARGEST_FIRST:
        number = LARGEST_FIRST[order]
        return sorted(projects, key=lambda project: -(number(project) or -1))
    return sorted(projects, key=lambda project: project.cohort) if order == "staffel" else projects


@blueprint.get("/projekte/<project_id>")
def show(project_id: str) -> str:
    """Show one model project with its measures by field of action."""
    db = database()
    project = read_one(db, Project, project_id)
    if project is None:
        abort(404)
    places = projects.places_of(db, project_id)
    ids = projects.project_measures(db, project_id)
    cards = measure_cards(db, ids)
    by_field = groupby((cards[i] for i in ids), key=lambda card: card.field)
    return render_template(
        "project.html",
        project=project,
        noted=partial(shared.noted_for, project),
        funding=list(shared.funding(words(), project, project.funding)),
        contact=shared.contact(project, project.contact) if project.contact else None,
        places=[place.name for place in places],
        data=project_data(project, absolute(f"/projekte/{project_id}"), places),
        measure_count=len(ids),
        measures={field: list(group) for field, group in by_field},
        reuses=reuses.of_entry(db, "project", project_id),
        numbers=reuses.numbers_of(db, "project", project_id),
    )
