"""What goes wrong is told as problem details (RFC 9457): what, what is allowed, and what to do."""

from __future__ import annotations

import pytest

from catalogue.api.validation import MOST_ERRORS

PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/api/gibt-es-nicht", 404, "not-found"),
        ("/api/measures/gibt-es-nicht", 404, "not-found"),
        ("/api/vocabularies/gibt-es-nicht", 400, "parameter"),
        ("/api/search?feld=x", 400, "parameter"),
        ("/api/search?" + "q=x&" * 9000, 414, "too-long"),
    ],
)
def test_each_kind_is_described_on_the_page(program, path, status, name):
    answer = program.get(path)
    assert (answer.status_code, answer.mimetype) == (status, PROBLEM)
    assert answer.json["status"] == status
    assert answer.json["type"] == f"/api/#problem-{name}"
    assert f'id="problem-{name}"' in program.get("/api/").text
    assert answer.json["title"]
    assert answer.json["detail"]
    assert "ETag" not in answer.headers


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("limit=1000", "limit", "eine Zahl von 1 bis 100"),
        ("limit=1&limit=2", "limit", "nur einmal"),
        ("limit=5.0", "limit", "eine Zahl"),
        ("staffel=x", "staffel", "eines von: staffel-1, staffel-2, staffel-3"),
        ("jahr=gestern", "jahr", "zum Beispiel 2022-2024"),
        ("q=" + "x" * 501, "q", "höchstens 500 Zeichen"),
        ("felt=mobilitaet", "felt", "Diesen Parameter gibt es hier nicht"),
        ("quelloffen=nein", "quelloffen", "nur ja"),
    ],
)
def test_each_wrong_value_is_named_with_what_is_allowed(program, query, parameter, told):
    [wrong] = program.get(f"/api/search?{query}").json["errors"]
    assert wrong["parameter"] == parameter
    assert told in wrong["detail"]


def test_all_wrong_values_are_told_at_once(program):
    errors = program.get("/api/search?limit=0&feld=x&typ=y").json["errors"]
    assert {each["parameter"] for each in errors} == {"limit", "feld", "typ"}


def test_of_thousands_of_wrong_values_some_are_told(program):
    answer = program.get("/api/search?" + "&".join(f"x{number}" for number in range(2000)))
    assert (answer.status_code, len(answer.json["errors"])) == (400, MOST_ERRORS)
    assert len(answer.data) < 20_000


def test_what_is_missing_is_told(program):
    assert program.get("/api/suggestions").json["errors"] == [
        {"parameter": "q", "detail": "Dieser Parameter fehlt."}
    ]


def test_under_en_it_is_told_in_english(program):
    told = program.get("/en/api/search?limit=0").json
    assert told["title"] == "A value of the address is not allowed"
    assert told["type"] == "/en/api/#problem-parameter"
    assert told["errors"] == [{"parameter": "limit", "detail": "a number from 1 to 100"}]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_written(program, method):
    answer = getattr(program, method)("/api/search")
    assert (answer.status_code, answer.mimetype) == (405, PROBLEM)
    assert "GET" in answer.headers["Allow"]


def test_pages_keep_their_own_errors(program):
    assert program.get("/gibt-es-nicht").mimetype == "text/html"
    assert program.post("/api/").mimetype == "text/html"
