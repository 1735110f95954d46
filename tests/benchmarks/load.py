"""Requests a second with many at once, beside plain Datasette over the same database (needs wrk)."""

from __future__ import annotations

import re
import shutil
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

CONNECTIONS = (1, 64, 500)
SECONDS = 5
TIMEOUT_SECONDS = 30
SQL = "catalogue.json?sql=select+count(*)+from+measures"


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


def row(name: str, address: str, connections: int) -> str:
    """A line of the table."""
    options = [f"-c{connections}", "-t1", f"-d{SECONDS}s", f"--timeout={TIMEOUT_SECONDS}s", "--latency"]
    said = subprocess.run(["wrk", *options, address], capture_output=True, text=True, check=True).stdout
    per_second = re.findall(r"Requests/sec:\s*([\d.]+)", said)[0]
    half, most = (re.findall(rf"{part}%\s+(\S+)", said)[0] for part in (50, 99))
    failed = sum(map(int, re.findall(r"Non-2xx.*?: (\d+)", said)))
    failed += sum(
        sum(map(int, re.findall(r"\d+", line))) for line in re.findall(r"Socket errors: (.*)", said)
    )
    return f"| {name} | {connections} | {per_second} | {half} | {most} | {failed} |"


def main() -> None:
    """Print the table for the real content, or for the edition in the folder that is named."""
    if not shutil.which("wrk"):
        print("wrk is not installed.")
        return
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(sys.argv[1]) if sys.argv[1:] else build(CONTENT, Path(folder)).edition.folder
        database = edition / "catalogue.db"
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True)) as db:
            measure, place = (
                db.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 1").fetchone()[0]
                for table in ("measures", "municipalities")
            )
        with served(str(edition)) as ours, plain_datasette(database) as plain:
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


if __name__ == "__main__":
    main()
