"""Whether pages still answer, asked politely: as robots.txt allows, one request a second and host, HEAD before GET.

Only public hosts are connected to, whatever an address says or its name leads to, unless a test asks for more.
"""

from __future__ import annotations

import ipaddress
import math
import socket
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
from protego import Protego

AGENT = "smart-city-katalog-links"
"""How we call ourselves, also in robots.txt."""

SECONDS_BETWEEN = 1.0
TIMEOUT_SECONDS = 15.0
MOST_REDIRECTS = 5
HOSTS_AT_ONCE = 8
LONGEST_WAIT_SECONDS = 30.0
"""A host that asks for a longer pause (429, 503 with `Retry-After`) is asked nothing more in this run."""

LARGEST_ROBOTS_BYTES = 500_000

Outcome = Literal["ok", "moved", "dead", "unreachable", "refused", "robots", "private", "paused"]

GONE = (404, 410)
FOR_GOOD = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
KEPT_FROM_US = (401, 403, 405, 406, 407, 429, 451)
SERVER_FAULT = 500
TOO_MANY = 429
OVERLOADED = 503


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """What became of an address."""

    outcome: Outcome
    status: int | None = None
    """Of HTTP, the last one."""
    target: str = ""
    """Where it leads for good, if it moved."""
    told: str = ""
    """Why nothing answered."""


class AskedToWait(Exception):
    """A host wants to be left alone for longer than we wait; the argument is the status."""


class NotPublic(httpcore.ConnectError):
    """A host is none of the public internet."""


class PublicOnly(httpcore.SyncBackend):
    """Connects to public addresses only: the name is resolved here, and exactly what was looked at is connected to."""

    def connect_tcp(self, host: str, port: int, *args: Any, **named: Any) -> httpcore.NetworkStream:
        """A connection. Raises NotPublic, and ConnectError if there is no such host."""
        try:
            found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from None
        if not found or not all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
            raise NotPublic(host)
        return super().connect_tcp(sorted(found, key=len)[0], port, *args, **named)


class _Transport(httpx.HTTPTransport):
    """A transport over a pool of connections of our own; proxies are passed by, as they would resolve names themselves."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_connections=2 * HOSTS_AT_ONCE, network_backend=backend
        )


class LinkChecker:
    """Asks pages, each host at most once a second."""

    def __init__(self, private: bool = False, pause: float = SECONDS_BETWEEN) -> None:
        """`private` allows hosts that are not public, for tests against a server of one's own; `pause` is in seconds."""
        backend = httpcore.SyncBackend() if private else PublicOnly()
        self._client = httpx.Client(
            transport=_Transport(backend),
            headers={
                "User-Agent": AGENT,
                "Accept": "text/html,*/*;q=0.8",
                "Accept-Encoding": "identity",
            },
            timeout=TIMEOUT_SECONDS,
            trust_env=False,
        )
        self._pause = pause
        self._next: dict[str, float] = {}
        self._resting: dict[str, int] = {}
        """The hosts that asked to be left alone, with the status in which they did."""
        self._robots: dict[str, Protego | None] = {}
        self._lock = threading.Lock()

    def ask(self, address: str) -> PageAnswer:
        """What became of an address; nothing that may happen on the way is raised."""
        try:
            return self._follow(address)
        except AskedToWait as wait:
            return PageAnswer("paused", wait.args[0], told="bittet um eine Pause")
        except httpx.ConnectError as error:
            if isinstance(error.__cause__, NotPublic):
                return PageAnswer("private", told="führt in ein privates Netz")
            return PageAnswer("unreachable", told=_why(error))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            return PageAnswer("unreachable", told=_why(error))

    def _follow(self, address: str) -> PageAnswer:
        for_good, here, target = True, address, ""
        for _ in range(MOST_REDIRECTS + 1):
            if not self._may_ask(here):
                return PageAnswer("robots")
            response = self._request("HEAD", here)
            if response.status_code >= min(KEPT_FROM_US):
                response = self._request("GET", here)
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return _answer(response.status_code, target)
            here = urljoin(here, response.headers["location"])
            if urlsplit(here).scheme not in ("http", "https"):
                return PageAnswer("unreachable", response.status_code, told="führt zu keiner Webseite")
            for_good = for_good and response.status_code in FOR_GOOD
            target = here if for_good else target
        return PageAnswer("unreachable", response.status_code, told="leitet im Kreis weiter")

    def _may_ask(self, address: str) -> bool:
        """Whether robots.txt lets us; a host whose rules cannot be read for a fault of its own is not asked (RFC 9309)."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules_of(site)
        rules = self._robots[site]
        return rules is not None and bool(rules.can_fetch(address, AGENT))

    def _rules_of(self, site: str) -> Protego | None:
        address = f"{site}/robots.txt"
        for _ in range(MOST_REDIRECTS + 1):
            response = self._request("GET", address)
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                break
            address = urljoin(address, response.headers["location"])
        if response.status_code >= SERVER_FAULT:
            return None
        found = response.status_code < min(KEPT_FROM_US)
        rules: Protego = Protego.parse(response.text if found else "")
        return rules

    def _request(self, method: str, address: str) -> httpx.Response:
        """Ask a host, once more after the pause that it asks for. Raises AskedToWait if that is too long."""
        host = urlsplit(address).netloc
        for is_last in (False, True):
            self._wait(host)
            response = self._request_once(method, address)
            pause = pause_asked_for(response, datetime.now(UTC))
            if pause is None:
                break
            if is_last or pause > LONGEST_WAIT_SECONDS:
                self._resting[host] = response.status_code
                raise AskedToWait(response.status_code)
            with self._lock:
                self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + pause)
        return response

    def _request_once(self, method: str, address: str) -> httpx.Response:
        """Ask; of the body no more is read than robots.txt may have, and no longer than an answer may take."""
        end = time.monotonic() + TIMEOUT_SECONDS
        with self._client.stream(method, address) as response:
            read = b""
            if method == "GET" and address.endswith("/robots.txt"):
                for piece in response.iter_raw():
                    read += piece
                    if len(read) > LARGEST_ROBOTS_BYTES:
                        break
                    if time.monotonic() > end:
                        raise httpx.ReadTimeout("the body trickles")
            kept = {
                name: response.headers[name]
                for name in ("location", "retry-after")
                if name in response.headers
            }
            return httpx.Response(response.status_code, headers=kept, content=read)

    def _wait(self, host: str) -> None:
        """Until the host may be asked again. Raises AskedToWait if it may not in this run."""
        if host in self._resting:
            raise AskedToWait(self._resting[host])
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next.get(host, 0.0))
            self._next[host] = start + self._pause
        time.sleep(max(0.0, start - now))


def _answer(status: int, target: str) -> PageAnswer:
    if status in GONE:
        return PageAnswer("dead", status)
    if status in KEPT_FROM_US:
        return PageAnswer("refused", status)
    if status >= min(KEPT_FROM_US) - 1:
        return PageAnswer("unreachable", status)
    return PageAnswer("moved" if target else "ok", status, target)


def pause_asked_for(response: httpx.Response, now: datetime) -> float | None:
    """The seconds for which a host wants to be left alone; infinite if it does not say how long, none if it does not want to."""
    if response.status_code not in (TOO_MANY, OVERLOADED):
        return None
    told = response.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told)
    with suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(told).astimezone(UTC) - now).total_seconds())
    return math.inf if response.status_code == TOO_MANY else None


def _why(error: Exception) -> str:
    """What went wrong, in German, with the words of the library where they tell more."""
    if isinstance(error, httpx.TimeoutException):
        return f"antwortet nicht innerhalb von {TIMEOUT_SECONDS:.0f} Sekunden"
    told = str(error)
    if "[SSL" in told:
        return f"die verschlüsselte Verbindung misslingt: {told}"[:200]
    if isinstance(error, httpx.ConnectError):
        return f"der Rechner ist nicht zu erreichen: {told}"[:200]
    return f"die Antwort bricht ab oder ist keine: {told}"[:200]


def ask_all(
    addresses: Iterable[str],
    ask: Callable[[str], PageAnswer],
    found: Callable[[str, PageAnswer], None],
) -> None:
    """Ask all addresses, several hosts side by side and each host one after the other; `found` is told each answer."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    interrupted = threading.Event()

    def of_host(these: list[str]) -> None:
        for address in these:
            if interrupted.is_set():
                return
            found(address, ask(address))

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        try:
            list(threads.map(of_host, sorted(hosts.values(), key=len, reverse=True)))
        except BaseException:
            interrupted.set()
            raise
