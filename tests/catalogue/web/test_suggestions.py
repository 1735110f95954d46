"""While someone types, the search box is told what it may become."""

from __future__ import annotations

import pytest


def suggestions(visitor, typed, root=""):
    return visitor.get(f"{root}/vorschlaege", query_string={"q": typed}).json["suggestions"]


def test_places_topics_and_entries_are_suggested_with_their_kind(visitor):
    kinds = {each["kind"] for each in suggestions(visitor, "zw")}
    assert {"Ort", "Maßnahme", "Modellprojekt"} <= kinds
    assert {
        "text": "Mobilität und Verkehr",
        "kind": "Handlungsfeld",
        "address": "/suche?feld=mobilitaet",
    } in suggestions(visitor, "mob")


@pytest.mark.parametrize("typed", ["zw", "mob", "bür", "a"])
def test_every_suggestion_leads_to_a_page(visitor, typed):
    for each in suggestions(visitor, typed):
        assert visitor.get(each["address"]).status_code == 200, each


def test_english_labels_and_addresses(visitor):
    found = suggestions(visitor, "mob", "/en")
    assert {each["address"][:4] for each in found} == {"/en/"}
    assert "Mobility and transport" in [each["text"] for each in found]


@pytest.mark.parametrize("typed", ["", " ", "\x00", "xqzvbn", "<script>", "a" * 5000])
def test_nothing_to_suggest_is_an_empty_list(visitor, typed):
    assert suggestions(visitor, typed) == []
