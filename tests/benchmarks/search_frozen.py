"""Search in a frozen copy: Pagefind in the browser, and the list from disk, against the site's own search.

The page of the copy itself is asked, in Chromium, from loopback and from disk, so that what is measured is what people get.
Run it with files of judged queries: `python -m tests.benchmarks.search_frozen dev.yaml …`
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from catalogue.edition import Edition, build, open_edition
from catalogue.freezing.copying import Copyist, copy_static_files
from catalogue.freezing.frozen_site import frozen_site
from catalogue.freezing.search_index import write_search_index
from search.evaluation import Search
from tests.benchmarks.search_quality import comparison, searching
from tests.benchmarks.search_world import ROOT, judgments


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        return


def frozen_search(edition: Edition, folder: Path) -> None:
    """Write what of a copy its search needs: the page, the static files, the index."""
    folder.mkdir()
    copy_static_files(edition, folder / "static")
    Copyist(edition, folder, papers=False).copy("/suche")
    write_search_index(frozen_site(edition), folder)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a plain web space over a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def in_browser(page: Page, address: str) -> Search:
    """The search page of a copy: the first twenty measures that it shows."""

    def found(query: str) -> list[str]:
        page.goto(f"{address}/suche.html?typ=measure&q={quote(query)}")
        page.wait_for_selector("#suche[aria-busy=false]")
        links: list[str] = page.eval_on_selector_all(
            "[data-hits] li > a", "links => links.map((link) => link.getAttribute('href'))"
        )
        return [Path(link).stem for link in links]

    return found


def main() -> None:
    """Print the table for every file of judged queries."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build(ROOT / "content", folder / "build")
        edition = open_edition(folder / "build")
        frozen_search(edition, folder / "copy")
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page()
        with served(folder / "copy") as address:
            engines = {
                "this search": searching(edition.index),
                "frozen copy, web space": in_browser(page, address),
                "frozen copy, disk": in_browser(page, (folder / "copy").as_uri()),
            }
            for name, judged in judgments():
                print(f"### {name}: {len(judged)} queries\n")
                print(comparison(engines, judged), "\n", flush=True)
        chromium.close()


if __name__ == "__main__":
    main()
