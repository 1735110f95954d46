"""What memory a server takes over a hundred thousand requests for all that its site map and its data offer (needs wrk).

Run it with an edition, maybe a number of requests, and options of `catalogue serve`:
`python -m tests.benchmarks.memory build/current 100000 --workers 2`.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import httpx

from tests.benchmarks.served import served
from tests.benchmarks.wrk import is_missing, load

REQUESTS = 100_000
STEPS = 10
CONNECTIONS = 16
SECONDS = 10
TIMEOUT_SECONDS = 60
WORDS = (
    "Bus auf dem Dorf",
    "Sensor",
    "Hochwasser",
    "Mülleimer voll",
    "offene Daten",
    "app",
    "Beteiligung",
    "3D",
)

MIXED = """
local paths, at = {}, os.time() * 997
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function()
  at = at + 1
  local path = paths[at %% #paths + 1]
  if at %% 2 == 0 then path = path .. (path:find("?", 1, true) and "&" or "?") .. "anew=" .. at end
  return wrk.format("GET", path)
end
"""
"""Every other request is for an address that nobody has asked for: its answer has to be made."""


def offered(site: str) -> list[str]:
    """Paths of pages, searches, feeds, papers and data."""
    pages = re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", httpx.get(f"{site}/sitemap.xml", timeout=60).text)
    measures = [page for page in pages if page.startswith("/massnahmen/")]
    searches = [f"/suche{form}?q={quote_plus(word)}" for word in WORDS for form in ("", ".json")]
    papers = [f"{page}/steckbrief.pdf" for page in measures[::200]]
    rows = [f"/daten/catalogue/measures/{page.rpartition('/')[2]}" for page in measures[::10]]
    return [*pages, *searches, "/neues.atom", *papers, *rows]


def processes(parent: int) -> Iterator[int]:
    """A process and all that it has started."""
    yield parent
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from processes(int(child))


def megabytes(parent: int) -> float:
    """What a process and all that it has started hold of memory, what they share counted once (PSS)."""
    kilobytes = 0
    for process in processes(parent):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        kilobytes += int(re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[0])
    return kilobytes / 1000


def main() -> None:
    """Print the memory after every tenth of the requests."""
    if is_missing():
        return
    edition, *more = sys.argv[1:]
    wanted, *options = more or [str(REQUESTS)]
    with tempfile.TemporaryDirectory() as folder, served(edition, *options) as site:
        _, server, *_ = processes(os.getpid())
        paths, script = Path(folder) / "paths", Path(folder) / "mixed.lua"
        paths.write_text("\n".join(offered(site)))
        script.write_text(MIXED % paths)
        done = failed = told = 0
        print("| requests | MB | failed |\n|---:|---:|---:|")
        print(f"| 0 | {megabytes(server):.0f} | 0 |", flush=True)
        while done < int(wanted):
            found = load(site, CONNECTIONS, SECONDS, TIMEOUT_SECONDS, f"-s{script}")
            done += found.requests
            failed += found.failed
            if done * STEPS // int(wanted) > told:
                told = done * STEPS // int(wanted)
                print(f"| {done} | {megabytes(server):.0f} | {failed} |", flush=True)


if __name__ == "__main__":
    main()
