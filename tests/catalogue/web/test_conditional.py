"""A browser keeps every answer and asks whether it still holds; what it has is not sent again."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.web import conditional, create_app
from tests.pages import IN_BOTH_LANGUAGES

FILES = (
    "/suche.json?q=bus",
    "/suche.csv?q=bus",
    "/merkliste.csv?id=zwoenitz-erzmobil",
    "/massnahmen/zwoenitz-erzmobil/steckbrief.docx",
    "/vorschlaege?q=bus",
    "/neues.atom",
    "/sitemap.xml",
    "/opensearch.xml",
    "/robots.txt",
)
FOUND = [path for path in (*IN_BOTH_LANGUAGES, *FILES) if not path.endswith("/gibt-es-nicht")]
PAGE = "/massnahmen/zwoenitz-erzmobil"


@pytest.mark.usefixtures("made")  # while downloads are being made, their page changes
@pytest.mark.parametrize("path", FOUND)
def test_what_a_browser_has_is_not_sent_again(visitor, path):
    first = visitor.get(path)
    again = visitor.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "no-cache"
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "no-cache"
    assert again.headers.get("Vary") == first.headers.get("Vary")


def test_compressed_or_not_a_page_is_the_same(visitor):
    plain, packed = visitor.get(PAGE), visitor.get(PAGE, headers={"Accept-Encoding": "br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["ETag"] == plain.headers["ETag"]
    headers = {"If-None-Match": f'"x", {plain.headers["ETag"]}', "Accept-Encoding": "br"}
    assert visitor.get(PAGE, headers=headers).status_code == 304


@pytest.mark.parametrize("other", ["/en" + PAGE, PAGE + "?x=1", "/massnahmen/cottbus-cloudio"])
def test_each_page_has_an_etag_of_its_own(visitor, other):
    assert visitor.get(PAGE).headers["ETag"] != visitor.get(other).headers["ETag"]


@pytest.mark.parametrize("path", ["/gibt-es-nicht", "/massnahmen/gibt-es-nicht", "/suche?" + "x=1&" * 9000])
def test_what_does_not_exist_has_none_and_nobody_has_it(visitor, path):
    answer = visitor.get(path, headers={"If-None-Match": visitor.get(PAGE).headers["ETag"]})
    assert answer.status_code in (404, 414)
    assert "ETag" not in answer.headers
    assert visitor.get(path, headers={"If-None-Match": "*"}).status_code in (404, 414)


def etag(edition, **settings) -> str:
    """The ETag of a page of an edition with these settings."""
    return create_app(edition, {"TESTING": True, **settings}).test_client().get(PAGE).headers["ETag"]


def test_whatever_may_change_a_page_changes_its_etag(visitor, real_edition, monkeypatch):
    before = visitor.get(PAGE).headers["ETag"]
    assert etag(real_edition) == before
    assert etag(real_edition, SITE_NAME="Katalog 24") != before

    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date(2100, 1, 1)

    with monkeypatch.context() as patch:
        patch.setattr(conditional, "date", Tomorrow)
        assert visitor.get(PAGE).headers["ETag"] != before
    monkeypatch.setattr(conditional, "installation_version", lambda: "another")
    assert etag(real_edition) != before
    monkeypatch.undo()
    monkeypatch.setitem(real_edition.manifest, "id", "another")
    assert etag(real_edition) != before


@pytest.mark.parametrize("language", ["de", "en", None])
def test_caches_learn_that_the_start_page_depends_on_the_browser(visitor, language):
    headers = {"Accept-Language": language} if language else {}
    answer = visitor.get("/", headers=headers)
    assert "Accept-Language" in answer.headers["Vary"]
    german = visitor.get("/", headers={"Accept-Language": "de"}).headers["ETag"]
    again = visitor.get("/", headers={**headers, "If-None-Match": german})
    assert again.status_code == (302 if language == "en" else 304)
    assert "Accept-Language" in again.headers["Vary"]
    assert "Accept-Language" not in visitor.get("/?sprache=de").headers["Vary"]


def test_a_fault_is_not_kept(real_edition):
    app = create_app(real_edition)
    app.add_url_rule("/fehler", "fail", lambda: 1 / 0)
    answer = app.test_client().get("/fehler")
    assert answer.status_code == 500
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_without_a_hash_in_its_name_is_asked_for_again(visitor):
    icon = visitor.get("/favicon.ico")
    assert icon.headers["Cache-Control"] == "no-cache"
    assert visitor.get("/favicon.ico", headers={"If-None-Match": icon.headers["ETag"]}).status_code == 304
