"""A long list is read part by part, by addresses that nobody needs to understand."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.api.cursors import cursor, page_of
from catalogue.api.problem_details import Refused


@pytest.mark.parametrize(
    "path", ["/api/search?q=bus&limit=7&umfang=alles", "/api/transfers?limit=50", "/api/reuses?limit=90"]
)
def test_following_next_gives_every_item_once(program, path):
    ids, total = [], None
    while path:
        answer = program.get(path)
        assert answer.status_code == 200
        ids += [item["id"] for item in answer.json["items"]]
        total, path = answer.json["total"], answer.json["next"]
        assert answer.headers.get("Link") == (f'<{path}>; rel="next"' if path else None)
    assert len(ids) == len(set(ids)) == total > 50


def test_a_cursor_of_another_request_or_a_changed_one_is_refused(program):
    path = program.get("/api/search?q=bus&limit=5").json["next"]
    [mark] = parse_qs(urlsplit(path).query)["cursor"]
    for asked in (f"q=app&limit=5&cursor={mark}", f"q=bus&limit=6&cursor={mark}", "q=bus&limit=5&cursor=abc"):
        answer = program.get(f"/api/search?{asked}")
        assert (answer.status_code, answer.json["type"]) == (404, "/api/#problem-cursor")
        assert "Beginnen Sie ohne „cursor“" in answer.json["detail"]


def test_a_cursor_of_an_edition_before_is_told_apart(program):
    old = cursor("0123456789ab", "/search?q=bus&limit=5", 2)
    answer = program.get(f"/api/search?limit=5&q=bus&cursor={old}")
    assert (answer.status_code, answer.json["type"]) == (410, "/api/#problem-expired-cursor")


@pytest.mark.parametrize("forged", ["x", "A", "ä", "e30", "Li4u", "MS4yLjM"])
def test_anything_else_is_no_cursor(forged):
    with pytest.raises(Refused):
        page_of(forged, "edition", "/search")
