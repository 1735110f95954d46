"""The model projects as points of a map."""

from __future__ import annotations

from flask import request

from catalogue.queries import positions
from catalogue.queries.projects import ListedProject
from catalogue.web.edition_access import ask_once
from catalogue.web.entry_names import title_of
from catalogue.web.maps import Spot
from catalogue.web.place_names import measures_told


def spots(shown: list[ListedProject]) -> list[Spot]:
    """The projects where they lie, as large as the number of their measures; one of several far places at each of them."""
    places = ask_once(positions.places_of_projects)
    return [
        Spot(
            place.position,
            name.text,
            f"{request.script_root}/projekte/{project.id}",
            measures_told(project.measures),
            weight=project.measures,
            language=name.language,
            is_approximate=place.is_approximate,
        )
        for project in shown
        for name in [title_of(project.id, project.name)]
        for place in places.get(project.id, ())
    ]
