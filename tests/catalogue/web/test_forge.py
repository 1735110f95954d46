"""Links to the repository's web view fill in what GitLab and GitHub really take from an address."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from catalogue.web import create_app
from catalogue.web.forge import LONGEST_ADDRESS, forge, with_report
from tests.catalogue.web.reading_pages import links, parsed

GITLAB = "https://gitlab.opencode.de/smart/city/katalog/-/edit/main/content"
GITHUB = "https://github.com/smart/katalog/edit/release/2026/content/"
FILE = "measures/ulm/ulm-rufbus.md"


def test_gitlab_gets_the_name_of_a_new_file_and_no_text_that_its_editor_would_ignore():
    known = forge(GITLAB)
    assert known.edit(FILE) == f"https://gitlab.opencode.de/smart/city/katalog/-/edit/main/content/{FILE}"
    made = known.new(FILE, "title: Rufbus")
    assert made.with_text is False
    assert urlsplit(made.address).path == "/smart/city/katalog/-/new/main"
    assert parse_qs(urlsplit(made.address).query) == {"file_name": [f"content/{FILE}"]}


def test_github_gets_name_and_text_of_a_new_file_while_the_address_is_not_too_long():
    known = forge(GITHUB)
    assert known.edit(FILE) == f"https://github.com/smart/katalog/edit/release/2026/content/{FILE}"
    text = "title: Grüße & mehr #1\n"
    made = known.new(FILE, text)
    assert made.with_text is True
    assert parse_qs(urlsplit(made.address).query) == {"filename": [f"content/{FILE}"], "value": [text]}
    long = known.new(FILE, "ä" * LONGEST_ADDRESS)
    assert long.with_text is False
    assert len(long.address) < LONGEST_ADDRESS


@pytest.mark.parametrize("address", [None, "", "https://git.example/content", "https://github.com/a/b"])
def test_an_address_of_another_form_belongs_to_no_known_forge(address):
    assert forge(address) is None


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("mailto:fehler@example.org", ("subject", "body")),
        ("https://gitlab.example/a/b/-/issues/new", ("issue[title]", "issue[description]")),
        ("https://github.com/a/b/issues/new", ("title", "body")),
    ],
)
def test_a_report_is_filled_in(address, names):
    filled = with_report(address, "Fehler & Co", "Zeile 1\nZeile 2")
    assert filled.startswith(f"{address}?")
    assert parse_qs(urlsplit(filled).query) == dict(
        zip(names, (["Fehler & Co"], ["Zeile 1\nZeile 2"]), strict=True)
    )


@pytest.mark.parametrize("address", ["https://stadt.example/kontakt", "mailto:a@b.example?subject=x"])
def test_an_address_that_takes_nothing_or_has_its_own_text_stays(address):
    assert with_report(address, "t", "b") == address


@pytest.mark.parametrize(
    "path",
    ["/massnahmen/zwoenitz-erzmobil", "/loesungen/erzmobil", "/projekte/zwoenitz", "/ziele/nahverkehr"],
)
def test_every_entry_leads_to_its_file_and_to_a_report_that_names_it(real_edition, path):
    visitor = create_app(real_edition, {"EDIT_ADDRESS": GITLAB}).test_client()
    found = links(parsed(visitor.get(path).text))
    assert [
        one
        for one in found
        if one.startswith("https://gitlab.opencode.de/smart/city/katalog/-/edit/main/content/")
    ]
    (report,) = (one for one in found if "/-/issues/new?" in one)
    told = parse_qs(urlsplit(report).query)["issue[description]"][0]
    assert path in told
    assert "Datei: " in told


def test_without_a_repository_the_guide_is_the_way_to_edit(page):
    found = links(page("/massnahmen/zwoenitz-erzmobil"))
    assert [one for one in found if one.startswith("/mitmachen")]
    assert not [one for one in found if "issues/new" in one]


def test_what_stands_only_in_the_register_and_every_reuse_lead_to_a_report(real_edition):
    visitor = create_app(real_edition, {"EDIT_ADDRESS": GITLAB}).test_client()
    (report,) = (
        one
        for one in links(parsed(visitor.get("/kommunen/14521590-stollberg-erzgeb").text))
        if "/-/issues/new?" in one
    )
    told = parse_qs(urlsplit(report).query)["issue[description]"][0]
    assert "Datei: register/municipalities.csv" in told
    transfers = parsed(visitor.get("/transfers").text)
    rows = transfers.findall(".//table/tbody/tr[@id]")
    assert rows
    for row in rows:
        assert f"/{row.get('id')}.yaml" in unquote(next(one for one in links(row) if "issues/new?" in one))
