"""The facts of a solution, each declared once, in the order in which they are told."""

from __future__ import annotations

from catalogue.facts import shared
from catalogue.facts.contacts import contact_fact
from catalogue.facts.fact import ON_PAGES, SEPARATOR, Column, DeclaredFact, ShownIn, Value
from catalogue.facts.questions import Question
from catalogue.facts.sharing import Sharing
from catalogue.facts.wording import Wording
from catalogue.model import sharing
from catalogue.model.entries import Label
from catalogue.queries.solutions import SolutionRecord

SolutionFact = DeclaredFact[SolutionRecord]


def _standards(one: SolutionRecord, names: list[str]) -> list[Value]:
    """Standards, each with its page among the knowledge if there is one."""
    known = one.standards
    return [Value(name, address=f"/wissen/normen/{known[name]}" if name in known else "") for name in names]


def _origins(one: SolutionRecord, _words: Wording) -> list[Value]:
    projects = [Value(origin.name, address=f"/projekte/{origin.id}") for origin in one.origins]
    return [*projects, *shared.texts(one.solution.origins_elsewhere)]


def _status(one: SolutionRecord, words: Wording) -> list[Value]:
    return [Value(words.status(one.solution.status, one.solution.status_date), german=False)]


SHARING = Sharing[SolutionRecord](lambda one: one.solution, lambda one: one.own_measures)

SOLUTION_FACTS: tuple[SolutionFact, ...] = (
    SolutionFact("id", shared.IDENTIFIER, ShownIn.TABLE, lambda one, _: shared.texts([one.solution.id])),
    SolutionFact("title", shared.NAME, ShownIn.TABLE, lambda one, _: shared.texts([one.solution.title])),
    SolutionFact(
        "subtitle",
        shared.SUBTITLE,
        ShownIn.COMPARISON | ShownIn.TABLE,
        lambda one, words: [shared.subtitle(words, one.solution)],
        cells=(Column(shared.SUBTITLE, lambda one, _: one.solution.subtitle),),
    ),
    *shared.english_names(SHARING.own),
    SolutionFact(
        "status",
        shared.STATUS,
        ShownIn.COUNCIL | ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.TABLE,
        _status,
        sources=lambda one: shared.noted_for(one.solution, "status"),
        cells=(
            Column(shared.STATUS, lambda one, words: words.term("statuses", one.solution.status)),
            Column(shared.STATUS_DATE, lambda one, words: words.plain_date(one.solution.status_date)),
        ),
    ),
    SolutionFact(
        "maturity",
        Label(de="Reife", en="Maturity"),
        ShownIn.COUNCIL | ON_PAGES,
        lambda one, _: shared.texts([one.solution.maturity]),
    ),
    SolutionFact(
        "cost",
        shared.COST,
        ShownIn.COUNCIL | ON_PAGES | ShownIn.TABLE,
        SHARING.values(sharing.costs, lambda words, entry: shared.costs(words, entry, entry.costs)),
        listed=True,
        origin=SHARING.origin(sharing.costs),
        decides=True,
        cells=shared.cost_columns(lambda one: one.solution),
        answers=Question.COST,
        short=lambda one, words: shared.short_cost(words, SHARING.teller(one, sharing.costs).costs),
    ),
    SolutionFact(
        "effort",
        Label(de="Aufwand", en="Effort"),
        ON_PAGES,
        lambda one, _: shared.texts([one.solution.effort]),
        sources=lambda one: shared.noted_for(one.solution, "effort"),
        decides=True,
        answers=Question.COST,
    ),
    SolutionFact(
        "requirements",
        shared.REQUIREMENTS,
        ShownIn.NEEDS | ShownIn.PAGE | ShownIn.COMPARISON,
        lambda one, words: shared.requirements(words, one.solution),
        listed=True,
        decides=True,
        answers=Question.NEEDS,
        short=lambda one, words: shared.short_requirements(words, one.solution),
    ),
    SolutionFact(
        "open_source",
        shared.OPEN_SOURCE,
        ShownIn.COUNCIL | ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        SHARING.values(sharing.openness, shared.openness),
        origin=SHARING.origin(sharing.openness),
        cells=(shared.openness_column(lambda one: one.solution),),
        answers=Question.NEEDS,
        short=SHARING.short_openness,
    ),
    SolutionFact(
        "licence",
        shared.LICENCE,
        ShownIn.COUNCIL | ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        SHARING.values(sharing.licence, shared.licence),
        listed=True,
        origin=SHARING.origin(sharing.licence),
        sources=SHARING.sources(sharing.licence, "licence"),
        cells=(
            Column(shared.LICENCE, lambda one, _: one.solution.licence),
            Column(shared.LICENCE_NOTE, lambda one, _: one.solution.licence_note),
        ),
        decides=True,
        answers=Question.NEEDS,
    ),
    SolutionFact(
        "repositories",
        shared.REPOSITORY,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        SHARING.values(
            sharing.repositories, lambda words, entry: shared.repositories(words, entry.repositories)
        ),
        listed=True,
        origin=SHARING.origin(sharing.repositories),
        cells=(
            Column(
                shared.REPOSITORY,
                lambda one, _: SEPARATOR.join(part.url for part in one.solution.repositories),
            ),
        ),
    ),
    SolutionFact(
        "software_kind",
        shared.SOFTWARE_KIND,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        lambda one, words: shared.software_kind(words, one.solution.software_kind),
    ),
    SolutionFact(
        "deployment",
        shared.DEPLOYMENT,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        lambda one, words: shared.terms(words, "deployments", one.solution.deployment),
        answers=Question.NEEDS,
    ),
    SolutionFact(
        "kinds",
        shared.KINDS,
        ShownIn.COUNCIL | ON_PAGES | ShownIn.TABLE,
        lambda one, words: shared.solution_kinds(words, one.solution.kinds),
    ),
    SolutionFact(
        "audiences",
        shared.AUDIENCES,
        ShownIn.COUNCIL | ON_PAGES | ShownIn.TABLE,
        lambda one, words: shared.terms(words, "audiences", one.solution.audiences),
    ),
    SolutionFact(
        "technologies",
        shared.TECHNOLOGIES,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        lambda one, _: shared.texts(one.solution.technologies),
        sources=lambda one: shared.noted_for(one.solution, "technologies"),
    ),
    SolutionFact(
        "standards",
        shared.STANDARDS,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        lambda one, _: _standards(one, one.solution.standards),
    ),
    SolutionFact(
        "interfaces",
        shared.INTERFACES,
        ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE,
        lambda one, _: _standards(one, one.solution.interfaces),
    ),
    SolutionFact(
        "operating_model",
        Label(de="Betreibermodell", en="Operating model"),
        ShownIn.NEEDS | ON_PAGES,
        lambda one, _: shared.texts([one.solution.operating_model]),
        sources=lambda one: shared.noted_for(one.solution, "operating_model"),
    ),
    SolutionFact(
        "operated_by",
        Label(de="Wer sie betreibt", en="Who runs it"),
        ShownIn.NEEDS | ON_PAGES,
        lambda one, _: shared.partners(one.solution, one.solution.operated_by),
        listed=True,
    ),
    SolutionFact(
        "origins",
        Label(de="Woher sie kommt", en="Where it comes from"),
        ShownIn.COUNCIL | ON_PAGES,
        _origins,
        listed=True,
        answers=Question.USERS,
    ),
    SolutionFact(
        "reuse",
        shared.REUSE,
        ShownIn.PAGE,
        lambda one, words: shared.reuse_summary(words, one.reuses),
        decides=True,
        answers=Question.USERS,
        short=lambda one, words: shared.short_reuse(words, one.reuses),
    ),
    SolutionFact(
        "fields",
        shared.FIELDS,
        ShownIn.TABLE,
        lambda one, words: shared.terms(words, "fields", one.solution.fields),
    ),
    SolutionFact(
        "reuses",
        shared.REUSES,
        ShownIn.COUNCIL | ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.TABLE,
        lambda one, words: shared.reuses(words, one.reuses),
        listed=True,
        cells=shared.reuse_columns(),
    ),
    SolutionFact(
        "results",
        shared.RESULTS,
        ShownIn.OUTCOME | ShownIn.TABLE,
        lambda one, _: shared.statements(one.solution, one.solution.results),
        listed=True,
    ),
    SolutionFact(
        "lessons",
        shared.LESSONS,
        ShownIn.OUTCOME | ShownIn.TABLE,
        lambda one, _: shared.statements(one.solution, one.solution.lessons),
        listed=True,
    ),
    contact_fact(
        ShownIn.COUNCIL | ShownIn.NEEDS | ON_PAGES | ShownIn.TABLE, SHARING.own, lambda one: one.origins
    ),
    SolutionFact(
        "website",
        Label(de="Seite der Lösung", en="Page of the solution"),
        ON_PAGES,
        lambda one, _: shared.links(one.solution.website),
        answers=Question.CONTACT,
    ),
    SolutionFact(
        "official_page",
        Label(de="Im Smart City Dialog", en="In the Smart City Dialog"),
        ON_PAGES,
        lambda one, _: shared.links(one.solution.official_page),
        answers=Question.CONTACT,
    ),
    SolutionFact(
        "asked_as",
        shared.ASKED_AS,
        ShownIn.TABLE,
        lambda one, _: shared.texts(one.solution.asked_as),
        listed=True,
    ),
    *shared.origin_of_facts(SHARING.own),
)
"""The facts of a solution."""
