"""Transfers: who reuses what from whom, as a table and as a network, beside the programme's own figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from catalogue.model.entries import Report
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries import positions, reuses
from catalogue.queries.entries import read_one
from catalogue.queries.positions import PlaceOnMap
from catalogue.queries.reuses import ReuseRecord
from catalogue.web import maps, network
from catalogue.web.edition_access import ask_once, database, vocabulary_terms
from catalogue.web.entry_names import title_of
from catalogue.web.form_input import form_choice
from catalogue.web.maps import Spot
from catalogue.web.programme import REPORT
from search.distance import Position

blueprint = Blueprint("transfers", __name__)

STATED = ("transfers", "development-communities", "oriented", "reached-2024-q1", "reached-2024-q3")
"""Figures of the programme on transfer and reach."""

FILTERS = {"art": "reuse_kinds", "stand": "reuse_statuses"}
"""What the table is filtered by: the name in the address and the vocabulary."""

LONGEST_NAME = 44
"""Characters of a name in the picture; the table has the whole name."""


@blueprint.get("/transfers")
def show() -> str:
    """Show the transfers that the address asks for."""
    db = database()
    given = {name: form_choice(name, vocabulary_terms(v)) for name, v in FILTERS.items()}
    asked = {name: value for name, value in given.items() if value}
    shown = [one for one in ask_once(reuses.all_reuses) if fits(one, asked)]
    report = read_one(db, Report, REPORT)
    spots, arcs = spots_and_arcs(shown)
    stated = {figure.name: figure for figure in report.figures} if report else {}
    return render_template(
        "transfers.html",
        totals=ask_once(reuses.totals),
        transfers=[one for one in shown if one.reported],
        by_origin=by_origin(one for one in shown if one.reported),
        named=[one for one in shown if not one.reported],
        named_by_origin=by_origin(one for one in shown if not one.reported),
        asked=asked,
        filters={name: vocabulary_terms(vocabulary).values() for name, vocabulary in FILTERS.items()},
        network=network.network([link(one) for one in shown if one.reported]),
        size=network,
        spots=spots,
        map=maps.draw(spots, arcs),
        stated=[stated[name] for name in STATED if name in stated],
        report=report,
        remarks=[remark for remark in report.remarks if remark.question == 2] if report else [],
    )


def fits(reuse: ReuseRecord, asked: dict[str, str]) -> bool:
    """Whether a reuse is of the kind and status that the address asks for."""
    has = {"art": reuse.kind, "stand": reuse.status}
    return all(has[name] == value for name, value in asked.items())


def by_origin(shown: Iterable[ReuseRecord]) -> list[tuple[str, str, list[ReuseRecord]]]:
    """Id and name of what is reused with its reuses, most of them first."""
    found: dict[tuple[str, str], list[ReuseRecord]] = {}
    for one in shown:
        found.setdefault((one.origin, one.origin_title), []).append(one)
    return [(*origin, rows) for origin, rows in sorted(found.items(), key=lambda pair: -len(pair[1]))]


def spots_and_arcs(shown: Iterable[ReuseRecord]) -> tuple[list[Spot], list[tuple[Position, Position]]]:
    """Where something from elsewhere is in use and where that comes from, on a map, with arcs from here to there.

    There is no arc where what is reused comes from no project or from several, or where a position is unknown.
    """
    places, projects = ask_once(positions.places_on_map), ask_once(positions.places_of_projects)
    projects_of = ask_once(reuses.origin_projects)
    used: dict[PlaceOnMap, dict[str, None]] = {}
    made: dict[PlaceOnMap, dict[str, None]] = {}
    arcs: dict[tuple[Position, Position], None] = {}
    for one in shown:
        place = places.get(one.municipality or "") if one.in_use_elsewhere else None
        if place is None:
            continue
        name = str(title_of(one.origin, one.origin_title))
        used.setdefault(place, {})[name] = None
        come_from = projects_of.get((one.origin_kind, one.origin), ())
        for start in projects.get(come_from[0], ())[:1] if len(come_from) == 1 else ():
            made.setdefault(start, {})[name] = None
            arcs[start.position, place.position] = None
    spots = [_spot(place, made.get(place, {}), used.get(place, {})) for place in {**used, **made}]
    return spots, list(arcs)


def _spot(place: PlaceOnMap, made: Collection[str], used: Collection[str]) -> Spot:
    told = [_("hier kommt her: %(names)s", names=", ".join(made))] if made else []
    told += [_("nutzt: %(names)s", names=", ".join(used))] if used else []
    return Spot(
        place.position,
        place.name,
        f"{request.script_root}/kommunen/{place.id}",
        "; ".join(map(str, told)),
        weight=max(len(used), 1),
        here=not used,
        is_approximate=place.is_approximate,
    )


def link(reuse: ReuseRecord) -> network.Link:
    """A reuse as a line of the picture."""
    root = request.script_root
    return (
        short(str(title_of(reuse.origin, reuse.origin_title))),
        f"{root}{KINDS_BY_NAME[reuse.origin_kind].folder}{reuse.origin}",
        short(reuse.name),
        f"{root}/kommunen/{reuse.municipality}" if reuse.municipality else "",
        "used" if reuse.in_use_elsewhere else "other",
    )


def short(name: str) -> str:
    """A name that fits into the picture."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 2].rstrip() + " …"
