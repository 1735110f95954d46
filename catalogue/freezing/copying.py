"""Walking the site from its start pages and writing every page into the copy, in several processes."""

from __future__ import annotations

import json
import multiprocessing
import os
import posixpath
import shutil
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from catalogue.edition import Edition, open_edition
from catalogue.edition.holding import Hold
from catalogue.exports.downloads import Downloads
from catalogue.exports.whole_edition import FORMS
from catalogue.freezing.addresses import Extent
from catalogue.freezing.folder import MARK, new_copy
from catalogue.freezing.frozen_page import Words, frozen_page, moved_page
from catalogue.freezing.frozen_site import FrozenCopy, frozen_site
from catalogue.freezing.links import Links
from catalogue.freezing.search_index import write_search_index
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.site_address import site_path
from catalogue.queries import feeds
from catalogue.queries.connection import connect
from catalogue.queries.former_ids import FormerPage, former_pages
from catalogue.web.languages import ENGLISH_ROOT

AT_ONCE = 40
"""So many pages a process is given at once."""

LEADS_ON = range(300, 400)
NO_PAGE = 400
GONE = 410
SERVER_FAULT = 500

DOWNLOAD_SECONDS = 600.0

WORDS = {
    "de": Words(
        "nur in der laufenden Fassung",
        "Dieses Formular braucht die laufende Fassung; in dieser Kopie antwortet niemand.",
        "Diese Seite hat heute eine andere Adresse",
    ),
    "en": Words(
        "live version only",
        "This form needs the live version; in this copy nobody answers.",
        "This page has another address today",
    ),
}

TEXT_TYPES = ("text/", "application/json", "application/xml", "application/ld+json", "application/rdf+xml")


@dataclass(frozen=True, slots=True)
class Copied:
    """What was written."""

    files: int
    bytes: int
    missing: tuple[str, ...]
    """Addresses that pages lead to although the site does not have them."""


class PageFailed(Exception):
    """The site has no answer to an address but a fault of its own."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(address, status)
        self.address = address
        self.status = status


def freeze(
    edition: Edition,
    place: Path,
    *,
    papers: bool = False,
    jobs: int = 1,
    progress: Callable[[int], None] = lambda _: None,
) -> Copied:
    """Write a frozen copy of an edition to a place; tells `progress` how many pages are written.

    Raises EditionMissing, NotACopy, `web.WrongSetting`, PageFailed, IndexFailed, BrokenProcessPool if a process that writes
    pages was ended from outside, and OSError if nothing can be written.
    """
    with closing(Hold(edition)), new_copy(place) as folder:
        site = frozen_site(edition)
        _make_downloads(edition)
        copy_static_files(edition, folder / "static")
        missing = _copy_pages(edition, folder, papers, jobs, progress)
        write_search_index(site, folder)
        mark = {"edition": edition.id, "day": edition.day, "live": _copy_of(site).live}
        (folder / MARK).write_text(json.dumps(mark, indent=1) + "\n", "utf-8")
        files = [file for file in folder.rglob("*") if file.is_file()]
        return Copied(len(files), sum(file.stat().st_size for file in files), tuple(sorted(missing)))


def _copy_of(site: Flask) -> FrozenCopy:
    copy = site.jinja_env.globals["frozen_copy"]
    assert isinstance(copy, FrozenCopy)
    return copy


def _make_downloads(edition: Edition) -> None:
    """Have the downloads made, so that their page tells sizes and sums. Raises OSError."""
    downloads = Downloads(edition)
    for form in FORMS.values():
        if downloads.wait(form, DOWNLOAD_SECONDS) is None:
            raise OSError(f"Die Datei „{form.file_name}“ ließ sich nicht anlegen.")


def copy_static_files(edition: Edition, folder: Path) -> None:
    """Copy what pages link to, and the drawings once more as a script: from disk browsers refuse parts of a drawing."""
    names = json.loads((edition.static / "names.json").read_text("utf-8"))
    folder.mkdir()
    for name in names.values():
        shutil.copyfile(edition.static / name, folder / name)
    drawings = {
        hashed: (edition.static / hashed).read_text("utf-8")
        for name, hashed in names.items()
        if name.endswith(".svg")
    }
    (folder / "drawings.js").write_text(f"window.drawings = {json.dumps(drawings)};\n", "utf-8")


def _copy_pages(
    edition: Edition, folder: Path, papers: bool, jobs: int, progress: Callable[[int], None]
) -> set[str]:
    """Write all pages; gives the addresses that the site does not have."""
    seen = dict.fromkeys(_first_pages(edition))
    waiting, missing, written = list(seen), set[str](), 0
    running: set[Future[list[Answered]]] = set()
    pool = ProcessPoolExecutor(jobs, initializer=_open, initargs=(edition.folder, folder, papers))
    try:
        while waiting or running:
            while waiting and len(running) < 2 * jobs:
                batch, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
                running.add(pool.submit(_copy_batch, batch))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for answered in (one for future in done for one in future.result()):
                written += 1
                if answered.status >= NO_PAGE and answered.status != GONE:
                    missing.add(answered.address)
                new = [address for address in answered.leads_to if address not in seen]
                seen |= dict.fromkeys(new)
                waiting += new
            progress(written)
    except BrokenProcessPool:
        for other in multiprocessing.active_children():  # the pool asks them to end, which they do not hear
            other.kill()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return missing


def _first_pages(edition: Edition) -> Iterator[str]:
    """The start pages, those of all entries and of what they were called once, whether others lead there or not."""
    connection = connect(edition.database)
    paths = ["/", "/sitemap.xml", *(page.path for page in feeds.dated_pages(connection))]
    paths += [path for page in former_pages(connection) if (path := former_path(page))]
    connection.close()
    for path in paths:
        yield path
        if not path.endswith(".xml"):
            yield ENGLISH_ROOT + path


def former_path(page: FormerPage) -> str | None:
    """The path that the page of a former id had; nothing if entries of its kind have no pages."""
    folder = f"{posixpath.dirname(page.path)}/" if page.path else KINDS_BY_NAME[page.kind].folder
    return f"{folder}{page.id}" if folder else None


@dataclass(frozen=True, slots=True)
class Answered:
    """A page that was written."""

    address: str
    status: int
    leads_to: tuple[str, ...]


class Copyist:
    """Writes pages of an edition into the folder of a copy: any of them, or `only` a few addresses."""

    def __init__(self, edition: Edition, folder: Path, papers: bool, only: Iterable[str] = ()) -> None:
        site = frozen_site(edition)
        self._live = _copy_of(site).live
        self._path = site_path(site.config["SITE_ADDRESS"])
        self._visitor = site.test_client()
        self._folder = folder
        self._extent = Extent(papers, whole_addresses=bool(self._live), only=frozenset(only))

    def copy(self, address: str) -> Answered | None:
        """Ask for a page and write it; nothing if the copy does not hold it. Raises PageFailed."""
        here = self._extent.frozen(address)
        if here is None:
            return None
        answer = self._visitor.get(self._path + address)
        if answer.status_code >= SERVER_FAULT:
            raise PageFailed(address, answer.status_code)
        links = Links(here, self._extent, self._live)
        data = answer.data
        language = "en" if address.startswith(f"{ENGLISH_ROOT}/") else "de"
        if answer.status_code in LEADS_ON:
            data = moved_page(answer.location or "/", language, links, WORDS[language]).encode()
        elif answer.mimetype == "text/html":
            data = frozen_page(answer.text, links, WORDS[language]).encode()
        elif not self._live and (answer.mimetype or "").startswith(TEXT_TYPES):
            data = links.without_origin(answer.text).encode()
        file = self._folder / here.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return Answered(address, answer.status_code, tuple(links.found))


_copyist: Copyist | None = None
"""That of this process."""


def _open(edition: Path, folder: Path, papers: bool) -> None:
    global _copyist
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent ends all
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _copyist = Copyist(open_edition(edition), folder, papers)


def _end_with_parent() -> None:
    """Stop if the parent was killed; the pool would wait for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _copy_batch(addresses: list[str]) -> list[Answered]:
    assert _copyist
    return [answered for address in addresses if (answered := _copyist.copy(address))]
