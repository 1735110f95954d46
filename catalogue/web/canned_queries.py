"""The way from a page to the canned queries that answer, in the data, what the page shows."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask, request

from catalogue.edition.canned_queries import CANNED_QUERIES, CannedQuery
from catalogue.web.addresses import root_of_site
from catalogue.web.languages import in_language

DATABASE = "/daten/catalogue"

BY_PAGE: dict[str, list[CannedQuery]] = {}
for query in CANNED_QUERIES:
    for page in query.asked_on:
        BY_PAGE.setdefault(page, []).append(query)


class QueryLink(NamedTuple):
    """A canned query as a page links to it, already filled with what the page is about."""

    title: str
    address: str


def register(app: Flask) -> None:
    """Give all templates the queries of the page."""
    app.jinja_env.globals["queries_asked_here"] = queries_asked_here


def queries_asked_here() -> list[QueryLink]:
    """The canned queries that the current page leads to, in the order of their registry."""
    rule = request.url_rule.rule if request.url_rule else ""
    pages = dict.fromkeys((request.path, rule))
    return [link(query) for page in pages for query in BY_PAGE.get(page, ())]


def link(query: CannedQuery) -> QueryLink:
    """A query with the variable of the page's address as its first parameter."""
    about = [str(value) for value in (request.view_args or {}).values()][:1]
    names = [parameter.name for parameter in query.parameters][: len(about)]
    filled = f"?{urlencode(dict(zip(names, about, strict=True)))}" if names else ""
    return QueryLink(in_language(query.title), f"{root_of_site()}{DATABASE}/{query.name}{filled}")
