"""What a branch changes is told field by field, in four forms, none of which takes what entries say for markup."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from catalogue.reading.prose import to_html
from tests.catalogue.commands.conftest import Run
from tests.catalogue.conftest import Folder
from tests.repository import git
from tests.small_content import MEASURE, MUNICIPALITY, OTHER_MEASURE, REUSE, STATUSES

HOSTILE = "<script>alert(1)</script> `a` ``b`` @alle #1 [x](javascript:y)"


@pytest.fixture
def folder(content: Path) -> Folder:
    """A content folder on the branch `neu` of a repository, whose `main` has it without a flaw."""
    root = content.parent
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "All entries")
    git(root, "checkout", "-q", "-b", "neu")
    return Folder(content)


def told(run: Run, folder: Folder, *more: str) -> Any:
    result = run("diff", "main", "--format", "json", "--content", folder.root, *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def of(found: Any, entry_id: str) -> Any:
    return next(one for one in found["entries"] if one["id"] == entry_id)


def fields(entry: Any) -> dict[str, tuple[list[str], list[str]]]:
    return {one["field"]: (one["old"], one["new"]) for one in entry["fields"]}


def test_nothing_changed_is_said(run: Run, folder: Folder) -> None:
    assert run("diff", "main", "--content", folder.root).stdout == "An den Einträgen ändert sich nichts.\n"


def test_each_changed_field_has_what_it_lost_and_gained(run: Run, folder: Folder) -> None:
    folder.replace(MEASURE, "status: betrieb", "status: eingestellt\ndiscontinued_reason: Kein Geld")
    folder.replace(MEASURE, "  - senioren\n", "")
    folder.replace(
        MEASURE, "  - Rund 40 Fahrgäste am Tag", "  - Rund 60 Fahrgäste am Tag\n  - Ein zweiter Bus"
    )
    folder.replace(MEASURE, "In den Ortsteilen fährt abends", "In den Dörfern fährt abends")
    entry = of(told(run, folder, "--address", "https://example.org/vorschau"), "musterstadt-rufbus")
    assert entry["state"] == "changed"
    assert entry["preview"] == "https://example.org/vorschau/massnahmen/musterstadt-rufbus"
    assert fields(entry) == {
        "audiences": (["senioren"], []),
        "status": (["betrieb"], ["eingestellt"]),
        "discontinued_reason": ([], ["Kein Geld"]),
        "results": (["Rund 40 Fahrgäste am Tag"], ["Rund 60 Fahrgäste am Tag", "Ein zweiter Bus"]),
        "body": (
            ["In den Ortsteilen fährt abends kein Bus mehr."],
            ["In den Dörfern fährt abends kein Bus mehr."],
        ),
    }
    assert [one["field"] for one in entry["fields"] if one["is_dropped"]] == ["audiences"]


def test_entries_come_go_and_get_other_names(run: Run, folder: Folder) -> None:
    assert run("rename", "musterstadt-rufbus", "musterstadt-bus", "--content", folder.root).exit_code == 0
    (folder.root / REUSE).unlink()
    new = (folder.root / "municipalities/nachbarort.yaml").read_text("utf-8").replace("achbarort", "euort")
    folder.write("municipalities/neuort.yaml", new)
    found = told(run, folder)
    bus = of(found, "musterstadt-bus")
    assert (bus["state"], bus["former"], list(fields(bus))) == (
        "renamed",
        "musterstadt-rufbus",
        ["former_ids"],
    )
    assert of(found, "rufbus-baukasten-nachbarort")["state"] == "removed"
    assert of(found, "neuort")["state"] == "added"
    assert not any(one["id"] == "musterstadt-rufbus" for one in found["entries"])


def test_a_vocabulary_is_told_too(run: Run, folder: Folder) -> None:
    folder.replace(STATUSES, "id: planung", "id: idee")
    assert "terms" in fields(of(told(run, folder), "statuses"))


def test_what_the_check_finds_now_and_did_not_before_is_told(run: Run, folder: Folder) -> None:
    folder.replace(OTHER_MEASURE, "status: planung", "status: plan")
    found = told(run, folder)
    assert [problem["code"] for problem in found["problems"]] == ["unknown-term"]
    text = run("diff", "main", "--content", folder.root).stdout
    assert "neu: 1 Fehler, 0 Warnungen" in text


def test_only_what_the_branch_did_itself_is_told(run: Run, folder: Folder) -> None:
    root = folder.root.parent
    folder.replace(OTHER_MEASURE, "Sensoren an Bächen", "Sensoren an Brunnen")
    git(root, "commit", "-q", "-a", "-m", "Mine")
    git(root, "checkout", "-q", "main")
    folder.replace(MUNICIPALITY, "12000", "13000")
    git(root, "commit", "-q", "-a", "-m", "Theirs")
    git(root, "checkout", "-q", "neu")
    assert [one["id"] for one in told(run, folder)["entries"]] == ["musterstadt-pegel"]


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_what_entries_say_is_no_markup(run: Run, folder: Folder, form: str) -> None:
    folder.replace(OTHER_MEASURE, "title: Pegelmessung", f'title: "{HOSTILE}"')
    shown = run("diff", "main", "--format", form, "--content", folder.root).stdout
    assert "alert(1)" in shown
    if form == "html":
        assert "<script" not in shown
    if form == "markdown":
        page = to_html(shown)
        assert "<a " not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; `a` ``b`` @alle" in page


def test_a_preview_is_linked_in_a_comment(run: Run, folder: Folder) -> None:
    folder.replace(OTHER_MEASURE, "Sensoren an Bächen", "Sensoren an Brunnen")
    shown = run(
        "diff", "main", "--format", "markdown", "--address", "https://example.org/v", "--content", folder.root
    )
    assert "[Vorschau](<https://example.org/v/massnahmen/musterstadt-pegel>)" in shown.stdout
    assert "- `subtitle`\n  - vorher: `Sensoren an Bächen`\n  - jetzt: `Sensoren an Brunnen`" in shown.stdout


def test_a_shallow_clone_will_do_where_it_has_the_state(run: Run, folder: Folder, tmp_path: Path) -> None:
    root = folder.root.parent
    folder.replace(OTHER_MEASURE, "Sensoren an Bächen", "Sensoren an Brunnen")
    git(root, "commit", "-q", "-a", "-m", "Mine")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", root.as_uri(), str(clone)], check=True)
    missing = run("diff", "origin/main", "--content", clone / "content")
    assert missing.exit_code == 1
    assert "git fetch --depth=1 origin" in missing.stderr
    git(clone, "fetch", "-q", "--depth=1", "origin", "main")
    assert [
        one["id"]
        for one in json.loads(
            run("diff", "FETCH_HEAD", "--format", "json", "--content", clone / "content").stdout
        )["entries"]
    ] == ["musterstadt-pegel"]


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--help-me", "main:content"])
def test_a_state_that_is_none_is_an_error_with_a_remedy(run: Run, folder: Folder, revision: str) -> None:
    result = run("diff", "--content", folder.root, "--", revision)
    assert result.exit_code == 1
    assert "Nennen Sie einen Zweig oder Commit" in result.stderr


def test_outside_a_repository_it_is_said(run: Run, content: Path) -> None:
    result = run("diff", "main", "--content", content)
    assert result.exit_code == 1
    assert "in keinem Git-Verzeichnis" in result.stderr
