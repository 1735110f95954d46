"""Questions about software: openness, licences, repositories, technologies, standards, cost, operation."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter
from catalogue.edition.canned_queries.parameters import at_least
from catalogue.model.entries import Label

SOLUTIONS = "/loesungen"

OPEN_WITH_REPOSITORY = CannedQuery(
    "quelloffen-mit-verzeichnis",
    Label(
        de="Quelloffene Software mit öffentlichem Verzeichnis",
        en="Open-source software with a public repository",
    ),
    Label(
        de="Lösungen und Maßnahmen, die selbst ein öffentliches Verzeichnis nennen, je Verzeichnis eine Zeile: was darin liegt, "
        "unter welcher Lizenz, wann zuletzt etwas geschah. Die letzte Spalte sagt, an welchem Tag das gelesen wurde.",
        en="Solutions and measures that name a public repository, one row a repository, with licence and last activity.",
    ),
    """
WITH software AS (
  SELECT 'solution' AS kind, s.id, s.title, s.open_source, s.licence AS own_licence,
         r.url, r.part, r.licence, r.last_release, r.last_commit, r.read
    FROM solutions s JOIN solutions_repositories r ON r.solution = s.id
   UNION ALL
  SELECT 'measure', m.id, m.title, m.open_source, m.licence, r.url, r.part, r.licence, r.last_release, r.last_commit, r.read
    FROM measures m JOIN measures_repositories r ON r.measure = m.id
)
SELECT w.kind, w.id, w.title, coalesce(w.licence, w.own_licence) AS licence, part.label_de AS part, w.url,
       w.last_release, w.last_commit, w.read
  FROM software w JOIN repository_parts part ON part.id = w.part
 WHERE w.open_source AND :lizenz IN ('', coalesce(w.licence, w.own_licence))
 ORDER BY w.kind DESC, w.title, w.url
""",
    (SOLUTIONS,),
    (
        Parameter(
            "lizenz",
            Label(de="Lizenz als SPDX-Ausdruck, zum Beispiel EUPL-1.2", en="Licence as SPDX expression"),
        ),
    ),
)

LICENCES = CannedQuery(
    "lizenzen",
    Label(de="Unter welchen Lizenzen Software steht", en="Licences of software"),
    Label(
        de="Wie viele Lösungen und Maßnahmen eine Lizenz selbst nennen. Eine Maßnahme, für die nur ihre Lösung eine nennt, zählt "
        "hier nicht noch einmal.",
        en="How many solutions and measures state a licence themselves.",
    ),
    """
WITH stated AS (
  SELECT 'solution' AS kind, licence FROM solutions WHERE licence IS NOT NULL
   UNION ALL
  SELECT 'measure', licence FROM measures WHERE licence IS NOT NULL
)
SELECT s.licence, sum(s.kind = 'solution') AS solutions, sum(s.kind = 'measure') AS measures,
       count(*) AS entries
  FROM stated s
 GROUP BY s.licence
 ORDER BY entries DESC, s.licence
""",
    (SOLUTIONS,),
)

AT_LEAST_ENTRIES = at_least(3, Label(de="Einträge, mindestens", en="entries, at least"))

TECHNOLOGIES = CannedQuery(
    "techniken",
    Label(de="Welche Technik vorkommt", en="Which technologies occur"),
    Label(
        de="Technik, die Maßnahmen und Lösungen nennen, mit der Zahl der Einträge und der Modellprojekte. Verschiedene Wörter "
        "für dasselbe zählen zusammen, so weit das Vokabular „Technik“ sie kennt.",
        en="Technologies that measures and solutions name, with the number of entries and projects. Different words for the "
        "same thing count together where the vocabulary of technologies knows them.",
    ),
    f"""
WITH named AS (
  SELECT t.text, t.term, t.measure AS entry, m.project FROM measures_technologies t JOIN measures m ON m.id = t.measure
   UNION ALL
  SELECT text, term, solution, NULL FROM solutions_technologies
)
SELECT coalesce(v.label_de, n.text) AS technology, count(DISTINCT entry) AS entries, count(DISTINCT project) AS projects
  FROM named n LEFT JOIN technologies v ON v.id = n.term
 GROUP BY technology
HAVING entries >= {AT_LEAST_ENTRIES.number}
 ORDER BY entries DESC, technology
""",
    ("/themen", SOLUTIONS),
    (AT_LEAST_ENTRIES,),
)

STANDARDS = CannedQuery(
    "normen-und-schnittstellen",
    Label(de="Welche Normen und Schnittstellen genutzt werden", en="Standards and interfaces in use"),
    Label(
        de="Normen, Standards und Schnittstellen mit den Maßnahmen und Lösungen, die sie nennen.",
        en="Standards and interfaces with the measures and solutions that name them.",
    ),
    """
WITH named AS (
  SELECT 'Norm' AS what, text, measure AS entry FROM measures_standards
   UNION ALL SELECT 'Norm', text, solution FROM solutions_standards
   UNION ALL SELECT 'Schnittstelle', text, measure FROM measures_interfaces
   UNION ALL SELECT 'Schnittstelle', text, solution FROM solutions_interfaces
)
SELECT what, text AS name, count(DISTINCT entry) AS entries, group_concat(DISTINCT entry) AS ids
  FROM named
 GROUP BY what, text
 ORDER BY entries DESC, name
""",
    ("/wissen/normen",),
)

COSTS = CannedQuery(
    "kosten",
    Label(de="Was es kostet", en="What it costs"),
    Label(
        de="Alle Beträge, die Quellen zu Maßnahmen und Lösungen nennen, und was sie umfassen. Beträge mit verschiedenem Umfang "
        "lassen sich nicht vergleichen, Teilbeträge nicht zusammenzählen.",
        en="All amounts that sources name, and what they cover. Amounts of different scope do not compare or add up.",
    ),
    """
WITH stated AS (
  SELECT 'measure' AS kind, c.measure AS id, m.title, c.covers, c.amount_eur, c.up_to_eur, c.year, c.tax, c.note
    FROM costs c JOIN measures m ON m.id = c.measure
   UNION ALL
  SELECT 'solution', c.solution, s.title, c.covers, c.amount_eur, c.up_to_eur, c.year, c.tax, c.note
    FROM solutions_costs c JOIN solutions s ON s.id = c.solution
)
SELECT w.kind, w.id, w.title, scope.label_de AS covers, w.amount_eur, w.up_to_eur, w.year, w.tax, w.note
  FROM stated w JOIN cost_scopes scope ON scope.id = w.covers
 WHERE :umfang IN ('', scope.id, scope.label_de, scope.label_en)
 ORDER BY scope.position, w.amount_eur DESC, w.id
""",
    (SOLUTIONS,),
    (
        Parameter(
            "umfang", Label(de="Umfang des Betrags, zum Beispiel anschaffung", en="What the amount covers")
        ),
    ),
)

OPERATORS = CannedQuery(
    "betreiber",
    Label(de="Wer Lösungen betreibt", en="Who operates solutions"),
    Label(
        de="Stellen, die Lösungen betreiben oder ihre Entwicklung tragen, mit ihren Lösungen.",
        en="Organisations that operate solutions, with their solutions.",
    ),
    """
SELECT p.name AS partner, count(DISTINCT s.id) AS solutions, group_concat(DISTINCT s.id) AS ids
  FROM solutions_operated_by l JOIN partners p ON p.id = l.partner JOIN solutions s ON s.id = l.solution
 GROUP BY p.id
 ORDER BY solutions DESC, partner
""",
    (SOLUTIONS,),
)

QUERIES = (OPEN_WITH_REPOSITORY, LICENCES, TECHNOLOGIES, STANDARDS, COSTS, OPERATORS)
