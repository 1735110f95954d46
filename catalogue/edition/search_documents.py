"""What the search gets to see: every published entry as a plain document, and the language of the field.

The names of the facets are those of the page addresses (`/suche?feld=mobilitaet`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from catalogue.model import sharing
from catalogue.model.entries import (
    GLOSSARY,
    Criterion,
    DocumentedEntry,
    Entry,
    Goal,
    Knowledge,
    Measure,
    Municipality,
    Partner,
    Project,
    Reuse,
    Solution,
    Statement,
)
from catalogue.model.facets import FACETS, FACETS_BY_NAME, YES
from catalogue.model.reuse import is_in_use_elsewhere, is_reported
from catalogue.model.sharing import Sharer, teller
from catalogue.model.size_classes import size_class
from catalogue.model.values import TECHNOLOGIES, UNKNOWN
from catalogue.reading import prose
from catalogue.reading.content import Content
from search.documents import Document
from search.language import Concept, KnownPlace, Language

TOPICS = tuple(facet.name for facet in FACETS if facet.topic)
PLACES = tuple(facet.name for facet in FACETS if facet.place)


def facets_of(
    entry: Entry, owner: Entry | None = None, **worked_out: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """The values of all facets of an entry: what is worked out, else what it states, else what its owner does."""
    found = {"typ": (entry.kind,), **worked_out}
    for facet in FACETS:
        if facet.name not in found:
            found[facet.name] = facet.values(entry) or (facet.values(owner) if owner else ())
    return {name: values for name, values in found.items() if values}


def documents(content: Content) -> Iterator[Document]:
    """Every entry that the search finds, as a document."""
    for measure_id, measure in content.measures.items():
        yield measure_document(content, measure, content.projects[content.project_of(measure_id)])
    for project in content.projects.values():
        yield project_document(content, project)
    for solution in content.solutions.values():
        yield solution_document(content, solution)
    for knowledge in content.knowledge.values():
        yield knowledge_document(content, knowledge)
    for goal in content.goals.values():
        yield goal_document(goal)
    for criterion in content.criteria.values():
        yield criterion_document(criterion)


def measure_document(content: Content, measure: Measure, project: Project) -> Document:
    """A measure, found by its own words and those of its terms, places and project."""
    reuses = reported_reuses(content, measure)
    solution = content.only_solution_of(measure.id)
    where = measure.municipalities or project.municipalities
    population = _population(content, where, project)
    facets = facets_of(
        measure,
        project,
        projekt=(project.id,),
        kommune=tuple(where),
        groesse=_some(size_class(population)),
        nachgenutzt=_yes(any(map(is_in_use_elsewhere, reuses))),
        **shared_facets(content, measure, [solution] if solution else []),
    )
    return Document(
        id=measure.id,
        kind=measure.kind,
        title=measure.title,
        one_liner=measure.subtitle,
        asked_as=tuple(measure.asked_as),
        **_in_english(measure),
        terms=_words(content, facets, TOPICS),
        places=_places(content, where, project, facets),
        text=prose.to_text(measure.body),
        results=_texts(measure.results),
        lessons=(*_texts(measure.lessons), *_some(measure.discontinued_reason)),
        partners=_partners(content, measure.partners),
        technologies=_technologies(content, measure),
        facets=facets,
        years=_years(measure),
        order={"name": measure.title, "geprueft": measure.last_verified or "", "groesse": population or 0},
        quality=quality(measure, len(reuses)),
    )


def shared_facets(content: Content, own: Sharer, others: Sequence[Sharer]) -> dict[str, tuple[str, ...]]:
    """The facets of what a measure and its solution share, as the pages of both tell it."""
    telling = teller(own, others, sharing.openness)
    return {
        "kosten": _yes(teller(own, others, sharing.costs).costs),
        "quelloffen": _yes(sharing.is_open_source(telling, content.terms("licences"))),
        "lizenz": _some(teller(own, others, sharing.licence).licence),
    }


def project_document(content: Content, project: Project) -> Document:
    """A model project, found by its names, places and what it is after."""
    facets = facets_of(
        project, kommune=tuple(project.municipalities), groesse=_some(size_class(project.population))
    )
    return Document(
        id=project.id,
        kind=project.kind,
        title=project.name,
        one_liner=project.lead,
        aliases=tuple(project.aliases),
        **_in_english(project),
        terms=_words(content, facets, TOPICS),
        places=_places(content, project.municipalities, project, facets),
        text=project.summary,
        facets=facets,
        order={
            "name": project.name,
            "geprueft": project.last_verified or "",
            "groesse": project.population or 0,
        },
        quality=0.5,
    )


def solution_document(content: Content, solution: Solution) -> Document:
    """A solution, found by its own words and those of its terms, origins and places that reuse it."""
    reuses = reported_reuses(content, solution)
    used_in = tuple(dict.fromkeys(r.municipality for r in reuses if r.municipality))
    facets = facets_of(
        solution,
        None,
        kommune=used_in,
        nachgenutzt=_yes(any(map(is_in_use_elsewhere, reuses))),
        **shared_facets(content, solution, content.own_measures_of(solution)),
    )
    origins = [content.projects[origin].name for origin in solution.origins]
    reusers = [content.municipalities[one].name for one in used_in]
    return Document(
        id=solution.id,
        kind=solution.kind,
        title=solution.title,
        one_liner=solution.subtitle,
        asked_as=tuple(solution.asked_as),
        **_in_english(solution),
        terms=_words(content, facets, TOPICS),
        places=tuple(dict.fromkeys([*origins, *solution.origins_elsewhere, *reusers])),
        text="\n".join([*_some(solution.problem), prose.to_text(solution.body)]),
        results=_texts(solution.results),
        lessons=_texts([*solution.lessons, *solution.risks]),
        partners=_partners(content, solution.operated_by),
        technologies=_technologies(content, solution),
        facets=facets,
        order=_order(solution.title, solution),
        quality=1.0 if solution.curated else 0.5,
    )


def knowledge_document(content: Content, knowledge: Knowledge) -> Document:
    """A piece of knowledge, found by its names, topics and summary."""
    kind = content.terms("knowledge-kinds")[knowledge.knowledge_kind]
    facets = facets_of(knowledge)
    return Document(
        id=knowledge.id,
        kind=knowledge.kind,
        title=knowledge.title,
        one_liner=knowledge.subtitle or knowledge.form or kind.label.de,
        aliases=tuple(knowledge.aliases),
        asked_as=tuple(knowledge.asked_as),
        **_in_english(knowledge),
        terms=(*_words(content, facets, TOPICS), *knowledge.topics),
        places=(*_some(knowledge.place), *knowledge.members),
        text=prose.to_text(knowledge.body),
        results=(*knowledge.findings, *knowledge.outputs),
        partners=(*_some(knowledge.publisher), *knowledge.authors),
        facets=facets,
        years=(int(knowledge.date[:4]),) * 2 if knowledge.date else None,
        order=_order(knowledge.title, knowledge),
        quality=0.3,
        explains=knowledge.knowledge_kind == GLOSSARY,
    )


def goal_document(goal: Goal) -> Document:
    """A municipal goal, found by its name and what is said of it."""
    return Document(
        id=goal.id,
        kind=goal.kind,
        title=goal.title,
        asked_as=tuple(goal.asked_as),
        text="\n".join([*_some(goal.statement), *(example.text for example in goal.examples)]),
        facets=facets_of(goal),
        order=_order(goal.title, goal),
        quality=0.3,
    )


def criterion_document(criterion: Criterion) -> Document:
    """A criterion of the roadmap, found by its name, its question and what it asks for."""
    return Document(
        id=criterion.id,
        kind=criterion.kind,
        title=criterion.title,
        one_liner=criterion.question,
        asked_as=tuple(criterion.asked_as),
        text=criterion.text,
        partners=tuple(criterion.actors),
        facets=facets_of(criterion),
        order=_order(criterion.title, criterion),
        quality=0.3,
    )


class _English(TypedDict):
    title_en: str
    one_liner_en: str


def _in_english(entry: Measure | Project | Solution | Knowledge) -> _English:
    """What an entry is called in English, as far as it says so."""
    return _English(title_en=entry.title_en or "", one_liner_en=entry.subtitle_en or "")


def _order(name: str, entry: DocumentedEntry) -> dict[str, str | float]:
    return {"name": name, "geprueft": entry.last_verified or "", "groesse": 0}


def reported_reuses(content: Content, entry: DocumentedEntry) -> list[Reuse]:
    """The reuses that count for an entry, without places that are merely named in a list of users."""
    return [reuse for reuse in content.reuses_of.get((entry.kind, entry.id), []) if is_reported(reuse)]


def quality(measure: Measure, reuses: int) -> float:
    """How much a reader learns from an entry beyond its text, from 0 to 1: the share of what may be told.

    `reuses` is the number of reported reuses that count for the measure.
    """
    told = (
        measure.results,
        measure.lessons,
        measure.costs or measure.funding,
        reuses,
        measure.repositories or measure.licence or measure.open_source,
        measure.partners,
        measure.status_date != UNKNOWN,
        len(measure.sources) > 1,
    )
    return sum(map(bool, told)) / len(told)


def language(content: Content) -> Language:
    """The words of the field for the search: thesaurus, compounds, names of places, labels of terms."""
    concepts = content.thesaurus.concepts if content.thesaurus else []
    compounds = content.compound_words.words if content.compound_words else []
    places = {name for place in content.municipalities.values() for name in (place.name, *place.aliases)}
    return Language(
        concepts=tuple(
            Concept(
                c.id,
                c.label,
                tuple(c.synonyms),
                tuple(c.everyday),
                tuple(c.english),
                tuple(c.broader),
                tuple(c.related),
            )
            for c in concepts
        ),
        compound_words=tuple(word for line in compounds for word in line),
        places=tuple(sorted(places)),
        labels={
            facet.name: {
                term.id: (term.label.de, term.label.en, *term.words)
                for term in content.terms(facet.vocabulary).values()
            }
            for facet in FACETS
            if facet.vocabulary
        },
        register=tuple(_known_places(content)),
    )


def _known_places(content: Content) -> Iterator[KnownPlace]:
    """Every municipality of the register; one that has an entry by the name that it has there."""
    labels = {
        word: state.label.de for state in content.terms("federal-states").values() for word in state.words
    }
    named = {place.ags: place.name for place in content.municipalities.values() if place.ags}
    for place in content.register:
        name = named.get(place.key, place.name)
        state = labels.get(place.state, place.state)
        yield KnownPlace(name, place.district, state, place.coordinates, place.key in named)


def _partners(content: Content, stated: Sequence[Partner]) -> tuple[str, ...]:
    """Names of partners in all their spellings."""
    names = content.partner_names
    found: list[str] = []
    for partner in stated:
        listed = names.organisation(partner.name)
        found += [listed.name, *listed.spellings] if listed else [partner.name]
    return tuple(found)


def _technologies(content: Content, entry: Measure | Solution) -> tuple[str, ...]:
    """Technologies, standards and interfaces of an entry, each also in the other words for it."""
    stated = (*entry.technologies, *entry.standards, *entry.interfaces)
    terms = content.terms(TECHNOLOGIES)
    named = [terms[term] for word in stated if (term := content.term_of(TECHNOLOGIES, word))]
    also = (word for term in named for word in (term.label.de, term.label.en, *term.words))
    return tuple({word.casefold(): word for word in (*also, *stated)}.values())


def _population(content: Content, where: Sequence[str], project: Project) -> int | None:
    """Inhabitants of the one place where a measure runs, else of the project's area."""
    if len(where) == 1 and content.municipalities[where[0]].population:
        return content.municipalities[where[0]].population
    return project.population


def _words(content: Content, facets: dict[str, tuple[str, ...]], names: Sequence[str]) -> tuple[str, ...]:
    """Labels and everyday words of an entry's terms in the named facets."""
    found: list[str] = []
    for facet in names:
        for value in facets.get(facet, ()):
            term = content.terms(FACETS_BY_NAME[facet].vocabulary)[value]
            found += [term.label.de, term.label.en, *term.words]
    return tuple(found)


def _places(
    content: Content, where: Iterable[str], project: Project, facets: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Names of the places of an entry, nearest first, then the project's names, its states and kind of place."""
    ids = dict.fromkeys([*where, *project.municipalities])
    municipalities: list[Municipality] = [content.municipalities[i] for i in ids]
    names = [name for place in municipalities for name in (place.name, *place.aliases)]
    words = _words(content, facets, PLACES)
    return tuple(dict.fromkeys([*names, project.name, *project.aliases, project.lead, *words]))


def _years(measure: Measure) -> tuple[int, int] | None:
    """From the first to the last year that the entry names for itself."""
    dates = [d for d in (measure.start, measure.end, measure.status_date) if d and d != UNKNOWN]
    years = sorted(int(d[:4]) for d in dates)
    return (years[0], years[-1]) if years else None


def _texts(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(one.text for one in statements)


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _yes(value: object) -> tuple[str, ...]:
    return (YES,) if value else ()
