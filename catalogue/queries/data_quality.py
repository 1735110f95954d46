"""How complete and how fresh the content is: how many entries say what decides on reuse, and how many facts name their source.

What counts as said is defined in one place, the view `completeness` (`edition.views`); here it is only summed up.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import pairs, records

KINDS = ("measure", "solution", "project", "knowledge", "municipality", "reuse")
"""The kinds of entry that are looked at, in the order in which tables show them."""

FEATURES = (
    "licence",
    "repository",
    "users",
    "named_users",
    "cost",
    "contact",
    "result",
    "status_date",
    "source_at_fact",
    "website",
    "verified",
)
"""What an entry may say, in the order in which tables show it: the columns of the view `completeness`."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; `percent` of none is 0."""

    count: int
    total: int

    @property
    def percent(self) -> float:
        """The share, 0 to 100."""
        return 100 * self.count / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class FeatureOfKind:
    """How many of the entries of a kind say a feature."""

    feature: str
    kind: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class CitedFacts:
    """How many facts of a sort there are, how many name a source, and of how many the only source is known."""

    fact: str
    facts: int
    named: int
    derived: int

    @property
    def known(self) -> Share:
        """Of how many facts the source is known."""
        return Share(self.named + self.derived, self.facts)


def completeness(db: sqlite3.Connection) -> dict[str, dict[str, Share]]:
    """How many entries of each kind say each feature, by feature and kind; a kind that cannot say it is left out."""
    sums = ", ".join(f"sum({one}) AS {one}, count({one}) AS of_{one}" for one in FEATURES)
    each = " UNION ALL ".join(
        f"SELECT '{one}' AS feature, kind, {one} AS count, of_{one} AS total FROM said" for one in FEATURES
    )
    found = records(
        db,
        f"""
        WITH said AS MATERIALIZED (SELECT kind, {sums} FROM completeness GROUP BY kind)
        SELECT feature, kind, count, total FROM ({each}) WHERE total > 0
        """,
        (),
        FeatureOfKind,
    )
    shares = {(one.feature, one.kind): Share(one.count, one.total) for one in found}
    return {
        feature: {kind: shares[feature, kind] for kind in KINDS if (feature, kind) in shares}
        for feature in FEATURES
    }


def entries(db: sqlite3.Connection) -> dict[str, int]:
    """How many entries of each kind there are, in the order of `KINDS`."""
    found = dict(pairs(db, "SELECT kind, count(*) FROM completeness GROUP BY kind", (), str, int))
    return {kind: found.get(kind, 0) for kind in KINDS}


def cited_facts(db: sqlite3.Connection) -> list[CitedFacts]:
    """Of how many facts of measures and solutions the source is known."""
    return records(
        db,
        """
        WITH facts AS (
          SELECT 'results' AS fact, 'measure' AS kind, measure AS entry, position FROM results
           UNION ALL SELECT 'results', 'solution', solution, position FROM solutions_results
           UNION ALL SELECT 'lessons', 'measure', measure, position FROM lessons
           UNION ALL SELECT 'lessons', 'solution', solution, position FROM solutions_lessons
           UNION ALL SELECT 'costs', 'measure', measure, position FROM costs
           UNION ALL SELECT 'costs', 'solution', solution, position FROM solutions_costs
           UNION ALL SELECT 'funding', 'measure', measure, position FROM measures_funding
           UNION ALL SELECT 'licence', 'measure', id, 0 FROM measures WHERE licence IS NOT NULL
           UNION ALL SELECT 'licence', 'solution', id, 0 FROM solutions WHERE licence IS NOT NULL
           UNION ALL SELECT 'status', 'measure', id, 0 FROM measures WHERE status <> 'unbekannt'
           UNION ALL SELECT 'status', 'solution', id, 0 FROM solutions WHERE status <> 'unbekannt'
           UNION ALL SELECT 'contact', 'measure', id, 0 FROM measures WHERE contact_name IS NOT NULL
           UNION ALL SELECT 'contact', 'solution', id, 0 FROM solutions WHERE contact_name IS NOT NULL
        ),
        said AS (SELECT entry_kind, entry, fact, position, min(derived) AS derived FROM facts_sources GROUP BY 1, 2, 3, 4)
        SELECT f.fact, count(*) AS facts,
               coalesce(sum(s.derived = 0), 0) AS named, coalesce(sum(s.derived = 1), 0) AS derived
          FROM facts f
          LEFT JOIN said s ON s.entry_kind = f.kind AND s.entry = f.entry AND s.fact = f.fact AND s.position = f.position
         GROUP BY f.fact
         ORDER BY CASE f.fact WHEN 'results' THEN 1 WHEN 'lessons' THEN 2 WHEN 'costs' THEN 3 WHEN 'funding' THEN 4
                              WHEN 'licence' THEN 5 WHEN 'status' THEN 6 ELSE 7 END
        """,
        (),
        CitedFacts,
    )
