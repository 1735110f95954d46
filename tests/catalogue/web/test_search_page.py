"""The search page shows what was asked, in its address and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.web.search_page import summary
from search import open_index
from tests.catalogue.web.reading_pages import links, text


def number_of_hits(search_page) -> int:
    found = re.search(
        r"([\d.]+) Treffer|(Ein) Treffer|(Kein) Treffer", text(search_page.find(".//*[@id='stand']"))
    )
    assert found
    return 1 if found[2] else 0 if found[3] else int(found[1].replace(".", ""))


def test_everyday_words_find_measures_and_mark_the_words(page):
    found = page("/suche?q=Bus+auf+dem+Dorf")
    assert number_of_hits(found) > 5
    assert found.find(".//ol[@class='hits']//mark") is not None
    assert any("Rufbus" in text(hit) for hit in found.iterfind(".//ol[@class='hits']/li"))


def test_without_a_question_everything_is_listed_in_pages(page, real_edition):
    everything = page("/suche")
    found = len(open_index(real_edition.index))
    assert number_of_hits(everything) == found
    assert "/suche?seite=2" in links(everything)


def test_a_facet_narrows_to_exactly_its_count(page):
    label = page("/suche").find(".//label[@for='feld-mobilitaet']")
    count = int(re.findall(r"\((\d+)\)", text(label))[0])
    assert number_of_hits(page("/suche?feld=mobilitaet")) == count


def test_several_values_of_a_facet_are_alternatives_and_facets_narrow_each_other(page):
    one = number_of_hits(page("/suche?land=bayern"))
    two = number_of_hits(page("/suche?land=bayern&land=hessen"))
    both = number_of_hits(page("/suche?land=bayern&land=hessen&feld=mobilitaet"))
    assert one < two
    assert 0 < both < two


def test_a_chosen_filter_can_be_removed(page):
    chosen = page("/suche?q=app&land=bayern&feld=mobilitaet")
    chips = chosen.find(".//ul[@class='chips']")
    assert links(chips) == ["/suche?q=app&land=bayern", "/suche?q=app&feld=mobilitaet", "/suche?q=app"]


def test_the_title_tells_one_search_from_another(page):
    title = text(page("/suche?q=app&land=bayern&seite=2").find(".//title"))
    assert re.fullmatch(
        r"Suche nach „app“ – Bayern – [0-9]+ Treffer – Seite 2 – Smart-City-Katalog", title
    ), title


def test_the_kind_of_entries_is_chosen_by_a_link(page):
    kinds = page("/suche?q=zwönitz&typ=project").find(".//nav[@id='arten']")
    offered = [text(link).split(" ")[0] for link in kinds.iter("a")]
    assert offered[:4] == ["Alles", "Lösungen", "Maßnahmen", "Modellprojekte"]
    assert links(kinds)[0] == "/suche?q=zw%C3%B6nitz"
    assert [link.get("aria-current") for link in kinds.iter("a")][:4] == [None, None, None, "true"]


def test_no_value_without_a_hit_is_offered_unless_it_is_chosen(page):
    counts = [
        int(text(count).strip("()"))
        for count in page("/suche?q=Weserfähre&land=bayern").iterfind(".//aside//span[@class='count']")
    ]
    assert counts.count(0) == 1


def test_a_long_facet_hides_what_is_rare_but_never_what_is_chosen(page):
    facet = page("/suche?land=saarland").find(".//details[@data-facet='land']")
    assert facet.find(".//details[@class='facet__more']") is not None
    assert facet.findall(".//input")[0].get("id") == "land-saarland"


@pytest.mark.parametrize(
    ("typed", "address", "chip"),
    [
        ("von=2021&bis=2022", "jahr=2021-2022", "2021–2022"),
        ("von=2022&bis=2021", "jahr=2021-2022", "2021–2022"),
        ("von=2023&bis=", "jahr=2023-2099", "ab 2023"),
        ("von=&bis=2019", "jahr=1900-2019", "bis 2019"),
        ("jahr=2024", "jahr=2024", "2024"),
    ],
)
def test_years_are_typed_into_the_form_and_stand_in_the_address(page, typed, address, chip):
    found = page(f"/suche?{typed}")
    assert number_of_hits(found) == number_of_hits(page(f"/suche?{address}")) > 0
    assert text(found.find(".//ul[@class='chips']")).startswith(chip)
    assert any(address in link for link in links(found.find(".//nav[@id='arten']")))


def test_the_table_shows_the_same_hits_as_the_list(page):
    def entries(shown, path):
        return [link.get("href") for link in shown.iterfind(path)]

    as_list = entries(page("/suche?q=rufbus"), ".//ol[@class='hits']/li//*[@class='kern-title']/a")
    as_table = entries(page("/suche?q=rufbus&ansicht=tabelle"), ".//tbody/tr/th/a")
    assert sorted(as_list) == sorted(as_table)  # the list shows measures under their solution
    assert "ansicht=tabelle" in page("/suche?q=rufbus&ansicht=tabelle").find(".//a[@rel='next']").get("href")


def test_where_filters_hide_everything_the_nearest_entries_are_shown(page):
    empty = page("/suche?q=Weserf%C3%A4hre&land=bayern&feld=mobilitaet")
    assert "Was dem nahe kommt" in text(empty)
    assert "Weserfähre" in text(empty.find(".//ol[@class='hits']"))


def test_a_phrase_that_nobody_uses_leads_to_its_words(page):
    empty = page("/suche?q=%22Rufbus+Mondlandung%22")
    assert number_of_hits(empty) == 0
    assert "Rufbus" in text(empty.find(".//ol[@class='hits']"))


def test_nothing_found_under_a_filter_offers_to_drop_it(page):
    empty = page("/suche?q=Weserf%C3%A4hre&land=bayern")
    assert number_of_hits(empty) == 0
    assert any("land" not in address and "q=" in address for address in links(empty))


def test_where_no_single_filter_can_be_dropped_one_alone_or_none_is_offered(page):
    empty = page("/suche?q=Weserf%C3%A4hre&land=bayern&groesse=5000-bis-20000&feld=gesundheit-pflege")
    ways = [(text(link), link.get("href")) for link in empty.iterfind(".//div[@role='note']//a")]
    assert ("ohne alle Filter: ein Treffer", "/suche?q=Weserf%C3%A4hre") in ways
    for label, address in ways:
        assert f"{number_of_hits(page(address))} " in label.replace("ein ", "1 "), label


def test_an_entry_that_is_neither_measure_nor_project_is_shown_with_its_kind_and_page(page):
    for view in ("", "&ansicht=tabelle"):
        found = page(f"/suche?q=erzmobil&typ=solution{view}")
        assert "/loesungen/erzmobil" in links(found)
        assert "Lösung" in text(found.find(".//*[@id='ergebnis']"))


def test_list_table_and_map_lead_to_each_other(page):
    as_list, as_table, as_map = (
        f"/suche?q=rufbus{view}" for view in ("", "&ansicht=tabelle", "&ansicht=karte")
    )
    for address, others in (
        (as_list, [as_table, as_map]),
        (as_table, [as_list, as_map]),
        (as_map, [as_table, as_list]),
    ):
        assert links(page(address).find(".//*[@id='ansicht']")) == others


def test_nothing_found_at_all_is_said_and_helps_on(page):
    empty = page("/suche?q=xqzvbn")
    assert number_of_hits(empty) == 0
    assert "Dazu steht nichts im Katalog" in text(empty)


def test_a_page_beyond_the_last_leads_back_and_is_not_counted_among_them(page):
    found = page("/suche?q=app&seite=9999")
    assert "/suche?q=app" in links(found)
    assert "9999 von" not in text(found)


@pytest.mark.parametrize(
    ("left_out", "told"),
    [(1, "Ein Treffer, dazu ein entfernter verwandter"), (2, "Ein Treffer, dazu 2 entfernter verwandte")],
)
def test_one_distant_hit_is_told_in_the_singular(visitor, left_out, told):
    with visitor.application.test_request_context("/suche"):
        assert summary(1, 1, 1, left_out) == told


@pytest.mark.parametrize("number", ["0", "-1", "x", "1e9", "²", "9" * 5000])
def test_a_page_number_that_is_none_shows_the_first_page(page, number):
    assert number_of_hits(page(f"/suche?q=app&seite={number}")) > 0


@pytest.mark.parametrize(
    "address", ["/suche?land=atlantis", "/suche?sortierung=nichts", "/suche?jahr=morgen", "/suche?typ=x"]
)
def test_an_address_with_unknown_values_is_no_error(page, address):
    page(address)


def test_what_was_typed_is_shown_but_never_run(visitor):
    answer = visitor.get("/suche?q=<script>alert(1)</script>").text
    assert "<script>alert" not in answer
    assert "&lt;script&gt;alert" in answer


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=200), page_number=st.text(max_size=8), facet=st.text(max_size=20))
def test_no_input_of_people_breaks_the_page(visitor, query, page_number, facet):
    response = visitor.get("/suche", query_string={"q": query, "seite": page_number, "feld": facet})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("root", "told"),
    [
        (
            "",
            "Zu „Schafstall“ und „Taubenzucht“ gibt es keinen Eintrag. Die Treffer passen zum Rest der Suche.",
        ),
        (
            "/en",
            "There is no entry on “Schafstall” and “Taubenzucht”. The hits match the rest of the search.",
        ),
    ],
)
def test_words_that_are_nowhere_are_named(page, root, told):
    found = page(f"{root}/suche?q=Hochwasser+Schafstall+Taubenzucht")
    assert number_of_hits(found) if not root else True
    assert told in text(found)


def test_filler_words_alone_are_answered_with_examples(page):
    found = page("/suche?q=was+ist+das")
    assert "Das sind nur Füllwörter" in text(found)
    assert "/suche?q=Bus%20auf%20dem%20Dorf" in links(found)
    assert number_of_hits(found) == 0


def test_a_place_without_an_entry_is_told_with_the_nearest_that_have_some(page):
    found = page("/suche?q=Hochwasser+Stollberg")
    assert "Zu Stollberg/Erzgeb. (Erzgebirgskreis, Sachsen) gibt es keinen Eintrag." in text(found)
    assert "/suche?q=Hochwasser+Zw%C3%B6nitz" in links(found)
    assert "„Stollberg“" not in text(found.find(".//div[@id='ergebnis']"))


def test_places_of_one_name_are_told_apart(page):
    found = text(page("/suche?q=Ahlen+Lichtenau"))
    assert all(
        f"Lichtenau ({where}" in found for where in ("Kreis Paderborn", "Kreis Rastatt", "Kreis Ansbach")
    )
    assert "Ahlen (Kreis Warendorf" in found
