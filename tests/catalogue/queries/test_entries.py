"""What stands in the files is what is read back from the database, for every kind of entry."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.edition.database import write_database
from catalogue.model.entries import PUBLISHED, DocumentedEntry, Measure, Part, Project, Solution
from catalogue.model.shapes import shapes
from catalogue.queries.connection import connect
from catalogue.queries.entries import read, read_one
from catalogue.reading.content import Content, read_content
from tests.conftest import CONTENT
from tests.small_content import write_small_content

Filed = list[tuple[DocumentedEntry, dict[str, str]]]

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))
"""What a text may be: any signs, also quotes, marks of SQL and JSON, and other scripts."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The small content, read."""
    return read_content(write_small_content(tmp_path_factory.mktemp("small") / "content"))


@pytest.fixture(scope="module")
def real() -> Content:
    """The real content, read."""
    return read_content(CONTENT)


def of_kind(entries: Iterable[tuple[DocumentedEntry, Any]], model: type[DocumentedEntry]) -> dict[str, Any]:
    return {entry.id: entry for entry, _place in entries if type(entry) is model}


def read_back(content: Content, entries: Filed, path: Path) -> dict[str, DocumentedEntry]:
    """All entries, written to a database and read from it."""
    path.unlink(missing_ok=True)
    write_database(path, content.vocabularies, entries, {"id": "0", "format": "1"})
    with closing(connect(path)) as connection:
        return {one.id: one for model in PUBLISHED for one in read(connection, model).values()}


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)
def test_every_real_entry_is_read_back_as_its_file_tells_it(db, real, model):
    assert read(db, model) == of_kind(real.published(), model)


def test_every_small_entry_is_read_back_as_its_file_tells_it(small, tmp_path):
    entries = [*small.published()]
    assert read_back(small, entries, tmp_path / "small.db") == {entry.id: entry for entry, _ in entries}


def spoilt(part: Part, text: str, number: int, truth: bool, full: bool) -> Part:
    """A part whose free texts, numbers and truths are others; `full` fills what is absent, else it is emptied."""
    changes: dict[str, Any] = {}
    for name, shape in shapes(type(part)).items():
        field, value = type(part).model_fields[name], getattr(part, name)
        if shape.target or shape.is_date or name in ("id", "name", "url", "half_year"):
            continue
        if not field.is_required() and not full:
            changes[name] = field.get_default()
        elif shape.part and shape.many:
            changes[name] = [spoilt(one, text, number, truth, full) for one in value]
        elif shape.part:
            empty = shape.part.model_construct(
                **{
                    inner: None if field.is_required() else field.get_default()
                    for inner, field in shape.part.model_fields.items()
                    if not shapes(shape.part)[inner].many
                }
            )
            changes[name] = spoilt(value or empty, text, number, truth, full)
        else:
            other = {str: text, int: number, float: float(number), bool: truth}[shape.value_type]
            changes[name] = [other, other] if shape.many else other
    return part.model_copy(update=changes)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, number=st.integers(0, 10**11), truth=st.booleans(), full=st.booleans())
def test_any_text_number_and_truth_comes_back_as_it_was(small, tmp_path, text, number, truth, full):
    entries = [(spoilt(entry, text, number, truth, full), place) for entry, place in small.published()]
    assert read_back(small, entries, tmp_path / "spoilt.db") == {entry.id: entry for entry, _ in entries}


def test_yes_and_no_are_truths_and_what_is_not_told_is_absent(db):
    solutions = read(db, Solution).values()
    assert {type(one.curated) for one in solutions} == {bool}
    assert {type(one.open_source) for one in solutions} == {bool, type(None)}
    assert any(one.contact is None for one in solutions)


def test_chosen_entries_come_in_the_order_of_the_ids_each_once(db):
    ids = ["zwoenitz-erzmobil", "gibt-es-nicht", "bad-belzig-app", "zwoenitz-erzmobil"]
    assert list(read(db, Measure, ids)) == ["zwoenitz-erzmobil", "bad-belzig-app"]
    assert read(db, Measure, []) == {}
    assert read_one(db, Project, "gibt-es-nicht") is None


def test_one_entry_is_the_same_alone_and_among_all(db):
    assert read_one(db, Measure, "zwoenitz-erzmobil") == read(db, Measure)["zwoenitz-erzmobil"]


def test_the_number_of_queries_does_not_grow_with_the_number_of_entries(db):
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    read(db, Measure, ["zwoenitz-erzmobil"])
    one = len(asked)
    read(db, Measure)
    db.set_trace_callback(None)
    assert len(asked) == 2 * one
