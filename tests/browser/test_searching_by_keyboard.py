"""Searching works with the keyboard alone, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


def test_the_first_tab_leads_to_the_content(visit):
    page = visit.open("/suche")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Zum Inhalt springen")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    "visit", [{"javascript": True}, {"javascript": False}], indirect=True, ids=["with script", "without"]
)
def test_search_choose_a_facet_open_a_hit_and_go_back(visit):
    page = visit.open("/")
    page.locator("#q").focus()
    page.keyboard.type("Rufbus")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Rufbus"))
    facet = page.locator("#feld-mobilitaet")
    facet.focus()
    page.keyboard.press("Space")
    apply = page.get_by_role("button", name="Filter anwenden")
    if apply.is_visible():
        apply.focus()
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("feld=mobilitaet"))
    expect(page.locator(".chip")).to_contain_text("Mobilität")
    hit = page.locator(".hits h3 a").first
    name = hit.inner_text()
    hit.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page).to_have_url(re.compile("feld=mobilitaet"))


def focused(page):
    return page.locator(":focus")


def status(page):
    return page.locator("#stand")


def test_a_facet_is_set_and_cleared_without_losing_the_focus(visit):
    page = visit.open("/suche?q=app")
    before = status(page).inner_text()
    box = page.locator("#feld-mobilitaet")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("feld=mobilitaet"))
    expect(status(page)).not_to_have_text(before)
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    page.wait_for_url(lambda url: "feld=" not in url)
    expect(status(page)).to_have_text(before)
    expect(box).to_be_focused()
    expect(page.locator(".chip")).to_have_count(0)


def test_after_a_chip_or_a_kind_the_focus_is_at_the_number_of_hits(visit):
    page = visit.open("/suche?q=app&land=bayern")
    page.locator(".chip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "land=" not in url)
    expect(focused(page)).to_have_id("treffer")
    page.locator("#arten a", has_text="Lösungen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("typ=solution"))
    expect(focused(page)).to_have_id("treffer")
    expect(page.locator("#arten [aria-current]")).to_contain_text("Lösungen")


def test_the_order_and_the_view_change_without_reload(visit):
    page = visit.open("/suche?q=app")
    page.evaluate("window.kept = true")
    order = page.locator("#sortierung")
    order.focus()
    order.select_option("name")
    page.wait_for_url(re.compile("sortierung=name"))
    expect(order).to_be_focused()
    page.get_by_role("link", name="Als Tabelle zeigen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ansicht=tabelle"))
    expect(page.locator(".hit-table tbody tr").first).to_be_visible()
    assert page.evaluate("window.kept")


def test_a_span_of_years_is_typed(visit):
    page = visit.open("/suche")
    page.locator("[data-facet=jahr] summary").focus()
    page.keyboard.press("Enter")
    page.locator("#von").focus()
    page.keyboard.type("2024")
    page.keyboard.press("Tab")
    page.wait_for_url(re.compile("von=2024"))
    expect(page.locator(".chip")).to_contain_text("ab 2024")
    expect(page.locator("#bis")).to_be_focused()


def test_going_back_brings_words_filters_and_hits_back(visit):
    page = visit.open("/suche?q=app")
    before = status(page).inner_text()
    page.locator("#feld-mobilitaet").check()
    page.wait_for_url(re.compile("feld=mobilitaet"))
    page.locator("#q").fill("Rufbus")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Rufbus"))
    page.locator("#q").focus()
    page.go_back()
    expect(page.locator("#q")).to_have_value("app")
    expect(page.locator("#feld-mobilitaet")).to_be_checked()
    page.go_back()
    expect(page.locator("#feld-mobilitaet")).not_to_be_checked()
    expect(status(page)).to_have_text(before)
    page.go_forward()
    expect(page.locator("#feld-mobilitaet")).to_be_checked()


def test_a_new_number_of_hits_is_announced(visit):
    """A live region is announced when its text changes while the element stays."""
    page = visit.open("/suche?q=app")
    expect(page.get_by_role("status").first).to_contain_text("Treffer")
    page.evaluate(
        """() => { window.told = []; const stand = document.getElementById('stand');
            new MutationObserver(() => told.push(stand.textContent)).observe(stand, { childList: true }); }"""
    )
    page.locator("#land-bayern").evaluate("box => box.click()")
    page.wait_for_url(re.compile("land=bayern"))
    assert page.evaluate("told") == [status(page).inner_text()]


def type_and_wait(page, text):
    page.locator("#q").focus()
    page.keyboard.type(text)
    page.locator("[role=option]").first.wait_for()


def test_a_late_answer_takes_no_suggestion_from_under_the_arrow(visit):
    page = visit.open("/suche")
    type_and_wait(page, "mobi")
    held = []
    page.route(re.compile(r"q=mobil$"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"q=mobil$")):
        page.keyboard.type("l")
    page.keyboard.press("ArrowDown")
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    expect(page.locator("[role=option]").first).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("address", ["/", "/suche"])
def test_a_suggestion_is_chosen_with_arrows_and_enter(visit, address):
    page = visit.open(address)
    box = page.get_by_role("combobox", name=re.compile("brauchen"))
    expect(box).to_have_attribute("aria-expanded", "false")
    type_and_wait(page, "mobil")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".search-box:has(#q) [aria-live]")).to_contain_text("Vorschläge")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    first = page.locator("[role=option]").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    leads_to = first.get_attribute("data-address")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.site + leads_to)


def test_escape_closes_the_suggestions_then_empties_the_box(visit):
    page = visit.open("/")
    type_and_wait(page, "mobil")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    box = page.locator("#q")
    expect(page.locator("#q-vorschlaege")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("mobil")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_enter_without_a_chosen_suggestion_searches_for_what_was_typed(visit):
    page = visit.open("/suche")
    type_and_wait(page, "mobil")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=mobil$"))
    expect(page.locator("#q-vorschlaege")).to_be_hidden()
    expect(page.locator("h1")).to_contain_text("mobil")
    expect(focused(page)).to_have_id("treffer")


@pytest.mark.parametrize("address", ["/", "/suche?q=app&land=bayern"])
@pytest.mark.parametrize(
    "visit", [{"colour": "light"}, {"colour": "dark"}], indirect=True, ids=["light", "dark"]
)
def test_what_has_the_focus_looks_different(visit, address):
    """Each of the first stops changes an outline, shadow, border, underline or ground when the focus comes."""
    page = visit.open(address)
    looks = """element => [element, element.nextElementSibling, element.parentElement].filter(Boolean).map(each => {
        const s = getComputedStyle(each);
        return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.border, s.textDecoration,
                s.backgroundColor, s.left, getComputedStyle(each, '::before').boxShadow].join(' ');
    }).join(' | ')"""
    for stop in range(25):
        page.keyboard.press("Tab")
        element = page.evaluate_handle("document.activeElement")
        seen = element.evaluate(looks)
        element.evaluate("element => element.blur()")
        unseen = element.evaluate(looks)
        element.evaluate("element => element.focus({ focusVisible: true })")
        assert seen != unseen, (stop, element.evaluate("element => element.outerHTML"))


@pytest.mark.parametrize("visit", [{"javascript": False}], indirect=True)
def test_without_scripts_the_form_orders_filters_and_shows_a_table(visit):
    page = visit.open("/suche?q=app")
    expect(page.get_by_role("combobox", name=re.compile("brauchen"))).to_have_count(0)
    page.locator("#sortierung").select_option("name")
    page.locator("#land-bayern").evaluate("box => { box.closest('details').open = true }")
    page.locator("#land-bayern").check()
    page.get_by_role("button", name="Filter anwenden").press("Enter")
    page.wait_for_url(re.compile("land=bayern"))
    assert "sortierung=name" in page.url
    page.get_by_role("link", name="Als Tabelle zeigen").press("Enter")
    page.wait_for_url(re.compile("ansicht=tabelle"))
    expect(page.locator(".hit-table tbody tr").first).to_be_visible()
    expect(page.locator(".chip")).to_contain_text("Bayern")


def test_what_fails_on_the_line_is_loaded_as_a_page(visit):
    page = visit.open("/suche?q=app")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('line down')); }")
    page.locator("#feld-mobilitaet").check()
    page.wait_for_url(re.compile("feld=mobilitaet"))
    expect(page.locator(".chip")).to_contain_text("Mobilität")
