"""The page of downloads and the files: whole, in part, not twice, and never waited for by everybody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from catalogue.edition import Edition
from catalogue.exports.downloads import Downloads
from catalogue.exports.whole_edition import FORMS
from catalogue.web import create_app, open_data

PAGE = "/daten/downloads"


@pytest.fixture
def unmade(real_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A visitor of a site where nothing is made yet, and nothing is being made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(Downloads, "make", lambda self: None)
    return create_app(real_edition, {"TESTING": True}).test_client()


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_every_form_is_offered_with_size_checksum_and_how_to_open_it(made: FlaskClient, form: Any) -> None:
    page = made.get(PAGE).text
    link = f"/daten/downloads/{form.file_name}"
    assert f'href="{link}"' in page
    answer = made.get(link)
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert hashlib.sha256(answer.data).hexdigest() in page
    assert "CC-BY-4.0" in page
    assert form.opening.excel.de in page


def test_who_has_a_file_does_not_get_it_again(made: FlaskClient) -> None:
    link = "/daten/downloads/smart-city-katalog.xlsx"
    etag = made.get(link).headers["ETag"]
    assert made.get(link, headers={"If-None-Match": etag}).status_code == 304


def test_a_broken_download_goes_on_where_it_stopped(made: FlaskClient) -> None:
    link = "/daten/downloads/smart-city-katalog.db"
    whole = made.get(link)
    rest = made.get(link, headers={"Range": "bytes=1000-", "If-Range": whole.headers["ETag"]})
    assert rest.status_code == 206
    assert rest.data == whole.data[1000:]


@pytest.mark.parametrize(
    "name", ["smart-city-katalog.exe", "smart-city-katalog.db.sha256", "x", "../x", ".lock"]
)
def test_there_are_no_other_files(made: FlaskClient, name: str) -> None:
    assert made.get(f"/daten/downloads/{name}").status_code == 404


def test_the_page_is_there_in_english(made: FlaskClient) -> None:
    page = made.get(f"/en{PAGE}").text
    assert "Download the data" in page
    assert 'href="/daten/downloads/smart-city-katalog.xlsx"' in page


def test_a_page_of_files_in_the_making_says_so_and_is_not_kept(
    unmade: FlaskClient, made: FlaskClient
) -> None:
    answer = unmade.get(PAGE)
    assert "werden gerade angelegt" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers  # else whoever sends it would never see the files
    assert "werden gerade angelegt" not in made.get(PAGE).text


def test_who_would_wait_too_long_is_told_when_to_ask_again(
    unmade: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_data, "WAIT_SECONDS", 0.2)
    answer = unmade.get("/daten/downloads/smart-city-katalog.db")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "wird gerade angelegt" in answer.text


def test_files_that_cannot_be_made_are_not_said_to_be_in_the_making(
    unmade: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Downloads, "has_failed", True)
    page = unmade.get(PAGE)
    assert "ließen sich nicht anlegen" in page.text
    assert "wird angelegt" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    answer = unmade.get("/daten/downloads/smart-city-katalog.db")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "ließ sich nicht anlegen" in answer.text
    assert "could not be made" in unmade.get(f"/en{PAGE}").text


def test_only_some_visitors_wait_at_once(unmade: FlaskClient) -> None:
    for _ in range(open_data.MOST_WAITING):
        assert open_data.waiting.acquire(blocking=False)
    try:
        assert unmade.get("/daten/downloads/smart-city-katalog.db").status_code == 503
    finally:
        open_data.waiting.release(open_data.MOST_WAITING)


def test_a_server_that_may_store_nothing_says_so(
    unmade: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Downloads) -> Path:
        raise PermissionError("read-only")

    monkeypatch.setattr(Downloads, "_place", refuse)
    assert "catalogue.db" in unmade.get(PAGE).text
    assert unmade.get("/daten/downloads/smart-city-katalog.db").status_code == 503


def test_the_data_lead_to_the_downloads(page: Callable[..., Any]) -> None:
    for address in ("/ueberblick", "/hilfe", "/ueber"):
        assert page(address).find(f".//main//a[@href='{PAGE}']") is not None


def test_the_examples_are_linked_where_the_repository_is_known(
    real_edition: Edition, made: FlaskClient
) -> None:
    edited = "https://gitlab.opencode.de/smart/city/katalog/-/edit/main/content"
    page = create_app(real_edition, {"EDIT_ADDRESS": edited}).test_client().get(PAGE).text
    folder = "deploy/datasette/examples"
    assert f'href="https://gitlab.opencode.de/smart/city/katalog/-/tree/main/{folder}"' in page
    assert len(list((Path(__file__).parents[3] / folder).glob("*.py"))) == 3
    assert f"<code>{folder}</code>" in made.get(PAGE).text
