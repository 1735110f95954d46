"""The roadmap from the idea to the transfer, the page of a criterion, and the self-check.

The answers of the self-check live in the address of the page and nowhere else.
"""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from catalogue.advice import self_check
from catalogue.queries import roadmap
from catalogue.queries.connection import Row
from catalogue.queries.entry_paths import paths
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import database, vocabulary_terms
from catalogue.web.form_input import form_text

blueprint = Blueprint("roadmap", __name__)

ORIGINAL = "https://skalierung.smart-city-dialog.de"
"""The roadmap of the accompanying research that this is a summary of."""


@blueprint.get("/roadmap")
def show() -> str:
    """Show the stages with their criteria, those of one strand only if the address says so."""
    db = database()
    strand = form_text("strang") if form_text("strang") in vocabulary_terms("strands") else ""
    shown = [row for row in roadmap.criteria(db) if not strand or strand in strands_of(row)]
    return render_template(
        "roadmap.html",
        stages=roadmap.stages(db),
        texts=roadmap.stage_texts(db),
        criteria=shown,
        strand=strand,
        original=ORIGINAL,
        strands=vocabulary_terms("strands"),
    )


@blueprint.get("/roadmap/<criterion_id>")
def criterion(criterion_id: str) -> str:
    """Show one criterion and what shows how to fulfil it."""
    db = database()
    found = roadmap.criterion(db, criterion_id)
    if found is None:
        abort(404)
    return render_template(
        "criterion.html",
        criterion=found,
        strands=strands_of(found),
        actors=roadmap.actors(db, criterion_id),
        examples=with_paths(roadmap.examples(db).get(criterion_id, [])),
        sources=roadmap.sources(db, criterion_id),
        address=absolute(f"/roadmap/{criterion_id}"),
    )


@blueprint.get("/roadmap/selbsttest")
def check() -> str:
    """Ask the question of every criterion, and tell where a project with the given answers stands."""
    db = database()
    rows = {row["id"]: row for row in roadmap.criteria(db)}
    answers = {criterion_id: form_text(criterion_id) for criterion_id in rows if form_text(criterion_id)}
    found = self_check.standing(stages_to_check(list(rows.values())), answers)
    stages = {row["id"]: row for row in roadmap.stages(db)}
    return render_template(
        "self_check.html",
        asked=[(stage, [r for r in rows.values() if r["stage"] == stage["id"]]) for stage in stages.values()],
        answers=answers,
        answered=bool(answers),
        stage=stages[found.stage] if found.stage else None,
        now=[rows[one.id] for one in found.now],
        before=[rows[one.id] for one in found.before],
        strands={
            strand: (yes, of, round(100 * yes / of)) for strand, (yes, of) in found.strands.items() if of
        },
        examples={one: with_paths(examples) for one, examples in roadmap.examples(db).items()},
    )


def strands_of(criterion: Row) -> tuple[str, ...]:
    """The ids of a criterion's strands."""
    return tuple(str(criterion["strands"]).split(","))


def stages_to_check(criteria: list[Row]) -> list[self_check.StageQuestions]:
    """The roadmap as the self-check sees it."""
    stages: dict[str, list[self_check.CriterionQuestion]] = {}
    throughout = {row["stage"]: bool(row["throughout"]) for row in criteria}
    for row in criteria:
        seen = self_check.CriterionQuestion(row["id"], row["stage"], strands_of(row), bool(row["milestone"]))
        stages.setdefault(row["stage"], []).append(seen)
    return [
        self_check.StageQuestions(stage, throughout[stage], tuple(found)) for stage, found in stages.items()
    ]


def with_paths(examples: list[Row]) -> list[tuple[Row, str]]:
    """Entries with the addresses of their pages."""
    found = paths(database(), [(row["kind"], row["id"]) for row in examples])
    return [(row, request.script_root + found[row["kind"], row["id"]]) for row in examples]
