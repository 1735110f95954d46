"""Every edition has an address that tells what it contained, how to cite it and how to build it again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from catalogue.edition import Edition, build, open_edition
from catalogue.web import create_app
from tests.repository import git
from tests.small_content import write_small_content


@pytest.fixture
def two_editions(tmp_path: Path) -> tuple[FlaskClient, Edition, Edition]:
    """A visitor of a site that has kept an older edition; the older and the current one."""
    content, output = write_small_content(tmp_path / "content"), tmp_path / "build"
    older = build(content, output).edition
    (file,) = (content / "measures").glob("*/*rufbus.md")
    file.write_text(
        file.read_text("utf-8").replace("recorded: 20", "recorded: 20", 1) + "\nMehr dazu.\n", "utf-8"
    )
    current = build(content, output).edition
    assert older.id != current.id
    return create_app(current, {"TESTING": True}).test_client(), older, current


def test_the_current_edition_tells_what_it_contains(page: Callable[..., Any], real_edition: Edition) -> None:
    told = "".join(page(f"/ausgaben/{real_edition.id}").find(".//main").itertext())
    assert str(real_edition.manifest["counts"]["measure"]) in told
    assert real_edition.manifest["content_sha256"] in told
    assert hashlib.sha256(real_edition.database.read_bytes()).hexdigest() in told


def test_editions_are_listed_the_newest_first(two_editions: tuple[FlaskClient, Edition, Edition]) -> None:
    visitor, older, current = two_editions
    ids = re.findall(r'href="/ausgaben/([0-9a-f]+)"', visitor.get("/ausgaben").text)
    assert ids == [current.id, older.id]


def test_an_older_edition_that_is_kept_is_told_too(
    two_editions: tuple[FlaskClient, Edition, Edition],
) -> None:
    visitor, older, _ = two_editions
    told = visitor.get(f"/ausgaben/{older.id}").text
    assert "Das ist eine frühere Ausgabe" in told
    assert older.manifest["content_sha256"] in told


@pytest.mark.parametrize("unknown", ["0123456789ab", "..", "x" * 3000, "%00", "<b>"])
def test_an_unknown_edition_leads_to_those_that_are_kept(
    two_editions: tuple[FlaskClient, Edition, Edition], unknown: str
) -> None:
    visitor, older, current = two_editions
    answer = visitor.get(f"/ausgaben/{unknown}")
    assert answer.status_code == 404
    assert "<b>" not in answer.text
    if unknown == "0123456789ab":
        assert f"/ausgaben/{older.id}" in answer.text
        assert f"/ausgaben/{current.id}" in answer.text
        assert "git checkout" in answer.text


def test_an_edition_without_a_repository_knows_no_commit(
    two_editions: tuple[FlaskClient, Edition, Edition],
) -> None:
    visitor, older, current = two_editions
    assert (older.commit, current.commit) == (None, None)
    assert "unbekannt" in visitor.get(f"/ausgaben/{current.id}").text


def test_a_clean_checkout_of_content_and_code_names_its_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from catalogue.edition import origin

    content = write_small_content(tmp_path / "content")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "x.py").write_text("x = 1\n")
    monkeypatch.setattr(origin.catalogue, "__path__", [str(tmp_path / "code")])
    monkeypatch.setattr(origin.search, "__path__", [str(tmp_path / "code")])
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Begin")
    first = origin.commit_of(content)
    assert first is not None
    (tmp_path / "README").write_text("x")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Write what changes no edition")
    assert origin.commit_of(content) == first
    (tmp_path / "code" / "x.py").write_text("x = 2\n")
    assert origin.commit_of(content) is None


def test_a_citation_names_the_edition_and_its_address(visitor: FlaskClient, real_edition: Edition) -> None:
    for path in ("/daten/downloads", f"/ausgaben/{real_edition.id}", "/ueber"):
        told = visitor.get(path).text
        assert f"Ausgabe {real_edition.id}, Stand " in told
        assert f"http://localhost/ausgaben/{real_edition.id}" in told
    assert f"@misc{{smart-city-katalog-{real_edition.id}," in visitor.get("/daten/downloads").text


def test_the_manifest_tells_the_day_of_the_content(real_edition: Edition) -> None:
    manifest = json.loads((real_edition.folder / "manifest.json").read_text("utf-8"))
    assert manifest["day"] == open_edition(real_edition.folder).day
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", real_edition.day)
