"""The way of somebody who writes a first entry: on the command line and in the browser's form, mistakes and all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from catalogue.cli import main
from catalogue.edition import build, open_edition
from catalogue.web import create_app
from tests.catalogue.web.filling_in import filled, send, told, written
from tests.catalogue.web.reading_pages import parsed, text
from tests.repository import git
from tests.small_content import write_small_content

FILE = "measures/musterstadt/musterstadt-platz-1-im-ort.md"
BODY = "## Ausgangslage\n\nAbends fuhr kein Bus mehr.\n\n## Lösung\n\nEin Kleinbus kommt auf Bestellung."
MISTAKES = (
    ('title: "Platz #1 im Ort"', "title: Platz #1 im Ort", "hash-cuts"),
    ("fields: [mobilitaet]", "fields: [mobilitat]", "unknown-term"),
    ("status_date: 2026-05", "status_date: 5.2026", "wrong-date"),
)
"""What stands in the file, what a beginner writes instead, and the code of what the check says."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a repository with one commit."""
    root = write_small_content(tmp_path / "content")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-q", "-m", "Anfang")
    return root


@pytest.fixture
def visitor(content: Path, tmp_path: Path) -> FlaskClient:
    """Somebody who reads the site of that content."""
    build(content, tmp_path / "build")
    return create_app(open_edition(tmp_path / "build"), {"TESTING": True}).test_client()


def call(*words: str) -> tuple[int, str]:
    """Call the command line; gives the exit status and all that it printed."""
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.output


def is_shown_and_told(content: Path, output: Path, title: str) -> None:
    """The check is clean, the build has a page of the entry, and what changed is told."""
    at = ["--content", str(content)]
    assert call("check", *at)[0] == 0
    assert call("build", *at, "--output", str(output), "--jobs", "1")[0] == 0
    page = (
        create_app(open_edition(output), {"TESTING": True})
        .test_client()
        .get(f"/massnahmen/{Path(FILE).stem}")
    )
    assert text(parsed(page.text).find(".//h1")) == title
    status, changes = call("diff", "main", *at, "--format", "markdown")
    assert status == 0
    assert title in changes


def test_on_the_command_line(content, tmp_path):
    at = ["--content", str(content)]
    settings = [
        "subtitle=Bus auf Bestellung",
        "fields=mobilitaet",
        "kinds=app",
        "status=betrieb",
        "status_date=2026-05",
        f"body={BODY}",
    ]
    options = [word for setting in settings for word in ("--set", setting)]
    source = ["--source", "https://www.zwoenitz.de/bus", "Der Bus fährt"]
    title = "Platz #1 im Ort"
    status, said = call(
        "new", "measure", "--project", "musterstadt", "--title", title, *options, *source, *at
    )
    assert (status, (content / FILE).exists()) == (0, True), said

    right = (content / FILE).read_text("utf-8").replace("title: 'Platz #1 im Ort'", MISTAKES[0][0])
    wrong = right
    for was, becomes, _ in MISTAKES:
        assert was in wrong
        wrong = wrong.replace(was, becomes)
    (content / FILE).write_text(wrong, "utf-8")
    status, said = call("check", str(content / FILE), *at)
    assert status == 1
    lines = wrong.split("\n")
    for _, becomes, code in MISTAKES:
        assert f"{FILE}:{lines.index(becomes) + 1}:" in said
        assert f"[{code}]" in said

    (content / FILE).write_text(right, "utf-8")
    is_shown_and_told(content, tmp_path / "edition", title)


def test_in_the_form_of_the_browser(content, tmp_path, visitor):
    address = "/mitmachen/neu/measure"
    sent = filled(visitor.get(address).text) | {
        "project": "musterstadt",
        "title": "Platz #1 im Ort",
        "subtitle": "Bus auf Bestellung",
        "fields": "mobilitaet",
        "kinds": "app",
        "status": "betrieb",
        "status_date": "5.2026",
        "sources-0-url": "www.zwoenitz.de/bus",
        "body": BODY,
    }
    answer = send(visitor, address, sent)
    assert set(told(answer.text)) >= {"status_date", "sources-0-url", "sources-0-title"}

    mended = filled(answer.text) | {
        "status_date": "2026-05",
        "sources-0-url": "https://www.zwoenitz.de/bus",
        "sources-0-title": "Der Bus: er fährt",
    }
    answer = send(visitor, address, mended)
    assert not [
        message for message in told(answer.text).values() if not message.startswith(("Wer", "Die engl"))
    ]
    preview = send(visitor, address, mended, "vorschau")
    assert text(parsed(preview.text).find(".//h1")) == "Platz #1 im Ort"

    assert f"content/{FILE}" in answer.text
    (content / FILE).write_text(written(answer.text), "utf-8")
    is_shown_and_told(content, tmp_path / "edition", "Platz #1 im Ort")
