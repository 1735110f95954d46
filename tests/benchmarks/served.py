"""A server of its own for what a benchmark measures from outside."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from catalogue.edition import build
from tests.benchmarks.many_entries import CONTENT

PATIENCE_SECONDS = 120


@contextmanager
def served(edition: str | None = None, *options: str) -> Iterator[str]:
    """The address of a server over an edition, the real content's if none is named."""
    with tempfile.TemporaryDirectory() as folder:
        path = edition or str(build(CONTENT, Path(folder)).edition.folder)
        port = free_port()
        command = [sys.executable, "-c", "from catalogue.cli import main; main()", "serve"]
        process = subprocess.Popen(
            [*command, "--edition", path, "--port", str(port), *options], stdout=subprocess.DEVNULL
        )
        try:
            yield answering(f"http://127.0.0.1:{port}", "/hilfe")
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(address: str, path: str) -> str:
    """The address, once the page at a path below it is there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            httpx.get(address + path, timeout=PATIENCE_SECONDS).raise_for_status()
            return address
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
