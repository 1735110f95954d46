"""What is missing, refused or broken has a page like all others, in the language of the address."""

from __future__ import annotations

import pytest
from flask import Flask, abort
from werkzeug.exceptions import default_exceptions

from catalogue.web import create_app
from tests.catalogue.web.reading_pages import text


@pytest.fixture(scope="module")
def broken(real_edition) -> Flask:
    """A site with pages that end with any error there is."""
    app = create_app(real_edition)

    def fail(status: int):
        if status == 0:
            raise MemoryError
        if status == 1:
            raise RuntimeError("/home/somebody/secret")
        abort(status)

    app.add_url_rule("/fehler/<int:status>", "fail", fail)
    return app


@pytest.mark.parametrize("status", sorted(default_exceptions))
def test_every_error_of_http_is_told_in_the_language_of_the_page(broken, status):
    pages = [broken.test_client().get(f"{root}/fehler/{status}") for root in ("", "/en")]
    assert {page.status_code for page in pages} == {status}
    german, english = (page.text for page in pages)
    assert '<html lang="de">' in german
    assert '<html lang="en">' in english
    assert f'<h1 class="kern-heading-large">{default_exceptions[status]().name}</h1>' not in german + english
    assert german.count("<h1") == 1
    assert german.split("<h1")[1].split("</h1>")[0] != english.split("<h1")[1].split("</h1>")[0]


@pytest.mark.parametrize("path", ["/", "/suche", "/massnahmen/zwoenitz-erzmobil", "/neues.atom"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_who_wants_to_write_is_told_how_to_read(visitor, path, method):
    answer = visitor.open(path, method=method)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "Hier lässt sich nur lesen" in answer.text
    assert "Method" not in answer.text


def test_a_page_in_want_of_memory_asks_to_come_back(broken):
    answer = broken.test_client().get("/fehler/0")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "viel zu tun" in answer.text


def test_a_fault_of_ours_tells_nothing_of_the_machine(broken):
    answer = broken.test_client().get("/fehler/1")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_the_page_of_an_error_is_whole(page):
    missing = page("/gibt-es-nicht", status=404)
    assert "Zur Startseite" in text(missing)
