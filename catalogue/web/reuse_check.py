"""The reuse check of a solution: what it requires is asked about one's own place, and told how it stands.

The answers live in the address of the page and nowhere else; the paper for the council takes them from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext as _

from catalogue.advice import reuse_check
from catalogue.advice.reuse_check import NO, YES, Verdict
from catalogue.model.entries import Requirement
from catalogue.queries.solutions import SolutionRecord, solution_record
from catalogue.queries.vocabularies import Term
from catalogue.web.downloads import as_paper, paper_of
from catalogue.web.edition_access import database, term, vocabulary_terms
from catalogue.web.form_input import form_choice, form_text
from catalogue.web.reuse_outcome import BUDGET, PER_YEAR, SIZE, blocks, outcome, question_name, to_ask

blueprint = Blueprint("reuse_check", __name__)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of the check: its name in the address, its answers, and the one that was given."""

    name: str
    label: str
    options: list[Term]
    given: str
    needs: list[str]
    """The requirements that ask it, in German; none if it is itself a requirement."""
    german: bool = False
    """Whether the label is the entry's own, so always German."""


@blueprint.get("/loesungen/<solution_id>/pruefung")
def check(solution_id: str) -> str:
    """Ask what a solution's requirements ask, and tell how the place in the address meets them."""
    one = _record(solution_id)
    asked = questions(one.solution.requirements)
    own_size = _own_size()
    return render_template(
        "reuse_check.html",
        solution=one.solution,
        questions=asked,
        sizes=vocabulary_terms("sizes").values(),
        own_size=own_size,
        answered=bool(own_size or any(question.given for group in asked.values() for question in group)),
        outcome=outcome(one, own_size),
        verdicts={
            Verdict.OPEN: _("Noch offen"),
            Verdict.UNKNOWN: _("Nicht bekannt: bitte selbst klären"),
            Verdict.MET: _("Erfüllt"),
        },
        answers_in_address=request.query_string.decode(),
        to=to_ask(one),
    )


@blueprint.get("/loesungen/<solution_id>/pruefung.<any(pdf, docx):form>")
def paper(solution_id: str, form: str) -> Response:
    """Give the council paper of a solution with what the check found for the answers in the address."""
    one = _record(solution_id)
    written = paper_of([one], checked=blocks(outcome(one, _own_size())))
    return as_paper(written, form, f"vorlage-{solution_id}")


def _record(solution_id: str) -> SolutionRecord:
    found = solution_record(database(), solution_id)
    if found is None:
        abort(404)
    return found


def _own_size() -> str | None:
    return form_choice(SIZE, vocabulary_terms("sizes")) or None


def questions(needs: Sequence[Requirement]) -> dict[str, list[AskedQuestion]]:
    """The questions that the requirements ask, by the name of the kind that asks each first, then those for money."""
    groups: dict[str, list[AskedQuestion]] = {}
    for kind, known in vocabulary_terms("requirement_kinds").items():
        for number, need in enumerate(needs, start=1):
            asked = {question.name for group in groups.values() for question in group}
            name = question_name(number, need)
            if need.kind == kind and name not in asked:
                groups.setdefault(known.label, []).append(_question(name, need, needs))
    money = [
        _shared_question(name, [])
        for name in (BUDGET, PER_YEAR)
        if name in vocabulary_terms("reuse_questions")
    ]
    return groups | {str(_("Geld")): money} if money else groups


def _question(name: str, need: Requirement, needs: Sequence[Requirement]) -> AskedQuestion:
    if need.at_least:
        asking = [one.text for one in needs if one.at_least and reuse_check.question_of(one.at_least) == name]
        return _shared_question(name, asking)
    options = [Term(YES, str(_("haben wir oder bekommen wir")), ""), Term(NO, str(_("fehlt uns noch")), "")]
    return AskedQuestion(name, need.text, options, form_choice(name, (YES, NO)), [], german=True)


def _shared_question(name: str, needs: list[str]) -> AskedQuestion:
    """A question of the vocabulary, with its answers."""
    options = [
        Term(answer.id.partition(".")[2], answer.label, answer.description)
        for answer in vocabulary_terms("reuse_answers").values()
        if reuse_check.question_of(answer.id) == name
    ]
    given = form_choice(name, {option.id for option in options}) if options else form_text(name)
    return AskedQuestion(name, term("reuse_questions", name).label, options, given, needs)
