"""Questions about reuse: who took what from whom."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter
from catalogue.edition.canned_queries.parameters import STATE
from catalogue.model.entries import Label

TRANSFERS = "/transfers"

WHO_FROM_WHOM = CannedQuery(
    "wer-von-wem",
    Label(de="Wer was von wem nutzt", en="Who reuses what from whom"),
    Label(
        de="Jede Nachnutzung mit dem, was genutzt wird, woher es kommt, wer es nutzt, wie und seit wann, und den Seiten, die es "
        "sagen. Die Spalte „reported“ ist 0, wo eine Stelle nur in einer Nutzerliste steht.",
        en="Each reuse with what is reused, where it comes from, who reuses it, how and since when, and the pages that say so.",
    ),
    """
SELECT t.from_kind, t.from_id, t.from_title,
       coalesce(p.name, (SELECT group_concat(q.name, '; ') FROM solutions_origins o JOIN projects q ON q.id = o.origin
                          WHERE o.solution = t.from_id)) AS from_projects,
       t.to_municipality, t.to_name, t.federal_state, t.to_measure, t.kind_label, t.status_label, t.date,
       t.reported, t.in_use_elsewhere, t.note, t.sources
  FROM transfers t
  LEFT JOIN measures m ON m.id = t.from_id
  LEFT JOIN projects p ON p.id = m.project
 WHERE :art IN ('', t.kind, t.kind_label)
   AND :stand IN ('', t.status, t.status_label)
   AND :land IN ('', t.federal_state)
 ORDER BY t.from_title, t.to_name
""",
    (TRANSFERS,),
    (
        Parameter("art", Label(de="Art der Nachnutzung, zum Beispiel uebernommen", en="Kind of reuse")),
        Parameter("stand", Label(de="Stand der Nachnutzung, zum Beispiel im-einsatz", en="Status of reuse")),
        STATE,
    ),
)

BETWEEN_STATES = CannedQuery(
    "nachnutzung-zwischen-laendern",
    Label(de="Nachnutzung zwischen Bundesländern", en="Reuse between federal states"),
    Label(
        de="Aus welchem Bundesland in welches Lösungen wandern: berichtete Nachnutzungen und die davon andernorts im Einsatz. Kommt "
        "etwas aus mehreren Ländern, so zählt es in jedem; was nicht aus einem Modellprojekt kommt, fehlt.",
        en="From which federal state to which solutions travel. What comes from several states counts in each.",
    ),
    """
WITH origins AS (
  SELECT m.id AS origin, m.project FROM measures m
   UNION
  SELECT solution, origin FROM solutions_origins
),
states AS (SELECT DISTINCT o.origin, l.federal_state FROM origins o JOIN projects_federal_states l ON l.project = o.project)
SELECT s.label_de AS from_state, t.federal_state AS to_state, s.label_de = t.federal_state AS same_state,
       count(*) AS reported, sum(t.in_use_elsewhere) AS in_use_elsewhere
  FROM transfers t
  JOIN states o ON o.origin = t.from_id
  JOIN federal_states s ON s.id = o.federal_state
 WHERE t.reported AND t.federal_state IS NOT NULL
 GROUP BY s.id, t.federal_state
 ORDER BY reported DESC, from_state, to_state
""",
    (TRANSFERS,),
)

MOST_REUSED = CannedQuery(
    "am-haeufigsten-nachgenutzt",
    Label(de="Was am häufigsten nachgenutzt wird", en="What is reused most"),
    Label(
        de="Lösungen, und Maßnahmen, die zu keiner Lösung gehören, mit ihren Nachnutzungen nach Art; zuerst, was andernorts am "
        "häufigsten läuft. Was zählt, steht auf der Seite „Wer was nutzt“.",
        en="Solutions, and measures that belong to none, with their reuses by kind.",
    ),
    """
SELECT n.entry_kind AS kind, n.entry AS id, coalesce(s.title, m.title) AS title, n.in_use_elsewhere, n.reported,
       n.taken_over, n.adapted, n.joint, n.rolled_out, n.tested, n.model, n.named
  FROM reuse_numbers n
  LEFT JOIN solutions s ON n.entry_kind = 'solution' AND s.id = n.entry
  LEFT JOIN measures m ON n.entry_kind = 'measure' AND m.id = n.entry
 WHERE n.reported > 0
   AND (s.id IS NOT NULL OR m.id IS NOT NULL AND m.id NOT IN (SELECT measure FROM solutions_measures))
 ORDER BY n.in_use_elsewhere DESC, n.reported DESC, title
""",
    ("/ueberblick", "/loesungen"),
)

BY_FIELD = CannedQuery(
    "nachnutzung-je-feld",
    Label(de="Nachnutzung je Handlungsfeld", en="Reuse by field of action"),
    Label(
        de="Wie viele berichtete Nachnutzungen es in jedem Handlungsfeld gibt und wie viele davon andernorts im Einsatz sind. Das "
        "Feld ist das wichtigste dessen, was genutzt wird.",
        en="How many reported reuses each field of action has, by the main field of what is reused.",
    ),
    """
WITH main AS (
  SELECT measure AS entry, field FROM measures_fields WHERE position = 1
   UNION ALL
  SELECT solution, field FROM solutions_fields WHERE position = 1
)
SELECT f.label_de AS field, count(*) AS reported, sum(t.in_use_elsewhere) AS in_use_elsewhere,
       count(DISTINCT t.from_id) AS entries, count(DISTINCT t.to_name) AS places
  FROM transfers t JOIN main ON main.entry = t.from_id JOIN fields f ON f.id = main.field
 WHERE t.reported
 GROUP BY f.id
 ORDER BY reported DESC, field
""",
    (TRANSFERS, "/themen"),
)

BY_PLACE = CannedQuery(
    "kommunen-als-nachnutzer",
    Label(de="Welche Kommunen nachnutzen", en="Which municipalities reuse"),
    Label(
        de="Kommunen und Kreise mit dem, was sie aus anderen Orten nutzen oder zu nutzen vorhaben, und ob sie selbst zu einem "
        "Modellprojekt gehören. Genannte Stellen ohne Beleg zählen nicht.",
        en="Municipalities and districts with what they reuse from elsewhere, and whether they belong to a model project.",
    ),
    """
SELECT t.to_municipality AS municipality, t.to_name AS name, t.federal_state, place.population,
       t.to_municipality IN (SELECT municipality FROM projects_municipalities) AS in_model_project,
       count(*) AS reported, sum(t.in_use_elsewhere) AS in_use_elsewhere,
       group_concat(t.from_title, '; ') AS what
  FROM transfers t JOIN municipalities place ON place.id = t.to_municipality
 WHERE t.reported AND :land IN ('', t.federal_state)
 GROUP BY t.to_municipality
 ORDER BY reported DESC, name
""",
    ("/kommunen", TRANSFERS),
    (STATE,),
)

WITH_FIGURES = CannedQuery(
    "nachnutzung-und-programm",
    Label(de="Nachnutzung: Katalog und Programm", en="Reuse: catalogue and programme"),
    Label(
        de="Was der Katalog an Nachnutzungen zählt, neben dem, was die Bundesregierung berichtet. Beides lässt sich nicht "
        "gegeneinander aufrechnen: Das Programm zählt Meldungen über nicht geförderte Kommunen, der Katalog, was öffentliche "
        "Seiten nennen.",
        en="What the catalogue counts beside what the federal government reports. The two do not measure the same.",
    ),
    """
SELECT 'Katalog' AS says, k.label_de AS what, count(r.id) AS number, NULL AS as_of
  FROM reuse_kinds k LEFT JOIN reuses r ON r.reuse_kind = k.id GROUP BY k.id
 UNION ALL
SELECT 'Katalog', 'davon andernorts im Einsatz', sum(in_use_elsewhere), NULL FROM transfers
 UNION ALL
SELECT 'Bundesregierung', text, value, as_of FROM figures
 WHERE name IN ('transfers', 'development-communities', 'oriented', 'reached-2024-q1', 'reached-2024-q3')
""",
    (TRANSFERS,),
)

QUERIES = (WHO_FROM_WHOM, BETWEEN_STATES, MOST_REUSED, BY_FIELD, BY_PLACE, WITH_FIGURES)
