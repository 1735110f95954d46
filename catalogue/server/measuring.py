"""What a server tells of itself to a monitor: how many requests, how fast, of which edition. Never who asked for what.

Pages are told apart by the first part of their address only, so neither an id nor a word that was searched is kept.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.telling import Following

if TYPE_CHECKING:
    from catalogue.server.site import CurrentSite

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bounds of the histogram: an ordinary page takes some milliseconds, a query of the data two seconds at most."""

UNANSWERED = 500
"""What counts as the status of a request that got no answer."""

log = logging.getLogger("catalogue.requests")


class Measured:
    """A site whose requests are counted and timed until their answer begins; the visitor may be slow to read it."""

    def __init__(self, site: CurrentSite) -> None:
        self._site = site
        self.registry = CollectorRegistry()
        names = ("page", "status")
        self._requests = Counter(
            "catalogue_requests", "Requests by sort of page and status.", names, registry=self.registry
        )
        self._seconds = Histogram(
            "catalogue_request_seconds",
            "Seconds until the answer begins, by sort of page.",
            names[:1],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.registry.register(EditionCollector(site))
        ProcessCollector(registry=self.registry)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        started, told = time.perf_counter(), (UNANSWERED, 0.0)

        async def noting(message: Any) -> None:
            nonlocal told
            if message["type"] == "http.response.start":
                told = message["status"], time.perf_counter() - started
            await send(message)

        try:
            await self._site(scope, receive, noting)
        finally:
            status, seconds = told
            page = self._site.page_of(scope["path"])
            self._requests.labels(page, str(status)).inc()
            self._seconds.labels(page).observe(seconds or time.perf_counter() - started)
            facts = {"method": scope["method"], "page": page, "status": status, "ms": round(seconds * 1000)}
            log.info("%(method)s %(page)s %(status)s in %(ms)s ms", facts)


class EditionCollector(Collector):
    """Which edition is served, how old its content is, and how often another one took over or was refused."""

    def __init__(self, site: Following) -> None:
        self._site = site

    def collect(self) -> Iterator[Metric]:
        """The figures as they are now."""
        edition = self._site.edition
        info = GaugeMetricFamily(
            "catalogue_edition_info", "The edition that is served.", labels=("id", "day")
        )
        info.add_metric((edition.id, edition.day), 1)
        yield info
        if edition.day:
            age = datetime.now(UTC) - datetime.fromisoformat(edition.day).replace(tzinfo=UTC)
            yield GaugeMetricFamily(
                "catalogue_edition_age_seconds",
                "Time since the newest day that its content tells of.",
                age.total_seconds(),
            )
        yield CounterMetricFamily(
            "catalogue_edition_switches", "How often another edition took over.", self._site.switches
        )
        yield CounterMetricFamily(
            "catalogue_editions_refused", "How often a damaged edition was refused.", self._site.refusals
        )
