"""Requests a second with many at once, beside plain Datasette over the same database (needs wrk).

An answer that was made before is kept and given again; *made anew* is that of addresses which nobody has asked for.
Run it with an edition and maybe options of `catalogue serve`: `python -m tests.benchmarks.load build/current --workers 2`.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from catalogue.edition import build
from tests.benchmarks.many_entries import CONTENT
from tests.benchmarks.served import answering, free_port, served
from tests.benchmarks.wrk import is_missing, load

CONNECTIONS = (1, 64, 500)
SECONDS = 5
TIMEOUT_SECONDS = 30
MADE = ("start", "search", "measure", "place")
SQL = "catalogue.json?sql=select+count(*)+from+measures"
ANEW = """
local asked = 0
request = function()
  asked = asked + 1
  return wrk.format("GET", wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?") .. "anew=" .. asked .. "-%d")
end
"""
"""What lets wrk ask for another address each time; the number tells runs apart."""


@contextmanager
def plain_datasette(database: Path) -> Iterator[str]:
    """The address of Datasette as it comes, over a database."""
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield answering(f"http://127.0.0.1:{port}", "/-/versions.json")
    finally:
        process.terminate()
        process.wait()


def row(name: str, address: str, connections: int, *more: str) -> str:
    """A line of the table; `more` are options of wrk."""
    found = load(address, connections, SECONDS, TIMEOUT_SECONDS, *more)
    return f"| {name} | {connections} | {found.per_second} | {found.half} | {found.most} | {found.failed} |"


def main() -> None:
    """Print the table for the real content, or for the edition in the folder that is named."""
    if is_missing():
        return
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(sys.argv[1]) if sys.argv[1:] else build(CONTENT, Path(folder)).edition.folder
        database = edition / "catalogue.db"
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True)) as db:
            measure, place = (
                db.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 1").fetchone()[0]
                for table in ("measures", "municipalities")
            )
        with served(str(edition), *sys.argv[2:]) as ours, plain_datasette(database) as plain:
            pages = {
                "start": f"{ours}/",
                "search": f"{ours}/suche?q=bus+auf+dem+dorf",
                "measure": f"{ours}/massnahmen/{measure}",
                "place": f"{ours}/kommunen/{place}",
                "row at /daten": f"{ours}/daten/catalogue/measures/{measure}",
                "SQL at /daten": f"{ours}/daten/{SQL}",
                "row of plain Datasette": f"{plain}/catalogue/measures/{measure}",
                "SQL of plain Datasette": f"{plain}/{SQL}",
            }
            print("| page | connections | requests/s | p50 | p99 | failed |\n|---|---:|---:|---:|---:|---:|")
            for name, address in pages.items():
                answering(address, "")
                for connections in CONNECTIONS:
                    print(row(name, address, connections), flush=True)
                    if name in MADE:
                        script = Path(folder) / "anew.lua"
                        script.write_text(ANEW % connections)
                        print(row(f"{name}, made anew", address, connections, f"-s{script}"), flush=True)


if __name__ == "__main__":
    main()
