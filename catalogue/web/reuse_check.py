"""The reuse check of a solution: a few questions about one's own place, and which requirements it meets.

The answers live in the address of the page and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from catalogue.advice import reuse_check
from catalogue.advice.reuse_check import Verdict
from catalogue.model.entries import Cost, Requirement, Solution
from catalogue.model.size_classes import size_class
from catalogue.queries import entries, solutions
from catalogue.queries.vocabularies import Term
from catalogue.web.edition_access import database, term, vocabulary_terms
from catalogue.web.form_input import form_text
from catalogue.web.page_parts import euro

blueprint = Blueprint("reuse_check", __name__)

SIZE, BUDGET = "groesse", "budget"


@dataclass(frozen=True, slots=True)
class RequirementCheck:
    """A requirement, how it stands, and why."""

    text: str
    verdict: Verdict
    reason: str
    note: str = ""
    """What the entry adds, in German."""
    german: bool = True
    """Whether the text is the entry's own, so always German."""


@blueprint.get("/loesungen/<solution_id>/pruefung")
def check(solution_id: str) -> str:
    """Ask what a solution's requirements ask, and tell how the place in the address meets them."""
    db = database()
    solution = entries.read_one(db, Solution, solution_id)
    if solution is None:
        abort(404)
    needs = solution.requirements
    asked = questions(needs)
    answers = {question: f"{question}.{form_text(question)}" for question in asked if form_text(question)}
    own_size = form_text(SIZE) if form_text(SIZE) in vocabulary_terms("sizes") else None
    used_in = Counter(size_class(number) or "" for number in solutions.sizes_of_users(db, solution_id))
    checked = [
        *(check_requirement(need, answers) for need in needs),
        check_size(own_size, used_in),
        check_budget(form_text(BUDGET), solution.costs),
    ]
    return render_template(
        "reuse_check.html",
        solution=solution,
        questions=asked,
        sizes=vocabulary_terms("sizes").values(),
        answers=answers,
        own_size=own_size,
        answered=bool(answers or own_size),
        verdicts={verdict: [one for one in checked if one.verdict == verdict] for verdict in Verdict},
        headings={
            Verdict.MET: _("Erfüllt"),
            Verdict.OPEN: _("Noch offen"),
            Verdict.UNKNOWN: _("Nicht bekannt: bitte selbst klären"),
        },
    )


ONCE = ("gesamt", "entwicklung", "anschaffung", "budget")
"""What an amount may cover to be compared with a budget."""


def questions(needs: list[Requirement]) -> dict[str, tuple[Term, list[Term]]]:
    """The questions that the requirements and the budget ask, in the order of the vocabulary, with their answers."""
    wanted = {reuse_check.question_of(need.at_least) for need in needs if need.at_least} | {BUDGET}
    answers = vocabulary_terms("reuse_answers").values()
    return {
        name: (question, [answer for answer in answers if reuse_check.question_of(answer.id) == name])
        for name, question in vocabulary_terms("reuse_questions").items()
        if name in wanted
    }


def check_requirement(need: Requirement, answers: dict[str, str]) -> RequirementCheck:
    """How a requirement stands, with the reason in a sentence."""
    at_least = need.at_least
    verdict = reuse_check.requirement(at_least, answers, list(vocabulary_terms("reuse_answers")))
    question = reuse_check.question_of(at_least) if at_least else ""
    if not at_least:
        reason = _("Danach fragt die Prüfung nicht.")
    elif verdict == Verdict.UNKNOWN:
        reason = _("Noch nicht beantwortet: %(question)s", question=term("reuse_questions", question).label)
    else:
        answer = term("reuse_answers", answers[question]).label
        label = term("reuse_questions", question).label
        reason = _("%(question)s Ihre Antwort: %(answer)s.", question=label, answer=answer)
    return RequirementCheck(need.text, verdict, reason)


def check_size(own: str | None, used_in: Counter[str]) -> RequirementCheck:
    """Whether places of the own size use the solution."""
    verdict = reuse_check.size(own, used_in)
    if own is None:
        reason = _("Noch nicht beantwortet: Wie viele Menschen leben in Ihrer Kommune?")
    elif verdict == Verdict.MET:
        reason = ngettext(
            "Im Einsatz in einem Ort dieser Größe, den der Katalog kennt.",
            "Im Einsatz in %(num)s Orten dieser Größe, die der Katalog kennt.",
            used_in[own],
        )
    else:
        reason = _("Aus einem Ort dieser Größe ist dem Katalog kein Einsatz bekannt.")
    return RequirementCheck(_("Erprobt in Orten Ihrer Größe"), verdict, reason, german=False)


def check_budget(own: str, costs: list[Cost]) -> RequirementCheck:
    """How the first stated amount lies to the own budget, with what it covers.

    It arose elsewhere, often for a first version, so it decides nothing: the cost of taking over stays unknown.
    """
    cost = next((one for one in costs if one.amount_eur is not None), None)
    amount = cost.amount_eur if cost else None
    compared = {
        Verdict.MET: _("Das liegt in Ihrem Rahmen."),
        Verdict.OPEN: _("Das liegt über Ihrem Rahmen."),
        Verdict.UNKNOWN: _("Mit Ihren Angaben lässt sich das nicht vergleichen."),
    }[reuse_check.budget(own or None, amount if cost and cost.covers in ONCE else None)]
    if amount is None:
        reason = str(_("Keine Quelle nennt einen Betrag."))
    else:
        scope = term("cost_scopes", cost.covers).label if cost else ""
        stated = _("Die Quellen nennen %(amount)s (%(scope)s).", amount=euro(amount), scope=scope)
        reason = f"{stated} {compared}"
    return RequirementCheck(_("Kosten der Übernahme"), Verdict.UNKNOWN, reason, _noted(costs), german=False)


def _noted(costs: list[Cost]) -> str:
    """What the sources say of the costs beyond amounts."""
    return " ".join(f"{one.note}." if one.note[-1] not in ".!?" else one.note for one in costs if one.note)
