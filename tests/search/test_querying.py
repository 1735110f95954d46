"""The query language, for those who want it."""

import pytest

from search.querying import LONGEST_QUERY, Query, parse, read_years


def test_plain_words_are_text() -> None:
    assert parse("Bus auf dem Dorf ") == Query("Bus auf dem Dorf")


def test_the_last_word_may_be_unfinished() -> None:
    assert parse("Mitfahrb").unfinished
    assert not parse("Mitfahrbank ").unfinished


def test_quotation_marks_make_a_phrase() -> None:
    assert parse('"offene Daten" Bayern ') == Query("Bayern", phrases=("offene Daten",))


def test_a_minus_leaves_out() -> None:
    query = parse('App -Bus -"freies WLAN" ')
    assert (query.text, query.excluded) == ("App", ("Bus", "freies WLAN"))


def test_a_hyphen_is_no_minus() -> None:
    assert parse("On-Demand-Bus ").text == "On-Demand-Bus"


def test_one_of_two_will_do() -> None:
    assert parse("Rufbus OR Carsharing OR Mitfahrbank Sachsen ") == Query(
        "Sachsen", alternatives=(("Rufbus", "Carsharing", "Mitfahrbank"),)
    )


@pytest.mark.parametrize("prefix", ["ort", "feld", "art", "status", "land", "lizenz"])
def test_prefixes_filter(prefix: str) -> None:
    assert parse(f'{prefix}:"Bad Belzig" App ').filters == ((prefix, "Bad Belzig"),)
    assert parse(f"{prefix}:Hof App ").text == "App"


def test_unknown_prefixes_are_text() -> None:
    assert parse("https://example.org ").text == "https://example.org"


@pytest.mark.parametrize("text", ["2021-2023", "2021..2023", "2023-2021", "2021–2023", "2021 bis 2023"])
def test_spans_of_years_are_read(text: str) -> None:
    assert read_years(text) == (2021, 2023)


def test_spans_of_years_filter_and_single_years_need_the_prefix() -> None:
    assert parse("Bus 2021-2023 ").years == (2021, 2023)
    assert parse("Bus jahr:2021 ").years == (2021, 2021)
    assert parse("Bus 2021 ") == Query("Bus 2021")


@pytest.mark.parametrize("text", ["OR", "OR OR", "-", '"', '""', "ort:", "jahr:bald", "- OR -", "-ort:x"])
def test_what_makes_no_sense_is_no_error(text: str) -> None:
    assert isinstance(parse(text), Query)


def test_long_queries_are_cut() -> None:
    assert len(parse("x" * 10_000).text) == LONGEST_QUERY
