"""The shortlist: measures that a visitor keeps, in the address of the page, and compares side by side.

`shortlist.js` also keeps the ids in the browser; nothing is kept on the server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from catalogue.entries import UNKNOWN
from catalogue.queries import Row
from catalogue.queries.dossiers import Dossier, dossiers
from catalogue.web.edition_access import database, engine, term
from catalogue.web.page_parts import day, euro, number
from catalogue.web.typed import INVISIBLE, typed
from search import Hit

blueprint = Blueprint("shortlist", __name__)

MOST_COMPARED = 5
MOST_KEPT = 50
"""Measures that an address may name; further ones are left out."""

LONGEST_ID = 120
FOUND_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The ids that an address names, each once, in its order."""

    ids: list[str]

    @classmethod
    def from_request(cls) -> Shortlist:
        """Read the address."""
        given = (INVISIBLE.sub(" ", value).strip()[:LONGEST_ID] for value in request.args.getlist("id"))
        return cls([value for value in dict.fromkeys(given) if value][:MOST_KEPT])

    def query(self) -> str:
        """The ids as the query of an address."""
        return urlencode([("id", value) for value in self.ids])

    def address(self) -> str:
        """The address of the page with this list."""
        return f"{request.script_root}/merkliste" + (f"?{self.query()}" if self.ids else "")

    def without(self, measure_id: str) -> str:
        """The address with one measure less."""
        return Shortlist([value for value in self.ids if value != measure_id]).address()

    def having(self, measure_id: str) -> str:
        """The address with one measure more."""
        return Shortlist([*self.ids, measure_id]).address()

    def first(self, measure_id: str) -> str:
        """The address with one measure at the front."""
        return Shortlist([measure_id, *(value for value in self.ids if value != measure_id)]).address()


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the comparison: a fact's name, and for each measure the lines that tell it, or none."""

    name: str
    cells: list[list[str]]


@blueprint.get("/merkliste")
def show() -> str:
    """Show the shortlist and compare its first measures."""
    asked = Shortlist.from_request()
    kept = dossiers(database(), asked.ids)
    known = Shortlist([one.id for one in kept])
    query = typed("q")
    rows = facts(kept[:MOST_COMPARED])
    return render_template(
        "shortlist.html",
        kept=kept,
        compared=kept[:MOST_COMPARED],
        facts=[row for row in rows if any(row.cells)],
        untold=[row.name for row in rows if not any(row.cells)],
        unknown=[value for value in asked.ids if value not in known.ids],
        shortlist=known,
        query=query,
        found=found(query, known.ids) if query else [],
    )


def found(query: str, kept: list[str]) -> list[Hit]:
    """The best measures for a query that are not on the list yet."""
    answer = engine().search(query, {"typ": ["measure"]}, page_size=FOUND_SHOWN + len(kept))
    return [hit for hit in answer.hits if hit.id not in kept][:FOUND_SHOWN]


def facts(compared: list[Dossier]) -> list[Fact]:
    """What decides on reuse, a row a fact; also those that no measure tells."""
    cells: dict[str, Callable[[Dossier], list[str]]] = {
        _("Was es ist"): lambda one: [one.measure["subtitle"]],
        _("Modellprojekt"): lambda one: [one.measure["project_name"]],
        _("Wo"): place,
        _("Einwohner"): inhabitants,
        _("Stand"): status,
        _("Kosten"): cost,
        _("Finanzierung"): lambda one: [funding(row) for row in one.funding],
        _("Art der Lösung"): lambda one: labels(one, "solution_kinds"),
        _("Für wen"): lambda one: labels(one, "audiences"),
        _("Technik"): lambda one: joined(one.texts["technologies"]),
        _("Quelloffen"): openness,
        _("Wer es übernommen hat oder will"): lambda one: [reuse(row) for row in one.reuses],
        _("Was daraus wurde"): lambda one: one.texts["results"],
        _("Was andere daraus lernen können"): lambda one: one.texts["lessons"],
        _("Wer mitwirkt"): lambda one: joined([row["name"] for row in one.partners]),
        _("Zuletzt geprüft"): lambda one: [day(one.measure["last_verified"])],
    }
    return [Fact(name, [cell(one) for one in compared]) for name, cell in cells.items()]


def joined(texts: list[str]) -> list[str]:
    """Short texts in one line."""
    return [", ".join(texts)] if texts else []


def labels(one: Dossier, vocabulary: str) -> list[str]:
    """The labels of a measure's terms in one line."""
    return joined([term(vocabulary, value).label for value in one.terms[vocabulary]])


def place(one: Dossier) -> list[str]:
    """Where a measure runs."""
    states = ", ".join(term("federal_states", state).label for state in one.states)
    return [f"{', '.join(row['name'] for row in one.places)} ({states})"]


def inhabitants(one: Dossier) -> list[str]:
    """How many people live where a measure runs."""
    if len(one.places) == 1 and one.places[0]["population"] is not None:
        return [number(one.places[0]["population"])]
    population = one.measure["project_population"]
    if population is None:
        return []
    return [_("%(number)s im Gebiet des Modellprojekts", number=number(population))]


def status(one: Dossier) -> list[str]:
    """The status of a measure and when it held."""
    label = term("statuses", one.measure["status"]).label
    when = one.measure["status_date"]
    if when == UNKNOWN:
        return [f"{label}, {_('Datum unbekannt')}"]
    return [f"{label}, {_('Stand')} {day(when)}"]


def cost(one: Dossier) -> list[str]:
    """What a measure costs."""
    amount, note = one.measure["cost_amount_eur"], one.measure["cost_note"]
    said = [euro(amount)] if amount is not None else []
    return [" – ".join([*said, note] if note else said)] if said or note else []


def funding(row: Row) -> str:
    """Who pays how much."""
    return (
        f"{row['funder']}: {euro(row['amount_eur'])}" if row["amount_eur"] is not None else str(row["funder"])
    )


def openness(one: Dossier) -> list[str]:
    """Whether the software is open source, and its licence."""
    told, licence = one.measure["open_source"], one.measure["licence"]
    said = [] if told is None else [_("ja") if told else _("nein")]
    return joined([*said, licence] if licence else said)


def reuse(row: Row) -> str:
    """Who took a measure over, and how far it is."""
    return f"{row['name']} ({term('reuse_statuses', row['status']).label})"
