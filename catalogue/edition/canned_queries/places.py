"""Questions about places and model projects: what runs there, who takes part, who pays."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter
from catalogue.edition.canned_queries.parameters import MUNICIPALITY, PROJECT, SIZE_CLASS, STATE, at_least
from catalogue.model.entries import Label

PROJECTS = "/projekte"

OF_MUNICIPALITY = CannedQuery(
    "massnahmen-einer-kommune",
    Label(de="Was in einer Kommune läuft", en="What runs in a municipality"),
    Label(
        de="Maßnahmen, die eine Kommune als Ort nennen, und die ihrer Modellprojekte, die keinen Ort nennen. Ohne Angabe einer "
        "Kommune: alle Paare von Kommune und Maßnahme.",
        en="Measures that name a municipality, and those of its projects that name no place.",
    ),
    """
WITH runs_in AS (
  SELECT municipality, measure FROM measures_municipalities
   UNION
  SELECT l.municipality, m.id FROM projects_municipalities l JOIN measures m ON m.project = l.project
   WHERE m.id NOT IN (SELECT measure FROM measures_municipalities)
)
SELECT r.municipality, t.name AS municipality_name, r.measure, m.title, m.subtitle, s.label_de AS status, m.status_date
  FROM runs_in r
  JOIN municipalities t ON t.id = r.municipality
  JOIN measures m ON m.id = r.measure
  JOIN statuses s ON s.id = m.status
 WHERE :kommune IN ('', t.id, t.name)
 ORDER BY t.name, s.position, m.id
""",
    ("/kommunen/<page>",),
    (MUNICIPALITY,),
)

OF_PROJECT = CannedQuery(
    "massnahmen-eines-modellprojekts",
    Label(de="Maßnahmen eines Modellprojekts", en="Measures of a model project"),
    Label(
        de="Alle Maßnahmen eines Modellprojekts mit wichtigstem Feld, Stand, Zeit und der Zahl der Ergebnisse, Partner und Quellen.",
        en="All measures of a model project with main field, status, time and the number of results, partners and sources.",
    ),
    """
SELECT m.project, m.id AS measure, m.title, f.label_de AS main_field, s.label_de AS status, m.status_date, m.start, m."end",
       (SELECT count(*) FROM results WHERE measure = m.id) AS results,
       (SELECT count(*) FROM measures_partners WHERE measure = m.id) AS partners,
       (SELECT count(*) FROM measures_sources WHERE measure = m.id) AS sources
  FROM measures m
  JOIN measures_fields l ON l.measure = m.id AND l.position = 1
  JOIN fields f ON f.id = l.field
  JOIN statuses s ON s.id = m.status
 WHERE :projekt IN ('', m.project)
 ORDER BY m.project, f.position, m.title
""",
    ("/projekte/<project_id>",),
    (PROJECT,),
)

SIZES = CannedQuery(
    "kommunen-nach-groesse",
    Label(de="Kommunen nach Größe", en="Municipalities by size"),
    Label(
        de="Kommunen und Kreise des Katalogs je Größenklasse und Art: wie viele zu einem Modellprojekt gehören und wie viele etwas "
        "nachnutzen. Kreise und ihre Gemeinden stehen nebeneinander; ihre Einwohner lassen sich nicht zusammenzählen.",
        en="Municipalities and districts by size and kind: how many belong to a model project, how many reuse something.",
    ),
    f"""
WITH placed AS (SELECT id, municipality_kind, {SIZE_CLASS} AS size FROM municipalities)
SELECT k.label_de AS municipality_kind, s.label_de AS size, count(*) AS municipalities,
       sum(p.id IN (SELECT municipality FROM projects_municipalities)) AS in_model_project,
       sum(p.id IN (SELECT to_municipality FROM transfers WHERE reported)) AS reusing
  FROM placed p
  LEFT JOIN municipality_kinds k ON k.id = p.municipality_kind
  LEFT JOIN sizes s ON s.id = p.size
 GROUP BY k.id, s.id
 ORDER BY k.position, s.position
""",
    ("/kommunen",),
)

PARTNER_KIND = Parameter(
    "art", Label(de="Art der Stelle, zum Beispiel Hochschule", en="Kind of organisation")
)
AT_LEAST_PROJECTS = at_least(2, Label(de="Modellprojekte, mindestens", en="model projects, at least"))

PARTNERS = CannedQuery(
    "partner-ueber-projekte",
    Label(de="Partner in mehreren Modellprojekten", en="Partners in several model projects"),
    Label(
        de="Stellen, die an Maßnahmen mehrerer Modellprojekte mitwirken.",
        en="Organisations that take part in measures of several model projects.",
    ),
    f"""
SELECT p.name AS partner, k.label_de AS partner_kind, p.municipality, count(DISTINCT m.project) AS projects, count(DISTINCT m.id) AS measures,
       group_concat(DISTINCT m.project) AS project_ids
  FROM partners p
  LEFT JOIN partner_kinds k ON k.id = p.kind
  JOIN measures_partners l ON l.partner = p.id
  JOIN measures m ON m.id = l.measure
 WHERE :art IN ('', k.id, k.label_de, k.label_en)
 GROUP BY p.id
HAVING projects >= {AT_LEAST_PROJECTS.number}
 ORDER BY projects DESC, measures DESC, partner
""",
    (PROJECTS,),
    (AT_LEAST_PROJECTS, PARTNER_KIND),
)

PARTNER_KINDS = CannedQuery(
    "partner-nach-art",
    Label(de="Was für Stellen mitwirken", en="What sort of organisations take part"),
    Label(
        de="Hochschulen, Unternehmen, kommunale Betriebe, Ämter, Vereine: wie viele Stellen jeder Art an wie vielen Maßnahmen und "
        "Modellprojekten mitwirken. Ohne Art steht, was weder der Name noch ein Eintrag einordnet.",
        en="How many universities, companies, municipal enterprises, offices and associations take part in how many measures. "
        "Without a kind are those that neither their name nor an entry classifies.",
    ),
    """
SELECT k.label_de AS partner_kind, count(DISTINCT p.id) AS partners, count(DISTINCT l.measure) AS measures,
       count(DISTINCT m.project) AS projects
  FROM partners p
  LEFT JOIN partner_kinds k ON k.id = p.kind
  JOIN measures_partners l ON l.partner = p.id
  JOIN measures m ON m.id = l.measure
 GROUP BY k.id
 ORDER BY partners DESC
""",
    (PROJECTS,),
)

FUNDING_BY_STATE = CannedQuery(
    "foerderung-je-land-und-staffel",
    Label(de="Förderung je Bundesland und Staffel", en="Funding by federal state and cohort"),
    Label(
        de="Gesamtvolumen und Zuschuss des Bundes der Modellprojekte je Bundesland und Staffel, mit der Zahl der Projekte, von denen "
        "der Betrag bekannt ist: Die Summen sind Untergrenzen. Ein Projekt über mehrere Länder steht in einer eigenen Zeile, damit "
        "nichts doppelt zählt.",
        en="Volume and federal grant of the projects by federal state and cohort, with the number of projects whose amount is "
        "known: the sums are lower bounds. A project across states has a row of its own.",
    ),
    """
WITH placed AS (
  SELECT l.project, group_concat(s.label_de, ' + ') AS federal_state
    FROM projects_federal_states l JOIN federal_states s ON s.id = l.federal_state GROUP BY l.project
)
SELECT l.federal_state, c.label_de AS cohort, count(*) AS projects,
       count(p.volume_eur) AS with_volume, sum(p.volume_eur) AS volume_eur,
       count(p.federal_share_eur) AS with_federal_share, sum(p.federal_share_eur) AS federal_share_eur,
       sum(p.unclear_eur) AS unclear_eur
  FROM projects p JOIN placed l ON l.project = p.id JOIN cohorts c ON c.id = p.cohort
 WHERE :land IN ('', l.federal_state)
 GROUP BY l.federal_state, c.id
 ORDER BY l.federal_state, c.position
""",
    (PROJECTS, "/programm"),
    (STATE,),
)

FUNDING_BY_PROJECT = CannedQuery(
    "foerderung-je-modellprojekt",
    Label(de="Förderung je Modellprojekt", en="Funding by model project"),
    Label(
        de="Gesamtvolumen, Zuschuss des Bundes und Zuschuss je Einwohner, so weit Quellen sie nennen. „unclear_eur“ ist ein Betrag, "
        "von dem die Quelle nicht sagt, ob er das Volumen oder der Zuschuss ist.",
        en="Volume, federal grant and grant per inhabitant, so far as sources state them.",
    ),
    """
SELECT p.id AS project, p.name AS project_name, c.label_de AS cohort, k.label_de AS project_kind, p.population,
       p.volume_eur, p.federal_share_eur, p.unclear_eur,
       round(1.0 * p.federal_share_eur / p.population, 2) AS federal_share_eur_per_inhabitant,
       (SELECT count(*) FROM measures WHERE project = p.id) AS measures
  FROM projects p JOIN cohorts c ON c.id = p.cohort JOIN project_kinds k ON k.id = p.project_kind
 ORDER BY coalesce(p.federal_share_eur, p.volume_eur, p.unclear_eur) DESC, p.id
""",
    (PROJECTS,),
)

FUNDERS = CannedQuery(
    "geldgeber",
    Label(de="Wer zahlt", en="Who pays"),
    Label(
        de="Wer Modellprojekte und Maßnahmen bezahlt und wie viel Quellen nennen. Viele nennen keinen Betrag, und was eine Maßnahme "
        "bekommt, steckt oft schon im Betrag ihres Projekts: Die Summen lassen sich nicht zusammenzählen.",
        en="Who pays for projects and measures, and how much sources state. The sums do not add up.",
    ),
    """
WITH paid AS (
  SELECT 'project' AS kind, funder, name, amount_eur FROM projects_funding
   UNION ALL
  SELECT 'measure', funder, name, amount_eur FROM measures_funding
)
SELECT f.label_de AS funder, sum(p.kind = 'project') AS projects, sum(p.kind = 'measure') AS measures,
       count(p.amount_eur) AS with_amount, sum(p.amount_eur) AS amount_eur, group_concat(DISTINCT p.name) AS names
  FROM paid p JOIN funders f ON f.id = p.funder
 GROUP BY f.id ORDER BY projects + measures DESC, f.position
""",
    (PROJECTS,),
)

QUERIES = (
    OF_MUNICIPALITY,
    OF_PROJECT,
    SIZES,
    PARTNERS,
    PARTNER_KINDS,
    FUNDING_BY_STATE,
    FUNDING_BY_PROJECT,
    FUNDERS,
)
