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
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-c", "from catalogue.cli import main; main()", "serve"]
        process = subprocess.Popen(
            [*command, "--edition", path, "--port", str(port), *options], stdout=subprocess.DEVNULL
        )
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait()


def _answering(address: str) -> str:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            httpx.get(f"{address}/hilfe")
            return address
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
