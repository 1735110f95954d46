"""The clock of a server jumps, as after a start without network: visitors notice nothing but another day."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

from catalogue.edition import open_edition
from tests.catalogue.server.test_changing_editions import PAGE, rename
from tests.catalogue.server.test_serving import free_port, get

A_DAY = 86_400

JUMPS = (400, -4000, 0)
"""How many days the clock of the server is from ours, one after another."""

SERVE = """
import datetime, sys, time
from pathlib import Path

clock, now = Path(sys.argv.pop(1)), time.time

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

time.time = lambda: now() + int(clock.read_text() or 0)
time.time_ns = lambda: int(time.time() * 1e9)
datetime.date = Day
from catalogue.cli import main
main()
"""
"""`catalogue serve` whose clock a file tells, as a distance in seconds from ours. What counts seconds goes on as it does."""


def test_pages_data_and_editions_go_on_whatever_the_clock_says(
    content: Path, output: Path, tmp_path: Path
) -> None:
    clock, port = tmp_path / "clock", free_port()
    clock.write_text("0")
    command = [sys.executable, "-c", SERVE, str(clock), "serve", "--output", str(output), "--port", str(port)]
    with (tmp_path / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            assert get(port, PAGE)[0] == get(port, "/daten/catalogue/measures.json")[0] == 200
            for days in JUMPS:
                with socket.create_connection(("127.0.0.1", port)) as slow:
                    slow.sendall(b"GET /hilfe HTTP/1.1\r\n")
                    clock.write_text(str(days * A_DAY))
                    for path in (PAGE, "/suche?q=bus", "/daten/catalogue/measures.json"):
                        assert get(port, path)[0] == 200, (days, path)
                    slow.sendall(b"Host: x\r\n\r\n")
                    assert slow.recv(100).startswith(b"HTTP/1.1 200 "), "it has not taken too long"
                edition, until = rename(content, output, f"Linie {days}"), time.monotonic() + 30
                while f"Linie {days}" not in get(port, PAGE)[1]:
                    assert time.monotonic() < until, f"after {days} days no other edition takes over"
                    time.sleep(0.1)
                assert open_edition(output).id == edition.name
        finally:
            server.kill()
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")
