"""Knowledge around solutions: studies, guides, questions, communities, events, standards, criteria, platforms."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import pairs, records, values


@dataclass(frozen=True, slots=True)
class ListedKnowledge:
    """A piece of knowledge in the list of its kind. Dates are years, months or days (`2023-05`)."""

    id: str
    title: str
    subtitle: str | None
    knowledge_kind: str
    form: str | None
    publisher: str | None
    date: str | None
    date_end: str | None
    place: str | None
    body: str
    """Its text in Markdown."""


@dataclass(frozen=True, slots=True)
class DatedKnowledge:
    """A study or guide with the date of its publication: a year, a month or a day."""

    id: str
    title: str
    knowledge_kind: str
    publisher: str | None
    date: str


@dataclass(frozen=True, slots=True)
class KnowledgeMember:
    """Who takes part, with the id of the municipality of that name if the catalogue knows one."""

    name: str
    municipality: str | None


@dataclass(frozen=True, slots=True)
class SolutionLink:
    """A solution as others name it."""

    id: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class RelatedKnowledge:
    """A piece of knowledge as others name it."""

    id: str
    title: str
    knowledge_kind: str
    date: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class CriterionLink:
    """A criterion of the roadmap as others name it."""

    id: str
    title: str


def kinds_of(db: sqlite3.Connection, ids: list[str]) -> dict[str, str]:
    """The kind of each piece of knowledge by its id; ids that no entry has are left out."""
    marks = ", ".join("?" * len(ids))
    return dict(pairs(db, f"SELECT id, knowledge_kind FROM knowledge WHERE id IN ({marks})", ids, str, str))


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many pieces of knowledge each kind has, in the order of the vocabulary."""
    counted = pairs(
        db,
        """
        SELECT k.id, count(e.id)
          FROM knowledge_kinds k LEFT JOIN knowledge e ON e.knowledge_kind = k.id
         GROUP BY k.id ORDER BY k.position
        """,
        (),
        str,
        int,
    )
    return dict(counted)


def of_kind(db: sqlite3.Connection, kind: str) -> list[ListedKnowledge]:
    """The knowledge of a kind: what has a date by date, newest first, then the rest by name."""
    return records(
        db,
        """
        SELECT id, title, subtitle, knowledge_kind, form, publisher, date, date_end, place, body FROM knowledge
         WHERE knowledge_kind = ? ORDER BY date IS NULL, date DESC, title COLLATE german
        """,
        (kind,),
        ListedKnowledge,
    )


def newest(db: sqlite3.Connection, limit: int) -> list[DatedKnowledge]:
    """The studies and guides with a date, newest first."""
    return records(
        db,
        """
        SELECT id, title, knowledge_kind, publisher, date FROM knowledge
         WHERE date IS NOT NULL AND knowledge_kind IN ('studien', 'leitfaeden')
         ORDER BY date DESC, title COLLATE german LIMIT ?
        """,
        (limit,),
        DatedKnowledge,
    )


def members(db: sqlite3.Connection, knowledge_id: str) -> list[KnowledgeMember]:
    """Who takes part, in the order of the entry."""
    return records(
        db,
        """
        SELECT l.text AS name, (SELECT id FROM municipalities WHERE name = l.text) AS municipality
          FROM knowledge_members l WHERE l.knowledge = ? ORDER BY l.position
        """,
        (knowledge_id,),
        KnowledgeMember,
    )


def measures_using(db: sqlite3.Connection, standard_id: str) -> list[str]:
    """Ids, in their order, of the measures that name a standard by its title or another name as a standard or technology."""
    return values(
        db,
        """
        WITH names(name) AS (SELECT title FROM knowledge WHERE id = :id
                              UNION SELECT text FROM knowledge_aliases WHERE knowledge = :id)
        SELECT measure FROM measures_standards WHERE text IN names
         UNION
        SELECT measure FROM measures_technologies WHERE text IN names
         ORDER BY 1
        """,
        {"id": standard_id},
        str,
    )


def solutions_of(db: sqlite3.Connection, knowledge_id: str) -> list[SolutionLink]:
    """The solutions that a piece of knowledge names, and those that use the standard that it is, by name."""
    return records(
        db,
        """
        WITH names(name) AS (SELECT title FROM knowledge WHERE id = :id AND knowledge_kind = 'normen'
                              UNION SELECT a.text FROM knowledge_aliases a JOIN knowledge k ON k.id = a.knowledge
                               WHERE a.knowledge = :id AND k.knowledge_kind = 'normen')
        SELECT s.id, s.title, s.subtitle FROM solutions s
         WHERE s.id IN (SELECT solution FROM knowledge_solutions WHERE knowledge = :id
                         UNION SELECT solution FROM solutions_standards WHERE text IN names
                         UNION SELECT solution FROM solutions_interfaces WHERE text IN names)
         ORDER BY s.title COLLATE german
        """,
        {"id": knowledge_id},
        SolutionLink,
    )


def related(db: sqlite3.Connection, knowledge_id: str) -> list[RelatedKnowledge]:
    """Related knowledge, in both directions: what has a date newest first, then the rest by name."""
    return records(
        db,
        """
        SELECT id, title, knowledge_kind, date, place FROM knowledge
         WHERE id IN (SELECT linked_knowledge FROM knowledge_related WHERE knowledge = :id
                       UNION SELECT knowledge FROM knowledge_related WHERE linked_knowledge = :id)
         ORDER BY date IS NULL, date DESC, title COLLATE german
        """,
        {"id": knowledge_id},
        RelatedKnowledge,
    )


def criteria_of(db: sqlite3.Connection, knowledge_id: str) -> list[CriterionLink]:
    """The criteria of the roadmap that a piece of knowledge helps with, by name."""
    return records(
        db,
        """
        SELECT c.id, c.title FROM criteria_knowledge l JOIN criteria c ON c.id = l.criterion
         WHERE l.knowledge = ? ORDER BY c.title COLLATE german
        """,
        (knowledge_id,),
        CriterionLink,
    )


@dataclass(frozen=True, slots=True)
class Advice:
    """Knowledge that helps with a topic: its id, what kind it is, its name, and its text in Markdown."""

    id: str
    knowledge_kind: str
    title: str
    body: str


def advice_on(db: sqlite3.Connection, topics: Iterable[str], kinds: Iterable[str]) -> list[Advice]:
    """The entries of some kinds that name one of the topics among theirs, by kind and name."""
    return records(
        db,
        """
        SELECT k.id, k.knowledge_kind, k.title, k.body FROM knowledge k
         WHERE k.knowledge_kind IN (SELECT value FROM json_each(:kinds))
           AND k.id IN (SELECT knowledge FROM knowledge_topics
                         WHERE text IN (SELECT value FROM json_each(:topics)))
         ORDER BY k.knowledge_kind, k.title COLLATE german
        """,
        {"kinds": json.dumps(list(kinds)), "topics": json.dumps(list(topics))},
        Advice,
    )
