"""The ASGI application: the web frontend and Datasette over one edition, and the change to another edition.

When `current` points to another edition, the next request has that one opened beside the event loop and waits for it;
all others are answered from the old one until the new one is ready, but for what that lacks: another process may have changed
before and named it. An edition that does not prove itself is left alone.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from catalogue.edition import Edition, EditionDamaged, EditionMissing, open_edition
from catalogue.edition.damage import Damage, DamageKind
from catalogue.edition.holding import Hold
from catalogue.edition.publishing import kept_editions
from catalogue.edition.reader import MANIFEST
from catalogue.model.site_address import own_address, site_path
from catalogue.server.asgi import Application, Receive, Scope, Send
from catalogue.server.datasette_app import below_path, is_for_datasette
from catalogue.server.datasette_conditional import Conditional
from catalogue.server.datasette_process import DatasetteProcess
from catalogue.server.opening import open_built, open_proven
from catalogue.server.papers import Papers, is_paper
from catalogue.server.turns import NoRoom
from catalogue.server.web_frontend import WebFrontend
from catalogue.web.conditional import READING
from catalogue.web.edition_access import close
from catalogue.web.errors import BUSY
from catalogue.web.languages import ENGLISH_ROOT, below
from search.collector import collector_paused

LOOK_SECONDS = 0.2
"""How often a request may look whether another edition is current."""

START, OTHER = "start", "sonst"
"""What the start page is called where pages are counted, and what has no page."""

SWITCHED = "Die Ausgabe %s vom %s wird jetzt angeboten, statt %s."

REFUSED = "%s wird nicht angeboten: %s. Die Ausgabe %s wird weiter angeboten."
"""What the operator is told, once, of an edition that became current and is not fit for it."""

log = logging.getLogger(__name__)


class Site:
    """The two applications over one edition. Datasette is started at its first request, as few visitors need it.

    It is made in any thread; then all of it runs in that of the event loop. The web frontend brings threads of its own,
    Datasette a process.
    """

    def __init__(self, edition: Edition, trusted_key: str = "", was_just_built: bool = False) -> None:
        """Open the edition, which no build removes from now on; one that was just built beside this process is not proven.

        Raises EditionMissing if one has already, EditionDamaged if the edition does not prove itself. The collector would
        look through the whole edition that is served, and nobody is answered meanwhile.
        """
        self.edition = edition
        self._hold = Hold(edition)
        try:
            with collector_paused():
                self._flask = open_built(edition) if was_just_built else open_proven(edition, trusted_key)
        except Exception:
            self._hold.close()
            raise
        self._address = self._flask.config["SITE_ADDRESS"] or ""
        self._root = site_path(self._address)
        self._parts = {rule.rule.split("/")[1].partition(".")[0] for rule in self._flask.url_map.iter_rules()}
        self._web = WebFrontend(self._flask)
        self._papers = Papers(self._web)
        self._datasette = DatasetteProcess(edition, self._root, self._flask.config["SITE_NAME"])
        self._data = Conditional(self._datasette, self._flask.extensions["conditions"])
        self._under_way = 0
        self._retired = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self._under_way += 1
        try:
            scope = without_root(scope, self._root)
            if is_for_datasette(scope["path"]) and scope["method"] in READING:
                await self._or_busy(self._data, below_path(at_address(scope, self._address)), receive, send)
            elif is_paper(scope["path"]):
                await self._or_busy(self._papers, scope, receive, send)
            else:
                await self._web(scope, receive, send)
        finally:
            self._under_way -= 1
            await self._close_if_done()

    async def _or_busy(self, app: Application, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with an application, or that there is no room."""
        try:
            await app(scope, receive, send)
        except NoRoom:
            await self._web({**scope, BUSY: True}, receive, send)

    def page_of(self, path: str) -> str:
        """The sort of page that a path leads to: the first part of its address, if there are pages below it."""
        first = below(below(path, self._root) or path, ENGLISH_ROOT) or path
        part = first.strip("/").partition("/")[0].partition(".")[0]
        return (part or START) if part in self._parts else OTHER

    def is_there(self) -> bool:
        """Whether the edition still lies where it was opened."""
        return self._hold.is_there()

    @property
    def uses_datasette(self) -> bool:
        """Whether anyone has asked for Datasette."""
        return self._datasette.is_used

    async def start_datasette(self) -> None:
        """Wait until Datasette is ready; whoever asks first starts it. Raises DatasetteAway if it cannot be started."""
        await self._datasette.start()

    async def retire(self) -> None:
        """Take no more requests; let go of threads and files once those under way are finished."""
        self._retired = True
        await self._close_if_done()

    async def _close_if_done(self) -> None:
        if not self._retired or self._under_way:
            return
        self._close()
        await self._datasette.end()

    def _close(self) -> None:
        self._web.close()
        close(self._flask)
        self._hold.close()


def at_address(scope: Scope, address: str) -> Scope:
    """The request as if it named the public address of the site, or else that of the socket, whatever a visitor says."""
    server, port = scope.get("server") or ("", None)
    scheme, host = own_address(address, server, port, scope["scheme"])
    headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "scheme": scheme, "headers": [*headers, (b"host", host.encode("ascii"))]}


def without_root(scope: Scope, root: str) -> Scope:
    """The request with the path as it is below a root."""
    raw_path = scope["raw_path"].decode("ascii")
    return {
        **scope,
        "path": below(scope["path"], root) or scope["path"],
        "raw_path": (below(raw_path, root) or raw_path).encode("ascii"),
    }


class CurrentSite:
    """The site of whichever edition is current."""

    def __init__(self, output: Path, trusted_key: str = "") -> None:
        """Open the current edition; if it is damaged, the last one that is not.

        Raises EditionMissing if there is none, EditionDamaged if none proves itself.
        """
        self._output = output
        self._trusted_key = trusted_key
        self._refused: object = None
        self._just_built = ""
        self.switches = 0
        """How often another edition has taken over."""
        self.refusals = 0
        """How often an edition was refused."""
        self.workers = 1
        """This process."""
        self._site = self._first()
        self._looked = time.monotonic()
        self._change: asyncio.Task[None] | None = None

    def _first(self) -> Site:
        try:
            return Site(open_edition(self._output), self._trusted_key)
        except EditionDamaged as damaged:
            for edition in kept_editions(self._output):
                with suppress(EditionMissing):
                    site = Site(edition, self._trusted_key)
                    self._refuse(damaged, edition)
                    return site
            raise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or agree to the server's start and stop."""
        if scope["type"] == "lifespan":
            await self._agree(receive, send)
        elif scope["type"] == "http":
            await self._follow()
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what the edition lacks, from another that has become current, if there is one."""
        if scope["method"] not in READING:
            await self._site(scope, receive, send)
            return
        site, lacking = self._site, NotFound(send)
        await site(scope, receive, lacking)
        if lacking.messages:
            await self._follow(at_once=True)
            if self._site is site:
                await lacking.pass_on()
            else:
                await self._site(scope, receive, send)

    @property
    def edition(self) -> Edition:
        """The edition that is served."""
        return self._site.edition

    def page_of(self, path: str) -> str:
        """The sort of page that a path leads to, one of few: the first part of its address, `massnahmen`."""
        return self._site.page_of(path)

    async def close(self) -> None:
        """Take no more requests."""
        await self._site.retire()

    async def _agree(self, receive: Receive, send: Send) -> None:
        """Agree to the server's start, and let go of everything at its stop."""
        is_last = False
        while not is_last:
            message = await receive()
            is_last = message["type"] == "lifespan.shutdown"
            if is_last:
                await self.close()
            await send({"type": f"{message['type']}.complete"})

    async def _follow(self, at_once: bool = False) -> None:
        """Wait for another edition if it is time to look for one and there is one; `at_once` also for one being opened."""
        if (at_once or self._change is None) and (change := self.look(at_once)):
            await asyncio.shield(change)

    def look(self, at_once: bool = False) -> asyncio.Task[None] | None:
        """Look for another edition if it is time to, and begin to open it beside the event loop; gives the change."""
        if self._change is None and (at_once or time.monotonic() - self._looked >= LOOK_SECONDS):
            self._looked = time.monotonic()
            if edition := self._another():
                self._change = asyncio.create_task(self._change_to(edition))
        return self._change

    def look_for(self, built: str) -> None:
        """Look at once for the edition of this id, which was just built beside this process.

        It is not proven again, unless there is a key to trust.
        """
        if not self._trusted_key:
            self._just_built = built
        self.look(at_once=True)

    def _another(self) -> Edition | None:
        """The current edition if it is not the one that is served; nothing if it was refused before."""
        try:
            edition = open_edition(self._output)
        except EditionDamaged as damaged:
            self._refuse(damaged, self._site.edition)
            return None
        except EditionMissing:  # somebody has cleaned up; the open one still answers
            return None
        served = edition.folder == self._site.edition.folder and self._site.is_there()
        return None if served or trace(edition.folder) == self._refused else edition

    def _refuse(self, damaged: EditionDamaged, served: Edition) -> None:
        """Tell once that what is current is damaged, and which edition is served instead."""
        if (found := trace(damaged.path)) != self._refused:
            self._refused = found
            self.refusals += 1
            log.error(REFUSED, damaged.name, damaged.told, served.id)

    async def _change_to(self, edition: Edition) -> None:
        """Open an edition beside the event loop and serve it from then on."""
        try:
            site = await self._opened(edition)
        except EditionDamaged as damaged:
            self._refuse(damaged, self._site.edition)
            return
        except EditionMissing:  # removed meanwhile
            return
        except Exception as error:  # Datasette did not start: whatever it is, the open one still answers
            damage = Damage(DamageKind.UNOPENED, detail=f"{type(error).__name__}: {error}")
            self._refuse(EditionDamaged(edition.folder, [damage]), self._site.edition)
            return
        finally:
            self._change = None
        before, self._site = self._site, site
        self.switches += 1
        log.info(SWITCHED, edition.id, edition.day, before.edition.id)
        await before.retire()

    async def _opened(self, edition: Edition) -> Site:
        was_just_built = edition.id == self._just_built
        if was_just_built:
            self._just_built = ""
        site = await asyncio.to_thread(Site, edition, self._trusted_key, was_just_built)
        if self._site.uses_datasette:
            try:
                await site.start_datasette()
            except Exception:
                await site.retire()
                raise
        return site


class NotFound:
    """Sends an answer on, unless it says that there is nothing at an address; that is kept."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.messages: list[Any] = []
        """The answer that was kept."""

    async def __call__(self, message: Any) -> None:
        """Send or keep a part of an answer."""
        if self.messages or message.get("status") == 404:
            self.messages.append(message)
        else:
            await self._send(message)

    async def pass_on(self) -> None:
        """Send what was kept."""
        for message in self.messages:
            await self._send(message)


def trace(folder: Path) -> object:
    """What changes when an edition is made or published anew at its place."""
    try:
        manifest = (folder / MANIFEST).stat()
        return folder, folder.stat().st_mtime_ns, manifest.st_ino, manifest.st_mtime_ns
    except OSError:
        return folder
