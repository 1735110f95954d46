"""Rows become records by the names of their columns; what does not match fails at once."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import pytest

from catalogue.queries.records import RecordMismatch, first_record, pairs, records, records_by_key, values


@dataclass(frozen=True, slots=True)
class Lamp:
    """A record with all sorts of values."""

    id: str
    height_m: float | None
    lit: bool
    dimmed: bool | None
    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """A record within another."""

    id: str
    lit: int


@dataclass(frozen=True, slots=True)
class Street:
    """A record that holds others."""

    lights: tuple[Light, ...]


@pytest.fixture
def lamps() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute("CREATE TABLE lamps (id, height_m, lit, dimmed, colours)")
    connection.execute("""INSERT INTO lamps VALUES ('b', 4.5, 1, NULL, '["warm, weich", "Blau"]')""")
    connection.execute("INSERT INTO lamps VALUES ('a', NULL, 0, 0, '[]')")
    return connection


def test_rows_become_records_in_the_order_of_the_query(lamps):
    assert records(lamps, "SELECT * FROM lamps ORDER BY id", (), Lamp) == [
        Lamp("a", None, False, False, ()),
        Lamp("b", 4.5, True, None, ("warm, weich", "Blau")),
    ]


def test_yes_and_no_are_no_numbers(lamps):
    lamp = first_record(lamps, "SELECT * FROM lamps WHERE id = ?", ("b",), Lamp)
    assert lamp is not None
    assert lamp.lit is True
    assert lamp.dimmed is None


def test_a_list_of_records_comes_from_an_array_of_objects(lamps):
    sql = "SELECT json_group_array(json_object('id', id, 'lit', lit)) AS lights FROM (SELECT * FROM lamps ORDER BY id)"
    assert records(lamps, sql, (), Street) == [Street((Light("a", 0), Light("b", 1)))]


def test_columns_are_matched_by_name_whatever_their_order(lamps):
    lamp = first_record(
        lamps, "SELECT colours, lit, dimmed, height_m, id FROM lamps WHERE id = 'b'", (), Lamp
    )
    assert lamp == Lamp("b", 4.5, True, None, ("warm, weich", "Blau"))


@pytest.mark.parametrize(
    "columns",
    ["id, height_m, lit, dimmed", "*, 1 AS age", "id, height_m, lit, dimmed, colours AS colour", "*, id"],
    ids=["missing", "extra", "renamed", "twice"],
)
def test_a_column_without_its_field_fails_even_when_nothing_is_found(lamps, columns):
    with pytest.raises(RecordMismatch, match="Lamp"):
        records(lamps, f"SELECT {columns} FROM lamps WHERE 0", (), Lamp)


def test_a_query_that_finds_nothing_gives_nothing(lamps):
    assert first_record(lamps, "SELECT * FROM lamps WHERE id = 'c'", (), Lamp) is None


def test_records_are_found_by_a_column_before_those_of_their_fields(lamps):
    found = records_by_key(lamps, "SELECT upper(id), lit, id FROM lamps", (), str, Light)
    assert found == {"A": Light("a", 0), "B": Light("b", 1)}


def test_rows_of_one_or_two_values_are_given_as_those(lamps):
    assert values(lamps, "SELECT id FROM lamps ORDER BY id", (), str) == ["a", "b"]
    assert pairs(lamps, "SELECT id, lit FROM lamps ORDER BY id", (), str, int) == [("a", 0), ("b", 1)]


def test_more_values_than_are_read_fail_even_when_nothing_is_found(lamps):
    with pytest.raises(ValueError, match="unpack"):
        values(lamps, "SELECT id, lit FROM lamps WHERE 0", (), str)
    with pytest.raises(ValueError, match="unpack"):
        pairs(lamps, "SELECT id, lit, dimmed FROM lamps WHERE 0", (), str, int)
    with pytest.raises(RecordMismatch, match="Light"):
        records_by_key(lamps, "SELECT id, lit FROM lamps WHERE 0", (), str, Light)
