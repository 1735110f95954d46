"""Numbers at facts lead to the list of sources and back, for eyes, keyboards and screen readers."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from catalogue.edition import build
from catalogue.web import create_app
from tests.small_content import MEASURE, SOLUTION, write_small_content


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Gives a parsed page of the small content, whose measure has a status and two results from its second source."""
    folder: Path = tmp_path_factory.mktemp("footnotes")
    content = write_small_content(folder / "content")
    measure = content / MEASURE
    text = measure.read_text("utf-8")
    for old, new in (
        (
            "  - Rund 40 Fahrgäste am Tag",
            "  - text: Rund 40 Fahrgäste\n    source: bilanz\n  - text: 9 Busse\n    source: [start, bilanz]",
        ),
        ("status_date: 2023-01", "status_date: 2023-01\nstatus_source: bilanz"),
        ("    title: Ein Jahr Rufbus\n", "    title: Ein Jahr Rufbus\n    key: bilanz\n"),
        ("    date: 2022-01-29\n", "    date: 2022-01-29\n    key: start\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    measure.write_text(text, "utf-8")
    visitor = create_app(build(content, folder / "build").edition, {"TESTING": True}).test_client()
    return lambda address: html5lib.parse(visitor.get(address).text, namespaceHTMLElements=False)


def linked(page) -> dict[str, str]:
    """The ids of the page's elements with their tags."""
    return {element.get("id"): element.tag for element in page.iter() if element.get("id")}


def notes(page) -> list[tuple[str, str, str]]:
    """The notes of a page: id, where it leads, its whole text."""
    return [
        (link.get("id"), link.get("href"), "".join(link.itertext()))
        for mark in page.findall(".//sup[@class='notes']")
        for link in mark.findall("a")
    ]


def test_every_note_leads_to_its_source_and_says_so(page):
    found = notes(page("/massnahmen/musterstadt-rufbus"))
    assert [(href, text) for _, href, text in found] == [
        ("#quelle-2", "Quelle 2"),
        ("#quelle-2", "Quelle 2"),
        ("#quelle-1", "Quelle 1"),
        ("#quelle-2", "Quelle 2"),
    ]
    assert len({one for one, *_ in found}) == len(found)


def test_the_list_of_sources_leads_back_to_every_note(page):
    shown = page("/massnahmen/musterstadt-rufbus")
    back = [
        [link.get("href") for link in item.findall("span[@class='way-back']/a")]
        for item in shown.findall(".//section[@aria-labelledby='quellen']//ol/li")
    ]
    ids = [[f"#{one}" for one, href, _ in notes(shown) if href == f"#quelle-{n}"] for n in (1, 2)]
    assert back == ids
    assert all(href[1:] in linked(shown) for one in back for href in one)


def test_a_note_on_a_comparison_leads_to_the_page_of_its_entry(page):
    shown = page("/merkliste?id=musterstadt-rufbus&id=musterstadt-pegel")
    found = notes(shown)
    assert {href for _, href, _ in found} == {
        "/massnahmen/musterstadt-rufbus#quelle-1",
        "/massnahmen/musterstadt-rufbus#quelle-2",
    }
    assert {one for one, *_ in found} == {None}


def test_an_entry_with_one_source_says_that_everything_is_from_there(page):
    shown = page("/massnahmen/musterstadt-pegel")
    assert notes(shown) == []
    assert "Alle Angaben dieses Eintrags stammen von dieser Seite." in "".join(shown.itertext())


def test_a_solution_notes_its_requirements_costs_and_results(page):
    assert SOLUTION.startswith("solutions/")
    shown = page("/loesungen/rufbus-baukasten")
    assert {href for _, href, _ in notes(shown)} == {"#quelle-1"}
    assert len(notes(shown)) >= 5
    text = " ".join("".join(shown.itertext()).split())
    assert "20.000 bis 30.000 Euro" in text
    assert "gelesen am 20. November 2026" in text
    assert "23. November 2026: Stand und Kosten" in text
