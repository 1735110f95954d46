"""Several processes serve one site: one that ends is replaced, all change to another edition, and all end in peace."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalogue.edition import Edition, build, open_edition, static_assets
from catalogue.edition.proving import prove
from catalogue.edition.publishing import switch, take_in
from tests.catalogue.server.test_changing_editions import PAGE, rename
from tests.catalogue.server.test_operating import figures
from tests.catalogue.server.test_serving import free_port, get, start
from tests.damages import flip_bytes
from tests.small_content import MEASURE

PATIENCE_SECONDS = 90
WORKERS = 2


class Server:
    """A running server with several workers."""

    def __init__(self, output: Path, log: Path) -> None:
        self.port, self.metrics_port = free_port(), free_port()
        self.log = log
        ports = ("--port", str(self.port), "--metrics-port", str(self.metrics_port))
        with log.open("w") as said:
            self.process = start(
                "--output", str(output), *ports, "--workers", str(WORKERS), said=said.fileno()
            )
        wait_until(lambda: self.ready().get("workers") == WORKERS)

    @property
    def workers(self) -> set[int]:
        """The ids of the processes that serve."""
        told = subprocess.run(
            ["pgrep", "-f", "-P", str(self.process.pid), "spawn_main"], stdout=subprocess.PIPE, text=True
        )
        return {int(line) for line in told.stdout.split()}

    def ready(self) -> dict[str, object]:
        """What `/readyz` tells."""
        told: dict[str, object] = json.loads(get(self.metrics_port, "/readyz")[1])
        return told

    def figures(self) -> dict[tuple[str, ...], float]:
        """What `/metrics` tells."""
        return figures(get(self.metrics_port, "/metrics")[1])


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


def sockets_of(pid: int) -> int:
    """How many sockets a process has open."""
    opened = (Path(f"/proc/{pid}/fd") / name for name in os.listdir(f"/proc/{pid}/fd"))
    return sum(os.readlink(one).startswith("socket:") for one in opened)


@pytest.fixture
def server(output: Path, tmp_path: Path) -> Iterator[Server]:
    running = Server(output, tmp_path / "log")
    workers = running.workers
    assert len(workers) == WORKERS
    yield running
    running.process.kill()
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


def test_one_that_is_killed_is_replaced_and_its_requests_stay_counted(server: Server) -> None:
    for _ in range(20):
        assert get(server.port, PAGE)[0] == 200
    killed = min(server.workers)
    os.kill(killed, signal.SIGKILL)
    assert [get(server.port, "/")[0] for _ in range(20)] == [200] * 20
    wait_until(lambda: len(server.workers - {killed}) == WORKERS and server.ready()["workers"] == WORKERS)
    counted = server.figures()
    assert counted["catalogue_requests_total", "massnahmen", "200"] == 20
    assert counted["catalogue_request_seconds_count", "start"] == 20
    assert counted[("catalogue_worker_restarts_total",)] == 1
    assert counted[("catalogue_workers",)] == WORKERS
    assert counted["catalogue_worker_resident_memory_bytes", "1"] > 50_000_000
    assert "unerwartet zu Ende gegangen (Status -9)" in server.log.read_text("utf-8")


def test_of_many_who_come_at_once_each_gets_its_share(server: Server) -> None:
    before = {worker: sockets_of(worker) for worker in server.workers}
    visitors = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(64)]
    wait_until(lambda: sum(map(sockets_of, before)) == sum(before.values()) + len(visitors))
    assert all(sockets_of(worker) - others >= 8 for worker, others in before.items())
    for visitor in visitors:
        visitor.close()


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed (apt install wrk)")
def test_all_change_to_another_edition_and_no_request_fails(
    server: Server, content: Path, output: Path
) -> None:
    address = f"http://127.0.0.1:{server.port}{PAGE}"
    command = ["wrk", "-t1", "-c8", "-d300s", "--timeout", "60s", address]
    load = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        for title in ("Nachtbus", "Bürgerbus", "Rufauto"):
            edition = rename(content, output, title).name
            wait_until(lambda edition=edition: server.ready()["edition"] == edition)
            assert all(title in get(server.port, PAGE)[1] for _ in range(10))
    finally:
        load.send_signal(signal.SIGINT)
        told = load.communicate(timeout=PATIENCE_SECONDS)[0]
    assert "requests in" in told
    assert "Socket errors" not in told
    assert "Non-2xx" not in told
    counted = server.figures()
    assert counted[("catalogue_edition_switches_total",)] == 3 * WORKERS
    assert {key[2] for key in counted if key[0] == "catalogue_requests_total"} == {"200"}


@pytest.fixture
def elsewhere(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Edition]]:
    """Editions that were built elsewhere, each with a measure more than the one before, and another style sheet."""
    own, made = shutil.copytree(static_assets.OWN, tmp_path / "static"), []
    monkeypatch.setattr(static_assets, "OWN", own)
    for number in range(3):
        with (own / "catalogue.css").open("a") as style:
            style.write(f"/* {number} */")
        name = f"musterstadt-linie-{number}"
        measure = (content / MEASURE).read_text("utf-8").replace("id: musterstadt-rufbus", f"id: {name}", 1)
        measure = measure.replace("title: Rufbus", f"title: Linie {number}", 1)
        (content / MEASURE).with_name(f"{name}.md").write_text(measure, "utf-8")
        static_assets._files.cache_clear()
        made.append(build(content, tmp_path / f"elsewhere-{number}").edition)
    yield made
    static_assets._files.cache_clear()


def links_of(page: str) -> set[str]:
    """Where a page leads within the site, and what it is made of."""
    return {link.partition("#")[0] for link in re.findall(r'(?:href|src)="(/[^"]*)"', page)} - {""}


def test_while_they_change_every_link_of_every_page_leads_somewhere(
    server: Server, output: Path, elsewhere: list[Edition]
) -> None:
    """A page of one that has changed, or has not yet, leads to what only its own edition has; any of them may be asked."""
    lead_on, nowhere = links_of(get(server.port, "/suche")[1]), set[str]()
    never = {
        link for link in lead_on if get(server.port, link)[0] == 404
    }  # the content is too small for them
    for edition in elsewhere:
        switch(output, take_in(output, edition, prove).folder)
        is_last_round = False
        while not is_last_round:
            is_last_round = server.ready()["edition"] == edition.id
            pages = [get(server.port, "/suche")[1] for _ in range(4)]
            new = set[str]().union(*map(links_of, pages)) - lead_on
            nowhere |= {link for link in sorted(new) * 4 if get(server.port, link)[0] == 404}
            lead_on |= new
    assert nowhere == set()
    assert {link for link in lead_on if get(server.port, link)[0] == 404} == never
    assert sum(link.startswith("/static/catalogue.") for link in lead_on) == 1 + len(elsewhere)
    assert sum("/musterstadt-linie-" in link for link in lead_on) >= len(elsewhere)


def test_a_damaged_edition_is_refused_by_all(server: Server, content: Path, output: Path) -> None:
    before = open_edition(output).id
    flip_bytes(rename(content, output, "Nachtbus"))
    wait_until(lambda: server.figures()[("catalogue_editions_refused_total",)] == WORKERS)
    assert server.ready() | {"day": ""} == {"status": "ready", "edition": before, "day": "", "workers": 2}
    assert "Nachtbus" not in get(server.port, PAGE)[1]


def test_at_the_end_all_answer_what_is_under_way(server: Server) -> None:
    workers = server.workers
    counting = "with+recursive+c(n)+as+(select+1+union+all+select+n%2B1+from+c)+select+count(*)+from+c"
    assert get(server.port, "/daten/")[0] == 200
    with ThreadPoolExecutor(4) as visitors:
        answers = [
            visitors.submit(get, server.port, f"/daten/catalogue.json?sql={counting}") for _ in range(4)
        ]
        time.sleep(1)
        server.process.send_signal(signal.SIGTERM)
        wait_until(lambda: server.ready()["status"] == "draining")
        told = [answer.result(timeout=PATIENCE_SECONDS) for answer in answers]
    assert {status for status, _ in told} == {400}
    assert all("Die Abfrage dauert zu lange" in text for _, text in told)
    assert server.process.wait(timeout=PATIENCE_SECONDS) == -signal.SIGTERM
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert "Traceback" not in server.log.read_text("utf-8")


def test_when_the_parent_is_killed_nobody_stays(server: Server) -> None:
    workers = server.workers
    server.process.kill()
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


@pytest.mark.parametrize(
    ("address", "why"),
    [("", "wird nicht angeboten"), ("nirgends", "CATALOGUE_SITE_ADDRESS „nirgends“ ist keine Adresse")],
    ids=["damaged edition", "wrong setting"],
)
def test_what_hinders_the_start_is_told_as_by_one_process(
    output: Path, monkeypatch: pytest.MonkeyPatch, address: str, why: str
) -> None:
    if address:
        monkeypatch.setenv("CATALOGUE_SITE_ADDRESS", address)
    else:
        flip_bytes(open_edition(output).folder)
    process = start("--output", str(output), "--port", str(free_port()), "--workers", "2")
    said = process.communicate(timeout=PATIENCE_SECONDS)[0]
    assert process.returncode == 1
    assert why in said
    assert "Traceback" not in said


def test_one_process_alone_watches_the_content(content: Path, output: Path) -> None:
    folders = ("--content", str(content), "--output", str(output))
    process = start(*folders, "--port", str(free_port()), "--workers", "2", "--watch")
    said = process.communicate(timeout=PATIENCE_SECONDS)[0]
    assert process.returncode == 2
    assert "Mit --watch bietet ein einziger Prozess an" in " ".join(said.split())
