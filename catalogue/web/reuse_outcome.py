"""What a reuse check finds: how a place stands to each requirement of a solution, why, and what to do next.

The answers are those in the address of the request.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from catalogue.advice import reuse_check
from catalogue.advice.reuse_check import BUDGETS_EUR, BUDGETS_PER_YEAR_EUR, Verdict
from catalogue.exports.paper import Block, Heading, Items, Paragraph
from catalogue.facts.contacts import Addressee, addressee
from catalogue.model.entries import Cost, Requirement
from catalogue.model.size_classes import size_class
from catalogue.queries import solutions
from catalogue.queries.solutions import SolutionRecord
from catalogue.web.edition_access import database, term, vocabulary_terms, words
from catalogue.web.form_input import form_text
from catalogue.web.page_parts import euro

SIZE, BUDGET, PER_YEAR = "groesse", "budget", "jahresbudget"
"""The questions that every check asks."""

OWN = "bedarf-"
"""With this begins the name of the question for a requirement itself; its number among the requirements follows."""

ONCE = ("gesamt", "entwicklung", "anschaffung", "budget")
"""What an amount may cover to be compared with a budget."""

MONTHS = {"jaehrlich": 1, "monatlich": 12}
"""What an amount may cover to be compared with what there is each year, and how often it arises in a year."""


@dataclass(frozen=True, slots=True)
class RequirementCheck:
    """A requirement, how it stands, and why."""

    text: str
    verdict: Verdict
    reason: str
    kind: str = ""
    """What kind of requirement it is; empty for what the check itself asks for."""
    note: str = ""
    """What the entry adds, in German."""
    german: bool = True
    """Whether the text is the entry's own, so always German."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found, and what to do next."""

    checked: list[RequirementCheck]
    untold: list[str]
    """Kinds of requirement of which no source says anything."""
    next_steps: list[str]

    def having(self, verdict: Verdict) -> list[RequirementCheck]:
        """What stands so."""
        return [one for one in self.checked if one.verdict == verdict]


def question_name(number: int, need: Requirement) -> str:
    """The name of the question for a requirement."""
    return reuse_check.question_of(need.at_least) if need.at_least else f"{OWN}{number}"


def to_ask(one: SolutionRecord) -> Addressee | None:
    """Whom to ask about a solution."""
    return addressee(words(), one.solution, one.origins)


def outcome(one: SolutionRecord, own_size: str | None) -> Outcome:
    """How the place in the address meets what a solution requires."""
    solution = one.solution
    used_in = Counter(size_class(number) or "" for number in solutions.sizes_of_users(database(), one.id))
    checked = [
        *(check_requirement(number, need) for number, need in enumerate(solution.requirements, start=1)),
        check_size(own_size, used_in),
        check_budget(form_text(BUDGET), solution.costs),
        check_budget_per_year(form_text(PER_YEAR), solution.costs),
    ]
    told = {need.kind for need in solution.requirements}
    untold = [
        known.label for kind, known in vocabulary_terms("requirement_kinds").items() if kind not in told
    ]
    return Outcome(checked, untold, next_steps(checked, bool(untold), to_ask(one)))


def check_requirement(number: int, need: Requirement) -> RequirementCheck:
    """How a requirement stands, with the reason in a sentence."""
    name = question_name(number, need)
    given = form_text(name)
    if not need.at_least:
        verdict = reuse_check.asked_itself(given)
        reason = {
            Verdict.MET: _("Ihre Antwort: haben wir oder bekommen wir."),
            Verdict.OPEN: _("Ihre Antwort: fehlt uns noch."),
            Verdict.UNKNOWN: _("Noch nicht beantwortet."),
        }[verdict]
        return RequirementCheck(need.text, verdict, str(reason), need.kind)
    answers = {name: f"{name}.{given}"}
    verdict = reuse_check.requirement(need.at_least, answers, list(vocabulary_terms("reuse_answers")))
    question = term("reuse_questions", name).label
    if verdict == Verdict.UNKNOWN:
        reason = _("Noch nicht beantwortet: %(question)s", question=question)
    else:
        answer = term("reuse_answers", answers[name]).label
        reason = _("%(question)s Ihre Antwort: %(answer)s.", question=question, answer=answer)
    return RequirementCheck(need.text, verdict, str(reason), need.kind)


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


def check_budget(own: str, costs: Sequence[Cost]) -> RequirementCheck:
    """How the first stated amount lies to the own budget, with what it covers.

    It arose elsewhere, often for a first version, so it decides nothing: the cost of taking over stays unknown.
    """
    cost = next((one for one in costs if one.amount_eur is not None and one.covers not in MONTHS), None)
    amount = cost.amount_eur if cost and cost.covers in ONCE else None
    reason = _compared(own, cost, amount, BUDGETS_EUR)
    return RequirementCheck(
        _("Kosten der Übernahme"), Verdict.UNKNOWN, reason, note=_noted(costs), german=False
    )


def check_budget_per_year(own: str, costs: Sequence[Cost]) -> RequirementCheck:
    """How the first stated running cost lies to what there is each year; it decides as little."""
    cost = next((one for one in costs if one.amount_eur is not None and one.covers in MONTHS), None)
    amount = (cost.amount_eur or 0) * MONTHS[cost.covers] if cost else None
    reason = _compared(own, cost, amount, BUDGETS_PER_YEAR_EUR)
    return RequirementCheck(_("Kosten des Betriebs im Jahr"), Verdict.UNKNOWN, reason, german=False)


def _compared(
    own: str, cost: Cost | None, amount: int | None, classes: Mapping[str, tuple[float, float]]
) -> str:
    """A stated cost, and how the amount that counts lies to the own class of money."""
    if cost is None:
        return str(_("Keine Quelle nennt einen Betrag."))
    compared = {
        Verdict.MET: _("Das liegt in Ihrem Rahmen."),
        Verdict.OPEN: _("Das liegt über Ihrem Rahmen."),
        Verdict.UNKNOWN: _("Mit Ihren Angaben lässt sich das nicht vergleichen."),
    }[reuse_check.budget(own or None, amount, classes)]
    scope = term("cost_scopes", cost.covers).label
    stated = _("Die Quellen nennen %(amount)s (%(scope)s).", amount=euro(cost.amount_eur or 0), scope=scope)
    return f"{stated} {compared}"


def _noted(costs: Sequence[Cost]) -> str:
    """What the sources say of the costs beyond amounts."""
    return " ".join(f"{one.note}." if one.note[-1] not in ".!?" else one.note for one in costs if one.note)


def ways() -> dict[str, str]:
    """What to do about an open requirement, by its kind."""
    return {
        "personal": _("Benennen Sie eine zuständige Person und ihre Arbeitszeit."),
        "daten": _(
            "Fragen Sie Kreis, Land und Stadtwerke, ob sie die Daten haben; sonst planen Sie ihre Erhebung."
        ),
        "infrastruktur": _("Klären Sie, wer betreibt: Sie selbst, ein Rechenzentrum oder ein Dienstleister."),
        "recht": _("Holen Sie Rechtsamt und Datenschutz dazu, bevor Sie beschaffen."),
        "vergabe": _("Beziehen Sie die Vergabestelle ein und prüfen Sie, ob Nachbarn mit Ihnen beschaffen."),
        "organisation": _("Sprechen Sie die nötigen Partner an und halten Sie Zuständigkeiten fest."),
        "finanzen": _("Melden Sie Mittel für Einführung und Betrieb zum Haushalt an."),
    }


def next_steps(checked: Sequence[RequirementCheck], untold: bool, to: Addressee | None) -> list[str]:
    """What to do next: first for what is open, then for what is unknown, then on to those who decide."""
    open_kinds = dict.fromkeys(one.kind for one in checked if one.verdict == Verdict.OPEN)
    steps = [str(way) for kind, way in ways().items() if kind in open_kinds]
    if untold or any(one.verdict == Verdict.UNKNOWN for one in checked):
        asked = _("Fragen Sie die genannte Stelle nach dem, was nicht bekannt ist.")
        unnamed = _("Klären Sie, was nicht bekannt ist, mit einer Kommune, die sie nutzt.")
        steps.append(str(asked if to else unnamed))
    if not open_kinds:
        steps.append(str(_("Nichts Beantwortetes steht dagegen: Bringen Sie die Vorlage in Ihren Rat ein.")))
    return steps


def blocks(found: Outcome) -> list[Block]:
    """What a check found, as a section of a paper in German."""
    written: list[Block] = [Heading("Prüfung: Passt das zu uns?")]
    for verdict, heading in (
        (Verdict.OPEN, "Noch offen"),
        (Verdict.UNKNOWN, "Nicht bekannt"),
        (Verdict.MET, "Erfüllt"),
    ):
        if having := found.having(verdict):
            lines = [
                " ".join(part for part in (f"{one.text}:", one.reason, one.note) if part) for one in having
            ]
            written += [Heading(heading, 2), Items(lines)]
    if found.untold:
        written.append(Paragraph(f"Keine Quelle nennt Voraussetzungen zu: {', '.join(found.untold)}."))
    return [*written, Heading("Wie es weitergeht", 2), Items(found.next_steps)]
