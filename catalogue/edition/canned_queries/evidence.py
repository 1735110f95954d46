"""Questions about the data themselves: how complete, how fresh, from which sources."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter
from catalogue.edition.canned_queries.parameters import at_least
from catalogue.model.entries import Label

QUALITY = "/ueberblick/datenqualitaet"

SHARES = """
       count(*) AS entries,
       sum(c.result) AS with_result, sum(c.cost) AS with_cost, sum(c.licence) AS with_licence,
       sum(c.repository) AS with_repository, sum(c.users) AS with_reuse, sum(c.contact) AS with_contact,
       sum(c.status_date) AS with_status_date, sum(c.source_at_fact) AS with_source_at_fact, sum(c.verified) AS verified
"""
"""How many entries of the view `completeness` as `c` say what decides on reuse."""

COMPLETENESS_BY_KIND = CannedQuery(
    "angaben-je-art-von-eintrag",
    Label(de="Wie vollständig die Einträge sind", en="How complete the entries are"),
    Label(
        de="Je Art von Eintrag, wie viele Ergebnis, Kosten, Lizenz, Verzeichnis, Nachnutzung, Ansprechstelle, Datum des Stands und eine "
        "Quelle an der Angabe haben; leer, wo es das bei dieser Art nicht gibt.",
        en="By kind of entry, how many have a result, a cost, a licence, a repository, reuse, a contact, and more.",
    ),
    f"""
SELECT c.kind,{SHARES}  FROM completeness c GROUP BY c.kind ORDER BY entries DESC
""",
    (QUALITY,),
)

COMPLETENESS_BY_FIELD = CannedQuery(
    "angaben-je-feld",
    Label(de="Wie vollständig Maßnahmen sind, je Handlungsfeld", en="How complete measures are, by field"),
    Label(
        de="Je Handlungsfeld, wie viele Maßnahmen sagen, was über eine Übernahme entscheidet. Eine Maßnahme zählt in jedem ihrer Felder.",
        en="By field of action, how many measures say what decides on reuse. A measure counts in each of its fields.",
    ),
    f"""
SELECT f.label_de AS field,{SHARES}  FROM completeness c
  JOIN measures_fields l ON c.kind = 'measure' AND l.measure = c.id
  JOIN fields f ON f.id = l.field
 GROUP BY f.id ORDER BY f.position
""",
    (QUALITY,),
)

COMPLETENESS_BY_PROJECT = CannedQuery(
    "angaben-je-modellprojekt",
    Label(
        de="Wie vollständig Maßnahmen sind, je Modellprojekt",
        en="How complete measures are, by model project",
    ),
    Label(
        de="Je Modellprojekt, wie viele seiner Maßnahmen sagen, was über eine Übernahme entscheidet; zuerst, wo am meisten fehlt.",
        en="By model project, how many of its measures say what decides on reuse.",
    ),
    f"""
SELECT m.project, p.name AS project_name,{SHARES}  FROM completeness c
  JOIN measures m ON c.kind = 'measure' AND m.id = c.id
  JOIN projects p ON p.id = m.project
 GROUP BY m.project
 ORDER BY 1.0 * (sum(c.result) + sum(c.cost) + sum(c.contact) + sum(c.status_date)) / count(*), m.project
""",
    (QUALITY, "/projekte"),
)

DAYS = Parameter(
    "tage", Label(de="seit so vielen Tagen nicht verglichen", en="not compared for so many days"), "365"
)

NOT_VERIFIED = CannedQuery(
    "nicht-verglichen",
    Label(
        de="Was seit einem Jahr niemand mit den Quellen verglich",
        en="Not compared with the sources for a year",
    ),
    Label(
        de="Einträge, deren Angaben nie oder seit mehr als einem Jahr nicht mit ihren Seiten verglichen wurden; zuerst die ältesten.",
        en="Entries whose facts were never compared with their pages, or not for more than a year; the oldest first.",
    ),
    f"""
SELECT e.kind, e.id, e.title, e.recorded, e.last_verified,
       CAST(julianday('now') - julianday(coalesce(e.last_verified, e.recorded)) AS INTEGER) AS days_ago
  FROM entries e
 WHERE e.last_verified IS NULL OR julianday('now') - julianday(e.last_verified) > {DAYS.number}
 ORDER BY coalesce(e.last_verified, e.recorded), e.kind, e.id
""",
    (QUALITY,),
    (DAYS,),
)

FACTS_WITH_SOURCE = CannedQuery(
    "angaben-mit-quelle",
    Label(de="Welche Angaben ihre Quelle nennen", en="Which facts name their source"),
    Label(
        de="Je Art von Angabe, wie viele ihre Quelle nennen und bei wie vielen sie feststeht, weil der Eintrag nur eine hat.",
        en="By sort of fact, how many name their source, and for how many it is certain as the entry has just one.",
    ),
    """
SELECT entry_kind, fact, count(DISTINCT entry || ' ' || position) AS facts,
       count(DISTINCT CASE derived WHEN 0 THEN entry || ' ' || position END) AS named,
       count(DISTINCT CASE derived WHEN 1 THEN entry || ' ' || position END) AS derived
  FROM facts_sources
 GROUP BY entry_kind, fact ORDER BY entry_kind, facts DESC
""",
    (QUALITY,),
)

AT_LEAST_SOURCES = at_least(1, Label(de="Quellen, mindestens", en="sources, at least"))

SOURCES_BY_HOST = CannedQuery(
    "quellen-nach-host",
    Label(de="Woher die Angaben stammen", en="Where the facts come from"),
    Label(
        de="Quellen je Website: wie viele Seiten, von wie vielen Einträgen genannt, mit den Jahren der ältesten und der neuesten.",
        en="Sources by website: how many pages, named by how many entries, with the years of the oldest and the newest.",
    ),
    f"""
WITH rests AS (
  SELECT id, date, substr(url, instr(url, '://') + 3) || '/' AS rest FROM sources
),
hosts AS (
  SELECT id, date, lower(substr(rest, 1, instr(rest, '/') - 1)) AS host FROM rests
),
named AS (
  SELECT id, date, CASE WHEN host LIKE 'www.%' THEN substr(host, 5) ELSE host END AS website FROM hosts
),
used AS (
  SELECT source, 'measure ' || measure AS entry FROM measures_sources
   UNION ALL SELECT source, 'solution ' || solution FROM solutions_sources
   UNION ALL SELECT source, 'project ' || project FROM projects_sources
   UNION ALL SELECT source, 'municipality ' || municipality FROM municipalities_sources
   UNION ALL SELECT source, 'reuse ' || reuse FROM reuses_sources
   UNION ALL SELECT source, 'knowledge ' || knowledge FROM knowledge_sources
),
users AS (
  SELECT n.website, count(DISTINCT u.entry) AS entries
    FROM used u JOIN named n ON n.id = u.source GROUP BY n.website
)
SELECT n.website, count(*) AS sources, coalesce(u.entries, 0) AS entries,
       min(substr(n.date, 1, 4)) AS oldest, max(substr(n.date, 1, 4)) AS newest
  FROM named n LEFT JOIN users u ON u.website = n.website
 GROUP BY n.website
HAVING sources >= {AT_LEAST_SOURCES.number}
 ORDER BY sources DESC, n.website
""",
    (QUALITY,),
    (AT_LEAST_SOURCES,),
)

ENTRY = Parameter(
    "eintrag", Label(de="Kennung des Eintrags, zum Beispiel zwoenitz-erzmobil", en="Id of an entry")
)

CHANGES_OF_ENTRY = CannedQuery(
    "aenderungen-eines-eintrags",
    Label(de="Was sich an einem Eintrag änderte", en="What changed in an entry"),
    Label(
        de="Welches Feld sich wann änderte, was wegfiel und was dazukam, gekürzt; das Neueste zuerst. Ohne Angabe eines Eintrags die "
        "neuesten tausend Änderungen.",
        en="Which field changed when, what fell away and what was added, cut short; the newest first.",
    ),
    """
SELECT date, kind, entry, field, old, new, "commit"
  FROM field_changes
 WHERE :eintrag IN ('', entry)
 ORDER BY date DESC, kind, entry, field
 LIMIT 1000
""",
    ("/massnahmen/<measure_id>", "/loesungen/<solution_id>", "/projekte/<project_id>", "/neues"),
    (ENTRY,),
)

CHANGES_BY_FIELD = CannedQuery(
    "aenderungen-je-feld",
    Label(de="Welche Angaben sich wie oft änderten", en="Which facts changed how often"),
    Label(
        de="Je Monat und Feld, an wie vielen Einträgen sich die Angabe änderte. Änderungen an sehr vielen Einträgen auf einmal, etwa "
        "eine neue Schreibweise, zählen nicht.",
        en="By month and field, how many entries changed. Edits of very many entries at once do not count.",
    ),
    """
SELECT substr(date, 1, 7) AS month, kind, field, count(DISTINCT entry) AS entries, count(*) AS changes
  FROM field_changes
 GROUP BY month, kind, field
 ORDER BY month DESC, entries DESC, kind, field
""",
    ("/neues", QUALITY),
)

QUERIES = (
    COMPLETENESS_BY_KIND,
    COMPLETENESS_BY_FIELD,
    COMPLETENESS_BY_PROJECT,
    NOT_VERIFIED,
    FACTS_WITH_SOURCE,
    SOURCES_BY_HOST,
    CHANGES_OF_ENTRY,
    CHANGES_BY_FIELD,
)
