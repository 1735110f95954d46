"""An id that was published stays: it is an entry's, a former one, or retired, and it is never given anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.catalogue.conftest import Folder
from tests.repository import git
from tests.small_content import MEASURE, OTHER_MEASURE, RETIRED

FORMER = "title: Rufbus\n", "title: Rufbus\nformer_ids: [musterstadt-anrufbus]\n"


@pytest.fixture
def published(folder: Folder) -> Folder:
    """A content folder whose entries stand on the main branch of a repository."""
    root = folder.root.parent
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "All entries")
    return folder


def rename_by_hand(folder: Folder, path: str, old: str, new: str) -> None:
    text = (folder.root / path).read_text("utf-8")
    (folder.root / path).unlink()
    folder.write(path.replace(old, new), text.replace(f"id: {old}", f"id: {new}"))
    for other in folder.root.rglob("*.md"):
        other.write_text(other.read_text("utf-8").replace(f"[{old}]", f"[{new}]"), "utf-8")


def codes(folder: Folder) -> list[str]:
    return [problem.code for problem in folder.problems() if problem.severity == "error"]


def test_former_and_retired_ids_are_no_flaw(folder):
    folder.replace(MEASURE, *FORMER)
    folder.write("retired.yaml", RETIRED)
    assert folder.problems() == []


def test_a_published_id_that_no_entry_has_is_an_error_with_its_likely_new_name(published):
    rename_by_hand(published, OTHER_MEASURE, "musterstadt-pegel", "musterstadt-pegelmessung")
    (problem,) = [one for one in published.problems() if one.code == "id-vanished"]
    assert problem.path == str(published.root / OTHER_MEASURE)
    assert "former_ids: [musterstadt-pegel]" in problem.message
    assert "„musterstadt-pegelmessung“" in problem.message
    assert "catalogue retire" in problem.message


def test_it_is_none_where_the_entry_names_its_former_id(published):
    rename_by_hand(published, OTHER_MEASURE, "musterstadt-pegel", "musterstadt-pegelmessung")
    new = OTHER_MEASURE.replace("pegel", "pegelmessung")
    published.replace(new, "fields:", "former_ids: [musterstadt-pegel]\nfields:")
    assert "id-vanished" not in codes(published)


def test_nor_where_it_is_retired(published):
    (published.root / OTHER_MEASURE).unlink()
    assert "id-vanished" in codes(published)
    published.write("retired.yaml", RETIRED.replace("musterstadt-fahrradverleih", "musterstadt-pegel"))
    assert "id-vanished" not in codes(published)


def test_what_only_a_branch_has_named_may_be_renamed(published):
    root = published.root.parent
    git(root, "checkout", "-q", "-b", "neu")
    other = OTHER_MEASURE.replace("pegel", "brunnen")
    text = (published.root / OTHER_MEASURE).read_text("utf-8")
    published.write(other, text.replace("musterstadt-pegel", "musterstadt-brunnen"))
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "A measure")
    (published.root / other).unlink()
    assert "id-vanished" not in codes(published)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--ff-only", "neu")
    (published.root / other).unlink(missing_ok=True)
    assert "id-vanished" in codes(published)


def test_a_shallow_clone_tells_only_what_the_content_itself_says(published, tmp_path):
    (published.root / OTHER_MEASURE).unlink()
    root = published.root.parent
    git(root, "commit", "-q", "-a", "-m", "One less")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", root.as_uri(), str(clone)], check=True)
    assert "id-vanished" not in codes(Folder(clone / "content"))


@pytest.mark.parametrize(
    ("former", "code"),
    [
        ("former_ids: [▸musterstadt-pegel]", "id-given-anew"),
        ("former_ids: [▸musterstadt-rufbus]", "id-given-anew"),
        ("former_ids: [alt, ▸alt]", "former-id-twice"),
    ],
)
def test_a_former_id_is_neither_an_entrys_nor_told_twice(folder, former, code):
    place = folder.spoil(MEASURE, "title: Rufbus\n", f"title: Rufbus\n{former}\n")
    found = [one for one in folder.problems() if one.severity == "error"]
    assert [(one.path, one.line, one.column, one.code) for one in found] == [(*place, code)]


def test_a_retired_id_is_neither_an_entrys_nor_a_former_one(folder):
    folder.write("retired.yaml", RETIRED.replace("musterstadt-fahrradverleih", "musterstadt-pegel"))
    (problem,) = folder.problems()
    assert (Path(problem.path).name, problem.line, problem.code) == ("retired.yaml", 4, "id-given-anew")
    assert OTHER_MEASURE in problem.message
    folder.write("retired.yaml", RETIRED.replace("musterstadt-fahrradverleih", "alt"))
    folder.replace(MEASURE, "title: Rufbus\n", "title: Rufbus\nformer_ids: [alt]\n")
    assert codes(folder) == ["former-id-twice"]


def test_what_to_look_at_instead_is_an_entry(folder):
    folder.write("retired.yaml", RETIRED.replace("[musterstadt-rufbus]", "[musterstadt-rufbuss]"))
    (problem,) = folder.problems()
    assert (problem.line, problem.code) == (7, "unknown-id")
    assert "„musterstadt-rufbus“" in problem.message


def test_a_reference_to_a_former_id_is_told_todays(folder):
    folder.replace(MEASURE, *FORMER)
    folder.replace(OTHER_MEASURE, "fields:", "related: [musterstadt-anrufbus]\nfields:")
    (problem,) = folder.problems()
    assert problem.code == "unknown-id"
    assert "Meinten Sie „musterstadt-rufbus“?" in problem.message
