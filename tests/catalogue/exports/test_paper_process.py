"""Papers are made in a process that gives what it makes, is ended if it takes too long, and outlives nobody."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from catalogue.exports.paper import Heading, Paper, Paragraph
from catalogue.exports.paper_process import PaperFailed, PaperProcess, PaperTooLong
from catalogue.exports.pdf import pdf

PAPER = Paper(
    title="Rufbus",
    subtitle="Musterstadt",
    kind="Steckbrief",
    as_of=date(2026, 11, 30),
    blocks=[Heading("Worum es geht"), Paragraph("Ein Bus auf Anruf.")],
)

MAKE_AND_DIE = """
import os, signal
from tests.catalogue.exports.test_paper_process import PAPER, PaperProcess
papers = PaperProcess()
papers.make("pdf", PAPER)
print(papers._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def runs(process: int) -> bool:
    """Whether a process is there and no mere remainder."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_gives_what_is_made_here_and_both_forms():
    papers = PaperProcess()
    assert papers.make("pdf", PAPER) == pdf(PAPER)
    assert papers.make("docx", PAPER).startswith(b"PK")
    papers.close()


def test_what_takes_too_long_is_ended_and_the_next_is_made():
    papers = PaperProcess(seconds=0.01)
    with pytest.raises(PaperTooLong, match="Rufbus"):
        papers.make("pdf", PAPER)
    assert papers._process
    assert papers._process.wait(timeout=10) < 0
    papers._seconds = 60.0
    assert papers.make("pdf", PAPER).startswith(b"%PDF")
    papers.close()


def test_a_fault_is_told_apart_and_the_next_is_made(capfd):
    papers = PaperProcess()
    with pytest.raises(PaperFailed) as failed:
        papers.make("odt", PAPER)
    assert not isinstance(failed.value, PaperTooLong)
    assert "KeyError: 'odt'" in capfd.readouterr().err
    assert papers.make("docx", PAPER).startswith(b"PK")
    papers.close()


def test_it_ends_however_its_parent_ends():
    died = subprocess.run([sys.executable, "-c", MAKE_AND_DIE], capture_output=True, text=True, timeout=120)
    process = int(died.stdout)
    waiting = subprocess.run(["timeout", "20", "tail", "--follow", "--pid", str(process), "/dev/null"])
    assert waiting.returncode == 0
    assert not runs(process)
