"""Questions about measures: of which field and kind, where, how far, with which effects."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter
from catalogue.edition.canned_queries.parameters import (
    FIELD,
    SIZE_CLASS,
    STATE,
    TOPIC,
    TOPIC_MEASURES,
    at_least,
)
from catalogue.edition.views import STATUS_OUTDATED
from catalogue.model.entries import Label

OVERVIEW, TOPIC_PAGE = "/ueberblick", "/themen/<topic>"

FIELDS_AND_STATES = CannedQuery(
    "massnahmen-je-feld-und-land",
    Label(de="Maßnahmen je Handlungsfeld und Bundesland", en="Measures by field and federal state"),
    Label(
        de="Wie viele Maßnahmen jedes Handlungsfeld in jedem Bundesland hat. Eine Maßnahme kann mehrere Felder haben und ein "
        "Modellprojekt in mehreren Ländern liegen; die Zahlen lassen sich deshalb nicht zu einer Gesamtzahl addieren.",
        en="How many measures each field has in each federal state. A measure may have several fields and a project several "
        "states, so the numbers do not add up to a total.",
    ),
    """
SELECT f.label_de AS field, s.label_de AS federal_state, count(*) AS measures,
       sum(m.status = 'betrieb') AS in_operation
  FROM measures m
  JOIN measures_fields l ON l.measure = m.id
  JOIN fields f ON f.id = l.field
  JOIN projects_federal_states p ON p.project = m.project
  JOIN federal_states s ON s.id = p.federal_state
 WHERE :feld IN ('', f.id, f.label_de, f.label_en)
   AND :land IN ('', s.id, s.label_de, s.label_en)
 GROUP BY f.id, s.id
 ORDER BY measures DESC, field, federal_state
""",
    (OVERVIEW,),
    (FIELD, STATE),
)

FIELDS = CannedQuery(
    "massnahmen-je-feld",
    Label(de="Handlungsfelder im Vergleich", en="Fields of action compared"),
    Label(
        de="Je Handlungsfeld die Zahl der Maßnahmen, wie viele davon im Betrieb, eingestellt oder andernorts im Einsatz sind und "
        "wie viele Ergebnisse nennen. Eine Maßnahme zählt in jedem ihrer Felder.",
        en="For each field the number of measures, and how many of them are in operation, discontinued, in use elsewhere or "
        "state results. A measure counts in each of its fields.",
    ),
    """
SELECT f.label_de AS field,
       count(*) AS measures,
       sum(m.status = 'betrieb') AS in_operation,
       sum(m.status = 'eingestellt') AS discontinued,
       sum(m.id IN (SELECT measure FROM results)) AS with_results,
       sum(coalesce(n.in_use_elsewhere, 0) > 0) AS in_use_elsewhere,
       round(100.0 * count(*) / (SELECT count(*) FROM measures), 1) AS percent_of_all
  FROM fields f
  JOIN measures_fields l ON l.field = f.id
  JOIN measures m ON m.id = l.measure
  LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
 GROUP BY f.id
 ORDER BY measures DESC, field
""",
    (OVERVIEW, "/themen"),
)

AT_LEAST_TOGETHER = at_least(
    10, Label(de="gemeinsame Maßnahmen, mindestens", en="measures in common, at least")
)

FIELDS_TOGETHER = CannedQuery(
    "felder-gemeinsam",
    Label(de="Welche Handlungsfelder zusammen vorkommen", en="Fields that occur together"),
    Label(
        de="Paare von Handlungsfeldern und die Zahl der Maßnahmen, die zu beiden gehören; dazu, welchen Anteil sie am kleineren "
        "der beiden Felder haben.",
        en="Pairs of fields with the number of measures that have both, and their share in the smaller of the two.",
    ),
    f"""
WITH sizes AS (SELECT field, count(*) AS measures FROM measures_fields GROUP BY field)
SELECT f.label_de AS one, g.label_de AS other, count(*) AS measures,
       round(100.0 * count(*) / min(s.measures, t.measures), 1) AS percent_of_smaller
  FROM measures_fields x
  JOIN measures_fields y ON y.measure = x.measure AND x.field < y.field
  JOIN fields f ON f.id = x.field
  JOIN fields g ON g.id = y.field
  JOIN sizes s ON s.field = x.field
  JOIN sizes t ON t.field = y.field
 GROUP BY x.field, y.field
HAVING count(*) >= {AT_LEAST_TOGETHER.number}
 ORDER BY measures DESC, one, other
""",
    (OVERVIEW,),
    (AT_LEAST_TOGETHER,),
)

KINDS_AND_SIZES = CannedQuery(
    "arten-nach-groesse",
    Label(de="Arten von Lösungen nach Größe der Kommune", en="Kinds of solution by size of municipality"),
    Label(
        de="Wie viele Maßnahmen jeder Art in Orten welcher Größe laufen, und ihr Anteil an allen Maßnahmen dieser Größe. Gezählt "
        "ist wie in der Suche: Läuft eine Maßnahme in einer einzigen Kommune, so gilt deren Einwohnerzahl, sonst die des ganzen "
        "Modellprojekts. Ohne Einwohnerzahl zählt eine Maßnahme nicht.",
        en="How many measures of each kind run in places of which size, and their share in all measures of that size. A measure "
        "that runs in one municipality has its population, any other that of its project.",
    ),
    f"""
WITH inhabitants AS (
  SELECT m.id AS measure,
         coalesce((SELECT max(t.population) FROM measures_municipalities l JOIN municipalities t ON t.id = l.municipality
                    WHERE l.measure = m.id HAVING count(*) = 1), p.population) AS population
    FROM measures m JOIN projects p ON p.id = m.project
),
sized AS (SELECT measure, {SIZE_CLASS} AS size FROM inhabitants WHERE population IS NOT NULL),
totals AS (SELECT size, count(*) AS measures FROM sized GROUP BY size)
SELECT k.label_de AS solution_kind, s.label_de AS size, count(*) AS measures,
       round(100.0 * count(*) / t.measures, 1) AS percent_of_size
  FROM sized d
  JOIN totals t ON t.size = d.size
  JOIN sizes s ON s.id = d.size
  JOIN measures_kinds l ON l.measure = d.measure
  JOIN solution_kinds k ON k.id = l.kind
 WHERE :art IN ('', k.id, k.label_de, k.label_en)
 GROUP BY k.id, d.size
 ORDER BY k.position, s.position
""",
    ("/kommunen", OVERVIEW),
    (Parameter("art", Label(de="Art der Lösung, zum Beispiel App", en="Kind of solution")),),
)

STATUSES_AND_COHORTS = CannedQuery(
    "massnahmen-nach-stand-und-staffel",
    Label(de="Stand der Maßnahmen je Staffel", en="Status of measures by cohort"),
    Label(
        de="Wie weit die Maßnahmen jeder Staffel sind und welchen Anteil jeder Stand in der Staffel hat.",
        en="How far the measures of each cohort are, and the share of each status in the cohort.",
    ),
    """
SELECT c.label_de AS cohort, s.label_de AS status, count(*) AS measures,
       round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY c.id), 1) AS percent_of_cohort
  FROM measures m
  JOIN projects p ON p.id = m.project
  JOIN cohorts c ON c.id = p.cohort
  JOIN statuses s ON s.id = m.status
 GROUP BY c.id, s.id
 ORDER BY c.position, s.position
""",
    (OVERVIEW, "/programm"),
)

AUDIENCES_AND_FIELDS = CannedQuery(
    "zielgruppen-je-feld",
    Label(de="Für wen die Maßnahmen sind", en="Whom measures are for"),
    Label(
        de="Wie viele Maßnahmen jedes Handlungsfelds für welche Zielgruppe sind. Eine Maßnahme kann mehrere Zielgruppen haben.",
        en="How many measures of each field of action are for which audience.",
    ),
    """
SELECT a.label_de AS audience, f.label_de AS field, count(*) AS measures
  FROM measures_audiences l
  JOIN audiences a ON a.id = l.audience
  JOIN measures_fields x ON x.measure = l.measure
  JOIN fields f ON f.id = x.field
 WHERE :feld IN ('', f.id, f.label_de, f.label_en)
 GROUP BY a.id, f.id
 ORDER BY measures DESC, audience, field
""",
    (OVERVIEW,),
    (FIELD,),
)

OF_TOPIC = CannedQuery(
    "massnahmen-eines-themas",
    Label(de="Maßnahmen eines Themas", en="Measures of a topic"),
    Label(
        de="Alle Maßnahmen eines Handlungsfelds oder einer Art von Lösung mit Ort, Stand und dem, was über eine Übernahme "
        "entscheidet: Ergebnisse, Kosten, Lizenz, Verzeichnis, Nachnutzung.",
        en="All measures of a field or kind with place, status and what decides on reuse.",
    ),
    f"""
SELECT m.id AS measure, m.title, m.subtitle, m.project, p.name AS project_name, s.label_de AS status, m.status_date,
       c.result, c.cost, c.licence, c.repository, coalesce(n.in_use_elsewhere, 0) AS in_use_elsewhere
  FROM measures m
  JOIN projects p ON p.id = m.project
  JOIN statuses s ON s.id = m.status
  JOIN completeness c ON c.kind = 'measure' AND c.id = m.id
  LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
 WHERE m.id IN ({TOPIC_MEASURES})
 ORDER BY in_use_elsewhere DESC, s.position, m.id
""",
    (TOPIC_PAGE,),
    (TOPIC,),
)

RESULTS_OF_TOPIC = CannedQuery(
    "ergebnisse-eines-themas",
    Label(de="Ergebnisse eines Themas", en="Results of a topic"),
    Label(
        de="Was die Maßnahmen eines Handlungsfelds oder einer Art von Lösung bewirkt haben, in den Worten des Katalogs, mit den "
        "Seiten, die es sagen, wo sie bekannt sind.",
        en="What the measures of a topic achieved, with the pages that say so where they are known.",
    ),
    f"""
SELECT r.measure, m.title, m.project, r.text AS result,
       (SELECT group_concat(s.url, char(10)) FROM facts_sources f JOIN sources s ON s.id = f.source
         WHERE f.entry_kind = 'measure' AND f.entry = r.measure AND f.fact = 'results' AND f.position = r.position) AS sources
  FROM results r JOIN measures m ON m.id = r.measure
 WHERE r.measure IN ({TOPIC_MEASURES})
 ORDER BY r.measure, r.position
""",
    (TOPIC_PAGE,),
    (TOPIC,),
)

LESSONS_OF_TOPIC = CannedQuery(
    "erfahrungen-eines-themas",
    Label(de="Erfahrungen eines Themas", en="Lessons of a topic"),
    Label(
        de="Was andere aus den Maßnahmen eines Handlungsfelds oder einer Art von Lösung lernen können.",
        en="What others can learn from the measures of a topic.",
    ),
    f"""
SELECT l.measure, m.title, m.project, l.text AS lesson
  FROM lessons l JOIN measures m ON m.id = l.measure
 WHERE l.measure IN ({TOPIC_MEASURES})
 ORDER BY l.measure, l.position
""",
    (TOPIC_PAGE,),
    (TOPIC,),
)

START_TO_OPERATION = CannedQuery(
    "beginn-bis-betrieb",
    Label(de="Vom Beginn bis zum Betrieb", en="From start to operation"),
    Label(
        de="Wie viele Monate höchstens zwischen Beginn und Betrieb lagen, je Maßnahme im Betrieb, deren Beginn bekannt ist. Der "
        "Katalog weiß, wann eine Maßnahme nachweislich im Betrieb war, nicht, seit wann: Die Zahl ist eine Obergrenze. Ist von "
        "einem Datum nur das Jahr bekannt, gilt für den Beginn der Januar, für den Betrieb der Dezember.",
        en="How many months at most lay between start and operation. The catalogue knows when a measure was shown to be in "
        "operation, not since when; the number is an upper bound.",
    ),
    """
SELECT m.id AS measure, m.title, m.project, f.label_de AS main_field, m.start, m.status_date AS in_operation,
       12 * substr(m.status_date_last_day, 1, 4) + substr(m.status_date_last_day, 6, 2)
       - 12 * substr(m.start_first_day, 1, 4) - substr(m.start_first_day, 6, 2) AS months_at_most
  FROM measures m
  JOIN measures_fields l ON l.measure = m.id AND l.position = 1
  JOIN fields f ON f.id = l.field
 WHERE m.status = 'betrieb' AND m.start IS NOT NULL AND m.status_date <> 'unbekannt'
   AND :feld IN ('', f.id, f.label_de, f.label_en)
 ORDER BY months_at_most, measure
""",
    ("/roadmap",),
    (FIELD,),
)

DISCONTINUED = CannedQuery(
    "eingestellte-massnahmen",
    Label(de="Was eingestellt wurde und warum", en="What was discontinued and why"),
    Label(
        de="Alle eingestellten Maßnahmen mit dem Grund, den eine Quelle nennt.",
        en="All discontinued measures with the reason that a source gives.",
    ),
    """
SELECT m.id AS measure, m.title, m.project, p.name AS project_name, m.status_date, m.discontinued_reason AS reason
  FROM measures m JOIN projects p ON p.id = m.project
 WHERE m.status = 'eingestellt'
 ORDER BY m.status_date DESC, m.id
""",
    (OVERVIEW, "/roadmap"),
)

YEARS = CannedQuery(
    "beginn-je-jahr",
    Label(de="Wann Maßnahmen begannen und endeten", en="When measures began and ended"),
    Label(
        de="Je Jahr, wie viele Maßnahmen begannen und wie viele als Teil des Modellprojekts endeten, so weit Quellen ein Datum "
        "nennen; die letzte Spalte zählt, deren Ende vergangen ist, die aber noch Idee, Planung, Umsetzung oder Pilot heißen.",
        en="By year, how many measures began and how many ended, where sources give a date.",
    ),
    f"""
WITH years AS (
  SELECT substr(start, 1, 4) AS year, 1 AS began, 0 AS ended, 0 AS outdated FROM measures WHERE start IS NOT NULL
   UNION ALL
  SELECT substr("end", 1, 4), 0, 1, {STATUS_OUTDATED} FROM measures m WHERE "end" IS NOT NULL
)
SELECT CAST(year AS INTEGER) AS year, sum(began) AS began, sum(ended) AS ended, sum(outdated) AS status_outdated
  FROM years GROUP BY year ORDER BY year
""",
    (OVERVIEW,),
)

SPACES = CannedQuery(
    "raeume-je-feld",
    Label(de="Wo Maßnahmen wirken", en="Where measures take effect"),
    Label(
        de="Wie viele Maßnahmen jedes Handlungsfelds in welchen Räumen wirken, etwa in der Innenstadt oder in Ortsteilen.",
        en="Spaces such as town centre, villages or countryside, by field of action.",
    ),
    """
SELECT s.label_de AS space, f.label_de AS field, count(*) AS measures
  FROM measures_spaces l
  JOIN spaces s ON s.id = l.space
  JOIN measures_fields x ON x.measure = l.measure
  JOIN fields f ON f.id = x.field
 WHERE :feld IN ('', f.id, f.label_de, f.label_en)
 GROUP BY s.id, f.id
 ORDER BY s.position, measures DESC, field
""",
    (OVERVIEW,),
    (FIELD,),
)

QUERIES = (
    FIELDS_AND_STATES,
    FIELDS,
    FIELDS_TOGETHER,
    KINDS_AND_SIZES,
    STATUSES_AND_COHORTS,
    AUDIENCES_AND_FIELDS,
    SPACES,
    YEARS,
    OF_TOPIC,
    RESULTS_OF_TOPIC,
    LESSONS_OF_TOPIC,
    START_TO_OPERATION,
    DISCONTINUED,
)
