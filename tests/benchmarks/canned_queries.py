"""Rows and milliseconds of every canned query on the real content, with its defaults."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path

from catalogue.edition import build
from catalogue.edition.canned_queries import CANNED_QUERIES
from catalogue.queries.connection import connect
from tests.benchmarks.many_entries import CONTENT

TIMES = 5


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        edition = build(CONTENT, Path(folder)).edition
        print("| query | question | rows | ms |\n|---|---|---:|---:|")
        with closing(connect(edition.database)) as db:
            for query in CANNED_QUERIES:
                given = {parameter.name: "" for parameter in query.parameters}
                taken = []
                for _ in range(TIMES):
                    started = time.perf_counter()
                    rows = db.execute(query.sql, given).fetchall()
                    taken.append(time.perf_counter() - started)
                print(f"| {query.name} | {query.title.de} | {len(rows)} | {1000 * min(taken):.1f} |")


if __name__ == "__main__":
    main()
