"""Addresses of entries that were renamed or retired: they lead on to today's, or say why there is none.

They are looked at only where there is nothing else, so that no page is slower for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, make_response, redirect, render_template, request

from catalogue.api.problem_details import ProblemDetails
from catalogue.model.kinds import KINDS
from catalogue.queries.former_ids import FormerId, former_id, renamed
from catalogue.web.edition_access import ask_once, database

GONE = 410


def answer() -> Response | None:
    """The answer to an address below the page of a former id, if the request asks for one."""
    for kind in KINDS:
        if not kind.folder or not request.path.startswith(kind.folder):
            continue
        parts = request.path.removeprefix(kind.folder).split("/")
        for n, part in enumerate(parts[: 2 if kind.model.grouped_by else 1], start=1):
            if known := former_id(database(), kind.name, part):
                return _lead_on(known, parts[n:])
    return None


def _lead_on(known: FormerId, rest: list[str]) -> Response:
    if known.path is None:
        return make_response(render_template("gone.html", gone=known), GONE)
    return to("/".join([known.path, *rest]))


def to(path: str) -> Response:
    """Lead to a path of the site in the language of the request, with what the address asks for."""
    query = request.query_string.decode("ascii", "replace")
    moved = redirect(f"{request.script_root}{path}" + (f"?{query}" if query else ""), 301)
    return make_response(moved)


def why_retired(known: FormerId, problem: ProblemDetails) -> ProblemDetails:
    """A problem that tells a program why an entry is gone, and what there is instead."""
    instead = "".join(f" {one.path or one.id}" for one in known.instead)
    return problem.model_copy(
        update={"detail": f"{known.reason} ({known.date}){':' if instead else ''}{instead}"}
    )


def todays_ids(ids: Iterable[str]) -> list[str]:
    """Ids of measures and solutions with today's in place of former ones, each once."""
    today = ask_once(renamed)
    return list(dict.fromkeys(today.get(one, one) for one in ids))
