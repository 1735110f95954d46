"""Milliseconds and compressed kilobytes of every type of page, the slowest first, beside the page of help."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient

from catalogue.edition import build
from catalogue.web import create_app
from tests.benchmarks.many_entries import CONTENT
from tests.pages import PAGES

TIMES = 5
PLAIN = "/hilfe"
"""A page of text that asks the database for nothing: what any page costs."""


def milliseconds(visitor: FlaskClient, address: str) -> float:
    """The median time of an answer once the page has been asked for."""
    taken = []
    for _ in range(TIMES + 1):
        started = time.perf_counter()
        visitor.get(address)
        taken.append(time.perf_counter() - started)
    return median(taken[1:]) * 1000


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        edition = build(CONTENT, Path(folder)).edition
        visitor = create_app(edition, {"TESTING": True}).test_client()
        plain = milliseconds(visitor, PLAIN)
        rows = []
        for address in PAGES:
            size = len(visitor.get(address, headers={"Accept-Encoding": "br"}).data)
            rows.append((milliseconds(visitor, address), size / 1000, address))
        print("| page | ms | times the page of help | kB |\n|---|---:|---:|---:|")
        for taken, size, address in sorted(rows, reverse=True):
            print(f"| {address} | {taken:.1f} | {taken / plain:.1f} | {size:.1f} |")


if __name__ == "__main__":
    main()
