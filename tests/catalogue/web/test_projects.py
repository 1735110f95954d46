"""The list of model projects is filtered and ordered by its address, and drawn as a map of the states."""

from __future__ import annotations

import pytest

from catalogue.web.state_tiles import CODES, tiles
from tests.catalogue.web.reading_pages import links, text

SVG = "{http://www.w3.org/2000/svg}"


def points_of(found):
    """The points of a map that lead somewhere."""
    return [link for link in found.iterfind(f".//{SVG}a") if link.get("class", "").startswith("map__point")]


def rows(page):
    return page.findall(".//section[@id='liste']//tbody/tr")


def cells(page, label):
    return [text(row.find(f".//td[@data-label='{label}']")) for row in rows(page)]


def test_every_project_is_listed_when_nothing_is_chosen(page):
    assert len(rows(page("/projekte"))) == 73


def test_filters_narrow_the_list_together(page):
    found = page("/projekte?land=sachsen&art=kleinstadt-landgemeinde")
    assert 0 < len(rows(found)) < 10
    assert all("Sachsen" in state for state in cells(found, "Bundesland"))
    assert "/projekte/zwoenitz" in links(found)
    assert "/projekte" in links(found)


def test_a_choice_without_a_project_is_said(page):
    found = page("/projekte?land=saarland&staffel=staffel-1&art=grossstadt")
    assert rows(found) == []
    assert "Kein Modellprojekt passt" in text(found.find(".//section[@id='liste']"))


@pytest.mark.parametrize("wrong", ["land=atlantis", "sortierung=nichts", "art=%00", "staffel=9"])
def test_what_the_address_asks_for_in_vain_is_left_out(page, wrong):
    assert len(rows(page(f"/projekte?{wrong}"))) == 73


@pytest.mark.parametrize(
    ("order", "label"),
    [("massnahmen", "Maßnahmen"), ("einwohner", "Einwohner"), ("volumen", "Gesamtvolumen")],
)
def test_the_list_starts_with_the_largest_and_ends_with_the_unknown(page, order, label):
    shown = cells(page(f"/projekte?sortierung={order}"), label)
    known = [cell for cell in shown if cell != "unbekannt"]
    assert shown == known + ["unbekannt"] * (len(shown) - len(known))
    if order != "volumen":
        numbers = [int(cell.replace(".", "")) for cell in known]
        assert numbers == sorted(numbers, reverse=True)


def test_the_map_has_every_state_once_and_no_two_in_one_place(page):
    drawn = tiles({})
    assert sorted(tile.state for tile in drawn) == sorted(CODES)
    assert len({(tile.x, tile.y) for tile in drawn}) == 16


def test_a_tile_tells_its_number_and_leads_to_the_projects_of_its_state(page):
    found = page("/projekte?staffel=staffel-1&sortierung=einwohner")
    drawn = found.findall(f".//{SVG}text[@class='state-tile__code']")
    map_links = found.findall(f".//{SVG}svg[@class='state-tiles']/{SVG}a")
    assert 0 < len(map_links) < len(drawn) == 16
    for link in map_links:
        count = int(text(link.findall(f"{SVG}text")[1]))
        address = link.get("href").split("#")[0]
        assert "sortierung=einwohner" in address
        assert len(rows(page(address))) == count
        assert str(count) in link.get("aria-label") or "ein Modellprojekt" in link.get("aria-label")


def test_the_map_shows_every_project_of_the_list_where_it_lies(page):
    found = page("/projekte?art=kleinstadt-landgemeinde")
    points = points_of(found)
    listed = {link for row in rows(found) for link in links(row)}
    assert {point.get("href") for point in points} <= listed
    assert len(points) >= len(listed) - 2
    assert "Maßnahmen" in points[0].get("aria-label")


def test_a_project_of_far_cities_stands_at_each_of_them(page):
    points = points_of(page("/projekte"))
    cities = [point for point in points if point.get("href") == "/projekte/hamburg-leipzig-muenchen"]
    assert len(cities) == 3


def test_a_chosen_state_is_shown_large_with_a_way_back(page):
    saxony = page("/projekte?land=sachsen&sortierung=einwohner")
    whole = page("/projekte")
    frames = [float(p.find(f".//{SVG}svg[@class='map']").get("viewBox").split()[2]) for p in (saxony, whole)]
    assert frames[0] < frames[1] / 2
    assert "/projekte?sortierung=einwohner" in links(saxony)


def test_the_darkest_tile_has_the_most_projects_and_an_empty_one_has_no_colour():
    shades = {tile.state: tile.shade for tile in tiles({"bayern": 12, "hessen": 5, "berlin": 1})}
    assert (shades["bayern"], shades["hessen"], shades["berlin"], shades["bremen"]) == (3, 2, 1, 0)
