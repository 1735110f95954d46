"""Makes papers in a process of its own (see `paper_process`): reads them one by one from its standard input, until that closes."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress

from catalogue.exports.pdf import pdf
from catalogue.exports.word import word

WRITERS = {"pdf": pdf, "docx": word}
"""What writes a paper, by form."""

DATA_BYTES = 800_000_000
"""What the process may hold; the longest papers take less than half of it."""


def run() -> None:
    """Answer every paper on the standard input with its file on the standard output; a fault ends the process."""
    asked = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
        with suppress(EOFError):
            while True:
                form, paper = pickle.load(asked)
                pickle.dump(WRITERS[form](paper), answers)
                answers.flush()


if __name__ == "__main__":
    # They reach all processes, and the parent has answers to finish.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (DATA_BYTES, DATA_BYTES))
    run()
