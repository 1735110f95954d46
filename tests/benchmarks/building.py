"""Seconds and milliseconds an entry for check, cold build and one-file rebuild, by size of content."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.many_entries import CONTENT, copy_content

SIZES = (1, 10, 50)

STEPS = """
import json, resource, sys, time
from pathlib import Path
from catalogue.checking import check
from catalogue.edition import build
from catalogue.reading.content import read_content

content, output = Path(sys.argv[1]), Path(sys.argv[2])
figures = {}

def timed(name, step):
    started = time.perf_counter()
    result = step()
    figures[name] = time.perf_counter() - started
    return result

problems = timed("check", lambda: check(read_content(content)))
assert not [p for p in problems if p.severity == "error"], problems[:3]
timed("build", lambda: build(content, output, jobs=2))
changed = content / "measures" / "zwoenitz" / "zwoenitz-erzmobil.md"
for number in range(3):
    changed.write_text(changed.read_text("utf-8") + f"\\nNachtrag {number}.\\n", "utf-8")
    built = timed(f"rebuild {number}", lambda: build(content, output, jobs=2))
folder = built.edition.folder
figures["edition_mb"] = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6
usage = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
figures["memory_mb"] = max(usage) / 1024
print(json.dumps(figures))
"""
"""What is measured, in a process of its own so that its memory is its own."""


def measure(times: int) -> tuple[int, dict[str, float]]:
    """Number of entries and figures at one size."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        entries = copy_content(CONTENT, content, times)
        command = [sys.executable, "-c", STEPS, str(content), f"{folder}/build"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        return entries, json.loads(done.stdout)


def whole_command() -> float:
    """Seconds of `catalogue build` as a command when only one file has changed, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(CONTENT, content)
        command = [sys.executable, "-c", "from catalogue.cli import main; main()", "build"]
        command += ["--content", str(content), "--output", f"{folder}/build"]
        subprocess.run(command, capture_output=True, check=True)
        changed = content / "measures" / "zwoenitz" / "zwoenitz-erzmobil.md"
        changed.write_text(changed.read_text("utf-8") + "\nNachtrag.\n", "utf-8")
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    print(
        "| content | entries | check s (ms an entry) | cold build s (ms an entry) | one-file rebuild s | peak memory MB | edition MB |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    for times in SIZES:
        entries, figures = measure(times)
        rebuild = sorted(figures[f"rebuild {n}"] for n in range(3))[1]
        print(
            f"| {times}× | {entries} | {figures['check']:.2f} ({1000 * figures['check'] / entries:.2f}) "
            f"| {figures['build']:.2f} ({1000 * figures['build'] / entries:.2f}) | {rebuild:.2f} "
            f"| {figures['memory_mb']:.0f} | {figures['edition_mb']:.1f} |",
            flush=True,
        )
    print(f"\n`catalogue build` after one changed file as a whole command: {whole_command():.2f} s")


if __name__ == "__main__":
    main()
