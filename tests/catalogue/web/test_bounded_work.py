"""No address makes a page work or answer without bound, whatever it names and however often.

The parameters are those that the pages read, found out by asking them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import ImmutableMultiDict

from catalogue.api.bounds import MOST_VALUES
from catalogue.web import create_app
from catalogue.web.form_input import LONGEST_QUERY
from tests.pages import PAGES

FORMS = ("/merkliste.csv", "/merkliste.json", "/merkliste.docx")
"""Other forms of pages, which are no rule of their own."""

MORE = 4 * LONGEST_QUERY + 100_000
"""Bytes that an address may add to a page: itself in the links to the other language, and entries that it names."""


class Watched(ImmutableMultiDict):
    """The parameters of an address, which note the names under which a page looks."""

    asked: ClassVar[set[str]] = set()

    def get(self, key, *arguments, **named):
        self.asked.add(key)
        return super().get(key, *arguments, **named)

    def getlist(self, key, *arguments, **named):
        self.asked.add(key)
        return super().getlist(key, *arguments, **named)

    def __contains__(self, key):
        self.asked.add(key)
        return super().__contains__(key)

    def __getitem__(self, key):
        self.asked.add(key)
        return super().__getitem__(key)


def parameters(app: Flask) -> dict[str, list[str]]:
    """The names that each page reads, by its path."""
    visitor = app.test_client()
    rules = {rule.rule for rule in app.url_map.iter_rules() if not rule.arguments and "GET" in rule.methods}
    found = {}
    for path in sorted({page.partition("?")[0] for page in PAGES} | rules | set(FORMS)):
        Watched.asked.clear()
        visitor.get(path)
        visitor.get(
            f"{path}?{urlencode([(name, '1') for name in Watched.asked])}"
        )  # for what is read only then
        found[path] = sorted(Watched.asked)
    return {path: names for path, names in found.items() if names}


@pytest.fixture(scope="module")
def app(real_edition) -> Flask:
    app = create_app(real_edition, {"TESTING": True})

    class Request(app.request_class):
        parameter_storage_class = Watched

    app.request_class = Request
    return app


@pytest.fixture(scope="module")
def values(app, real_edition) -> dict[str, list[str]]:
    """Values to fill an address with: those that mean nothing, and the ids of all entries and terms that there are."""
    with sqlite3.connect(real_edition.database) as database:
        entries = [row[0] for row in database.execute("SELECT id FROM entries WHERE kind = 'measure'")]
    terms = [term for terms in app.extensions["edition"].terms["de"].values() for term in terms]
    return {"unknown": [f"x{number}" for number in range(5000)], "known": [*terms, *entries]}


def addresses(path: str, names: list[str], values: list[str]) -> Iterator[str]:
    """The page with many values of each parameter, and with many of all at once; files read what their page reads."""
    for name in names if "." not in path else ():
        yield f"{path}?{urlencode([(name, value) for value in values])}"
    yield f"{path}?{urlencode([(name, value) for value in values for name in names])}"


def cut(address: str) -> str:
    """The address as long as the site reads it."""
    path, query = address.split("?")
    return f"{path}?{query[:LONGEST_QUERY].rpartition('&')[0]}"


def test_the_pages_tell_which_parameters_they_read(app):
    found = parameters(app)
    assert {"q", "projekt", "land", "feld", "status", "zielgruppe", "jahr", "seite"} <= set(found["/suche"])
    assert "id" in found["/merkliste"]
    assert "id" in found["/merkliste.csv"]
    assert "einwohner" in found["/kommunen"]
    assert len(found) >= 12


@pytest.mark.parametrize("kind", ["unknown", "known"])
def test_a_full_address_gives_a_page_of_usual_size(app, values, kind):
    visitor: FlaskClient = app.test_client()
    for path, names in parameters(app).items():
        plain = len(visitor.get(path).data)
        for address in addresses(path, names, values[kind]):
            answer = visitor.get(cut(address))
            assert answer.status_code in (200, 400, 404), address[:200]
            assert len(answer.data) < plain + MORE, address[:200]


@pytest.mark.parametrize("root", ["", "/en"])
def test_five_thousand_values_are_refused_with_a_remedy(app, values, root):
    visitor: FlaskClient = app.test_client()
    for path, names in parameters(app).items():
        for address in addresses(root + path, names, values["unknown"]):
            answer = visitor.get(address)
            assert answer.status_code == 414, address[:200]
            assert len(answer.data) < 20_000
            assert ("Wählen Sie weniger Filter" if not root else "Choose fewer filters") in answer.text


def test_a_filter_takes_only_what_it_knows_and_each_once(visitor):
    answer = visitor.get(
        "/suche.json?land=sachsen&land=x&land=sachsen&typ=x&status=betrieb%00&quelloffen=nein"
    )
    assert answer.json["filters"] == {"land": ["sachsen"], "status": ["betrieb"]}


def test_a_list_of_ids_ends_where_its_bound_is(visitor):
    ids = "&".join(f"id=x{number}" for number in range(200))
    answer = visitor.get(f"/merkliste?{ids}").text
    assert f"x{MOST_VALUES - 1}" in answer
    assert f">x{MOST_VALUES}<" not in answer


def test_whatever_is_asked_of_a_page_is_no_fault(app, values):
    visitor: FlaskClient = app.test_client()
    read = parameters(app)
    value = (
        st.text(max_size=30)
        | st.binary(max_size=6)
        | st.integers().map(str)
        | st.sampled_from(values["known"])
    )

    def asked(path: str) -> st.SearchStrategy[str]:
        pairs = st.lists(st.tuples(st.sampled_from([*read[path], "x"]), value), max_size=6)
        return pairs.map(lambda given: f"{path}?{urlencode(given)}")

    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(sorted(read)).flatmap(asked), st.sampled_from(["", "/en"]))
    def ask(address: str, root: str) -> None:
        assert visitor.get(root + address).status_code < 500

    ask()
