"""The dashboards of the data: which charts they show. Each chart draws the answer of a canned query and leads to it.

The plugin datasette-dashboards gives them their addresses; the bars are drawn here, on the server (see
`deploy/datasette/README.md` for why).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalogue.edition.canned_queries import CANNED_QUERIES
from catalogue.edition.canned_queries.canned_query import CannedQuery
from catalogue.facts.formats import number

QUERIES = {query.name: query for query in CANNED_QUERIES}
PLUGIN = "datasette-dashboards"


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of a canned query: the columns whose values name a bar, the number that it shows, and a part of that one."""

    query: str
    label: tuple[str, ...]
    value: str
    value_means: str
    """What the number says, in a heading."""
    part: str = ""
    part_means: str = ""
    between: str = ", "
    """What stands between the values that name a bar."""
    title: str = ""
    """If not that of the query."""
    most: int = 15
    """So many bars are shown; the query has all."""

    @property
    def name(self) -> str:
        """The last part of its address."""
        return f"{self.query}-{self.part or self.value}".replace("_", "-")


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Charts about one thing."""

    name: str
    title: str
    description: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar: its lengths in percent of the longest, its numbers as they are written."""

    label: str
    length: float
    part_length: float
    value: str
    part: str


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart, ready to be shown: `query` is the one that it draws, `left_out` the number of its rows without a bar."""

    chart: Chart
    query: CannedQuery
    bars: list[DrawnBar]
    left_out: int

    @property
    def title(self) -> str:
        """The heading."""
        return self.chart.title or self.query.title.de


def _told(part: str, means: str, title: str) -> Chart:
    """How many measures of each field tell something."""
    return Chart("angaben-je-feld", ("field",), "entries", "Maßnahmen", part, means, title)


def _reused(query: str, *label: str, between: str = ", ") -> Chart:
    """How many reuses are reported of what a bar stands for, and how many of them are in use."""
    return Chart(
        query, label, "reported", "berichtete Nachnutzungen", "in_use_elsewhere", "im Einsatz", between
    )


DASHBOARDS: tuple[Dashboard, ...] = (
    Dashboard(
        "programm",
        "Das Programm auf einen Blick",
        "Was die Modellprojekte bauen, seit wann, und was davon läuft; wohin das Geld geht.",
        (
            Chart("massnahmen-je-feld", ("field",), "measures", "Maßnahmen", "in_operation", "im Betrieb"),
            Chart(
                "massnahmen-nach-stand-und-staffel", ("cohort", "status"), "measures", "Maßnahmen", most=30
            ),
            Chart("beginn-je-jahr", ("year",), "began", "Maßnahmen", title="Wann Maßnahmen begannen"),
            Chart("abruf-je-halbjahr", ("half_year",), "amount_eur", "Euro"),
            Chart("betraege-des-programms", ("what",), "amount_eur", "Euro"),
            Chart("ziele-und-massnahmen", ("title",), "measures", "Maßnahmen", "in_operation", "im Betrieb"),
        ),
    ),
    Dashboard(
        "nachnutzung",
        "Nachnutzung",
        "Was andernorts übernommen wird, in welchen Feldern, von wem und über welche Grenzen.",
        (
            _reused("am-haeufigsten-nachgenutzt", "title"),
            _reused("nachnutzung-je-feld", "field"),
            _reused("nachnutzung-zwischen-laendern", "from_state", "to_state", between=" → "),
            _reused("kommunen-als-nachnutzer", "name"),
            Chart("lizenzen", ("licence",), "entries", "Einträge"),
            Chart("techniken", ("technology",), "entries", "Einträge"),
        ),
    ),
    Dashboard(
        "datenqualitaet",
        "Datenqualität",
        "Wie vollständig die Angaben sind und woher sie stammen.",
        (
            _told("with_result", "mit Ergebnis", "Maßnahmen mit Ergebnissen"),
            _told("with_cost", "mit Kosten", "Maßnahmen mit Kosten"),
            _told("with_source_at_fact", "mit Quelle an der Angabe", "Maßnahmen mit Quelle an der Angabe"),
            _told("with_status_date", "mit Datum des Stands", "Maßnahmen mit Datum des Stands"),
            _told("with_licence", "mit Lizenz", "Maßnahmen mit Lizenz"),
            Chart("quellen-nach-host", ("website",), "sources", "Quellen"),
        ),
    ),
)
"""All dashboards."""


def configuration(database: str) -> dict[str, Any]:
    """The dashboards as the plugin has them in Datasette's metadata; `database` is what the database is called there."""
    return {
        dashboard.name: {
            "title": dashboard.title,
            "description": dashboard.description,
            "charts": {
                chart.name: {
                    "title": chart.title or QUERIES[chart.query].title.de,
                    "db": database,
                    "query": QUERIES[chart.query].sql.strip(),
                }
                for chart in dashboard.charts
            },
        }
        for dashboard in DASHBOARDS
    }


def chart_named(dashboard: str, chart: str) -> Chart:
    """A chart by the last parts of its address. Raises KeyError if there is none."""
    charts = {(board.name, one.name): one for board in DASHBOARDS for one in board.charts}
    return charts[dashboard, chart]


def drawn(chart: Chart, rows: Sequence[sqlite3.Row | Mapping[str, Any]]) -> DrawnChart:
    """A chart over the rows of its query, in their order."""
    shown = [row for row in rows if row[chart.value]][: chart.most]
    longest = max((row[chart.value] for row in shown), default=1)
    bars = [_bar(chart, row, longest) for row in shown]
    return DrawnChart(chart, QUERIES[chart.query], bars, len(rows) - len(shown))


def _bar(chart: Chart, row: sqlite3.Row | Mapping[str, Any], longest: float) -> DrawnBar:
    value, part = row[chart.value], (row[chart.part] or 0) if chart.part else 0
    return DrawnBar(
        label=chart.between.join(str(row[column]) for column in chart.label if row[column] is not None),
        length=round(100 * value / longest, 1),
        part_length=round(100 * part / longest, 1),
        value=number(value, "de"),
        part=number(part, "de"),
    )
