"""What the tests of running elsewhere share: the tools that they need, a small edition, and a server over it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from catalogue.edition import Edition, build, open_edition
from tests.small_content import write_small_content

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"

SITE_ADDRESS = "https://katalog.example"

PATIENCE_SECONDS = 60


def tool(name: str, package: str = "") -> str:
    """The path of a program; without it the test is skipped."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if path is None:
        pytest.skip(f"no {name}: apt install {package or name}")
    return path


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a process that was just started takes requests at an address."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            httpx.get(address, timeout=10)
            return
        except (httpx.ReadError, httpx.RemoteProtocolError):
            return  # it hung up, as it may on names that it does not know
        except httpx.TransportError:
            assert process.poll() is None, "it ended instead"
            assert time.monotonic() < until, "it does not answer"
            time.sleep(0.1)


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition of the small content."""
    folder = tmp_path_factory.mktemp("deployed")
    build(write_small_content(folder / "content"), folder / "build")
    return open_edition(folder / "build")


@pytest.fixture(scope="module")
def upstream(edition: Edition) -> Iterator[int]:
    """The port of a server over the edition that knows its public address, as it stands behind a proxy."""
    port = free_port()
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "serve"]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--edition", str(edition.folder)],
        env=os.environ | {"CATALOGUE_SITE_ADDRESS": SITE_ADDRESS},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)
