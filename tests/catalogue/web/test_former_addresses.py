"""Addresses that were once right lead to what an entry is called today, or say why it is gone."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from catalogue.edition import Edition, build
from catalogue.exports.whole_edition import UnknownMeasure, files_of
from catalogue.web import create_app
from tests.catalogue.conftest import Folder
from tests.catalogue.web.reading_pages import parsed
from tests.small_content import KNOWLEDGE, MEASURE, MUNICIPALITY, PROJECT, SOLUTION, write_small_content

RETIRED = """\
id: retired
ids:
  - kind: measure
    id: musterstadt-fahrradverleih
    date: 2026-11-30
    reason: Nie <begonnen>
    instead: [musterstadt-rufbus, musterstadt]
  - kind: goal
    id: radverkehr
    date: 2026-11
    reason: Doppelt
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition with former and retired ids."""
    folder = Folder(write_small_content(tmp_path_factory.mktemp("former") / "content"))
    folder.replace(MEASURE, "title: Rufbus\n", "title: Rufbus\nformer_ids: [musterstadt-anrufbus]\n")
    folder.replace(SOLUTION, "subtitle:", "former_ids: [rufbus]\nsubtitle:")
    folder.replace(KNOWLEDGE, "publisher:", "former_ids: [nahverkehr-studie]\npublisher:")
    folder.replace(PROJECT, "lead:", "former_ids: [muster]\nlead:")
    folder.replace(MUNICIPALITY, "name:", "former_ids: [musterort]\nname:")
    folder.write("retired.yaml", RETIRED)
    return build(folder.root, folder.root.parent / "build").edition


@pytest.fixture(scope="module")
def visitor(edition: Edition) -> FlaskClient:
    """Asks for pages of it."""
    return create_app(edition, {"TESTING": True}).test_client()


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("/massnahmen/musterstadt-anrufbus", "/massnahmen/musterstadt-rufbus"),
        ("/massnahmen/musterstadt-anrufbus/steckbrief.pdf", "/massnahmen/musterstadt-rufbus/steckbrief.pdf"),
        ("/massnahmen/musterstadt-anrufbus?a=b&c=%C3%A4", "/massnahmen/musterstadt-rufbus?a=b&c=%C3%A4"),
        ("/loesungen/rufbus", "/loesungen/rufbus-baukasten"),
        ("/wissen/studien/nahverkehr-studie", "/wissen/studien/nahverkehr-auf-dem-land"),
        ("/wissen/nahverkehr-studie", "/wissen/studien/nahverkehr-auf-dem-land"),
        ("/projekte/muster", "/projekte/musterstadt"),
        ("/kommunen/musterort", "/kommunen/musterstadt"),
        ("/api/measures/musterstadt-anrufbus", "/api/measures/musterstadt-rufbus"),
        ("/api/municipalities/musterort", "/api/municipalities/musterstadt"),
    ],
)
def test_the_address_of_a_renamed_entry_leads_to_todays(visitor, former, today):
    for root in ("", "/en"):
        answer = visitor.get(root + former)
        assert (answer.status_code, answer.headers["Location"]) == (301, root + today)


def test_a_former_id_of_one_kind_is_none_of_another(visitor):
    assert visitor.get("/loesungen/musterstadt-anrufbus").status_code == 404
    assert visitor.get("/api/solutions/musterstadt-anrufbus").status_code == 404
    assert visitor.get("/massnahmen/gab-es-nie").status_code == 404


@pytest.mark.parametrize(
    ("root", "title"), [("", "Diesen Eintrag gibt es nicht mehr"), ("/en", "This entry is gone")]
)
def test_the_address_of_a_retired_entry_says_why_and_what_to_look_at_instead(visitor, root, title):
    answer = visitor.get(f"{root}/massnahmen/musterstadt-fahrradverleih")
    assert answer.status_code == 410
    page = parsed(answer.text)
    assert title in "".join(page.find(".//main").itertext())
    assert "Nie <begonnen>" in "".join(page.itertext())
    links = [link.get("href") for link in page.iterfind(".//main//a")]
    assert f"{root}/massnahmen/musterstadt-rufbus" in links
    assert f"{root}/projekte/musterstadt" in links
    assert visitor.get(f"{root}/ziele/radverkehr").status_code == 410


def test_programs_are_told_too(visitor):
    answer = visitor.get("/api/measures/musterstadt-fahrradverleih")
    problem = json.loads(answer.text)
    assert (answer.status_code, answer.content_type) == (410, "application/problem+json")
    assert problem["type"].endswith("#problem-retired")
    assert "Nie <begonnen> (2026-11-30): /massnahmen/musterstadt-rufbus" in problem["detail"]


def test_a_shortlist_and_a_comparison_with_former_ids_show_todays_entries(visitor):
    page = visitor.get("/merkliste?id=musterstadt-anrufbus&id=rufbus&id=musterstadt-rufbus").text
    main = page[page.index("<main") :]
    assert "/massnahmen/musterstadt-rufbus" in main
    assert "musterstadt-anrufbus" not in main
    assert "/loesungen/rufbus-baukasten" in main
    assert "/loesungen/rufbus-baukasten" in visitor.get("/loesungen/vergleich?id=rufbus").text
    assert "Rufbus" in visitor.get("/merkliste.csv?id=musterstadt-anrufbus").text


@pytest.mark.parametrize("page", ["/suche", "/suche.json", "/suche.csv"])
def test_a_search_within_a_project_follows_its_former_id(visitor, page):
    former, today = (visitor.get(f"{page}?q=bus&projekt={one}").text for one in ("muster", "musterstadt"))
    assert "musterstadt-rufbus" in former
    assert former.count("musterstadt-rufbus") == today.count("musterstadt-rufbus")


@pytest.mark.parametrize(
    "asked", ["search?q=bus&projekt={}", "measures?projekt={}", "reuses?origin={}", "facets?projekt={}"]
)
def test_a_list_for_programs_follows_former_ids(visitor, asked):
    former, today = ("rufbus", "rufbus-baukasten") if "origin" in asked else ("muster", "musterstadt")
    told = [visitor.get(f"/api/{asked.format(one)}") for one in (former, today)]
    assert [one.status_code for one in told] == [200, 200]
    assert told[0].json == told[1].json
    assert told[1].json != visitor.get(f"/api/{asked.format('gab-es-nie')}").json


def test_an_export_takes_former_ids(edition):
    (data,) = files_of(edition, "json", ["musterstadt-anrufbus"]).values()
    assert b'"musterstadt-rufbus"' in data
    with pytest.raises(UnknownMeasure):
        files_of(edition, "json", ["musterstadt-fahrradverleih"])


def test_the_site_map_has_todays_addresses_only(visitor):
    pages = visitor.get("/sitemap.xml").text
    assert "musterstadt-rufbus" in pages
    assert "musterstadt-anrufbus" not in pages
    assert "musterstadt-fahrradverleih" not in pages
