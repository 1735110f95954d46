"""The search page: what was typed and chosen stands in its address, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, current_app, render_template, request
from flask_babel import gettext as _

from catalogue import queries
from catalogue.finding import FACETS, FLAGS
from catalogue.tables import vocabulary_table
from catalogue.web.edition_access import database, engine, term, vocabulary_terms
from catalogue.web.typed import typed
from search import Answer, Hit

blueprint = Blueprint("searching", __name__)

SORTS = ("relevance", "name", "-geprueft", "-groesse")
ORDERED = ("groesse", "staffel", "status", "gemeindeart")
"""Facets whose values have an order of their own; those of the others stand by number of hits."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet as the page offers it: how many hits it would give, and whether it is chosen."""

    id: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as the page offers it."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        """The values that are chosen."""
        return [option for option in self.options if option.chosen]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    query: str
    filters: dict[str, list[str]]
    sort: str
    page: int

    @classmethod
    def from_request(cls) -> Asked:
        """Read the address; what it names wrongly is left out rather than refused."""
        filters = {name: request.args.getlist(name) for name in ("typ", *FACETS, *FLAGS, "projekt", "jahr")}
        sort = request.args.get("sortierung", "relevance")
        page = request.args.get("seite", "1")
        return cls(
            query=typed("q"),
            filters={name: values for name, values in filters.items() if values},
            sort=sort if sort in SORTS else "relevance",
            page=int(page) if re.fullmatch(r"[1-9][0-9]{0,4}", page) else 1,
        )

    def address(
        self, page: int = 1, without: tuple[str, str | None] | None = None, query: str | None = None
    ) -> str:
        """The address of this search on another page, without a filter (or one value of it), or with other words."""
        pairs = [("q", self.query if query is None else query)]
        for name, values in self.filters.items():
            pairs += [
                (name, v) for v in values if without is None or without not in ((name, v), (name, None))
            ]
        if self.sort != "relevance":
            pairs.append(("sortierung", self.sort))
        if page > 1:
            pairs.append(("seite", str(page)))
        return f"{request.script_root}/suche?" + urlencode([pair for pair in pairs if pair[1]])


@blueprint.get("/suche")
def search() -> str:
    """Show the hits of a search with facets, or everything if nothing is asked."""
    asked = Asked.from_request()
    per_page = current_app.config["HITS_PER_PAGE"]
    answer = engine().search(asked.query, asked.filters, sort=asked.sort, page=asked.page, page_size=per_page)
    pages = max(1, -(-answer.total // per_page))
    return render_template(
        "search.html",
        asked=asked,
        answer=answer,
        hits=[(hit, card) for hit, card in with_cards(answer.hits)],
        facets=facets(asked, answer),
        pages=pages,
        sorts=dict(
            zip(
                SORTS,
                (_("Beste Treffer"), _("Name"), _("Zuletzt geprüft"), _("Größte Kommune zuerst")),
                strict=True,
            )
        ),
        first=(asked.page - 1) * per_page + 1,
        facet_label=lambda name: facet_labels().get(name, name),
        filter_label=filter_label,
    )


def with_cards(hits: tuple[Hit, ...]) -> list[tuple[Hit, queries.Row | None]]:
    """Hits with what a list shows of them; a project has no card of a measure."""
    cards = queries.measure_cards(database(), [hit.id for hit in hits if hit.kind == "measure"])
    return [(hit, cards.get(hit.id)) for hit in hits]


def facets(asked: Asked, answer: Answer) -> list[Facet]:
    """The facets in the order of the page, values without any hit left out unless they are chosen."""
    labels = facet_labels()
    found = []
    for name, vocabulary in FACETS.items():
        counted = dict(answer.facets.get(name, ()))
        chosen = asked.filters.get(name, [])
        table = vocabulary_table(vocabulary)
        known = vocabulary_terms(table)
        options = [
            Option(value, term(table, value).label, counted.get(value, 0), value in chosen)
            for value in known
            if counted.get(value) or value in chosen
        ]
        if name not in ORDERED:
            options.sort(key=lambda option: -option.count)
        if options:
            found.append(Facet(name, labels[name], options))
    flags = []
    for name in FLAGS:
        count = dict(answer.facets.get(name, ())).get("ja", 0)
        chosen_flag = "ja" in asked.filters.get(name, [])
        if count or chosen_flag:
            flags.append(Option(name, labels[name], count, chosen_flag))
    if flags:
        found.append(Facet("", _("Angaben"), flags))
    return found


def facet_labels() -> dict[str, str]:
    """The names of the facets on the page."""
    return {
        "typ": _("Art des Eintrags"),
        "projekt": _("Modellprojekt"),
        "jahr": _("Jahr"),
        "feld": _("Handlungsfeld"),
        "art": _("Art der Lösung"),
        "zielgruppe": _("Zielgruppe"),
        "raum": _("Wo es wirkt"),
        "land": _("Bundesland"),
        "gemeindeart": _("Art der Kommune"),
        "groesse": _("Größe der Kommune"),
        "staffel": _("Staffel"),
        "status": _("Stand"),
        "quelloffen": _("Quelloffen"),
        "ergebnisse": _("Mit Ergebnissen"),
        "kosten": _("Mit Kosten"),
        "nachgenutzt": _("Andernorts nachgenutzt"),
        "kuratiert": _("Kuratierte Lösung"),
    }


def filter_label(name: str, value: str) -> str:
    """What a chosen filter is called where it can be removed."""
    if name in FLAGS:
        return facet_labels()[name]
    if name in FACETS:
        return term(vocabulary_table(FACETS[name]), value).label
    return f"{facet_labels()[name]}: {value}"
