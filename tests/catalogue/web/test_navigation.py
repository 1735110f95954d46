"""Header and footer: every page is two clicks away, and where one is can be seen."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from catalogue.model.kinds import KINDS
from catalogue.server.datasette_app import is_for_datasette
from catalogue.web.navigation import GROUPS, all_places, frame, place_of
from tests.catalogue.web.reading_pages import links, text
from tests.pages import PAGES


def path_of(address: str) -> str:
    return urlsplit(address).path


def route_of(visitor, path: str) -> str:
    """The view that answers at a path: pages of one view differ in what they show only."""
    return str(visitor.application.url_map.bind("localhost").match(path)[0])


@pytest.fixture(scope="module")
def within_two_clicks(page) -> set[str]:
    """Paths of all pages that one reaches from the start page by two links."""

    def linked_from(path: str) -> set[str]:
        return {
            path_of(address)
            for address in links(page(path))
            if address.startswith("/")
            and not address.startswith("/en/")
            and not is_for_datasette(path_of(address))
        }

    first = linked_from("/")
    pages = {path for path in first if "." not in path}
    return first.union(*map(linked_from, sorted(pages)))


def test_every_kind_of_page_is_two_clicks_away(within_two_clicks, visitor):
    reached = {route_of(visitor, path) for path in within_two_clicks}
    asked = {path_of(address) for address in PAGES} - {"/gibt-es-nicht"}
    assert {address for address in asked if route_of(visitor, address) not in reached} == set()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda kind: kind.name)
def test_entries_of_every_kind_are_two_clicks_away(within_two_clicks, kind):
    assert [path for path in within_two_clicks if path.startswith(kind.folder)]


@pytest.mark.parametrize("root", ["", "/en"])
def test_every_place_of_the_navigation_exists_and_is_linked_on_every_page(page, visitor, root):
    linked = links(page(f"{root}/impressum"))
    for place in all_places():
        address = f"{root}{place.path}" if place.in_every_language else place.path
        assert address in linked
        assert is_for_datasette(place.path) or visitor.get(address).status_code == 200


def test_the_groups_open_without_scripts_and_one_at_a_time(page):
    groups = page("/").findall(".//header//details")
    assert len(groups) == len(GROUPS) == 4
    assert len({group.get("name") for group in groups}) == 1
    assert all(text(group.find("summary")) for group in groups)


@pytest.mark.parametrize(
    ("address", "marked", "how"),
    [
        ("/programm", "/programm", "page"),
        ("/roadmap/selbsttest", "/roadmap/selbsttest", "page"),
        ("/roadmap/d-betreibermodell", "/roadmap", "true"),
        ("/massnahmen/zwoenitz-erzmobil", "/suche", "true"),
    ],
)
def test_the_current_page_is_marked_with_its_group(page, address, marked, how):
    header = page(address).find(".//header")
    current = header.findall(".//a[@aria-current]")
    assert [(link.get("href"), link.get("aria-current")) for link in current] == [(marked, how)]
    assert len(header.findall(".//summary[@aria-current]")) == 1


def test_no_place_is_marked_on_the_start_page(page):
    assert page("/").findall(".//header//*[@aria-current]") == []


def test_a_page_outside_the_application_can_wear_the_frame():
    worn = frame("/daten/katalog/measures", "de", "Katalog", "abc", site="/katalog", root="/katalog")
    data = next(group for group in worn.groups if group.id == "daten")
    assert data.current
    assert [link.address for link in data.links if link.current] == ["/katalog/daten/"]


def test_a_page_belongs_to_the_nearest_place_above_it():
    assert place_of("/wissen/glossar/opendata").path == "/wissen/glossar"
    assert place_of("/wissen/studien/x").path == "/wissen"
    assert place_of("/gibt-es-nicht") is None
