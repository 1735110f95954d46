"""From saving an entry to the page that shows it, under `serve --watch`: seconds on the clock, and of processors by part."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

from catalogue.edition import build, open_edition
from catalogue.server.site import Site
from tests.benchmarks.many_entries import CONTENT
from tests.benchmarks.served import answering, free_port

REPOSITORY = CONTENT.parent
CHANGED = "measures/zwoenitz/zwoenitz-erzmobil.md"
PAGE = "/massnahmen/zwoenitz-erzmobil"

CHANGES = 8
"""The first few of them are slower: what is kept from one to the next is not there yet."""

WARMING = 2

POLL_SECONDS = 0.05
PATIENCE_SECONDS = 120

TICKS = os.sysconf("SC_CLK_TCK")

PARTS = {
    "catalogue.edition.pipeline": (
        "read_with_cache",
        "check",
        "history",
        "field_change_rows",
        "identify",
        "previous_index",
        "write_assets",
        "write_translations",
        "write_search",
        "write_tables",
        "write_full_text",
        "write_manifest",
        "publish",
        "switch",
    ),
    "catalogue.server.opening": ("create_app",),
}
"""Functions whose time is told, by module."""


@contextlib.contextmanager
def editors_copy() -> Iterator[tuple[Path, Path]]:
    """Content in a clone of the repository, so that git has a history to tell, and an output folder with an edition of it."""
    with tempfile.TemporaryDirectory() as folder:
        clone, output = Path(folder) / "clone", Path(folder) / "build"
        subprocess.run(["git", "clone", "--quiet", "--local", REPOSITORY, clone], check=True)
        content = clone / CONTENT.name
        shutil.rmtree(content)
        shutil.copytree(CONTENT, content)
        build(content, output)
        yield content, output


def change(content: Path) -> str:
    """Change one measure; gives the words that its page shows from then on."""
    words = f"Nachtrag {time.time_ns()}"
    file = content / CHANGED
    text = file.read_text("utf-8").partition("\n\nNachtrag")[0].rstrip()
    file.write_text(f"{text}\n\n{words}.\n", "utf-8")
    return words


def processor_seconds(process: int) -> float:
    """What a process and all below it have used, those that have ended and were waited for included."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / TICKS
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for task in Path(f"/proc/{process}/task").iterdir():
        if task.name != str(process):
            children += (task / "children").read_text().split()
    return own + sum(processor_seconds(int(child)) for child in children)


def seen(content: Path, output: Path) -> list[tuple[float, float]]:
    """For each change the seconds until the page shows it, and those that the processors worked for it."""
    port = free_port()
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "serve", "--watch"]
    command += ["--content", str(content), "--output", str(output), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        page = answering(f"http://127.0.0.1:{port}", PAGE) + PAGE
        _until_quiet(process.pid)
        return [_one_change(content, page, process.pid) for _ in range(CHANGES)]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _one_change(content: Path, page: str, process: int) -> tuple[float, float]:
    worked = processor_seconds(process)
    words, started = change(content), time.perf_counter()
    with httpx.Client() as visitor:
        while words not in visitor.get(page, timeout=PATIENCE_SECONDS).text:
            if time.perf_counter() - started > PATIENCE_SECONDS:
                raise SystemExit("The change is not seen.")
            time.sleep(POLL_SECONDS)
    result = time.perf_counter() - started, processor_seconds(process) - worked
    _until_quiet(process)
    return result


def _until_quiet(process: int) -> None:
    """Wait until the processes have nothing left to do."""
    before = -1.0
    while (now := processor_seconds(process)) - before > 1 / TICKS:
        before = now
        time.sleep(1)


def parts(content: Path, output: Path) -> dict[str, float]:
    """Processor seconds of each part when all are done one after the other in one process; the best of all changes."""
    best: dict[str, float] = {}
    told: dict[str, float] = {}
    for module, names in PARTS.items():
        for name in names:
            _time(importlib.import_module(module), name, told)
    gc.disable()
    for _ in range(CHANGES):
        change(content)
        told.clear()
        build(content, output)
        Site(open_edition(output), was_just_built=True)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in told.items()}
        gc.collect()
    return best


def _time(module: Any, name: str, told: dict[str, float]) -> None:
    step: Callable[..., Any] = getattr(module, name)

    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return step(*arguments, **named)
        finally:
            told[name] = told.get(name, 0.0) + time.process_time() - started

    setattr(module, name, timed)


def main() -> None:
    """Print what one change takes in all, and its parts."""
    with editors_copy() as (content, output):
        changes = seen(content, output)[WARMING:]
        print("| one changed measure | median | best |\n|---|---:|---:|")
        for name, figures in zip(
            ("seconds until it is seen", "processor seconds"), zip(*changes, strict=True), strict=True
        ):
            print(f"| {name} | {statistics.median(figures):.2f} | {min(figures):.2f} |", flush=True)
        print(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
        print("| part, one after the other | processor seconds |\n|---|---:|")
        found = parts(content, output)
        for name, seconds in found.items():
            print(f"| {name.strip('_')} | {seconds:.3f} |")
        print(f"| all of these | {sum(found.values()):.3f} |")


if __name__ == "__main__":
    main()
