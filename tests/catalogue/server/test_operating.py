"""What an operator's machines learn of a running server, and that it follows editions under load without a failed request."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import shutil
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from catalogue.edition import Edition, build, open_edition
from catalogue.edition.proving import prove
from catalogue.edition.publishing import switch, take_in
from catalogue.server import site
from catalogue.server.logs import JsonLine
from catalogue.server.measuring import Measured
from catalogue.server.operating import Operations
from catalogue.server.site import CurrentSite
from tests.catalogue.server.test_changing_editions import PAGE, rename, visitor
from tests.catalogue.server.test_serving import free_port, get, start
from tests.damages import flip_bytes
from tests.small_content import MEASURE

PATHS = (
    "/",
    PAGE,
    "/suche?q=rufbus",
    "/en/suche?q=geheimes+Wort",
    "/gibt-es-nicht",
    "/massnahmen/gibt-es-nicht",
)

EDITIONS = 10
"""How many editions follow each other under load."""

PATIENCE_SECONDS = 60


@pytest.fixture
def watched(output: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[CurrentSite, Measured, Operations]:
    """A site whose every request looks for another edition, and what measures it."""
    monkeypatch.setattr(site, "LOOK_SECONDS", 0)
    current = CurrentSite(output)
    measured = Measured(current)
    return current, measured, Operations(current, measured.registry)


def ask(app: object, *paths: str) -> list[httpx.Response]:
    """Answers of an application, all in one event loop."""

    async def visit() -> list[httpx.Response]:
        async with visitor(app) as client:  # type: ignore[arg-type]
            return [await client.get(path) for path in paths]

    return asyncio.run(visit())


def figures(text: str) -> dict[tuple[str, ...], float]:
    """The samples of the metrics by name and values of the labels, in the order of their names."""
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_requests_are_counted_by_sort_of_page_and_status(
    watched: tuple[CurrentSite, Measured, Operations], output: Path
) -> None:
    _, measured, operations = watched
    ask(measured, *PATHS)
    (told,) = ask(operations, "/metrics")
    counted = figures(told.text)
    requests = {key[1:]: value for key, value in counted.items() if key[0] == "catalogue_requests_total"}
    assert requests == {
        ("start", "200"): 1,
        ("massnahmen", "200"): 1,
        ("massnahmen", "404"): 1,
        ("suche", "200"): 2,
        ("sonst", "404"): 1,
    }
    assert counted["catalogue_request_seconds_count", "suche"] == 2
    edition = open_edition(output)
    assert counted["catalogue_edition_info", edition.day, edition.id] == 1
    assert counted[("catalogue_edition_age_seconds",)] > 0
    assert counted[("process_resident_memory_bytes",)] > 10_000_000


def test_nothing_that_is_measured_or_logged_tells_who_looked_for_what(
    watched: tuple[CurrentSite, Measured, Operations], caplog: pytest.LogCaptureFixture
) -> None:
    _, measured, operations = watched
    with caplog.at_level(logging.INFO, "catalogue.requests"):
        ask(measured, *PATHS)
    (told,) = ask(operations, "/metrics")
    lines = [JsonLine().format(record) for record in caplog.records if record.name == "catalogue.requests"]
    assert [(json.loads(line)["page"], json.loads(line)["status"]) for line in lines][2:4] == [
        ("suche", 200)
    ] * 2
    for text in (told.text, *lines):
        assert not re.search(r"geheim|rufbus|gibt-es-nicht|127\.0\.0\.1", text)


def test_who_asks_for_readiness_lets_the_server_follow_without_waiting(
    watched: tuple[CurrentSite, Measured, Operations], content: Path, output: Path
) -> None:
    _, _, operations = watched

    async def visit() -> list[str]:
        async with visitor(operations) as client:  # type: ignore[arg-type]
            before = (await client.get("/readyz")).json()["edition"]
            after = rename(content, output, "Nachtbus").name
            seen, until = [before], time.monotonic() + PATIENCE_SECONDS
            while seen[-1] != after and time.monotonic() < until:
                answer = await client.get("/readyz")
                assert answer.status_code == 200
                seen.append(answer.json()["edition"])
                await asyncio.sleep(0.02)
            metrics = figures((await client.get("/metrics")).text)
            assert metrics[("catalogue_edition_switches_total",)] == 1
            return seen

    seen = asyncio.run(visit())
    assert seen[0] == seen[1] != seen[-1]


def test_an_edition_that_is_refused_is_counted_and_the_server_stays_ready(
    watched: tuple[CurrentSite, Measured, Operations], content: Path, output: Path
) -> None:
    current, _, operations = watched
    before = current.edition.id
    flip_bytes(rename(content, output, "Nachtbus"))
    ask(current, PAGE, PAGE)
    ready, metrics = ask(operations, "/readyz", "/metrics")
    assert (ready.status_code, ready.json()["edition"]) == (200, before)
    assert figures(metrics.text)[("catalogue_editions_refused_total",)] == 1


def test_who_is_to_end_lives_and_is_not_ready(watched: tuple[CurrentSite, Measured, Operations]) -> None:
    _, _, operations = watched
    operations.is_draining = True
    health, ready, unknown = ask(operations, "/healthz", "/readyz", "/suche?q=bus")
    assert (health.status_code, ready.status_code, ready.json()["status"]) == (200, 503, "draining")
    assert unknown.status_code == 404


def test_a_traceback_is_one_line_of_json(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("catalogue").exception("Das war %s", "nichts")
    line = JsonLine().format(caplog.records[0])
    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["message"]) == ("error", "Das war nichts")
    assert "ZeroDivisionError" in told["traceback"]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Editions that were built elsewhere, one more than are published under load."""
    from tests.small_content import write_small_content

    folder = tmp_path_factory.mktemp("elsewhere")
    content, made = write_small_content(folder / "content"), []
    for number in range(EDITIONS + 1):
        with (content / MEASURE).open("a") as file:
            file.write(f"\nNachtrag {number}.\n")
        made.append(build(content, folder / "build").edition)
        (folder / "build" / f"kept-{number}").symlink_to(f"editions/{made[-1].id}")
    return made


def publish(output: Path, edition: Edition) -> None:
    """What `catalogue publish` does."""
    assert switch(output, take_in(output, edition, prove).folder)


def wait_for(port: int, edition: Edition) -> None:
    """Wait until a server says that it serves an edition."""
    until = time.monotonic() + PATIENCE_SECONDS
    while json.loads(get(port, "/readyz")[1])["edition"] != edition.id:
        assert time.monotonic() < until, "the server has not followed"
        time.sleep(0.1)


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed (apt install wrk)")
def test_under_load_ten_editions_follow_each_other_and_no_request_fails(
    editions: list[Edition], tmp_path: Path
) -> None:
    output, port, metrics = tmp_path / "build", free_port(), free_port()
    publish(output, editions[0])
    log = tmp_path / "log"
    with log.open("w") as said:
        ports = ("--port", str(port), "--metrics-port", str(metrics))
        process = start("--output", str(output), *ports, "--log", "json", said=said.fileno())
    wait_for(metrics, editions[0])
    script = tmp_path / "paths.lua"
    paths = ", ".join(f'"{path}"' for path in ("/", PAGE, "/suche?q=bus", "/loesungen"))
    script.write_text(
        f"paths, n = {{{paths}}}, 0\n"
        "request = function() n = n % #paths + 1 return wrk.format('GET', paths[n]) end\n"
    )
    address = f"http://127.0.0.1:{port}/"
    command = ["wrk", "-t1", "-c8", "-d300s", "--timeout", "60s", "-s", str(script), address]
    load = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        for edition in editions[1:]:
            publish(output, edition)
            wait_for(metrics, edition)
    finally:
        load.send_signal(signal.SIGINT)
        told = load.communicate(timeout=PATIENCE_SECONDS)[0]
    counted = figures(get(metrics, "/metrics")[1])
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=PATIENCE_SECONDS)
    assert int(re.search(r"(\d+) requests in", told)[1]) > 100  # type: ignore[index]
    assert "Socket errors" not in told
    assert "Non-2xx" not in told
    assert counted[("catalogue_edition_switches_total",)] == EDITIONS
    assert {key[2] for key in counted if key[0] == "catalogue_requests_total"} == {"200"}
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines() if line.startswith("{")]
    assert [line["message"].split()[2] for line in lines] == [edition.id for edition in editions[1:]]


def test_at_its_end_a_server_answers_what_is_under_way(output: Path) -> None:
    port, metrics = free_port(), free_port()
    ports = ("--port", str(port), "--metrics-port", str(metrics))
    process = start("--output", str(output), *ports, said=subprocess.DEVNULL)
    assert get(port, "/daten/")[0] == 200
    counting = "with+recursive+c(n)+as+(select+1+union+all+select+n%2B1+from+c)+select+count(*)+from+c"
    with ThreadPoolExecutor(1) as visitors:
        answer = visitors.submit(get, port, f"/daten/catalogue.json?sql={counting}")
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        assert json.loads(get(metrics, "/readyz")[1])["status"] == "draining"
        assert get(metrics, "/healthz")[0] == 200
        status, text = answer.result(timeout=PATIENCE_SECONDS)
    assert (status, "Die Abfrage dauert zu lange" in text) == (400, True)
    assert process.wait(timeout=PATIENCE_SECONDS) == -signal.SIGTERM


def test_a_port_for_measuring_that_is_taken_is_told_with_its_remedy(output: Path) -> None:
    port = free_port()
    first = start("--output", str(output), "--port", str(port), said=subprocess.DEVNULL)
    assert get(port, "/hilfe")[0] == 200
    ports = ("--port", str(free_port()), "--metrics-port", str(port))
    said = start("--output", str(output), *ports).communicate(timeout=PATIENCE_SECONDS)[0]
    first.kill()
    assert f"Unter 127.0.0.1:{port} lässt sich nichts messen: der Port ist schon belegt." in said
    assert "--metrics-port" in said
