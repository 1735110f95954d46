"""The list of the model projects, and the page of one."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, abort, render_template

from catalogue import queries
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import database
from catalogue.web.structured_data import project_data

blueprint = Blueprint("projects", __name__)


@blueprint.get("/projekte")
def index() -> str:
    """Show all model projects."""
    return render_template("projects.html", projects=queries.projects(database()))


@blueprint.get("/projekte/<project_id>")
def show(project_id: str) -> str:
    """Show one model project with its measures by field of action."""
    db = database()
    project = queries.project(db, project_id)
    if project is None:
        abort(404)
    places = queries.project_places(db, project_id)
    sources = queries.project_sources(db, project_id)
    ids = queries.project_measures(db, project_id)
    cards = queries.measure_cards(db, ids)
    by_field = groupby((cards[i] for i in ids), key=lambda card: str(card["field"]))
    return render_template(
        "project.html",
        project=project,
        aliases=queries.project_aliases(db, project_id),
        states=queries.project_states(db, project_id),
        places=places,
        funding=queries.project_funding(db, project_id),
        sources=sources,
        data=project_data(project, absolute(f"/projekte/{project_id}"), places, sources),
        measure_count=len(ids),
        measures={field: list(group) for field, group in by_field},
    )
