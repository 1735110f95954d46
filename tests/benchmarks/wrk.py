"""Load from many connections at once by wrk, and what it says of the answers."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """What became of the requests; times as wrk writes them (`7.44ms`)."""

    requests: int
    per_second: str
    half: str
    """In this time the faster half was answered."""
    most: str
    """In this time 99 of 100 were."""
    failed: int
    """Answers of 400 and above, and connections that failed."""


def is_missing() -> bool:
    """Whether wrk is not installed; it is said."""
    if shutil.which("wrk"):
        return False
    print("wrk is not installed.")
    return True


def load(address: str, connections: int, seconds: int, timeout_seconds: int, *more: str) -> Load:
    """Ask for an address as often as possible; `more` are options of wrk. Raises CalledProcessError if it cannot."""
    options = [
        f"-c{connections}",
        "-t1",
        f"-d{seconds}s",
        f"--timeout={timeout_seconds}s",
        "--latency",
        *more,
    ]
    said = subprocess.run(["wrk", *options, address], capture_output=True, text=True, check=True).stdout
    half, most = (re.findall(rf"^ +{part}% +(\S+)", said, re.MULTILINE)[0] for part in (50, 99))
    failed = sum(map(int, re.findall(r"Non-2xx.*?: (\d+)", said)))
    for line in re.findall(r"Socket errors: (.*)", said):
        failed += sum(map(int, re.findall(r"\d+", line)))
    return Load(
        requests=int(re.findall(r"(\d+) requests in", said)[0]),
        per_second=re.findall(r"Requests/sec:\s*([\d.]+)", said)[0],
        half=half,
        most=most,
        failed=failed,
    )
