"""Papers are made in a process of its own: it can be ended when one takes too long, which a thread cannot, and what making
takes of memory and time is not taken from the pages.

The process is started with the first paper and kept for the next. It ends with its standard input, so however its parent ends.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading

from catalogue.exports.paper import Paper

LIMIT_SECONDS = 60.0
"""How long making one paper may take; the longest take a few seconds on a machine that has nothing else to do."""


class PaperFailed(Exception):
    """A paper could not be made; the process has told why."""


class PaperTooLong(PaperFailed):
    """Making a paper took longer than it may."""


class PaperProcess:
    """Makes one paper at a time. Any number of threads may share it."""

    def __init__(self, seconds: float = LIMIT_SECONDS) -> None:
        """`seconds` is how long one paper may take, with the start of the process."""
        self._seconds = seconds
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, form: str, paper: Paper) -> bytes:
        """The file of a paper, `pdf` or `docx`. Raises PaperTooLong or PaperFailed, and then nothing goes on."""
        with self._turn:
            process = self._running()
            is_late = threading.Event()

            def end() -> None:
                is_late.set()
                process.kill()

            limit = threading.Timer(self._seconds, end)
            limit.start()
            try:
                return _answer(process, form, paper)
            except (OSError, EOFError, pickle.UnpicklingError):  # it has ended within an answer, or before
                process.wait()
                raise (PaperTooLong if is_late.is_set() else PaperFailed)(paper.title) from None
            finally:
                limit.cancel()
                limit.join()

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started if there is none that runs."""
        if self._process and self._process.poll() is None:
            return self._process
        self.close()
        command = [sys.executable, "-m", "catalogue.exports.paper_main"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.kill()
            with self._process:
                self._process = None


def _answer(process: subprocess.Popen[bytes], form: str, paper: Paper) -> bytes:
    assert process.stdin
    assert process.stdout
    pickle.dump((form, paper), process.stdin)
    process.stdin.flush()
    made: bytes = pickle.load(process.stdout)
    return made
