"""The interface for programs: answers its requests, and the page that explains it. What there is stands in `catalogue.api`."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from catalogue.api.documentation import entry_fields, shown_kinds, shown_operations
from catalogue.api.openapi import JSON_TYPE
from catalogue.api.operation import HOME, Operation
from catalogue.api.operations import OPERATIONS
from catalogue.api.parameters import PROJECT
from catalogue.api.problem_details import (
    PROBLEM_TYPE,
    PROBLEMS,
    PROBLEMS_BY_NAME,
    ProblemDetails,
    Refused,
    problem_details,
    problem_of_status,
)
from catalogue.queries.former_ids import former_id, renamed, renamed_projects
from catalogue.web.addresses import absolute, reference, root_of_site
from catalogue.web.edition_access import ask_once, context, database, opened
from catalogue.web.former_addresses import to, why_retired
from catalogue.web.languages import in_language, language

blueprint = Blueprint("api", __name__, url_prefix=HOME)

DOCUMENT = "/openapi.json"

TODAYS_IDS = {PROJECT: renamed_projects, "origin": renamed, "measure": renamed}
"""The parameters that name an entry whose id may have been another, and what tells today's by former ones."""


def address(path: str) -> str:
    """The address of a path below the site, in the language of the request."""
    return reference(request.script_root + path)


def answer(operation: Operation, **in_path: str) -> Response:
    """Answer one operation."""
    given = _with_todays_ids(request.args.to_dict(flat=False)) | {
        name: [one] for name, one in in_path.items()
    }
    try:
        told = opened().interface.answer(operation, context(address), given)
    except Refused as refusal:
        if moved := _former(operation, in_path):
            return moved
        return problem(problem_details(refusal.kind, language(), address(f"{HOME}/"), errors=refusal.errors))
    response = Response(told.model_dump_json(), content_type=JSON_TYPE)
    if further := getattr(told, "next", None):
        response.headers["Link"] = f'<{further}>; rel="next"'
    return response


def _with_todays_ids(given: dict[str, list[str]]) -> dict[str, list[str]]:
    """What an address asks for, with today's ids of entries in place of former ones."""
    for name, renamed_to in TODAYS_IDS.items():
        if name in given:
            today = ask_once(renamed_to)
            given[name] = [today.get(one, one) for one in given[name]]
    return given


def _former(operation: Operation, in_path: dict[str, str]) -> Response | None:
    """The answer to the address of an entry that was renamed or retired, if the operation was asked for one."""
    if operation.entry is None or "id" not in in_path:
        return None
    known = former_id(database(), operation.entry.kind, in_path["id"])
    if known is None:
        return None
    if known.entry:
        return to(HOME + operation.path.replace("{id}", known.entry))
    retired = problem_details(PROBLEMS_BY_NAME["retired"], language(), address(f"{HOME}/"))
    return problem(why_retired(known, retired))


for each in OPERATIONS:
    blueprint.add_url_rule(each.path.replace("{id}", "<id>"), each.name, partial(answer, each))


@blueprint.get("", strict_slashes=False)
def home() -> ResponseReturnValue:
    """Lead to the page."""
    return redirect(f"{request.script_root}{HOME}/", 301)


@blueprint.get("/")
def show() -> str:
    """Explain the interface."""
    return render_template(
        "api.html",
        operations=shown_operations(opened().interface, language()),
        kinds=shown_kinds(opened().interface, database()),
        entry_fields=entry_fields(language()),
        problems=PROBLEMS,
        in_language=in_language,
        address=absolute(request.script_root.removeprefix(root_of_site())),
        document=f"{HOME}{DOCUMENT}",
    )


@blueprint.get(DOCUMENT)
def document() -> Response:
    """The OpenAPI document."""
    told = opened().interface.openapi(language(), address(HOME))
    return Response(told, content_type=JSON_TYPE)


def is_for_programs() -> bool:
    """Whether the current request asks the interface, so that its errors are to be read by programs."""
    return request.path.startswith(f"{HOME}/") and request.path != f"{HOME}/"


def refused(status: int) -> Response:
    """The answer to a request that HTTP refuses."""
    return problem(problem_details(problem_of_status(status), language(), address(f"{HOME}/"), status))


def problem(details: ProblemDetails) -> Response:
    """An answer that tells a problem."""
    return Response(
        details.model_dump_json(exclude_defaults=True), status=details.status, content_type=PROBLEM_TYPE
    )
