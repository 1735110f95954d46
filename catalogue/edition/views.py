"""The views that a researcher wants first: readable labels, one row a thing.

Views are SQL and nothing else; their columns are described here, since no model has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.model.entries import Label
from catalogue.model.reuse import (
    ADAPTED,
    EXAMPLE,
    IN_USE,
    JOINT,
    NAMED,
    ROLL_OUT,
    RUNNING_KINDS,
    TAKEN_OVER,
    TEST,
)
from catalogue.model.status import UNFINISHED
from catalogue.model.values import UNKNOWN


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what a row is, its columns with their meaning, and its query."""

    name: str
    description: str
    columns: dict[str, str]
    sql: str
    title: Label
    of: str = ""
    """The table whose rows its rows are, if there is one: with the same `id`."""
    facets: tuple[str, ...] = ()
    """Columns whose values are counted beside the rows."""


def _quoted(ids: Iterable[str]) -> str:
    """Ids as a list in SQL."""
    return ", ".join(f"'{one}'" for one in ids)


STATUS_OUTDATED = f"""
       m.status IN ({_quoted(UNFINISHED)}) AND m.end_last_day < date('now', 'localtime')"""
"""Whether a measure `m` says that it has ended and still counts as unfinished; the rule of `catalogue.model.status` in SQL."""

ONLY_SOLUTION = """
SELECT measure, min(solution) AS solution FROM solutions_measures GROUP BY measure HAVING count(DISTINCT solution) = 1
"""
"""The solution of each measure that is part of just one: what that one states holds for the measure too."""

OF_ONE_PLACE = """
SELECT id FROM solutions
 WHERE (SELECT count(*) FROM solutions_measures WHERE solution = id) = 1
   AND (SELECT count(*) FROM solutions_origins WHERE solution = id) = 1
   AND id NOT IN (SELECT solution FROM solutions_origins_elsewhere)
"""
"""The solutions whose costs are those of their measure too, as `model.sharing` has it."""

MEASURES_OVERVIEW = View(
    "measures_overview",
    "Alle Maßnahmen mit lesbaren Namen, je Zeile eine Maßnahme",
    {
        "id": "Kennung der Maßnahme",
        "title": "Name der Maßnahme",
        "subtitle": "Was es ist",
        "title_en": "Englischer Name, wo es einen gibt",
        "subtitle_en": "Was es ist, auf Englisch",
        "asked_as": "Wie jemand danach sucht, der es nicht kennt (JSON-Liste)",
        "project": "Kennung des Modellprojekts",
        "project_name": "Name des Modellprojekts",
        "federal_states": "Bundesländer des Modellprojekts (JSON-Liste)",
        "project_kind": "Art des Modellprojekts",
        "cohort": "Staffel der Förderung",
        "fields": "Handlungsfelder, das wichtigste zuerst (JSON-Liste)",
        "solution_kinds": "Arten der Lösung (JSON-Liste)",
        "audiences": "Zielgruppen (JSON-Liste)",
        "status": "Stand der Maßnahme",
        "status_date": "Datum, zu dem der Stand galt, sonst „unbekannt“",
        "status_outdated": "Stand veraltet: 1, wenn das Ende vergangen ist, der Stand aber noch Idee, Planung, Umsetzung oder Pilot "
        "heißt, sonst 0",
        "start": "Beginn, so genau wie bekannt",
        "start_first_day": "Frühester Tag des Beginns",
        "end": "Ende, so genau wie bekannt",
        "end_last_day": "Spätester Tag des Endes",
        "cost_amount_eur": "Wichtigster Betrag in Euro, so weit genannt; alle stehen in costs",
        "cost_covers": "Was dieser Betrag umfasst",
        "open_source": "Quelloffen, wie die Maßnahme selbst es sagt: 1 ja, 0 nein, leer nicht gesagt; siehe auch licence",
        "licence": "Lizenz als SPDX-Ausdruck, laut der Maßnahme selbst oder ihrer einzigen Lösung",
        "repositories": "Adressen der öffentlichen Verzeichnisse, laut der Maßnahme selbst oder ihrer einzigen Lösung "
        "(JSON-Liste)",
        "software_from": "Kennung der Lösung, von der Lizenz oder Verzeichnisse stammen, wenn die Maßnahme sie nicht selbst nennt",
        "result_count": "Zahl der Ergebnisse",
        "lesson_count": "Zahl der Erfahrungen, aus denen andere lernen können",
        "reuse_count": "Zahl der berichteten Nachnutzungen (reuse_numbers: reported)",
        "in_use_elsewhere_count": "davon andernorts im Einsatz (reuse_numbers: in_use_elsewhere)",
        "source_count": "Zahl der Quellen",
        "recorded": "Tag, an dem die Angaben erfasst wurden",
        "last_verified": "Tag, an dem sie zuletzt mit ihren Seiten verglichen wurden, wenn es geschah",
    },
    f"""
WITH only_solution AS ({ONLY_SOLUTION})
SELECT m.id,
       m.title,
       m.subtitle,
       m.title_en,
       m.subtitle_en,
       (SELECT json_group_array(text)
          FROM (SELECT text FROM measures_asked_as WHERE measure = m.id ORDER BY position)) AS asked_as,
       m.project,
       p.name AS project_name,
       (SELECT json_group_array(label_de)
          FROM (SELECT s.label_de FROM projects_federal_states l JOIN federal_states s ON s.id = l.federal_state
                 WHERE l.project = m.project ORDER BY l.position)) AS federal_states,
       k.label_de AS project_kind,
       c.label_de AS cohort,
       (SELECT json_group_array(label_de)
          FROM (SELECT f.label_de FROM measures_fields l JOIN fields f ON f.id = l.field
                 WHERE l.measure = m.id ORDER BY l.position)) AS fields,
       (SELECT json_group_array(label_de)
          FROM (SELECT s.label_de FROM measures_kinds l JOIN solution_kinds s ON s.id = l.kind
                 WHERE l.measure = m.id ORDER BY l.position)) AS solution_kinds,
       (SELECT json_group_array(label_de)
          FROM (SELECT a.label_de FROM measures_audiences l JOIN audiences a ON a.id = l.audience
                 WHERE l.measure = m.id ORDER BY l.position)) AS audiences,
       st.label_de AS status,
       m.status_date,
       coalesce({STATUS_OUTDATED}, 0) AS status_outdated,
       m.start,
       m.start_first_day,
       m."end",
       m.end_last_day,
       cost.amount_eur AS cost_amount_eur,
       scope.label_de AS cost_covers,
       m.open_source,
       coalesce(m.licence, s.licence) AS licence,
       CASE WHEN EXISTS (SELECT 1 FROM measures_repositories WHERE measure = m.id)
            THEN (SELECT json_group_array(url)
                    FROM (SELECT url FROM measures_repositories WHERE measure = m.id ORDER BY position))
            ELSE (SELECT json_group_array(url)
                    FROM (SELECT url FROM solutions_repositories WHERE solution = s.id ORDER BY position))
             END AS repositories,
       CASE WHEN (m.licence IS NULL AND s.licence IS NOT NULL)
              OR (NOT EXISTS (SELECT 1 FROM measures_repositories WHERE measure = m.id)
                  AND EXISTS (SELECT 1 FROM solutions_repositories WHERE solution = s.id)) THEN s.id END AS software_from,
       (SELECT count(*) FROM results r WHERE r.measure = m.id) AS result_count,
       (SELECT count(*) FROM lessons l WHERE l.measure = m.id) AS lesson_count,
       coalesce(n.reported, 0) AS reuse_count,
       coalesce(n.in_use_elsewhere, 0) AS in_use_elsewhere_count,
       (SELECT count(*) FROM measures_sources s WHERE s.measure = m.id) AS source_count,
       m.recorded,
       m.last_verified
  FROM measures m
  JOIN projects p ON p.id = m.project
  JOIN project_kinds k ON k.id = p.project_kind
  JOIN cohorts c ON c.id = p.cohort
  JOIN statuses st ON st.id = m.status
  LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
  LEFT JOIN costs cost ON cost.measure = m.id AND cost.position = 1
  LEFT JOIN cost_scopes scope ON scope.id = cost.covers
  LEFT JOIN only_solution o ON o.measure = m.id
  LEFT JOIN solutions s ON s.id = o.solution
""",
    Label(de="Alle Maßnahmen", en="All measures"),
    of="measures",
    facets=("status", "fields", "federal_states", "cohort"),
)

PROJECTS_OVERVIEW = View(
    "projects_overview",
    "Alle Modellprojekte mit lesbaren Namen und der Zahl ihrer Maßnahmen, je Zeile ein Projekt",
    {
        "id": "Kennung des Modellprojekts",
        "name": "Name des Modellprojekts",
        "lead": "Wer die Förderung beantragt hat",
        "federal_states": "Bundesländer (JSON-Liste)",
        "project_kind": "Art des Modellprojekts",
        "cohort": "Staffel der Förderung",
        "population": "Einwohnerzahl des Projektgebiets",
        "volume_eur": "Gesamtvolumen in Euro",
        "federal_share_eur": "Zuschuss des Bundes in Euro",
        "unclear_eur": "Betrag in Euro, von dem die Quelle nicht sagt, ob er Gesamtvolumen oder Zuschuss ist",
        "phase": "Phase",
        "measure_count": "Zahl der Maßnahmen",
        "in_operation_count": "Zahl der Maßnahmen im Betrieb",
        "reuse_count": "Zahl der berichteten Nachnutzungen (reuse_numbers: reported)",
        "in_use_elsewhere_count": "davon andernorts im Einsatz (reuse_numbers: in_use_elsewhere)",
        "website": "Website",
    },
    """
SELECT p.id,
       p.name,
       p.lead,
       (SELECT json_group_array(label_de)
          FROM (SELECT s.label_de FROM projects_federal_states l JOIN federal_states s ON s.id = l.federal_state
                 WHERE l.project = p.id ORDER BY l.position)) AS federal_states,
       k.label_de AS project_kind,
       c.label_de AS cohort,
       p.population,
       p.volume_eur,
       p.federal_share_eur,
       p.unclear_eur,
       ph.label_de AS phase,
       (SELECT count(*) FROM measures m WHERE m.project = p.id) AS measure_count,
       (SELECT count(*) FROM measures m WHERE m.project = p.id AND m.status = 'betrieb') AS in_operation_count,
       coalesce(n.reported, 0) AS reuse_count,
       coalesce(n.in_use_elsewhere, 0) AS in_use_elsewhere_count,
       p.website
  FROM projects p
  JOIN project_kinds k ON k.id = p.project_kind
  JOIN cohorts c ON c.id = p.cohort
  LEFT JOIN phases ph ON ph.id = p.phase
  LEFT JOIN reuse_numbers n ON n.entry_kind = 'project' AND n.entry = p.id
""",
    Label(de="Alle Modellprojekte", en="All model projects"),
    of="projects",
    facets=("cohort", "project_kind", "phase", "federal_states"),
)

PLACES_OF_MEASURES = """
SELECT measure, municipality FROM measures_municipalities
 UNION ALL
SELECT m.id, l.municipality FROM measures m JOIN projects_municipalities l ON l.project = m.project
 WHERE NOT EXISTS (SELECT 1 FROM measures_municipalities WHERE measure = m.id)
   AND 1 = (SELECT count(*) FROM projects_municipalities WHERE project = m.project)
"""
"""Where measures run: the places that they name, else the place of their project if that is a single one."""


def _among(ids: tuple[str, ...]) -> str:
    """Ids of terms as a list in SQL."""
    return "(" + ", ".join(f"'{one}'" for one in ids) + ")"


REPORTED = f"r.reuse_kind <> '{NAMED}'"
IN_USE_ELSEWHERE = f"r.status = '{IN_USE}' AND r.reuse_kind IN {_among(RUNNING_KINDS)}"
"""What `model.reuse` says of a record, as SQL on a row `r` of `reuses`."""

TRANSFERS = View(
    "transfers",
    "Wer was von wem nutzt, nutzen will oder getestet hat, je Zeile eine Nachnutzung (ein Eintrag in content/reuses)",
    {
        "id": "Kennung der Nachnutzung",
        "from_kind": "Art des Eintrags, der genutzt wird: solution oder measure",
        "from_id": "Kennung dieses Eintrags",
        "from_title": "Name dieses Eintrags",
        "to_municipality": "Kennung der Kommune, die ihn nutzt, wenn es eine bekannte ist",
        "to_name": "Name der Kommune oder Stelle, die ihn nutzt",
        "to_measure": "Kennung der Maßnahme, mit der sie ihn nutzt, wenn sie im Katalog steht",
        "federal_state": "Bundesland der Kommune",
        "kind": "Kennung der Art der Nachnutzung",
        "kind_label": "Art der Nachnutzung",
        "status": "Kennung des Standes der Nachnutzung",
        "status_label": "Stand der Nachnutzung",
        "date": "Seit wann sie läuft, sonst wann der Stand galt",
        "note": "Näheres",
        "reported": "1: eine Quelle berichtet davon; 0: die Stelle ist nur in einer Nutzerliste genannt",
        "in_use_elsewhere": "1: andernorts im Einsatz, also mit dem Stand „im Einsatz“ übernommen, angepasst oder gemeinsam "
        "entwickelt; Ausweitung im eigenen Kreis, Test und Vorbild zählen nicht",
        "recorded": "Tag, an dem die Angaben erfasst wurden",
        "last_verified": "Tag, an dem sie zuletzt mit ihren Seiten verglichen wurden, wenn es geschah",
        "sources": "Öffentliche Seiten, die es sagen (JSON-Liste)",
    },
    f"""
SELECT r.id,
       CASE WHEN s.id IS NULL THEN 'measure' ELSE 'solution' END AS from_kind,
       r.origin AS from_id,
       coalesce(s.title, m.title) AS from_title,
       r.municipality AS to_municipality,
       coalesce(place.name, r.name) AS to_name,
       r.measure AS to_measure,
       state.label_de AS federal_state,
       r.reuse_kind AS kind,
       kind.label_de AS kind_label,
       r.status,
       status.label_de AS status_label,
       r.date,
       r.note,
       {REPORTED} AS reported,
       {IN_USE_ELSEWHERE} AS in_use_elsewhere,
       r.recorded,
       r.last_verified,
       (SELECT json_group_array(url)
          FROM (SELECT o.url FROM reuses_sources l JOIN sources o ON o.id = l.source
                 WHERE l.reuse = r.id ORDER BY l.position)) AS sources
  FROM reuses r
  JOIN reuse_kinds kind ON kind.id = r.reuse_kind
  JOIN reuse_statuses status ON status.id = r.status
  LEFT JOIN solutions s ON s.id = r.origin
  LEFT JOIN measures m ON m.id = r.origin
  LEFT JOIN municipalities place ON place.id = r.municipality
  LEFT JOIN federal_states state ON state.id = place.federal_state
""",
    Label(de="Wer was von wem nutzt", en="Who uses what of whom"),
    of="reuses",
    facets=("kind_label", "status_label", "federal_state"),
)

REUSE_NUMBERS = View(
    "reuse_numbers",
    "Wie oft ein Eintrag nachgenutzt ist, je Zeile eine Maßnahme, eine Lösung oder ein Modellprojekt mit mindestens einer "
    "Nachnutzung. Was zählt, sagt die Tabelle reuses_of_entries; Maßnahme und Lösung zeigen dieselben Nachnutzungen, die "
    "Zahlen mehrerer Zeilen lassen sich also nicht zusammenzählen",
    {
        "entry_kind": "Art des Eintrags: measure, solution oder project",
        "entry": "Kennung des Eintrags",
        "reported": "Berichtete Nachnutzungen jeder Art und jedes Standes, ohne nur genannte",
        "in_use_elsewhere": "davon andernorts im Einsatz: übernommen, angepasst oder gemeinsam entwickelt, Stand „im Einsatz“",
        "taken_over": "davon Übernahmen, auch geplante",
        "adapted": "davon Anpassungen, auch geplante",
        "joint": "davon gemeinsame Entwicklung oder Mitgliedschaft",
        "rolled_out": "davon Ausweitung im eigenen Kreis",
        "tested": "davon Tests im Wettbewerb",
        "model": "davon Vorbild für Eigenes",
        "named": "Stellen, die nur in einer Nutzerliste genannt sind; in keiner anderen Zahl enthalten",
    },
    f"""
SELECT l.entry_kind,
       l.entry,
       sum({REPORTED}) AS reported,
       sum({IN_USE_ELSEWHERE}) AS in_use_elsewhere,
       sum(r.reuse_kind = '{TAKEN_OVER}') AS taken_over,
       sum(r.reuse_kind = '{ADAPTED}') AS adapted,
       sum(r.reuse_kind = '{JOINT}') AS joint,
       sum(r.reuse_kind = '{ROLL_OUT}') AS rolled_out,
       sum(r.reuse_kind = '{TEST}') AS tested,
       sum(r.reuse_kind = '{EXAMPLE}') AS model,
       sum(NOT {REPORTED}) AS named
  FROM reuses_of_entries l JOIN reuses r ON r.id = l.reuse
 GROUP BY l.entry_kind, l.entry
""",
    Label(de="Zahlen der Nachnutzung", en="Numbers of reuse"),
)

COMPLETENESS = View(
    "completeness",
    "Was die Einträge sagen, das über eine Nachnutzung entscheidet, je Zeile ein Eintrag: 1 gesagt, 0 nicht gesagt, leer: "
    "gibt es bei dieser Art von Eintrag nicht. Für eine Maßnahme gilt auch, was ihre einzige Lösung sagt, und "
    "umgekehrt (licence, repository; cost nur bei einer Lösung mit einer einzigen Maßnahme)",
    {
        "kind": "Art des Eintrags: measure, solution, project, knowledge, municipality oder reuse",
        "id": "Kennung des Eintrags",
        "licence": "Lizenz der Software",
        "repository": "Öffentliches Verzeichnis mit Quelltext, Daten oder Dokumentation",
        "users": "Mindestens eine berichtete Nachnutzung",
        "named_users": "Mindestens eine Stelle, die in einer Nutzerliste nur genannt ist",
        "cost": "Kosten; bei Modellprojekten Gesamtvolumen, Zuschuss oder ein Betrag von beidem",
        "contact": "Eigene Ansprechstelle",
        "result": "Mindestens ein Ergebnis",
        "status_date": "Datum, zu dem der Stand galt",
        "source_at_fact": "Mindestens eine Angabe nennt ihre Quelle, oder es gibt nur eine",
        "website": "Eigene Seite",
        "verified": "Die Angaben wurden mit ihren Seiten verglichen",
    },
    f"""
WITH only_solution AS ({ONLY_SOLUTION}),
of_one_place AS ({OF_ONE_PLACE}),
cited AS (SELECT DISTINCT entry_kind, entry FROM facts_sources)
SELECT 'measure' AS kind,
       m.id,
       m.licence IS NOT NULL OR m.licence_note IS NULL AND s.licence IS NOT NULL AS licence,
       m.id IN (SELECT measure FROM measures_repositories)
         OR coalesce(s.id IN (SELECT solution FROM solutions_repositories), 0) AS repository,
       coalesce(n.reported, 0) > 0 AS users,
       coalesce(n.named, 0) > 0 AS named_users,
       m.id IN (SELECT measure FROM costs)
         OR coalesce(s.id IN (SELECT solution FROM solutions_costs) AND s.id IN (SELECT id FROM of_one_place), 0) AS cost,
       m.contact_name IS NOT NULL AS contact,
       m.id IN (SELECT measure FROM results) AS result,
       m.status_date <> '{UNKNOWN}' AS status_date,
       EXISTS (SELECT 1 FROM cited WHERE entry_kind = 'measure' AND entry = m.id) AS source_at_fact,
       m.website IS NOT NULL AS website,
       m.last_verified IS NOT NULL AS verified
  FROM measures m
  LEFT JOIN only_solution o ON o.measure = m.id
  LEFT JOIN solutions s ON s.id = o.solution
  LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
 UNION ALL
SELECT 'solution',
       s.id,
       s.licence IS NOT NULL OR s.licence_note IS NULL
         AND (SELECT count(*) = 1 AND count(m.licence) = 1 FROM only_solution o JOIN measures m ON m.id = o.measure
               WHERE o.solution = s.id AND coalesce(m.licence, m.licence_note) IS NOT NULL),
       s.id IN (SELECT solution FROM solutions_repositories)
         OR 1 = (SELECT count(DISTINCT o.measure) FROM only_solution o JOIN measures_repositories r ON r.measure = o.measure
                  WHERE o.solution = s.id),
       coalesce(n.reported, 0) > 0,
       coalesce(n.named, 0) > 0,
       s.id IN (SELECT solution FROM solutions_costs)
         OR s.id IN (SELECT id FROM of_one_place)
         AND EXISTS (SELECT 1 FROM only_solution o JOIN costs c ON c.measure = o.measure WHERE o.solution = s.id),
       s.contact_name IS NOT NULL,
       s.id IN (SELECT solution FROM solutions_results),
       s.status_date <> '{UNKNOWN}',
       EXISTS (SELECT 1 FROM cited WHERE entry_kind = 'solution' AND entry = s.id),
       s.website IS NOT NULL,
       s.last_verified IS NOT NULL
  FROM solutions s LEFT JOIN reuse_numbers n ON n.entry_kind = 'solution' AND n.entry = s.id
 UNION ALL
SELECT 'project', p.id, NULL, NULL, coalesce(n.reported, 0) > 0, coalesce(n.named, 0) > 0,
       coalesce(p.volume_eur, p.federal_share_eur, p.unclear_eur) IS NOT NULL, p.contact_name IS NOT NULL, NULL, NULL,
       EXISTS (SELECT 1 FROM cited WHERE entry_kind = 'project' AND entry = p.id),
       p.website IS NOT NULL, p.last_verified IS NOT NULL
  FROM projects p LEFT JOIN reuse_numbers n ON n.entry_kind = 'project' AND n.entry = p.id
 UNION ALL
SELECT 'knowledge', id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, website IS NOT NULL, last_verified IS NOT NULL
  FROM knowledge
 UNION ALL
SELECT 'municipality', id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, website IS NOT NULL,
       last_verified IS NOT NULL
  FROM municipalities
 UNION ALL
SELECT 'reuse', id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, last_verified IS NOT NULL FROM reuses
""",
    Label(de="Was die Einträge sagen", en="What entries tell"),
    facets=("kind",),
)

MUNICIPALITIES_OVERVIEW = View(
    "municipalities_overview",
    "Alle Kommunen und Kreise des Katalogs mit lesbaren Namen. Kreise, Gemeindeverbände und Regionen stehen neben ihren "
    "Gemeinden: Wer Einwohner zusammenzählt, nimmt nur Zeilen mit in_sum = 1",
    {
        "id": "Kennung der Kommune",
        "name": "Amtlicher Name",
        "municipality_kind": "Art der Kommune",
        "federal_state": "Bundesland",
        "population": "Einwohnerzahl",
        "population_year": "Jahr der Einwohnerzahl",
        "ags": "Amtlicher Schlüssel",
        "contained_in": "Kennung des Kreises, Gemeindeverbands oder der Region des Katalogs, deren Einwohnerzahl diese enthält",
        "in_sum": "1: gehört in eine Summe der Einwohner; 0: ist in einer anderen Zeile enthalten oder hat keine Einwohnerzahl",
        "in_model_project": "1, wenn sie zu einem Modellprojekt gehört, sonst 0",
        "website": "Website",
    },
    """
WITH placed AS (
  SELECT t.*,
         coalesce((SELECT whole.id FROM municipalities whole WHERE whole.id = t.part_of AND whole.population IS NOT NULL),
                  (SELECT district.id FROM municipalities district
                    WHERE length(district.ags) = 5 AND length(t.ags) > 5 AND district.ags = substr(t.ags, 1, 5)
                      AND district.population IS NOT NULL)) AS contained_in
    FROM municipalities t
)
SELECT t.id,
       t.name,
       k.label_de AS municipality_kind,
       s.label_de AS federal_state,
       t.population,
       t.population_year,
       t.ags,
       t.contained_in,
       t.population IS NOT NULL AND t.contained_in IS NULL AS in_sum,
       t.id IN (SELECT municipality FROM projects_municipalities) AS in_model_project,
       t.website
  FROM placed t
  LEFT JOIN municipality_kinds k ON k.id = t.municipality_kind
  LEFT JOIN federal_states s ON s.id = t.federal_state
""",
    Label(de="Kommunen und Kreise", en="Municipalities and districts"),
    facets=("municipality_kind", "federal_state", "in_sum"),
)

VIEWS: tuple[View, ...] = (
    MEASURES_OVERVIEW,
    PROJECTS_OVERVIEW,
    TRANSFERS,
    REUSE_NUMBERS,
    COMPLETENESS,
    MUNICIPALITIES_OVERVIEW,
)
"""All views in the order in which they are shown."""
