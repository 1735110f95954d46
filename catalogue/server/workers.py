"""Several processes that serve the same site: they share one socket, are watched, and started again when one ends.

They share nothing else. Whoever of them is free takes the next connection, so one that ends takes only its own visitors with it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from catalogue.server import Serving
from catalogue.server.measuring import EditionCollector
from catalogue.server.operating import Operations, side_server
from catalogue.server.site_server import DRAINING_SECONDS
from catalogue.server.telling import ServedEdition, WorkerState

SILENT_SECONDS = 60.0
"""A worker that has told nothing for so long hangs, and is ended."""

TRY_AGAIN_SECONDS = 5.0
"""How long a worker has to live to be started again at once."""

LEFT_SECONDS = 10.0
"""How much longer than its answers a worker may take to end."""

ENDED = "Prozess %s ist unerwartet zu Ende gegangen (%s). Er wird neu gestartet."
HANGS = "Prozess %s sagt seit %d Sekunden nichts mehr und wird beendet."

METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client has all processes count; whatever a worker counted stays when it ends."""

log = logging.getLogger(__name__)


def serve_by_workers(
    serving: Serving, listening: socket.socket, asked: socket.socket | None, started: Callable[[], None]
) -> None:
    """Serve by several processes until interrupted, with sockets for visitors and for who asks how it goes.

    Raises what hinders a worker at the first start.
    """
    with tempfile.TemporaryDirectory(prefix="smart-city-katalog-") as folder:
        os.environ[METRICS_FOLDER] = folder  # workers inherit it
        workers = Workers(serving, listening, started)
        ended_by = asyncio.run(workers.serve(asked, Path(folder)))
    if ended_by != signal.SIGINT:  # whoever sent it sees that it did what it should
        signal.raise_signal(ended_by)


class Worker:
    """A worker as its parent sees it."""

    def __init__(self, serving: Serving, listening: socket.socket) -> None:
        """Start it."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(serving, listening, theirs))
        self._process.start()
        theirs.close()  # so that its end closes the pipe
        self.told: WorkerState | None = None
        """What it has told last."""
        self.error: Exception | None = None
        """What hindered its start."""
        self._news = asyncio.Event()
        self._is_open = True
        asyncio.get_running_loop().add_reader(self._pipe.fileno(), self._read)

    @property
    def resident_bytes(self) -> int:
        """What it holds in memory."""
        with suppress(OSError):
            pages = Path(f"/proc/{self._process.pid}/statm").read_text("ascii").split()[1]
            return int(pages) * os.sysconf("SC_PAGESIZE")
        return 0

    async def news(self) -> bool:
        """Wait until it tells something; false if it has ended. Raises TimeoutError if it is silent for too long."""
        async with asyncio.timeout(SILENT_SECONDS):
            await self._news.wait()
        self._news.clear()
        return self._is_open

    def finish(self) -> None:
        """Let it end once its answers are finished."""
        with suppress(OSError):
            self._pipe.send(None)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    async def status(self) -> int | None:
        """How it ended: its status, or minus the number of the signal that ended it."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode

    def _read(self) -> None:
        try:
            while self._pipe.poll():
                said = self._pipe.recv()
                if isinstance(said, Exception):
                    self.error = said
                else:
                    self.told = said
        except (EOFError, OSError):
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            self._pipe.close()
            self._is_open = False
        self._news.set()


def _work(*arguments: Any) -> None:
    """Work in another process, which alone needs the site in memory."""
    from catalogue.server.worker import work

    work(*arguments)


class Workers:
    """All workers. To who asks how it goes they are one site."""

    def __init__(self, serving: Serving, listening: socket.socket, started: Callable[[], object]) -> None:
        """`started` is called once all take requests."""
        self._serving = serving
        self._listening = listening
        self._started = started
        self._has_started = False
        self._all: dict[int, Worker] = {}
        self._ended: asyncio.Future[int]
        self._past_switches = self._past_refusals = 0
        self.edition = ServedEdition("", "")
        """The edition that all serve; while they change to another, the one before."""
        self.restarts = 0
        """How often a worker was started again."""

    @property
    def workers(self) -> int:
        """How many take requests."""
        return len(self._telling)

    @property
    def switches(self) -> int:
        """How often another edition has taken over, in all workers together."""
        return self._past_switches + sum(told.switches for told in self._telling)

    @property
    def refusals(self) -> int:
        """How often an edition was refused, by all workers together."""
        return self._past_refusals + sum(told.refusals for told in self._telling)

    @property
    def resident_bytes(self) -> dict[int, int]:
        """What each worker holds in memory, by its number."""
        return {number: worker.resident_bytes for number, worker in self._all.items()}

    def look(self) -> None:
        """Look for another edition: every worker does so each second."""

    async def serve(self, asked: socket.socket | None, folder: Path) -> int:
        """Serve until a signal comes, and give its number. Raises what hinders a worker at the first start."""
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._end, number)
        operations = Operations(self, metrics_of(self, folder))
        side = side_server(operations)
        keeping = [asyncio.create_task(self._keep(number + 1)) for number in range(self._serving.workers)]
        answering = asyncio.create_task(side.serve(sockets=[asked])) if asked else None
        try:
            events: list[asyncio.Future[Any]] = [self._ended, *keeping]
            await asyncio.wait(events, return_when=asyncio.FIRST_COMPLETED)
            failed = [task for task in keeping if task.done() and task.exception()]
            operations.is_draining = True
            if not self._ended.done():
                self._end(signal.SIGTERM)
            await self._drain(keeping)
        finally:
            side.should_exit = True
            if answering:
                await answering
        for task in failed:
            task.result()
        return self._ended.result()

    @property
    def _telling(self) -> list[WorkerState]:
        return [worker.told for worker in self._all.values() if worker.told]

    def _end(self, number: int) -> None:
        """End, as a signal wants it; at a second one at once."""
        if not self._ended.done():
            self._ended.set_result(number)
        else:
            self._kill()

    def _kill(self) -> None:
        for worker in self._all.values():
            worker.kill()

    async def _drain(self, keeping: list[asyncio.Task[None]]) -> None:
        """Let all workers finish their answers; whoever takes too long is ended."""
        self._listening.close()  # else visitors would be let in whom nobody serves
        for worker in self._all.values():
            worker.finish()
        await asyncio.wait(keeping, timeout=DRAINING_SECONDS + LEFT_SECONDS)
        self._kill()
        await asyncio.wait(keeping)

    async def _keep(self, number: int) -> None:
        """Have a worker of this number until the end. Raises what hinders its first start."""
        has_served = False
        while not self._ended.done():
            began = time.monotonic()
            worker = self._all[number] = Worker(self._serving, self._listening)
            await self._follow(number, worker)
            status = await worker.status()
            del self._all[number]
            if worker.told:
                has_served = True
                self._past_switches += worker.told.switches
                self._past_refusals += worker.told.refusals
            if self._ended.done():
                return
            why = worker.error or ChildProcessError(f"Status {status}")
            if not has_served:
                raise why
            log.error(ENDED, number, why)
            self.restarts += 1
            rest = TRY_AGAIN_SECONDS - (time.monotonic() - began)
            await asyncio.wait([self._ended], timeout=max(0.0, rest))

    async def _follow(self, number: int, worker: Worker) -> None:
        """Read what a worker tells until it ends; end it if it hangs."""
        try:
            while await worker.news():
                self._note()
        except TimeoutError:
            log.error(HANGS, number, SILENT_SECONDS)
            worker.kill()

    def _note(self) -> None:
        """Note which edition all serve now, and that all do."""
        editions = {told.edition for told in self._telling}
        if len(editions) == 1:
            (self.edition,) = editions
        if self.workers == self._serving.workers and not self._has_started:
            self._has_started = True
            self._started()


class WorkersCollector(Collector):
    """How many processes there are, what they hold in memory, and how often one was started again."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def collect(self) -> Iterator[Metric]:
        """The figures as they are now."""
        yield GaugeMetricFamily(
            "catalogue_workers", "Processes that take requests.", value=self._workers.workers
        )
        held = GaugeMetricFamily(
            "catalogue_worker_resident_memory_bytes", "What each of them holds in memory.", labels=["worker"]
        )
        for number, size in self._workers.resident_bytes.items():
            held.add_metric([str(number)], size)
        yield held
        yield CounterMetricFamily(
            "catalogue_worker_restarts", "How often one was started again.", self._workers.restarts
        )


def metrics_of(workers: Workers, folder: Path) -> CollectorRegistry:
    """The figures of all workers together; `folder` is where they count."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]
    for collector in (EditionCollector(workers), WorkersCollector(workers)):
        registry.register(collector)
    ProcessCollector(registry=registry)
    return registry
