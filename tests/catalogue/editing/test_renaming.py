"""Renaming, retiring and merging entries: everything that names them follows, or nothing is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalogue.editing import file_changes
from catalogue.editing.file_changes import FileChanges, NotChanged, write
from catalogue.editing.merging import merge
from catalogue.editing.renaming import checked, find, rename, require_clean
from catalogue.editing.retiring import retire
from tests.catalogue.conftest import Folder
from tests.conftest import CONTENT
from tests.small_content import CRITERION, GOAL, MEASURE, OTHER_MEASURE, REUSE, SOLUTION


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def carried_out(folder: Folder, plan) -> FileChanges:
    content = folder.read()
    require_clean(content)
    changes = plan(content)
    write(folder.root, checked(content, changes))
    return changes


def renamed(folder: Folder, old: str, new: str, kind: str | None = None) -> FileChanges:
    return carried_out(folder, lambda content: rename(content, find(content, old, kind), new))


def refusal(folder: Folder, plan) -> str:
    before = files(folder.root)
    with pytest.raises(NotChanged) as why:
        carried_out(folder, plan)
    assert files(folder.root) == before
    return str(why.value)


def test_a_renamed_measure_is_followed_by_all_that_names_it(folder):
    folder.replace(
        OTHER_MEASURE,
        "und warnen die Feuerwehr.",
        "und warnen die Feuerwehr. Anders als der [Rufbus](/massnahmen/musterstadt-rufbus#kosten).",
    )
    before = files(folder.root)
    changes = renamed(folder, "musterstadt-rufbus", "musterstadt-anrufbus")
    assert folder.problems() == []
    new = MEASURE.replace("rufbus", "anrufbus")
    assert changes.moves == {MEASURE: new}
    after = files(folder.root)
    assert after[new].decode() == (
        before[MEASURE]
        .decode()
        .replace("id: musterstadt-rufbus", "id: musterstadt-anrufbus")
        .replace("\n---\n\n## Aus", "\nformer_ids: [musterstadt-rufbus]\n---\n\n## Aus")
    )
    assert b"[Rufbus](/massnahmen/musterstadt-anrufbus#kosten)" in after[OTHER_MEASURE]
    for path, data in after.items():
        if path != new:
            assert data == before[path].replace(b"musterstadt-rufbus", b"musterstadt-anrufbus")


def test_a_word_in_the_text_that_is_the_id_stays(folder):
    folder.replace(
        OTHER_MEASURE,
        "und warnen die Feuerwehr.",
        "und warnen die Feuerwehr. Siehe musterstadt-rufbus und [dort](https://example.org/massnahmen/musterstadt-rufbus).",
    )
    renamed(folder, "musterstadt-rufbus", "musterstadt-bus")
    text = (folder.root / OTHER_MEASURE).read_text("utf-8")
    assert "Siehe musterstadt-rufbus und [dort](https://example.org/massnahmen/musterstadt-rufbus)" in text


def test_the_reuses_of_a_solution_move_with_it(folder):
    renamed(folder, "rufbus-baukasten", "rufbus")
    assert folder.problems() == []
    moved = folder.root / "reuses/rufbus/rufbus-nachbarort.yaml"
    assert "origin: rufbus\n" in moved.read_text("utf-8")
    assert folder.read().reuses["rufbus-nachbarort"].former_ids == ["rufbus-baukasten-nachbarort"]
    assert not (folder.root / REUSE).parent.exists()


def test_a_renamed_project_takes_its_measures_along_and_leaves_the_town_of_its_name(folder):
    renamed(folder, "musterstadt", "muster", "project")
    assert folder.problems() == []
    assert (folder.root / "measures/muster/muster-rufbus.md").exists()
    assert not (folder.root / "measures/musterstadt").exists()
    assert (folder.root / "municipalities/musterstadt.yaml").exists()
    assert folder.read().former_ids["measure", "musterstadt-pegel"] == "muster-pegel"
    assert folder.read().projects["muster"].municipalities == ["musterstadt"]


def test_renaming_twice_and_back_again_keeps_every_former_id(folder):
    renamed(folder, "musterstadt-rufbus", "musterstadt-eins")
    renamed(folder, "musterstadt-eins", "musterstadt-zwei")
    assert folder.read().measures["musterstadt-zwei"].former_ids == ["musterstadt-rufbus", "musterstadt-eins"]
    renamed(folder, "musterstadt-zwei", "musterstadt-rufbus")
    assert folder.read().measures["musterstadt-rufbus"].former_ids == ["musterstadt-eins", "musterstadt-zwei"]
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "why"),
    [
        ("musterstadt-rufbuss", "musterstadt-bus", None, "Meinten Sie „musterstadt-rufbus“?"),
        ("musterstadt-rufbus", "musterstadt-pegel", None, OTHER_MEASURE),
        ("musterstadt-rufbus", "rufbus-baukasten", None, SOLUTION),
        ("musterstadt-rufbus", "Musterstadt Bus", None, "ist keine Kennung"),
        ("musterstadt-rufbus", "bus", None, "id-without-project"),
        ("musterstadt", "muster", None, "--kind"),
        ("musterstadt-rufbus", "musterstadt-weg", None, "gelöschter Eintrag"),
        ("musterstadt-rufbus", "musterstadt-wasser", None, "hieß früher „musterstadt-pegel“"),
    ],
)
def test_what_would_be_wrong_is_refused_and_nothing_changes(folder, old, new, kind, why):
    folder.write(
        "retired.yaml",
        "id: retired\nids:\n  - kind: measure\n    id: musterstadt-weg\n    date: 2026\n    reason: Nie begonnen\n",
    )
    folder.replace(OTHER_MEASURE, "fields:", "former_ids: [musterstadt-wasser]\nfields:")
    assert why in refusal(folder, lambda content: rename(content, find(content, old, kind), new))


def test_content_with_errors_is_left_alone(folder):
    folder.replace(GOAL, "position:", "possition:")
    assert GOAL in refusal(
        folder, lambda content: rename(content, find(content, "musterstadt-rufbus"), "musterstadt-bus")
    )


def test_a_disk_that_fails_half_way_leaves_everything_as_it_was(folder, monkeypatch):
    put, calls = file_changes._put, []

    def fail_at_third(root: Path, file: Path, data: bytes | None) -> None:
        calls.append(file)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(file))
        put(root, file, data)

    monkeypatch.setattr(file_changes, "_put", fail_at_third)
    assert "der Datenträger ist voll" in refusal(
        folder, lambda content: rename(content, find(content, "musterstadt-rufbus"), "musterstadt-bus")
    )


@pytest.mark.parametrize(
    "written",
    [
        "[musterstadt-pegel, musterstadt-rufbus]",
        "['musterstadt-rufbus']",
        '\n  - musterstadt-pegel\n  - "musterstadt-rufbus"',
    ],
)
def test_values_are_found_however_they_are_written(folder, written):
    folder.replace(CRITERION, "stage:", f"measures: {written}\nstage:")
    renamed(folder, "musterstadt-rufbus", "musterstadt-bus")
    assert "musterstadt-bus" in folder.read().criteria["pilot"].measures
    carried_out(folder, lambda c: retire(c, find(c, "musterstadt-bus"), "Nie begonnen", "2026-11-30"))
    assert "musterstadt-bus" not in (folder.root / CRITERION).read_text("utf-8")


@pytest.fixture
def real(tmp_path: Path) -> Folder:
    """A copy of the real content."""
    return Folder(Path(shutil.copytree(CONTENT, tmp_path / "content")))


def test_of_the_real_content_a_rename_touches_the_files_that_name_the_entry_and_no_other_line(real):
    before = files(real.root)
    changes = renamed(real, "zwoenitz-erzmobil", "zwoenitz-rufbus")
    assert (len(changes.touched), len(changes.splices)) == (6, 7)
    after = files(real.root)
    changed = 0
    for old, new in ((path, changes.moves.get(path, path)) for path in before):
        lines = set(before[old].split(b"\n")) ^ set(after[new].split(b"\n"))
        changed += sum(b"zwoenitz-erzmobil" in line and b"former_ids" not in line for line in lines)
        assert all(b"zwoenitz-erzmobil" in line or b"zwoenitz-rufbus" in line for line in lines)
    assert changed == 6


def test_a_retired_measure_is_named_by_nothing_any_more(folder):
    folder.replace(
        MEASURE, "## Lösung\n", "## Lösung\n\nMit der [Pegelmessung](/massnahmen/musterstadt-pegel).\n"
    )
    changes = carried_out(
        folder,
        lambda c: retire(
            c, find(c, "musterstadt-pegel"), "Nie: „begonnen“", "2026-11-30", ["musterstadt-rufbus"]
        ),
    )
    assert folder.problems() == []
    assert changes.removed == [OTHER_MEASURE]
    (gone,) = folder.read().retired_ids
    assert (gone.kind, gone.id, gone.reason, gone.instead) == (
        "measure",
        "musterstadt-pegel",
        "Nie: „begonnen“",
        ["musterstadt-rufbus"],
    )
    text = (folder.root / MEASURE).read_text("utf-8")
    assert "related:" not in text
    assert "Mit der Pegelmessung." in text
    carried_out(folder, lambda c: retire(c, find(c, "nahverkehr-auf-dem-land"), "Überholt", "2026-12-01"))
    assert [one.id for one in folder.read().retired_ids] == ["musterstadt-pegel", "nahverkehr-auf-dem-land"]


def test_what_cannot_do_without_an_entry_keeps_it(folder):
    why = refusal(folder, lambda c: retire(c, find(c, "rufbus-baukasten"), "Überholt", "2026-11-30"))
    assert REUSE in why


def test_merging_takes_over_what_the_other_lacks_and_tells_both_where_they_differ(folder):
    changes = carried_out(
        folder, lambda c: merge(c, find(c, "musterstadt-pegel"), find(c, "musterstadt-rufbus"))
    )
    assert folder.problems() == []
    one = folder.read().measures["musterstadt-rufbus"]
    assert one.former_ids == ["musterstadt-pegel"]
    assert one.related == []
    told = "\n".join(changes.undecided)
    assert "„title“" in told
    assert "title: Rufbus" in told
    assert "title: Pegelmessung" in told
    assert "„body“" in told


def test_merging_loses_no_fact_and_no_source(folder):
    folder.replace(OTHER_MEASURE, "fields:", "website: https://example.org/pegel\nfields:")
    sources = {one.url for one in folder.read().measures["musterstadt-pegel"].sources}
    carried_out(folder, lambda c: merge(c, find(c, "musterstadt-pegel"), find(c, "musterstadt-rufbus")))
    one = folder.read().measures["musterstadt-rufbus"]
    assert one.website == "https://example.org/pegel"
    assert sources <= {source.url for source in one.sources}


def test_entries_of_two_kinds_are_not_one(folder):
    assert "nicht zwei Einträge einer Art" in refusal(
        folder, lambda c: merge(c, find(c, "musterstadt-pegel"), find(c, "rufbus-baukasten"))
    )
