"""The query language, for those who want it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.querying import LONGEST_QUERY, Filter, Query, QueryParser, read_years

PARSER = QueryParser({"feld", "art", "status", "land", "lizenz", "zielgruppe", "raum", "groesse"})
parse = PARSER.parse


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


def test_or_needs_a_word_on_each_side() -> None:
    assert parse("OR Bus ") == Query("Bus")
    assert parse("Bus OR -Tram ") == Query("Bus", excluded=("Tram",))
    assert parse("feld:verkehr OR Bus ") == Query("Bus", filters=(Filter("feld", "verkehr"),))


@pytest.mark.parametrize("prefix", ["feld", "zielgruppe", "raum", "ort", "jahr"])
def test_every_facet_is_a_prefix(prefix: str) -> None:
    assert parse(f'{prefix}:"Bad Belzig" App ') == Query("App", filters=(Filter(prefix, "Bad Belzig"),))
    assert parse(f"{prefix}:Hof App ") == Query("App", filters=(Filter(prefix, "Hof"),))


def test_a_minus_before_a_prefix_leaves_out() -> None:
    assert parse('App -ort:Ulm -feld:"Klima und Umwelt" ') == Query(
        "App", excluded_filters=(Filter("ort", "Ulm"), Filter("feld", "Klima und Umwelt"))
    )


@pytest.mark.parametrize("prefix", ["größe", "Groesse", "GRÖSSE"])
def test_a_prefix_may_be_spelt_with_umlauts_and_capitals(prefix: str) -> None:
    assert parse(f"{prefix}:klein ").filters == (Filter("groesse", "klein"),)


def test_the_prefixes_are_told() -> None:
    assert QueryParser({"farbe"}).prefixes == ("farbe", "jahr", "ort")


def test_unknown_prefixes_are_text() -> None:
    assert parse("https://example.org ").text == "https://example.org"


@pytest.mark.parametrize("text", ["2021-2023", "2021..2023", "2023-2021", "2021–2023", "2021 bis 2023"])
def test_spans_of_years_are_read(text: str) -> None:
    assert read_years(text) == (2021, 2023)


def test_spans_of_years_filter_and_single_years_need_the_prefix() -> None:
    assert parse("Bus 2021-2023 ") == Query("Bus", filters=(Filter("jahr", "2021-2023"),))
    assert parse("Bus jahr:2021 ") == Query("Bus", filters=(Filter("jahr", "2021"),))
    assert parse("Bus -2021-2023 ") == Query("Bus", excluded_filters=(Filter("jahr", "2021-2023"),))
    assert parse("Bus 2021 ") == Query("Bus 2021")


@pytest.mark.parametrize("text", ["OR", "OR OR", "-", '"', '""', "ort:", "jahr:bald", "- OR -", "-ort:x"])
def test_what_makes_no_sense_is_no_error(text: str) -> None:
    assert isinstance(parse(text), Query)


def test_long_queries_are_cut() -> None:
    assert len(parse("x" * 10_000).text) == LONGEST_QUERY


typed = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            ["-", '"', ":", "feld:", "-feld:", "ort:", 'raum:"', " OR ", " ", "2021-2023", "jahr:", "Bus"]
        ),
    ),
    max_size=20,
).map("".join)


@given(typed)
def test_any_text_is_a_query_of_known_facets(text: str) -> None:
    query = parse(text)
    assert {f.facet for f in (*query.filters, *query.excluded_filters)} <= set(PARSER.prefixes)
    assert all(len(words) > 1 for words in query.alternatives)
