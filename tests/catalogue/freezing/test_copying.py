"""A frozen copy as a person meets it: every link opens, every page says what it is, nothing names a server."""

from __future__ import annotations

import json
import re
from pathlib import Path

from catalogue.edition import Edition, build
from catalogue.freezing import freeze
from tests.catalogue.conftest import Folder
from tests.catalogue.freezing.conftest import LIVE
from tests.catalogue.freezing.walking import is_elsewhere, links_of, walk
from tests.small_content import KNOWLEDGE, MEASURE, RETIRED, write_small_content


def pages(copy: Path) -> list[Path]:
    return sorted(copy.rglob("*.html"))


def test_every_link_leads_to_a_file_of_the_copy_or_out(copy: Path, copy_of_live_site: Path) -> None:
    for folder in (copy, copy_of_live_site):
        _seen, dead = walk(folder)
        assert dead == []


def test_every_page_can_be_reached_from_the_start(copy: Path) -> None:
    seen, _dead = walk(copy)
    assert set(pages(copy)) - seen == set()


def test_both_languages_all_entries_downloads_and_tables_are_there(copy: Path) -> None:
    for file in (
        "index.html",
        "en/index.html",
        "massnahmen/musterstadt-rufbus.html",
        "en/massnahmen/musterstadt-rufbus.html",
        "kommunen/musterstadt.html",
        "wissen/studien/nahverkehr-auf-dem-land.html",
        "daten/downloads.html",
        "daten/downloads/smart-city-katalog.xlsx",
        "daten/downloads/smart-city-katalog.db",
        "suche.csv",
        "suche.json",
        "api/openapi.json",
        "uebersicht.html",
        "pagefind/pagefind.js",
    ):
        assert (copy / file).stat().st_size, file


def test_every_page_says_that_it_is_frozen_and_when(
    copy: Path, copy_of_live_site: Path, small_edition: Edition
) -> None:
    for page in pages(copy):
        said = re.search(r'<aside class="frozen".*?</aside>', page.read_text("utf-8"), re.DOTALL)
        assert said, page
        assert small_edition.id in said[0], page
    one = (copy_of_live_site / "massnahmen/musterstadt-rufbus.html").read_text("utf-8")
    assert f'href="{LIVE}/massnahmen/musterstadt-rufbus" rel="external"' in one
    assert f'<link rel="canonical" href="{LIVE}/massnahmen/musterstadt-rufbus">' in one


def test_no_form_leads_nowhere(copy: Path) -> None:
    for page in pages(copy):
        for form in re.findall(r"<form[^>]*>", page.read_text("utf-8")):
            assert re.search(r'action="(\.\./)*suche\.html"', form), (page, form)


def test_nothing_names_a_server_that_is_not_there(copy: Path) -> None:
    for file in (
        path
        for path in copy.rglob("*")
        if path.suffix in (".html", ".json", ".csv", ".jsonld", ".rdf", ".js")
    ):
        text = file.read_text("utf-8")
        assert "copy.invalid" not in text, file
        assert "localhost" not in text or file.suffix == ".js", file


def test_ways_to_the_live_site_are_marked(copy_of_live_site: Path) -> None:
    page = (copy_of_live_site / "massnahmen/musterstadt-rufbus.html").read_text("utf-8")
    assert re.search(
        rf'<a [^>]*href="{LIVE}/merkliste\.docx[^>]*class="[^"]*only-live">.*?</a><span class="only-live__sign"',
        page,
    )


def test_feeds_and_site_map_name_the_live_site_or_are_left_out(copy: Path, copy_of_live_site: Path) -> None:
    for name in ("neues.atom", "sitemap.xml"):
        assert LIVE in (copy_of_live_site / name).read_text("utf-8")
        assert not (copy / name).exists()
    assert not any(
        link.endswith(".atom") and not is_elsewhere(link)
        for page in pages(copy)
        for link in links_of(page).links
    )


def test_the_list_from_a_to_z_has_every_entry_with_what_narrows_it(copy: Path) -> None:
    page = (copy / "suche.html").read_text("utf-8")
    entry = re.search(r'<li data-entry="([^"]*)"><a[^>]*href="massnahmen/musterstadt-rufbus.html"', page)
    assert entry
    assert {"typ=measure", "feld=mobilitaet", "land=sachsen"} <= set(entry[1].split())
    assert 'href="kommunen/musterstadt.html"' in page


def test_a_copy_says_of_which_edition_it_is(copy: Path, small_edition: Edition) -> None:
    mark = json.loads((copy / "kopie.json").read_text("utf-8"))
    assert mark == {"edition": small_edition.id, "day": small_edition.day, "live": ""}


def test_the_search_in_the_browser_knows_the_names_of_concepts(copy: Path) -> None:
    concepts = json.loads((copy / "pagefind/concepts.json").read_text("utf-8"))
    assert concepts
    assert all(term.startswith("zzz") and names for term, names in concepts.items())
    assert json.loads((copy / "pagefind/pagefind-entry.json").read_text("utf-8"))["languages"].keys() == {
        "de"
    }


def test_former_addresses_lead_on_and_retired_ones_say_why(tmp_path: Path) -> None:
    content = Folder(write_small_content(tmp_path / "content"))
    content.replace(MEASURE, "title: Rufbus\n", "title: Rufbus\nformer_ids: [musterstadt-anrufbus]\n")
    content.replace(KNOWLEDGE, "publisher:", "former_ids: [nahverkehr-studie]\npublisher:")
    content.write("retired.yaml", RETIRED)
    copied = freeze(build(content.root, tmp_path / "build").edition, tmp_path / "copy")
    for former, today in (
        ("massnahmen/musterstadt-anrufbus", "musterstadt-rufbus.html"),
        ("en/wissen/studien/nahverkehr-studie", "nahverkehr-auf-dem-land.html"),
    ):
        page = (tmp_path / f"copy/{former}.html").read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url={today}">' in page
        assert f'<a href="{today}">' in page
        assert (tmp_path / f"copy/{former}").with_name(today).is_file()
    gone = (tmp_path / "copy/massnahmen/musterstadt-fahrradverleih.html").read_text("utf-8")
    assert "Nie begonnen" in gone
    assert 'href="musterstadt-rufbus.html"' in gone
    assert not any("musterstadt" in address for address in copied.missing)
