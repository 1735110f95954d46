"""A frozen copy in the browser: its search from a web space and from disk, its drawings, and what is left without scripts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from catalogue.edition import build, open_edition
from catalogue.freezing import freeze
from tests.small_content import write_small_content


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small content."""
    folder = tmp_path_factory.mktemp("Kopie für Browser")
    build(write_small_content(folder / "content"), folder / "build")
    freeze(open_edition(folder / "build"), folder / "kopie")
    return folder / "kopie"


@pytest.fixture(scope="module")
def web_space(copy: Path) -> Iterator[str]:
    """The address of the copy on a plain web space, in a folder of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(copy.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/kopie"
    server.shutdown()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that complains about nothing; scripts may be switched off."""
    context = browser.new_context(java_script_enabled=getattr(request, "param", True), locale="de-DE")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: "Security Policy" in said.text and errors.append(said.text))
    yield opened
    context.close()
    assert errors == []


def ask(page: Page, address: str, words: str) -> list[str]:
    """Type words into the box of a page and send them with the keyboard; the titles of the hits."""
    page.goto(address)
    page.get_by_role("textbox").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_selector("#suche[aria-busy=false]")
    return page.locator("[data-hits] li > a").all_text_contents()


def test_on_a_web_space_it_searches_all_texts(page: Page, web_space: str) -> None:
    assert ask(page, f"{web_space}/index.html", "abends ohne Auto in die Stadt")[0] == "Rufbus"
    assert page.get_by_role("status").filter(has_text="Treffer").count() == 1
    assert page.locator("[data-note]").is_hidden()
    assert page.locator("[data-next]").is_hidden()
    page.locator("[data-hits] li > a").first.click()
    assert page.url.endswith("/massnahmen/musterstadt-rufbus.html")


def test_in_english_it_finds_the_same_and_names_it_in_english(page: Page, web_space: str) -> None:
    assert "Bus on call" in ask(page, f"{web_space}/en/suche.html", "Anrufsammeltaxi")


def test_filters_of_a_link_hold(page: Page, web_space: str) -> None:
    page.goto(f"{web_space}/suche.html?typ=measure&feld=mobilitaet")
    page.wait_for_selector("#suche[aria-busy=false]")
    assert page.locator("[data-hits] li > a").all_text_contents() == ["Rufbus"]


def test_from_disk_it_searches_names_and_lines_and_says_so(page: Page, copy: Path) -> None:
    assert ask(page, (copy / "index.html").as_uri(), "Kleinbus") == ["Rufbus"]
    assert "Von der Festplatte geöffnet" in page.locator("[data-note]").inner_text()


def test_from_disk_signs_and_outlines_are_drawn(page: Page, copy: Path) -> None:
    page.goto((copy / "themen/mobilitaet.html").as_uri())
    page.wait_for_selector("#zeichnung-fields", state="attached")
    use = page.locator("use").first
    assert use.evaluate("use => use.getBBox().width") > 0


@pytest.mark.parametrize("page", [False], indirect=True)
def test_without_scripts_the_list_remains(page: Page, copy: Path) -> None:
    page.goto((copy / "suche.html").as_uri())
    assert page.get_by_role("link", name="Rufbus", exact=True).is_visible()
    assert page.get_by_text("Die Suche braucht JavaScript").is_visible()


@pytest.mark.parametrize("address", ["index.html", "suche.html?q=bus", "massnahmen/musterstadt-rufbus.html"])
def test_it_is_accessible(browser: Browser, web_space: str, address: str) -> None:
    context = browser.new_context(bypass_csp=True)  # axe is run from a text
    page = context.new_page()
    page.goto(f"{web_space}/{address}")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
