"""Building in a process of its own, again and again: one that serves pages meanwhile has other things to do.

The process keeps what it has read and analysed. It has no other threads, so that database and index can be written side
by side (see `side_process`). It ends when whoever started it does, however that ends.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from catalogue.edition.pipeline import ContentFaulty, build
from catalogue.reading.problems import Problem, as_text, errors

RUN = (
    "import sys; from catalogue.edition.build_process import build_when_told; build_when_told(*sys.argv[1:])"
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What came of a build: what to say of it, if anything is new, and what is wrong with the content."""

    said: str
    faults: tuple[Problem, ...] = ()
    built: str = ""
    """The id of the edition that was made; empty if none was, or none that is new."""


class BuildProcess:
    """Builds the editions of a content folder."""

    def __init__(self, content: Path, output: Path) -> None:
        """Nothing is started before the first build."""
        self._command = [sys.executable, "-c", RUN, str(content), str(output)]
        self._content = content
        self._process: subprocess.Popen[str] | None = None

    def build(self) -> BuildReport:
        """Build, and tell what came of it. A process that has died is started again."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write("\n")
            self._process.stdin.flush()
            told = json.loads(self._process.stdout.readline())
        except (OSError, ValueError):
            return failed(self._content, "Der Bau wurde abgebrochen.")
        return BuildReport(told["said"], tuple(Problem(**fault) for fault in told["faults"]), told["built"])


def build_when_told(content: str, output: str) -> None:
    """Build for each line that comes in, and answer each with one of JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the keyboard; the end of the lines ends this process
    gc.disable()  # while somebody waits
    jobs = 1
    for _ in sys.stdin:
        print(json.dumps(asdict(_report(Path(content), Path(output), jobs))), flush=True)
        gc.collect()
        jobs = min(os.cpu_count() or 1, 2)  # from now on what both know already is kept in this process


def _report(content: Path, output: Path, jobs: int) -> BuildReport:
    try:
        built = build(content, output, jobs)
    except ContentFaulty as fault:
        return BuildReport(as_text(fault.problems), tuple(errors(fault.problems)))
    except Exception as error:  # whatever it is, the next change may mend it
        return failed(content, f"{type(error).__name__}: {error}")
    if not built.fresh:
        return BuildReport("")
    return BuildReport(f"Ausgabe {built.edition.id} in {built.seconds:.1f} s gebaut.", built=built.edition.id)


def failed(content: Path, why: str) -> BuildReport:
    """The report of a build that failed for another reason than the content."""
    told = f"Nicht gebaut: {why}"
    return BuildReport(told, (Problem(str(content), 1, 1, "not-built", told),))
