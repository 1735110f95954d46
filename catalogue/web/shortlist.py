"""The shortlist: measures and solutions that a visitor keeps, in the address of the page, and compares side by side.

`shortlist.js` also keeps the ids in the browser; nothing is kept on the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from catalogue.exports.council_paper import MOST_COMPARED
from catalogue.facts.fact import ShownIn
from catalogue.facts.reusables import entry_of, facts_of
from catalogue.model.entries import Measure, Solution
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries.reusables import Reusable, reusable_records
from catalogue.web.comparison import ComparedEntry, side_by_side
from catalogue.web.edition_access import database, engine, words
from catalogue.web.entry_names import title_of
from catalogue.web.form_input import form_text, form_values
from catalogue.web.former_addresses import todays_ids
from search import Hit

blueprint = Blueprint("shortlist", __name__)

FOUND_SHOWN = 8

KEPT = "liste"
"""Under this name a list travels in the addresses of searches and of entries where no script keeps it."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The ids that an address names, each once, in its order."""

    ids: list[str]

    @classmethod
    def from_request(cls) -> Shortlist:
        """Read the address. Former ids become today's; ids of neither measures nor solutions stay, so that the
        page can tell of them."""
        return cls(todays_ids(form_values("id")))

    @classmethod
    def travelling_here(cls) -> Shortlist:
        """The list that came along in the address of an entry's page."""
        return cls(todays_ids(form_values(KEPT)))

    def travelling(self) -> str:
        """The list as the query of an entry's address, so that its page adds to it where no script keeps it."""
        return f"?{urlencode([(KEPT, value) for value in self.ids])}" if self.ids else ""

    def query(self) -> str:
        """The ids as the query of an address."""
        return urlencode([("id", value) for value in self.ids])

    def address(self) -> str:
        """The address of the page with this list."""
        return f"{request.script_root}/merkliste" + (f"?{self.query()}" if self.ids else "")

    def without(self, entry_id: str) -> str:
        """The address with one entry less."""
        return Shortlist([value for value in self.ids if value != entry_id]).address()

    def having(self, entry_id: str) -> str:
        """The address with one entry more."""
        return Shortlist([*(value for value in self.ids if value != entry_id), entry_id]).address()

    def first(self, entry_id: str) -> str:
        """The address with one entry at the front."""
        return Shortlist([entry_id, *(value for value in self.ids if value != entry_id)]).address()


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A measure or solution on the list: its id, its German name, and the address of its page."""

    id: str
    title: str
    address: str


@blueprint.get("/merkliste")
def show() -> str:
    """Show the shortlist and compare its first entries."""
    asked = Shortlist.from_request()
    records = reusable_records(database(), asked.ids)
    kept = [kept_entry(one) for one in records]
    known = Shortlist([one.id for one in kept])
    query = form_text("q")
    return render_template(
        "shortlist.html",
        kept=kept,
        columns=[
            ComparedEntry(one.id, title_of(one.id, one.title), one.address, known.without(one.id))
            for one in kept[:MOST_COMPARED]
        ],
        facts=side_by_side([facts_of(one, ShownIn.COMPARISON, words()) for one in records[:MOST_COMPARED]]),
        unknown=[value for value in asked.ids if value not in known.ids],
        shortlist=known,
        query=query,
        found=found(query, known.ids) if query else [],
    )


def kept_entry(one: Reusable) -> KeptEntry:
    """An entry as the list names it."""
    entry = entry_of(one)
    return KeptEntry(one.id, entry.title, request.script_root + KINDS_BY_NAME[entry.kind].path(entry))


@blueprint.app_template_global()
def shortlist_with(entry_id: str) -> str:
    """The address of the list that came along to the page of an entry, with this entry too."""
    return Shortlist.travelling_here().having(entry_id)


@blueprint.app_template_global()
def travelling_list() -> str:
    """The list that came along, as the query of the address of another entry; empty without one."""
    return Shortlist.travelling_here().travelling() if KEPT in request.args else ""


def found(query: str, kept: list[str]) -> list[Hit]:
    """The best measures and solutions for a query that are not on the list yet."""
    kinds = {"typ": [Measure.kind, Solution.kind]}
    answer = engine().search(query, kinds, page_size=FOUND_SHOWN + len(kept))
    return [hit for hit in answer.hits if hit.id not in kept][:FOUND_SHOWN]
