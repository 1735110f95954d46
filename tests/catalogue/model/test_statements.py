"""A statement is a plain text or a text with its sources; whichever form it has, it is told again in that form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from catalogue.model.entries import Statement

TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != "")
KEYS = st.lists(
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda key: len(key) <= 40), max_size=3
)


@given(TEXTS)
def test_a_plain_text_is_a_statement_without_sources(text: str) -> None:
    told = Statement.model_validate(text)
    assert told == Statement(text=text)
    assert told.model_dump() == told.text


@given(TEXTS, KEYS)
def test_what_is_told_is_read_again_as_it_was(text: str, keys: list[str]) -> None:
    told = Statement.model_validate({"text": text, "source": keys})
    dumped = told.model_dump(mode="json", exclude_defaults=True)
    assert Statement.model_validate(dumped) == told
    assert isinstance(dumped, str) is (not keys)
    Draft202012Validator(Statement.model_json_schema()).validate(dumped)


@given(TEXTS, st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True))
def test_one_key_is_a_list_of_one(text: str, key: str) -> None:
    assert Statement.model_validate({"text": text, "source": key}).source == (key,)


@pytest.mark.parametrize(
    "value", [None, 5, [], {}, {"Ergebnis": "40"}, {"text": ""}, "", {"text": "a", "quelle": "b"}]
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate(value)
