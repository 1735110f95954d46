"""The same entries give the same file, and the file holds to what it promises."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from catalogue.edition.database import PAGE_SIZE, write_database
from catalogue.edition.sqlite_file import HEADER_BYTES, VERSION_OFFSET, blank_unused_bytes
from catalogue.edition.table_metadata import table_metadata
from catalogue.edition.views import VIEWS
from catalogue.reading.content import Content, read_content
from tests.conftest import CONTENT
from tests.small_content import write_small_content

FACTS = {"id": "0123456789ab", "format": "1"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The small content, read."""
    return read_content(write_small_content(tmp_path_factory.mktemp("small") / "content"))


@pytest.fixture(scope="module")
def real() -> Content:
    """The real content, read."""
    return read_content(CONTENT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database goes."""
    return tmp_path / "catalogue.db"


def write(content: Content, path: Path) -> bytes:
    write_database(path, content.vocabularies, content.published(), FACTS)
    return path.read_bytes()


def test_two_writes_give_the_same_bytes(real, tmp_path):
    assert write(real, tmp_path / "one.db") == write(real, tmp_path / "other.db")


def test_the_order_of_the_input_does_not_matter(real, tmp_path):
    shuffled = [*real.published()]
    random.Random(20261123).shuffle(shuffled)
    write_database(tmp_path / "shuffled.db", real.vocabularies, shuffled, FACTS)
    assert (tmp_path / "shuffled.db").read_bytes() == write(real, tmp_path / "ordered.db")


def test_what_sqlite_leaves_in_unused_places_is_blanked(small, path):
    clean = write(small, path)
    spoilt = bytearray(clean)
    gap = clean.index(bytes(64), 2 * PAGE_SIZE)
    spoilt[gap + 32 : gap + 35] = b"old"
    spoilt[VERSION_OFFSET:HEADER_BYTES] = b"\x00\x2e\x5f\x01"
    path.write_bytes(spoilt)
    blank_unused_bytes(path, PAGE_SIZE)
    assert path.read_bytes() == clean


def test_blanking_leaves_the_database_whole(real, path):
    write(real, path)
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_default_of_secure_delete_does_not_show(real, tmp_path, monkeypatch):
    clean = write(real, tmp_path / "as_compiled.db")
    original = sqlite3.connect

    def connect(*arguments, **named):
        connection = original(*arguments, **named)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    assert write(real, tmp_path / "without.db") == clean


def test_an_id_that_names_nothing_is_refused(small, path):
    without_places = [pair for pair in small.published() if pair[0].kind != "municipality"]
    with pytest.raises(sqlite3.IntegrityError, match="foreign keys"):
        write_database(path, small.vocabularies, without_places, FACTS)


def test_every_table_view_and_column_is_described(small, path):
    write(small, path)
    described = json.loads(json.dumps(table_metadata(small.vocabularies)))
    database = sqlite3.connect(path)
    sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
    names = {name for (name,) in database.execute(sql)}
    assert names == described.keys()
    for name in names:
        assert described[name]["description"].strip(), name
        columns = {row[1] for row in database.execute(f"PRAGMA table_info([{name}])")}
        assert columns == described[name]["columns"].keys(), name
        assert all(text.strip() for text in described[name]["columns"].values()), name


def test_views_give_one_row_for_each_of_their_things(small, path):
    write(small, path)
    database = sqlite3.connect(path)
    assert {view.name for view in VIEWS} >= {"measures_overview", "projects_overview", "transfers"}
    for view, table in (
        ("measures_overview", "measures"),
        ("projects_overview", "projects"),
        ("transfers", "reuses"),
    ):
        counts = [database.execute(f"SELECT count(*) FROM {name}").fetchone() for name in (view, table)]
        assert counts[0] == counts[1] > (0,), view


def test_columns_refuse_values_of_another_type(small, path):
    write(small, path)
    database = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE projects SET population = 'viele'")


def test_it_opens_where_nothing_may_be_written(small, path, tmp_path):
    write(small, path)
    moved = Path(shutil.copy(path, tmp_path / "read-only.db"))
    moved.chmod(0o444)
    database = sqlite3.connect(f"{moved.as_uri()}?immutable=1", uri=True)
    assert database.execute("SELECT value FROM edition WHERE key = 'id'").fetchone() == (FACTS["id"],)
