"""Questions about the programme: its money, its goals, its roadmap, the knowledge around it."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import CannedQuery
from catalogue.model.entries import Label

PROGRAMME, COST_AND_EFFECT = "/programm", "/wissen/fragen/kosten-und-wirkung-des-programms"

DRAWDOWNS = CannedQuery(
    "abruf-je-halbjahr",
    Label(de="Abgerufene Fördermittel je Halbjahr", en="Funds drawn by half-year"),
    Label(
        de="Wie viel Geld die Modellprojekte in jedem Halbjahr abgerufen haben, wie viel bis dahin zusammenkam und welcher Anteil am "
        "Fördervolumen von 691,01 Millionen Euro das ist. Das letzte Halbjahr reicht nur bis zum 30. November 2024; spätere Zahlen "
        "fanden sich nicht.",
        en="How much the projects drew in each half-year, the sum so far, and its share in the grant of 691.01 million euros. The "
        "last half-year ends on 30 November 2024.",
    ),
    """
WITH grant_volume AS (SELECT report, value FROM figures WHERE name = 'grant-volume')
SELECT d.half_year, d.until, d.amount_eur,
       sum(d.amount_eur) OVER (ORDER BY d.half_year) AS sum_eur,
       CAST(g.value AS INTEGER) AS grant_eur,
       round(100.0 * sum(d.amount_eur) OVER (ORDER BY d.half_year) / g.value, 1) AS sum_percent_of_grant
  FROM drawdowns d JOIN grant_volume g ON g.report = d.report
 ORDER BY d.half_year
""",
    (PROGRAMME, COST_AND_EFFECT),
)

AMOUNTS = CannedQuery(
    "betraege-des-programms",
    Label(de="820, 691, 146: die Beträge des Programms", en="820, 691, 146: the amounts of the programme"),
    Label(
        de="Die Beträge, die umlaufen, nebeneinander. 820 Millionen Euro sind die Mittel des Bundes für das ganze Programm seit 2019, so "
        "die Vorbemerkung der Kleinen Anfrage; 691 Millionen sind das Fördervolumen der 73 Modellprojekte laut Bundesregierung. Woher "
        "der Unterschied kommt, sagt keine gelesene Quelle; ein Hinweis: Das Geld war auch für den Wissenstransfer bestimmt. Abgerufen waren bis "
        "November 2024 146 Millionen. Was der Katalog summiert, ist kleiner, weil nicht jedes Projekt seinen Betrag nennt.",
        en="The amounts in circulation side by side: 820 million euros for the whole programme, 691 million for the 73 projects, 146 "
        "million drawn by November 2024, and what the catalogue itself adds up, which is less, as not every project states its amount.",
    ),
    """
SELECT 'Mittel des Bundes für das ganze Programm' AS what, CAST(value AS INTEGER) AS amount_eur, NULL AS projects,
       coalesce(as_of, 'Dezember 2024') AS as_of, 'Kleine Anfrage, Vorbemerkung der Fragesteller' AS says
  FROM figures WHERE name = 'programme-volume'
 UNION ALL
SELECT 'Fördervolumen der Modellprojekte', CAST(value AS INTEGER),
       (SELECT CAST(value AS INTEGER) FROM figures WHERE name = 'projects'), coalesce(as_of, 'Dezember 2024'),
       'Antwort der Bundesregierung, Frage ' || question
  FROM figures WHERE name = 'grant-volume'
 UNION ALL
SELECT 'davon abgerufen', sum(amount_eur), NULL, max(until), 'Antwort der Bundesregierung, Frage 1; Summe der Halbjahre'
  FROM drawdowns
 UNION ALL
SELECT 'Zuschüsse des Bundes, die der Katalog kennt', sum(federal_share_eur), count(federal_share_eur), NULL,
       'Summe aus den Einträgen der Modellprojekte'
  FROM projects
 UNION ALL
SELECT 'Gesamtvolumen, das der Katalog kennt (mit Eigenanteil und Land)', sum(volume_eur), count(volume_eur), NULL,
       'Summe aus den Einträgen der Modellprojekte'
  FROM projects
 UNION ALL
SELECT 'Beträge, die Volumen oder Zuschuss sein können', sum(unclear_eur), count(unclear_eur), NULL,
       'Summe aus den Einträgen der Modellprojekte'
  FROM projects
""",
    (PROGRAMME, COST_AND_EFFECT),
)

GOALS = CannedQuery(
    "ziele-und-massnahmen",
    Label(de="Ziele des Programms und ihre Maßnahmen", en="Goals of the programme and their measures"),
    Label(
        de="Wie viele Maßnahmen die Bundesregierung zu einem Ziel nennt und wie viele der Katalog ihm nach seinen Regeln zuordnet.",
        en="How many measures the federal government names for a goal, and how many the catalogue assigns to it by its rules.",
    ),
    """
SELECT g.id AS goal, g.title, (SELECT max(count) FROM goals_counts WHERE goal = g.id) AS stated,
       count(l.measure) AS measures, sum(m.status = 'betrieb') AS in_operation, g.mapping_note
  FROM goals g LEFT JOIN goals_measures l ON l.goal = g.id LEFT JOIN measures m ON m.id = l.measure
 GROUP BY g.id ORDER BY g.position
""",
    ("/ziele",),
)

CRITERIA = CannedQuery(
    "kriterien-der-roadmap",
    Label(de="Kriterien der Roadmap mit Beispielen", en="Criteria of the roadmap with examples"),
    Label(
        de="Was die Roadmap in jeder Phase verlangt und wie viele Maßnahmen, Lösungen und Wissenseinträge zeigen, wie es geht.",
        en="What the roadmap asks for in each stage, and how many entries show how it is done.",
    ),
    """
SELECT s.title AS stage, c.id AS criterion, c.title, c.milestone,
       (SELECT count(*) FROM criteria_measures WHERE criterion = c.id) AS measures,
       (SELECT count(*) FROM criteria_solutions WHERE criterion = c.id) AS solutions,
       (SELECT count(*) FROM criteria_knowledge WHERE criterion = c.id) AS knowledge
  FROM criteria c JOIN stages s ON s.id = c.stage
 ORDER BY s.position, c.position
""",
    ("/roadmap",),
)

KNOWLEDGE = CannedQuery(
    "wissen-je-art-und-jahr",
    Label(de="Wissen je Art und Jahr", en="Knowledge by kind and year"),
    Label(
        de="Wie viele Studien, Leitfäden, Formate und anderes Wissen aus welchem Jahr der Katalog hat; ohne Jahr, wo keines bekannt "
        "ist.",
        en="How many studies, guides, events and other knowledge of which year the catalogue has.",
    ),
    """
SELECT k.label_de AS knowledge_kind, CAST(substr(e.date, 1, 4) AS INTEGER) AS year, count(*) AS entries
  FROM knowledge e JOIN knowledge_kinds k ON k.id = e.knowledge_kind
 GROUP BY k.id, year ORDER BY k.position, year
""",
    ("/wissen",),
)

QUERIES = (DRAWDOWNS, AMOUNTS, GOALS, CRITERIA, KNOWLEDGE)
