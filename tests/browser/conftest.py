"""Debian's Chromium before the real catalogue; skipped only where there is no Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from werkzeug.serving import make_server

from catalogue.edition import Edition
from catalogue.web import create_app

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def site(real_edition: Edition) -> Iterator[str]:
    """The address of a server over the real edition."""
    server = make_server("127.0.0.1", 0, create_app(real_edition), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a screen."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt install chromium libatomic1")
    if missing := missing_library():
        pytest.skip(f"the browser tests lack a library ({missing}): apt install chromium libatomic1")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@cache
def missing_library() -> str:
    """What the driver of the browser or Chromium itself lacks to start; empty if both start."""
    for command in ([sys.executable, "-m", "playwright", "--version"], [CHROMIUM, "--version"]):
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        if tried.returncode:
            return (tried.stderr.strip() or f"exit status {tried.returncode}").splitlines()[-1]
    return ""


class Visit:
    """A page of the browser, with what it complained about and whom else it asked."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        page.on(
            "console",
            lambda message: message.type in ("error", "warning") and self.complaints.append(message.text),
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.route("**/*", self._route)

    def _route(self, route: Route) -> None:
        if not route.request.url.startswith((self.site, "data:")):
            self.foreign.append(route.request.url)
        route.continue_()

    def open(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(self.site + address)
        return self.page


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh visit; a test may give width, colour scheme, or switch JavaScript off by `indirect` parameters."""
    wishes = {"width": 1280, "colour": "light", "javascript": True} | getattr(request, "param", {})
    context = browser.new_context(
        viewport={"width": wishes["width"], "height": 900},
        color_scheme=wishes["colour"],
        java_script_enabled=wishes["javascript"],
        locale="de-DE",
    )
    yield Visit(context.new_page(), site)
    context.close()
