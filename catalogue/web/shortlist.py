"""The shortlist: measures that a visitor keeps, in the address of the page, and compares side by side.

`shortlist.js` also keeps the ids in the browser; nothing is kept on the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from catalogue.exports.papers import MOST_COMPARED
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.queries.measure_records import measure_records
from catalogue.web.comparison import ComparedEntry, side_by_side
from catalogue.web.edition_access import database, engine, words
from catalogue.web.form_input import form_text, form_values
from search import Hit

blueprint = Blueprint("shortlist", __name__)

FOUND_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The ids that an address names, each once, in its order."""

    ids: list[str]

    @classmethod
    def from_request(cls) -> Shortlist:
        """Read the address. Ids that are no measure's stay, so that the page can tell of them."""
        return cls(form_values("id"))

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


@blueprint.get("/merkliste")
def show() -> str:
    """Show the shortlist and compare its first measures."""
    asked = Shortlist.from_request()
    kept = measure_records(database(), asked.ids)
    known = Shortlist([one.id for one in kept])
    query = form_text("q")
    compared = kept[:MOST_COMPARED]
    return render_template(
        "shortlist.html",
        kept=kept,
        columns=[
            ComparedEntry(
                one.id,
                one.measure.title,
                f"{request.script_root}/massnahmen/{one.id}",
                known.without(one.id),
            )
            for one in compared
        ],
        facts=side_by_side([facts_in(MEASURE_FACTS, ShownIn.COMPARISON, one, words()) for one in compared]),
        unknown=[value for value in asked.ids if value not in known.ids],
        shortlist=known,
        query=query,
        found=found(query, known.ids) if query else [],
    )


def found(query: str, kept: list[str]) -> list[Hit]:
    """The best measures for a query that are not on the list yet."""
    answer = engine().search(query, {"typ": ["measure"]}, page_size=FOUND_SHOWN + len(kept))
    return [hit for hit in answer.hits if hit.id not in kept][:FOUND_SHOWN]
