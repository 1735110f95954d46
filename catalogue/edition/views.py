"""The views that a researcher wants first: readable labels, one row a thing.

Views are SQL and nothing else; their columns are described here, since no model has them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what a row is, its columns with their meaning, and its query."""

    name: str
    description: str
    columns: dict[str, str]
    sql: str


MEASURES_OVERVIEW = View(
    "measures_overview",
    "Alle Maßnahmen mit lesbaren Namen, je Zeile eine Maßnahme",
    {
        "id": "Kennung der Maßnahme",
        "title": "Name der Maßnahme",
        "subtitle": "Was es ist",
        "project": "Kennung des Modellprojekts",
        "project_name": "Name des Modellprojekts",
        "federal_states": "Bundesländer des Modellprojekts",
        "project_kind": "Art des Modellprojekts",
        "cohort": "Staffel der Förderung",
        "fields": "Handlungsfelder, das wichtigste zuerst",
        "solution_kinds": "Arten der Lösung",
        "audiences": "Zielgruppen",
        "status": "Stand der Maßnahme",
        "status_date": "Datum, zu dem der Stand galt, sonst „unbekannt“",
        "start": "Beginn",
        "end": "Ende",
        "cost_amount_eur": "Kosten in Euro, so weit genannt",
        "open_source": "Quelloffen: 1 ja, 0 nein, leer unbekannt",
        "licence": "Lizenz als SPDX-Ausdruck",
        "result_count": "Zahl der Ergebnisse",
        "lesson_count": "Zahl der Erfahrungen, aus denen andere lernen können",
        "reuse_count": "Zahl der Stellen, die die Lösung übernommen haben oder wollen",
        "source_count": "Zahl der Quellen",
        "last_verified": "Tag der letzten Prüfung",
    },
    """
SELECT m.id,
       m.title,
       m.subtitle,
       m.project,
       p.name AS project_name,
       (SELECT group_concat(label_de, ', ')
          FROM (SELECT s.label_de FROM projects_federal_states l JOIN federal_states s ON s.id = l.federal_state
                 WHERE l.project = m.project ORDER BY l.position)) AS federal_states,
       k.label_de AS project_kind,
       c.label_de AS cohort,
       (SELECT group_concat(label_de, ', ')
          FROM (SELECT f.label_de FROM measures_fields l JOIN fields f ON f.id = l.field
                 WHERE l.measure = m.id ORDER BY l.position)) AS fields,
       (SELECT group_concat(label_de, ', ')
          FROM (SELECT s.label_de FROM measures_kinds l JOIN solution_kinds s ON s.id = l.kind
                 WHERE l.measure = m.id ORDER BY l.position)) AS solution_kinds,
       (SELECT group_concat(label_de, ', ')
          FROM (SELECT a.label_de FROM measures_audiences l JOIN audiences a ON a.id = l.audience
                 WHERE l.measure = m.id ORDER BY l.position)) AS audiences,
       st.label_de AS status,
       m.status_date,
       m.start,
       m."end",
       m.cost_amount_eur,
       m.open_source,
       m.licence,
       (SELECT count(*) FROM results r WHERE r.measure = m.id) AS result_count,
       (SELECT count(*) FROM lessons l WHERE l.measure = m.id) AS lesson_count,
       (SELECT count(*) FROM reuses r WHERE r.measure = m.id) AS reuse_count,
       (SELECT count(*) FROM measures_sources s WHERE s.measure = m.id) AS source_count,
       m.last_verified
  FROM measures m
  JOIN projects p ON p.id = m.project
  JOIN project_kinds k ON k.id = p.project_kind
  JOIN cohorts c ON c.id = p.cohort
  JOIN statuses st ON st.id = m.status
""",
)

PROJECTS_OVERVIEW = View(
    "projects_overview",
    "Alle Modellprojekte mit lesbaren Namen und der Zahl ihrer Maßnahmen, je Zeile ein Projekt",
    {
        "id": "Kennung des Modellprojekts",
        "name": "Name des Modellprojekts",
        "lead": "Wer die Förderung beantragt hat",
        "federal_states": "Bundesländer",
        "project_kind": "Art des Modellprojekts",
        "cohort": "Staffel der Förderung",
        "population": "Einwohnerzahl des Projektgebiets",
        "volume_eur": "Gesamtvolumen in Euro",
        "federal_share_eur": "Zuschuss des Bundes in Euro",
        "phase": "Phase",
        "measure_count": "Zahl der Maßnahmen",
        "in_operation_count": "Zahl der Maßnahmen im Betrieb",
        "website": "Website",
    },
    """
SELECT p.id,
       p.name,
       p.lead,
       (SELECT group_concat(label_de, ', ')
          FROM (SELECT s.label_de FROM projects_federal_states l JOIN federal_states s ON s.id = l.federal_state
                 WHERE l.project = p.id ORDER BY l.position)) AS federal_states,
       k.label_de AS project_kind,
       c.label_de AS cohort,
       p.population,
       p.volume_eur,
       p.federal_share_eur,
       ph.label_de AS phase,
       (SELECT count(*) FROM measures m WHERE m.project = p.id) AS measure_count,
       (SELECT count(*) FROM measures m WHERE m.project = p.id AND m.status = 'betrieb') AS in_operation_count,
       p.website
  FROM projects p
  JOIN project_kinds k ON k.id = p.project_kind
  JOIN cohorts c ON c.id = p.cohort
  LEFT JOIN phases ph ON ph.id = p.phase
""",
)

REUSES_OVERVIEW = View(
    "reuses_overview",
    "Wer welche Maßnahme übernommen hat oder übernehmen will, je Zeile eine Nachnutzung",
    {
        "measure": "Kennung der Maßnahme",
        "title": "Name der Maßnahme",
        "project_name": "Modellprojekt, aus dem die Lösung stammt",
        "reused_by": "Kommune oder Name",
        "federal_state": "Bundesland der Kommune",
        "kind": "Art der Nachnutzung",
        "status": "Stand der Nachnutzung",
        "date": "Datum",
        "note": "Näheres",
    },
    """
SELECT r.measure,
       m.title,
       p.name AS project_name,
       coalesce(t.name, r.name) AS reused_by,
       s.label_de AS federal_state,
       k.label_de AS kind,
       st.label_de AS status,
       r.date,
       r.note
  FROM reuses r
  JOIN measures m ON m.id = r.measure
  JOIN projects p ON p.id = m.project
  JOIN reuse_statuses st ON st.id = r.status
  LEFT JOIN reuse_kinds k ON k.id = r.kind
  LEFT JOIN municipalities t ON t.id = r.municipality
  LEFT JOIN federal_states s ON s.id = t.federal_state
""",
)

PLACES_OF_MEASURES = """
SELECT measure, municipality FROM measures_municipalities
 UNION ALL
SELECT m.id, l.municipality FROM measures m JOIN projects_municipalities l ON l.project = m.project
 WHERE NOT EXISTS (SELECT 1 FROM measures_municipalities WHERE measure = m.id)
   AND 1 = (SELECT count(*) FROM projects_municipalities WHERE project = m.project)
"""
"""Where measures run: the places that they name, else the place of their project if that is a single one."""

TRANSFERS = View(
    "transfers",
    "Wer was von wem übernommen hat oder will, abgeleitet aus den Angaben der Einträge; je Zeile eine Übertragung. "
    "Nennt sie eine Lösung und auch eine ihrer Maßnahmen, so steht sie nur bei der Lösung.",
    {
        "from_kind": "Art des Eintrags, aus dem übernommen wird: solution oder measure",
        "from_id": "Kennung dieses Eintrags",
        "from_title": "Name dieses Eintrags",
        "to_municipality": "Kennung der übernehmenden Kommune, wenn es eine bekannte ist",
        "to_name": "Name der übernehmenden Kommune oder Stelle",
        "federal_state": "Bundesland der Kommune",
        "kind": "Kennung der Art der Nachnutzung, wenn bekannt",
        "kind_label": "Art der Nachnutzung, wenn bekannt",
        "status": "Kennung des Standes der Nachnutzung",
        "status_label": "Stand der Nachnutzung",
        "date": "Seit wann oder Stand",
        "note": "Näheres",
        "evidence": "Woraus sie folgt: reused_by (wer übernommen hat) oder uses (was eine Maßnahme verwendet)",
        "stated_by": "Kennung des Eintrags, der es sagt",
        "sources": "Öffentliche Seiten dieses Eintrags, je Zeile eine",
    },
    f"""
WITH stated AS (
  SELECT 'solution' AS from_kind, r.solution AS from_id, s.title AS from_title, r.municipality, r.name,
         r.kind, r.status, r.date, r.note, 'reused_by' AS evidence, 'solution' AS stated_kind, r.solution AS stated_by
    FROM solutions_reused_by r JOIN solutions s ON s.id = r.solution
   UNION ALL
  SELECT 'measure', r.measure, m.title, r.municipality, r.name, r.kind, r.status, r.date, r.note,
         'reused_by', 'measure', r.measure
    FROM reuses r JOIN measures m ON m.id = r.measure
   WHERE r.municipality IS NULL
      OR NOT EXISTS (SELECT 1 FROM solutions_measures l JOIN solutions_reused_by o ON o.solution = l.solution
                      WHERE l.measure = r.measure AND o.municipality = r.municipality)
),
places AS (
{PLACES_OF_MEASURES}),
used AS (
  SELECT 'measure' AS from_kind, u.linked_measure AS from_id, origin.title AS from_title, p.municipality,
         CASE WHEN p.municipality IS NULL THEN project.name END AS name,
         NULL AS kind, CASE own.status WHEN 'betrieb' THEN 'im-einsatz' ELSE 'unbekannt' END AS status,
         CASE own.status WHEN 'betrieb' THEN nullif(own.status_date, 'unbekannt') END AS date,
         own.title AS note, 'uses' AS evidence, 'measure' AS stated_kind, own.id AS stated_by
    FROM measures_uses u
    JOIN measures origin ON origin.id = u.linked_measure
    JOIN measures own ON own.id = u.measure
    JOIN projects project ON project.id = own.project
    LEFT JOIN places p ON p.measure = own.id
   WHERE own.project <> origin.project
     AND NOT EXISTS (SELECT 1 FROM stated s
                      WHERE s.municipality IN (SELECT p.municipality UNION SELECT municipality
                                                 FROM projects_municipalities WHERE project = own.project)
                        AND (s.from_id = origin.id
                             OR EXISTS (SELECT 1 FROM solutions_measures l
                                         WHERE l.solution = s.from_id AND l.measure = origin.id)))
)
SELECT t.from_kind, t.from_id, t.from_title, t.municipality AS to_municipality, coalesce(place.name, t.name) AS to_name,
       state.label_de AS federal_state,
       t.kind, kind.label_de AS kind_label, t.status, status.label_de AS status_label, t.date, t.note, t.evidence, t.stated_by,
       CASE t.stated_kind
            WHEN 'solution' THEN (SELECT group_concat(url, char(10)) FROM solutions_sources l
                                    JOIN sources ON sources.id = l.source WHERE l.solution = t.stated_by)
            ELSE (SELECT group_concat(url, char(10)) FROM measures_sources l
                    JOIN sources ON sources.id = l.source WHERE l.measure = t.stated_by) END AS sources
  FROM (SELECT * FROM stated UNION ALL SELECT * FROM used) t
  LEFT JOIN municipalities place ON place.id = t.municipality
  LEFT JOIN federal_states state ON state.id = place.federal_state
  LEFT JOIN reuse_kinds kind ON kind.id = t.kind
  JOIN reuse_statuses status ON status.id = t.status
""",
)

VIEWS: tuple[View, ...] = (
    MEASURES_OVERVIEW,
    PROJECTS_OVERVIEW,
    REUSES_OVERVIEW,
    TRANSFERS,
)
