"""Every download is read again with a tool that we did not write, and holds what the database holds."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import frictionless
import pandas
import pytest

from catalogue.edition import Edition
from catalogue.edition.tables import plural
from catalogue.exports import downloads
from catalogue.exports.downloads import Downloads, make_all, remove_old
from catalogue.exports.whole_edition import FORMS, download_of
from catalogue.exports.workbook import workbook
from catalogue.model.entries import PUBLISHED

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def made(real_edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all downloads."""
    folder = tmp_path_factory.mktemp("made")
    make_all(real_edition, folder)
    return folder


@pytest.fixture(scope="module")
def unpacked(made: Path) -> Path:
    """A folder with the archives in it, each in a folder that is called after its form."""
    for name, form in FORMS.items():
        if form.is_packed:
            zipfile.ZipFile(made / form.file_name).extractall(made / name)
    return made


def counts(db: sqlite3.Connection, kinds: tuple[str, ...] = ("table", "view")) -> dict[str, int]:
    """How many rows each table and view has, but for those of SQLite's full-text search."""
    names = [
        row[0]
        for row in db.execute(
            "SELECT name, type FROM sqlite_schema WHERE name NOT LIKE '%\\_fts%' ESCAPE '\\'"
        )
        if row[1] in kinds and not row[0].startswith("sqlite_")
    ]
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_every_form_is_there_with_its_checksum(made: Path) -> None:
    for form in FORMS.values():
        told = (made / f"{form.file_name}.sha256").read_text()
        assert (
            told == f"{hashlib.sha256((made / form.file_name).read_bytes()).hexdigest()}  {form.file_name}\n"
        )


def test_the_database_is_whole(made: Path, db: sqlite3.Connection) -> None:
    read = sqlite3.connect(made / "smart-city-katalog.db")
    assert read.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert counts(read) == counts(db)


def test_the_csv_files_hold_all_tables_and_views(unpacked: Path, db: sqlite3.Connection) -> None:
    read = {path.stem: len(pandas.read_csv(path, dtype=str)) for path in (unpacked / "tables").iterdir()}
    assert read == counts(db)


def test_no_cell_of_a_csv_is_run_by_a_spreadsheet(unpacked: Path) -> None:
    for path in (unpacked / "tables").iterdir():
        cells = pandas.read_csv(path, dtype=str, keep_default_na=False).to_numpy().ravel()
        assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.,eE+-]+$)", cell)], path.name


def test_parquet_holds_all_tables_and_views(unpacked: Path, db: sqlite3.Connection) -> None:
    read = {
        path.stem: duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()[0][0]
        for path in (unpacked / "parquet").iterdir()
    }
    assert read == counts(db)


@pytest.mark.parametrize(
    ("table", "column", "type_"),
    [
        ("municipalities", "ags", "VARCHAR"),
        ("municipalities", "population", "BIGINT"),
        ("measures", "recorded", "VARCHAR"),
        ("measures", "start_first_day", "DATE"),
        ("measures", "open_source", "BOOLEAN"),
        ("measures_overview", "open_source", "BOOLEAN"),
        ("measures_overview", "end_last_day", "DATE"),
        ("measures_overview", "cost_amount_eur", "BIGINT"),
        ("measures_overview", "id", "VARCHAR"),
    ],
)
def test_parquet_keeps_types(unpacked: Path, table: str, column: str, type_: str) -> None:
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{unpacked}/parquet/{table}.parquet'").fetchall()
    assert {name: kind for name, kind, *_ in described}[column] == type_


def test_parquet_tells_the_same_as_the_database(unpacked: Path, db: sqlite3.Connection) -> None:
    for table, column in (("measures", "title"), ("municipalities", "ags"), ("measures", "start_first_day")):
        sql = f'SELECT "{column}" FROM {{}} ORDER BY id'
        read = duckdb.sql(sql.format(f"'{unpacked}/parquet/{table}.parquet'")).fetchall()
        stored = db.execute(sql.format(table)).fetchall()
        assert [value and str(value) for (value,) in read] == [row[0] for row in stored]


def test_json_lines_hold_all_entries(unpacked: Path, db: sqlite3.Connection) -> None:
    expected = counts(db)
    for model in PUBLISHED:
        read = pandas.read_json(unpacked / "jsonl" / f"{plural(model.kind)}.jsonl", lines=True)
        assert len(read) == expected[plural(model.kind)]
    terms = pandas.read_json(unpacked / "jsonl" / "terms.jsonl", lines=True)
    assert (terms["vocabulary"] == "fields").sum() == expected["fields"]


def test_the_table_of_measures_and_the_json_hold_all_measures(made: Path, db: sqlite3.Connection) -> None:
    measures = counts(db)["measures"]
    assert len(pandas.read_csv(made / "smart-city-katalog.csv", sep=";")) == measures
    assert len(json.loads((made / "smart-city-katalog.json").read_text("utf-8"))["measures"]) == measures


def test_the_data_package_is_valid_and_whole(unpacked: Path, db: sqlite3.Connection) -> None:
    report = frictionless.validate(str(unpacked / "datapackage" / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    rows = {task.name: task.stats.get("rows", 0) for task in report.tasks}
    assert rows == counts(db, ("table",))


def sheets(data: bytes) -> Iterator[tuple[str, list[list[ElementTree.Element]]]]:
    """The names of a workbook's sheets, and the cells of each."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for number, sheet in enumerate(book.iter(f"{SHEET}sheet"), start=1):
        rows = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{SHEET}row")
        yield sheet.attrib["name"], [list(row) for row in rows]


def test_the_workbook_has_a_sheet_for_each_kind_and_view(made: Path, db: sqlite3.Connection) -> None:
    read = dict(sheets((made / "smart-city-katalog.xlsx").read_bytes()))
    expected = counts(db)
    views = counts(db, ("view",))
    assert set(read) == {"Inhalt", *views, *(plural(model.kind) for model in PUBLISHED)}
    for name, rows in read.items():
        if name != "Inhalt":
            assert len(rows) - 1 == expected[name]
            assert {len(row) for row in rows} == {len(rows[0])}
    assert not [name for name in read if len(name) > 31]


def test_no_cell_of_the_workbook_is_a_formula(made: Path) -> None:
    cells = [
        cell
        for _, rows in sheets((made / "smart-city-katalog.xlsx").read_bytes())
        for row in rows
        for cell in row
    ]
    assert len(cells) > 50_000
    assert not [cell for cell in cells if cell.find(f"{SHEET}f") is not None]


def test_texts_of_a_workbook_are_texts_whatever_they_hold() -> None:
    ((_, rows),) = sheets(workbook([("x", ["a"], [["=1+1"], ["a<b&\x0b"], ["0123"], ["x" * 40_000]])]))
    texts = ["".join(cell.itertext()) for (cell,) in rows]
    assert texts == ["a", "=1+1", "a<b&", "0123", "x" * 32_767]
    assert {cell.attrib["t"] for (cell,) in rows} == {"inlineStr"}


@pytest.mark.parametrize("name", FORMS)
def test_the_line_for_pandas_opens_the_download(
    made: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made)
    modules = {"pd": pandas, "json": json, "sqlite3": sqlite3, "zipfile": zipfile}
    assert len(eval(FORMS[name].opening.pandas, modules)) >= 700


@pytest.mark.parametrize("name", FORMS)
def test_the_same_edition_gives_the_same_bytes(made: Path, real_edition: Edition, name: str) -> None:
    assert download_of(real_edition, name) == (made / FORMS[name].file_name).read_bytes()


def test_two_makers_at_once_make_each_file_once(small_edition: Edition, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "catalogue.exports.downloads", str(small_edition.folder), str(tmp_path)]
    makers = [subprocess.Popen(command) for _ in range(2)]
    assert [maker.wait(timeout=120) for maker in makers] == [0, 0]
    files = [tmp_path / form.file_name for form in FORMS.values()]
    sums = [tmp_path / f"{path.name}.sha256" for path in files]
    for path, told in zip(files, sums, strict=True):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == told.read_text()[:64]
    assert {*tmp_path.iterdir()} == {*files, *sums, tmp_path / ".lock"}


def test_downloads_are_made_in_the_cache_of_the_user(
    small_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = Downloads(small_edition)
    form = FORMS["csv"]
    assert first.made(form) is None
    made = first.wait(form, 120)
    assert made is not None
    assert made.path.is_relative_to(tmp_path)
    assert made.bytes == len(made.path.read_bytes())
    assert Downloads(small_edition).made(form) == made


def test_where_the_cache_cannot_be_written_they_lie_elsewhere(
    small_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    made = Downloads(small_edition).wait(FORMS["xlsx"], 120)
    assert made is not None
    assert not made.path.is_relative_to(tmp_path)


def test_where_nothing_can_be_written_it_is_said(
    real_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    with pytest.raises(OSError, match="file"):
        Downloads(real_edition).make()


def test_a_maker_that_fails_is_not_started_again_at_once(
    real_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    gone = Edition(tmp_path / "gone", real_edition.manifest)
    wanted = Downloads(gone)
    assert wanted.wait(FORMS["csv"], 8) is None
    started = wanted._started
    wanted.make()
    assert wanted._started == started


@pytest.mark.parametrize("removed", [".", ".."])
def test_a_cache_that_is_deleted_while_a_server_runs_is_filled_again(
    small_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, removed: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    served, form = Downloads(small_edition), FORMS["csv"]
    made = served.wait(form, 120)
    assert made is not None
    assert served._maker is not None
    served._maker.wait(120)
    shutil.rmtree((made.path.parent / removed).resolve())
    assert served.made(form) is None
    assert served.wait(form, 120) == made
    assert not served.has_failed


def test_it_is_told_at_once_that_a_maker_has_failed(
    real_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    wanted = Downloads(Edition(tmp_path / "gone", real_edition.manifest))
    asked = time.monotonic()
    assert wanted.wait(FORMS["csv"], 120) is None
    assert wanted.has_failed
    assert time.monotonic() - asked < 60


def editions_last_used(cache: Path, days_ago: float) -> list[Path]:
    """Five folders of downloads that were last used so long ago."""
    then = time.time() - days_ago * 24 * 60 * 60
    for number in range(5):
        (cache / str(number)).mkdir(parents=True)
        os.utime(cache / str(number), (then - number, then - number))
    return sorted(cache.iterdir())


def test_downloads_of_old_editions_go(tmp_path: Path) -> None:
    editions = editions_last_used(tmp_path / "downloads", days_ago=1.1)
    remove_old(tmp_path / "downloads")
    assert sorted((tmp_path / "downloads").iterdir()) == editions[: downloads.KEPT_EDITIONS]


def test_downloads_that_another_server_may_offer_stay(tmp_path: Path) -> None:
    editions = editions_last_used(tmp_path / "downloads", days_ago=0.9)
    remove_old(tmp_path / "downloads")
    assert sorted((tmp_path / "downloads").iterdir()) == editions


def test_to_offer_downloads_is_to_use_them(
    real_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    served = Downloads(real_edition)
    assert served.is_possible
    (folder,) = (tmp_path / "smart-city-katalog" / "downloads").iterdir()
    os.utime(folder, (0, 0))
    served.made(FORMS["csv"])
    assert time.time() - folder.stat().st_mtime < 60
