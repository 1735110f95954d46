"""An edition proves that it is what was built; whatever happened to a file of it is found and named."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from catalogue.edition import Edition, EditionDamaged, build, open_edition
from catalogue.edition.proving import damages_of_database, prove
from tests.damages import DAMAGES


def damage_of(folder: Path) -> EditionDamaged:
    """How an edition fails to prove itself."""
    with pytest.raises(EditionDamaged) as found:
        prove(open_edition(folder))
    return found.value


def test_an_edition_as_it_was_built_proves_itself(content: Path, output: Path) -> None:
    edition = build(content, output).edition
    prove(edition)
    assert [*damages_of_database(edition)] == []


def test_the_manifest_tells_every_file_but_itself(content: Path, output: Path) -> None:
    edition = build(content, output).edition
    files = {
        file.relative_to(edition.folder).as_posix() for file in edition.folder.rglob("*") if file.is_file()
    }
    assert {*edition.files} == files - {"manifest.json"}


def test_the_same_content_gives_the_same_manifest(content: Path, tmp_path: Path) -> None:
    one, other = (build(content, tmp_path / name, jobs).edition for name, jobs in (("one", 1), ("other", 2)))
    assert one.manifest == other.manifest


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_found_and_named(content: Path, output: Path, name: str) -> None:
    harm, told = DAMAGES[name]
    edition = build(content, output).edition
    harm(edition.folder)
    assert told in damage_of(edition.folder).told


@pytest.mark.parametrize("name", ["bytes of the database", "truncated index", "another format"])
def test_a_build_mends_an_edition_that_is_damaged(content: Path, output: Path, name: str) -> None:
    harm, _ = DAMAGES[name]
    edition = build(content, output).edition
    harm(edition.folder)
    again = build(content, output)
    assert again.fresh
    assert again.edition.id == edition.id
    prove(again.edition)


def test_of_many_damages_the_first_are_named_and_the_others_counted(content: Path, output: Path) -> None:
    edition = build(content, output).edition
    lost = [*(edition.folder / "index").iterdir()]
    shutil.rmtree(edition.index)
    assert damage_of(edition.folder).told.endswith(f" und {len(lost) - 3} weitere Schäden")


def test_a_manifest_cannot_name_a_file_outside(content: Path, output: Path) -> None:
    edition = build(content, output).edition
    (output / "secret").write_bytes(b"")
    told = {**edition.manifest, "files": {**edition.files, "../../secret": {"bytes": 0, "sha256": ""}}}
    (edition.folder / "manifest.json").chmod(0o644)
    (edition.folder / "manifest.json").write_text(json.dumps(told), "utf-8")
    assert damage_of(edition.folder).told == "„../../secret“ fehlt"


@pytest.mark.parametrize("files", [None, [], {}, {"catalogue.db": 1}, {"catalogue.db": {"bytes": 1}}])
def test_a_manifest_without_checksums_is_no_manifest(content: Path, output: Path, files: object) -> None:
    edition = build(content, output).edition
    (edition.folder / "manifest.json").chmod(0o644)
    (edition.folder / "manifest.json").write_text(json.dumps({**edition.manifest, "files": files}), "utf-8")
    with pytest.raises(EditionDamaged, match="kein Verzeichnis einer Ausgabe"):
        open_edition(edition.folder)


def test_a_database_that_was_written_badly_is_found_though_its_checksum_is_right(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE a (id PRIMARY KEY); CREATE TABLE b (a REFERENCES a (id)); INSERT INTO b VALUES ('x')"
        )
    connection.close()
    assert [str(one) for one in damages_of_database(Edition(tmp_path, {}))] == [
        "„catalogue.db“ ist in sich nicht schlüssig (b: Verweis ins Leere)"
    ]
    path.write_bytes(b"no database at all" * 100)
    assert "file is not a database" in str(next(damages_of_database(Edition(tmp_path, {}))))
