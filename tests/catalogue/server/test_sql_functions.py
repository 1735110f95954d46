"""Functions that take SQLite's place give what it gives, but for what would take too long."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.server.sql_functions import replace_slow_functions

LONGEST = 1_000


def asked(sql: str, *values: object, replaced: bool) -> object:
    """What a connection answers, with its own functions or with ours."""
    connection = sqlite3.connect(":memory:")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    if replaced:
        replace_slow_functions(connection, LONGEST)
    return connection.execute(sql, values).fetchone()[0]


def assert_same(sql: str, *values: object) -> None:
    """Both answer the same."""
    assert asked(sql, *values, replaced=True) == asked(sql, *values, replaced=False)


@pytest.mark.parametrize(
    ("template", "values"),
    [
        ("%.2f € je Kopf", (3.14159,)),
        ("%05d %s %%", (42, "Grüße")),
        ("%*d|%-*s|%.*f", (8, 14521590, 6, "ab", 2, 2.5)),
        ("Schlüssel 14521590 im Jahr 2026", ()),
        ("%,d %q %Q %x", (1234567, "O'Neill", "O'Neill", 255)),
        ("%s %d", ()),
        ("%d", (None,)),
        ("", ()),
        (None, ()),
        (5, ()),
    ],
)
@pytest.mark.parametrize("name", ["printf", "format"])
def test_a_formatted_text_is_that_of_sqlite(name, template, values):
    marks = ", ".join("?" * (len(values) + 1))
    assert_same(f"select {name}({marks})", template, *values)


@given(
    st.lists(st.sampled_from(["%", "*", "-", "0", ".", "7", "d", "s", "c", "f", "ä", " "]), max_size=12).map(
        "".join
    ),
    st.lists(st.none() | st.integers(-9, 99) | st.floats(-9, 99) | st.text("a1%*", max_size=3), max_size=5),
)
def test_whatever_the_template_says_it_is_that_of_sqlite(template, values):
    marks = ", ".join("?" * (len(values) + 1))
    assert_same(f"select printf({marks})", template, *values)


@pytest.mark.parametrize(
    ("template", "values"),
    [
        ("%.*c", (900_000_000, "x")),
        ("%.*c", ("900000000", "x")),
        ("%.*c", (9e8, "x")),
        ("%.*c", (-900_000_000, "x")),
        ("%900000000d", (1,)),
        ("%.900000000f", (1.5,)),
        ("%s%-*d", ("a", 900_000_000, 1)),
        ("%999d" * 500, ()),
    ],
)
def test_what_would_be_too_long_is_refused_at_once_and_not_told_as_nothing(template, values):
    marks = ", ".join("?" * (len(values) + 1))
    with pytest.raises(sqlite3.DataError, match="too big"):
        asked(f"select printf({marks})", template, *values, replaced=True)


@given(st.text("ab ä", max_size=9) | st.none(), st.text("ab ", max_size=3) | st.none())
def test_trimming_is_that_of_sqlite(text, characters):
    for name in ("trim", "ltrim", "rtrim"):
        assert_same(f"select {name}(?, ?)", text, characters)
