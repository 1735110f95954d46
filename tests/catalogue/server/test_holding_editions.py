"""No build removes an edition that a server reads; the next build after its end does."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from catalogue.edition import build
from catalogue.edition.publishing import EDITIONS, KEPT_EDITIONS
from tests.catalogue.server.test_serving import free_port, get, start
from tests.small_content import MEASURE

PATHS = ("/", "/suche?q=bus", "/massnahmen/musterstadt-rufbus", "/daten/catalogue/measures.json")


def build_many(content: Path, output: Path) -> None:
    """Build so many editions that the first is one too many."""
    for number in range(KEPT_EDITIONS + 2):
        file = content / MEASURE
        file.write_text(file.read_text("utf-8") + f"\nNachtrag {number}.\n", "utf-8")
        build(content, output)


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)


@pytest.mark.parametrize("pinned", [True, False], ids=["pinned", "current"])
def test_an_edition_is_there_as_long_as_it_is_served(content, output, pinned):
    """A server of the current edition reads the old one until somebody asks for a page."""
    first, port = (output / "current").resolve(), free_port()
    process = start(
        "--port", str(port), *(["--edition", str(first)] if pinned else ["--output", str(output)])
    )
    assert get(port, "/hilfe")[0] == 200
    build_many(content, output)
    assert first.is_dir()
    statuses = [get(port, path)[0] for path in PATHS]
    if pinned:
        assert "Nachtrag" not in get(port, PATHS[2])[1]
    else:
        assert "Nachtrag 6" in get(port, PATHS[2])[1]
    end(process)
    build_many(content, output)
    assert statuses == [200] * len(PATHS)
    assert not first.exists()
    assert len(list((output / EDITIONS).iterdir())) == KEPT_EDITIONS + 1


def test_an_edition_that_is_no_longer_served_may_go_while_the_server_runs(content, output):
    first, port = (output / "current").resolve(), free_port()
    process = start("--port", str(port), "--output", str(output), said=subprocess.DEVNULL)
    assert get(port, "/daten/catalogue/measures.json")[0] == 200
    build_many(content, output)
    time.sleep(1.1)
    assert get(port, "/")[0] == 200
    build_many(content, output)
    end(process)
    assert not first.exists()


@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGTERM])
def test_however_a_server_ends_it_lets_go(content, output, signal_number):
    first, port = (output / "current").resolve(), free_port()
    process = start("--port", str(port), "--edition", str(first), said=subprocess.DEVNULL)
    assert get(port, "/hilfe")[0] == 200
    process.send_signal(signal_number)
    process.wait(timeout=20)
    build_many(content, output)
    assert not first.exists()
