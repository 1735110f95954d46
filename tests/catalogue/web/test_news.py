"""What is new comes from the history of content, newest first, as page, feed and newsletter."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner

from catalogue.cli import main
from catalogue.edition import Edition, build
from catalogue.exports.digest import as_html, as_text, digest
from catalogue.queries.connection import connect
from catalogue.web import create_app
from tests.catalogue.web.reading_pages import parsed, text
from tests.repository import git
from tests.small_content import MEASURE, write_small_content


@pytest.fixture(scope="module")
def edition(tmp_path_factory) -> Edition:
    """An edition of content that was committed on one day and edited on another."""
    root = tmp_path_factory.mktemp("repository")
    content = write_small_content(root / "content")

    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "first")
    (content / MEASURE).write_text((content / MEASURE).read_text("utf-8") + "\nNoch ein Satz.\n", "utf-8")
    git(root, "commit", "-q", "-a", "-m", "edit", day="2026-02-15")
    return build(content, root / "build").edition


def read(edition: Edition, address: str):
    response = create_app(edition).test_client().get(address)
    assert response.status_code == 200
    return parsed(response.text)


def test_the_page_tells_what_changed_from_the_newest_day(edition):
    found = read(edition, "/neues")
    days = [text(day) for day in found.iterfind(".//main//section/h2")]
    assert days == ["15. Februar 2026", "1. Januar 2026"]
    newest = found.find(".//section[@aria-labelledby='tag-2026-02-15']")
    assert text(newest).endswith("Rufbus: Kleinbus auf Bestellung – Smart City Musterstadt (geändert)")


def test_the_page_can_be_narrowed_to_a_kind_of_entry(edition):
    found = read(edition, "/neues?art=solution")
    assert [text(item) for item in found.iterfind(".//main//section//li")] == [
        "Rufbus-Baukasten: Software für Busse auf Bestellung"
    ]


@pytest.mark.parametrize("wrong", ["?art=nichts", "?seite=0", "?seite=x", "?seite=99", "?seite=²"])
def test_what_the_address_asks_for_in_vain_shows_the_news(edition, wrong):
    assert read(edition, f"/neues{wrong}").find(".//main//section") is not None


def test_the_feed_has_all_kinds_with_their_pages(edition):
    feed = (
        create_app(edition, {"SITE_ADDRESS": "https://katalog.example"}).test_client().get("/neues.atom").text
    )
    assert "<updated>2026-02-15T00:00:00Z</updated>" in feed
    for path in ("loesungen/rufbus-baukasten", "wissen/studien/nahverkehr-auf-dem-land", "roadmap/pilot"):
        assert f"https://katalog.example/{path}" in feed


def test_without_a_history_the_days_of_verification_stand_for_it(tmp_path):
    edition = build(write_small_content(tmp_path / "content"), tmp_path / "build").edition
    found = read(edition, "/neues")
    assert "mit seinen Quellen verglichen" in text(found.find(".//main"))
    assert text(found.find(".//main//h2")) == "23. November 2026"


def test_a_newsletter_names_what_is_new_since_a_day_once(edition):
    letter = digest(connect(edition.database), "2026-02-01", "https://katalog.example")
    (part,) = letter.parts
    assert part[0] == "Maßnahmen"
    told = as_text(letter)
    assert "https://katalog.example/massnahmen/musterstadt-rufbus" in told
    assert "(geändert)" in told
    whole = digest(connect(edition.database), "2026-01-01", "https://katalog.example")
    assert as_text(whole).count("/massnahmen/musterstadt-rufbus\n") == 1
    assert all(len(line) <= 72 or "://" in line for line in as_text(whole).splitlines())


def test_a_newsletter_as_html_is_valid_and_needs_nothing_else(edition):
    whole = as_html(digest(connect(edition.database), "2026-01-01", "https://katalog.example"))
    html5lib.HTMLParser(strict=True).parse(whole)
    assert "<style" not in whole
    assert "<script" not in whole
    assert "src=" not in whole


def test_the_command_writes_both_forms_and_says_what_a_day_is(edition):
    run = CliRunner().invoke
    folder = str(Path(edition.folder).parent.parent)
    plain = run(main, ["digest", "--since", "2026-02-01", "--edition", folder])
    assert plain.output.startswith("Neues im Smart-City-Katalog seit 1. Februar 2026")
    page = run(main, ["digest", "--since", "2026-02-01", "--format", "html", "--edition", folder])
    assert page.output.startswith("<!doctype html>")
    nothing = run(main, ["digest", "--since", "2027-01-01", "--edition", folder])
    assert nothing.exit_code == 0
    assert "nichts neu" in nothing.output
    wrong = run(main, ["digest", "--since", "gestern", "--edition", folder])
    assert wrong.exit_code == 2
    assert "zum Beispiel 2026-11-01" in wrong.output
