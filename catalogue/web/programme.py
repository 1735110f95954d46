"""The programme in figures, and the goals of municipalities as ways into the catalogue.

What a public report states and what the catalogue counts itself stand side by side and are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _

from catalogue.model.entries import Figure, Goal, GoalRule, Report
from catalogue.queries import programme
from catalogue.queries.entries import read_one
from catalogue.queries.measures import measure_cards
from catalogue.queries.programme import OwnCounts
from catalogue.web.bars import bars
from catalogue.web.edition_access import ask_once, database, term
from catalogue.web.page_parts import number

blueprint = Blueprint("programme", __name__)

REPORT = "answer-2024"
MEASURES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """A figure that a report states, the catalogue's own count of the same, and why they differ."""

    stated: Figure
    own: int
    why: str


@blueprint.get("/programm")
def figures() -> str:
    """Show the figures of the report, with the question each stands in, beside the catalogue's own counts."""
    db = database()
    report = read_one(db, Report, REPORT)
    if report is None:
        abort(404)
    stated = {figure.name: figure for figure in report.figures}
    drawn = programme.drawdowns(db, REPORT)
    grant = stated["grant-volume"]
    most = max(half_year.amount_eur for half_year in drawn)
    compared = comparisons(stated, ask_once(programme.own_counts))
    return render_template(
        "programme.html",
        report=report,
        stated={name: figure for name, figure in stated.items() if name not in compared},
        compared=compared.values(),
        drawn=[
            (
                half_year,
                round(100 * half_year.amount_eur / most, 1),
                round(100 * half_year.sum_eur / grant.value, 1),
            )
            for half_year in drawn
        ],
        grant=grant,
        total=drawn[-1],
        total_share=round(100 * drawn[-1].sum_eur / grant.value, 1),
        volume=stated.get("programme-volume"),
        cohorts=ask_once(programme.cohorts),
    )


def comparisons(stated: dict[str, Figure], own: OwnCounts) -> dict[str, FigureComparison]:
    """The stated figures that the catalogue counts too, by name."""
    told = {
        "projects": (own.projects, _("Beide zählen alle geförderten Modellprojekte.")),
        "measures-in-database": (
            own.measures,
            _("Der Katalog zählt, was auf öffentlichen Seiten zu finden war, mit einem späteren Stand."),
        ),
        "curated-solutions": (
            own.curated_solutions,
            _(
                "Der Katalog hat eine eigene Regel; er kennt nicht alle Steckbriefe und nimmt weitere Lösungen auf."
            ),
        ),
        "studies": (
            own.studies,
            _("Der Katalog zählt auch Berichte und Studien anderer Herausgeber und spätere."),
        ),
        "working-communities": (
            own.communities,
            _(
                "Der Katalog kennt nicht alle mit Namen, zählt aber auch Entwicklungspartnerschaften und Verbünde."
            ),
        ),
    }
    return {name: FigureComparison(stated[name], *told[name]) for name in told if name in stated}


@blueprint.get("/ziele")
def goals() -> str:
    """Show the goals with the numbers that the report states and that the catalogue counts."""
    db = database()
    return render_template("goals.html", goals=ask_once(programme.goals), report=read_one(db, Report, REPORT))


@blueprint.get("/ziele/<goal_id>")
def goal(goal_id: str) -> str:
    """Show one goal: what the report says of it, and the measures that serve it by rules that the page tells."""
    db = database()
    found = read_one(db, Goal, goal_id)
    if found is None:
        abort(404)
    ids = programme.measures_for(db, goal_id)
    cards = measure_cards(db, ids)
    return render_template(
        "goal.html",
        goal=found,
        report=read_one(db, Report, found.report),
        examples=programme.examples(db, goal_id),
        rules=[in_words(rule) for rule in found.rules],
        statuses=bars(
            (term("statuses", status.id).label, "", status.measures)
            for status in programme.statuses_for(db, goal_id)
        ),
        measures=[cards[one] for one in ids[:MEASURES_SHOWN]],
        more=[cards[one] for one in ids[MEASURES_SHOWN:]],
        measure_count=number(len(ids)),
    )


def in_words(rule: GoalRule) -> str:
    """A rule of a goal as a reader is told."""
    parts = []
    if rule.field:
        parts.append(_("Handlungsfeld „%(label)s“", label=term("fields", rule.field).label))
    if rule.kind:
        parts.append(_("Art „%(label)s“", label=term("solution_kinds", rule.kind).label))
    if rule.audience:
        parts.append(_("Zielgruppe „%(label)s“", label=term("audiences", rule.audience).label))
    if rule.word:
        parts.append(_("Wortteil „%(word)s“", word=rule.word))
    return " + ".join(parts)
