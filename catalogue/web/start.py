"""The start page: the search, needs in people's words, what came of measures in numbers, and where they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request

from catalogue.facts.figures import telling_number
from catalogue.queries import needs, overview, projects, stories
from catalogue.queries.needs import Need
from catalogue.queries.stories import ToldResult
from catalogue.web import maps
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import ask_once
from catalogue.web.project_map import spots
from catalogue.web.search_examples import examples
from catalogue.web.structured_data import site_data

blueprint = Blueprint("start", __name__)

NEEDS = 6
STORIES = 3
"""How many needs and how many stories are shown."""

LONGEST_STORY = 150
"""Characters of a result that is told as a story."""

LEAST_NUMBER = 1_000
"""A smaller number tells little from afar."""


@dataclass(frozen=True, slots=True)
class Story:
    """A result with the number that tells it."""

    told: ToldResult
    number: float


@blueprint.get("/")
def start() -> str:
    """Show the start page."""
    return render_template(
        "start.html",
        counts=ask_once(overview.counts),
        examples=examples(),
        needs=ask_once(needs_asked),
        stories=ask_once(stories_told),
        map=maps.draw(spots(ask_once(projects.projects))),
        editing=f"{request.script_root}/mitmachen",
        data=site_data(current_app.config["SITE_NAME"], absolute("/")),
    )


def needs_asked(db: sqlite3.Connection) -> list[Need]:
    """The needs that the page asks for."""
    return needs.asked_needs(db, NEEDS)


def stories_told(db: sqlite3.Connection) -> list[Story]:
    """The stories that the page tells."""
    return chosen(stories.results_of_running_measures(db, LONGEST_STORY))


def chosen(results: Iterable[ToldResult]) -> list[Story]:
    """The first results with a large number, one of each model project and field of action; of a measure the largest."""
    best: dict[str, Story] = {}
    for told in results:
        number = telling_number(told.text, LEAST_NUMBER)
        known = best.get(told.measure)
        if number is not None and (known is None or known.number < number):
            best[told.measure] = Story(told, number)
    apart: list[Story] = []
    for story in best.values():
        if all(
            story.told.field != other.told.field and story.told.project != other.told.project
            for other in apart
        ):
            apart.append(story)
    return apart[:STORIES]
