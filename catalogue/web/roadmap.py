"""The roadmap from the idea to the transfer, the page of a criterion, and the self-check.

The answers of the self-check live in the address of the page and nowhere else.
"""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from catalogue.advice import self_check
from catalogue.model.entries import Criterion
from catalogue.queries import roadmap
from catalogue.queries.entries import read_one
from catalogue.queries.entry_paths import paths
from catalogue.queries.roadmap import CriterionExample, CriterionRecord
from catalogue.web.edition_access import ask_once, database, vocabulary_terms
from catalogue.web.form_input import form_choice, form_text

blueprint = Blueprint("roadmap", __name__)

ORIGINAL = "https://skalierung.smart-city-dialog.de"
"""The roadmap of the accompanying research that this is a summary of."""


@blueprint.get("/roadmap")
def show() -> str:
    """Show the stages with their criteria, those of one strand only if the address says so."""
    strand = form_choice("strang", vocabulary_terms("strands"))
    shown = [row for row in ask_once(roadmap.criteria) if not strand or strand in row.strands]
    return render_template(
        "roadmap.html",
        stages=ask_once(roadmap.stages),
        criteria=shown,
        strand=strand,
        original=ORIGINAL,
        strands=vocabulary_terms("strands"),
    )


@blueprint.get("/roadmap/<criterion_id>")
def criterion(criterion_id: str) -> str:
    """Show one criterion and what shows how to fulfil it."""
    db = database()
    found, entry = roadmap.criterion(db, criterion_id), read_one(db, Criterion, criterion_id)
    if found is None or entry is None:
        abort(404)
    return render_template(
        "criterion.html",
        criterion=found,
        examples=with_paths(ask_once(roadmap.examples).get(criterion_id, [])),
        sources=entry.sources,
    )


@blueprint.get("/roadmap/selbsttest")
def check() -> str:
    """Ask the question of every criterion, and tell where a project with the given answers stands."""
    criteria = {row.id: row for row in ask_once(roadmap.criteria)}
    answers = {criterion_id: form_text(criterion_id) for criterion_id in criteria if form_text(criterion_id)}
    found = self_check.standing(stages_to_check(list(criteria.values())), answers)
    stages = {stage.id: stage for stage in ask_once(roadmap.stages)}
    return render_template(
        "self_check.html",
        asked=[(stage, [c for c in criteria.values() if c.stage == stage.id]) for stage in stages.values()],
        answers=answers,
        answered=bool(answers),
        stage=stages[found.stage] if found.stage else None,
        now=[criteria[one.id] for one in found.now],
        before=[criteria[one.id] for one in found.before],
        strands={
            strand: (yes, of, round(100 * yes / of)) for strand, (yes, of) in found.strands.items() if of
        },
        examples={one: with_paths(examples) for one, examples in ask_once(roadmap.examples).items()},
    )


def stages_to_check(criteria: list[CriterionRecord]) -> list[self_check.StageQuestions]:
    """The roadmap as the self-check sees it."""
    stages: dict[str, list[self_check.CriterionQuestion]] = {}
    throughout = {row.stage: row.throughout for row in criteria}
    for row in criteria:
        seen = self_check.CriterionQuestion(row.id, row.stage, row.strands, row.milestone)
        stages.setdefault(row.stage, []).append(seen)
    return [
        self_check.StageQuestions(stage, throughout[stage], tuple(found)) for stage, found in stages.items()
    ]


def with_paths(examples: list[CriterionExample]) -> list[tuple[CriterionExample, str]]:
    """Entries with the addresses of their pages."""
    found = paths(database(), [(example.kind, example.id) for example in examples])
    return [(example, request.script_root + found[example.kind, example.id]) for example in examples]
