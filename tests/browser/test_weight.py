"""The start page and the search are light, stand still while they load, and ask nobody else."""

from __future__ import annotations

import pytest

FIRST_VISIT_BYTES = 150_000
NEXT_VISIT_BYTES = 30_000
MOST_LAYOUT_SHIFT = 0.01
PAGES = (
    "/",
    "/suche",
    "/suche?q=Bus+auf+dem+Dorf",
    "/suche?q=Bus+auf+dem+Dorf&ansicht=tabelle",
    "/en/",
    "/massnahmen/zwoenitz-erzmobil",
    "/loesungen/erzmobil",
)

WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
      .observe({ type: 'layout-shift', buffered: true });
"""


def bytes_over_the_wire(page, address: str) -> int:
    """Opens a page and gives what came over the wire for it, heads of answers and all; nothing for what was kept."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda told: received.append(told["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    wire.detach()
    return int(sum(received))


@pytest.fixture
def plain_page(browser, site):
    """A page without any interception, which would switch the browser's own store off."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_first_visit_is_light_and_the_next_one_lighter(plain_page, site, address):
    first = bytes_over_the_wire(plain_page, site + address)
    plain_page.goto("about:blank")
    following = bytes_over_the_wire(plain_page, site + address)
    assert 0 < first < FIRST_VISIT_BYTES
    assert 0 < following < NEXT_VISIT_BYTES


@pytest.mark.parametrize("visit", [{"width": 360}, {"width": 1280}], indirect=True, ids=["360", "1280"])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_nothing_complains_and_nobody_else_is_asked(visit, address):
    visit.page.add_init_script(WATCH_SHIFTS)
    page = visit.open(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert sum(page.evaluate("window.shifts")) < MOST_LAYOUT_SHIFT
    assert visit.complaints == []
    assert visit.foreign == []
