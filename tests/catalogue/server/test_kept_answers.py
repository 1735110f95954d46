"""A page is made once and given again to everybody who asks the same, and to nobody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from catalogue.server import kept_answers, web_frontend
from catalogue.server.asgi import Scope
from catalogue.server.kept_answers import OVERHEAD_BYTES, KeptAnswers, ReadyAnswer, question
from catalogue.server.web_frontend import WebFrontend
from tests.catalogue.server.asking import Asking, asking

PAGE = "/massnahmen/musterstadt-rufbus"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often an answer was made, by path and query."""
    counted: Counter[str] = Counter()
    make = WebFrontend._answer

    def counting(self: WebFrontend, scope: Scope, form: bytes) -> ReadyAnswer:
        counted[f"{scope['path']}?{scope['query_string'].decode()}".rstrip("?")] += 1
        return make(self, scope, form)

    monkeypatch.setattr(WebFrontend, "_answer", counting)
    return counted


@pytest.fixture
def ask(output: Path, made: Counter[str]) -> Iterator[Asking]:
    with asking(output) as questions:
        yield questions


def test_a_page_is_made_once(ask: Asking, made: Counter[str]) -> None:
    first, second = ask(PAGE), ask(PAGE)
    assert made[PAGE] == 1
    assert (first.content, first.headers) == (second.content, second.headers)


def test_each_way_of_compressing_has_its_own_answer(ask: Asking, made: Counter[str]) -> None:
    sizes = [
        int(ask(PAGE, **{"Accept-Encoding": told}).headers["content-length"])
        for told in ("identity", "gzip", "identity", "gzip", "br", "br")
    ]
    assert made[PAGE] == 3
    assert sizes[:2] == sizes[2:4]
    assert sizes[4] == sizes[5]
    assert len(set(sizes)) == 3


def test_nobody_is_led_to_the_language_of_another(ask: Asking) -> None:
    said = ("de", "en", "de", "en")
    assert [ask("/", **{"Accept-Language": language}).status_code for language in said] == [
        200,
        302,
        200,
        302,
    ]


def test_what_a_visitor_says_beside_the_address_gets_into_no_page(ask: Asking, made: Counter[str]) -> None:
    said = {"Host": "evil.example", "Cookie": "a=evil", "X-Forwarded-Host": "evil.example", "Referer": "evil"}
    for path in (PAGE, "/suche?q=bus", "/neues.atom", "/sitemap.xml"):
        assert "evil" not in ask(path, **said).text
        assert "evil" not in ask(path).text
        assert made[path] == 1


def test_two_headers_of_one_name_are_not_taken_for_the_last() -> None:
    scope = {
        "method": "GET",
        "path": "/hilfe",
        "raw_path": b"/hilfe",
        "query_string": b"",
        "scheme": "http",
        "headers": [(b"accept-encoding", b"br"), (b"accept-encoding", b"identity")],
    }
    assert question(scope) != question({**scope, "headers": scope["headers"][1:]})


def test_values_that_no_page_reads_give_an_answer_of_their_own(ask: Asking, made: Counter[str]) -> None:
    for path in (PAGE, f"{PAGE}?x=1", f"{PAGE}?x=1", f"{PAGE}?x=2"):
        assert ask(path).status_code == 200
    assert dict(made) == {PAGE: 1, f"{PAGE}?x=1": 1, f"{PAGE}?x=2": 1}


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/massnahmen/gibt-es-nicht", {}),
        (f"{PAGE}?x={'x' * 1000}", {}),
        (PAGE, {"Accept-Encoding": "gzip, " + "x" * 1000}),
        (PAGE, {"Range": "bytes=0-1"}),
        (PAGE, {"If-None-Match": '"other"'}),
    ],
    ids=["missing", "long address", "long header", "part of it", "on condition"],
)
def test_what_few_ask_for_is_not_kept(
    ask: Asking, made: Counter[str], path: str, headers: dict[str, str]
) -> None:
    ask(path, **headers)
    ask(path, **headers)
    assert made[path] == 2


def test_what_a_visitor_has_is_not_sent_again(ask: Asking) -> None:
    etag = ask(PAGE).headers["etag"]
    assert [ask(PAGE, **{"If-None-Match": etag}).status_code for _ in range(2)] == [304, 304]


def test_a_page_of_yesterday_is_made_again(
    ask: Asking, made: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(PAGE)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date.fromordinal(date.today().toordinal() + 1)

    monkeypatch.setattr(kept_answers, "date", Tomorrow)
    ask(PAGE)
    assert made[PAGE] == 2


def test_any_number_of_odd_addresses_takes_only_so_much(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptAnswers(500_000, 200_000)
    monkeypatch.setattr(web_frontend, "KeptAnswers", lambda *_: kept)
    most = 0
    with asking(output) as ask:
        for number in range(100):
            ask(f"{PAGE}?n={number}")
            most = max(most, kept.bytes)
    assert 400_000 < most <= 500_000


def answer(size: int, *headers: tuple[bytes, bytes], status: int = 200) -> ReadyAnswer:
    return ReadyAnswer(status, list(headers), [b"x" * size])


def asked(path: str) -> kept_answers.Asked:
    found = question(
        {
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "scheme": "http",
            "headers": [],
        }
    )
    assert found
    return found


def test_what_nobody_asked_for_the_longest_is_let_go() -> None:
    kept = KeptAnswers(2 * (100 + OVERHEAD_BYTES), 10_000)
    kept.keep(asked("/a"), answer(100))
    kept.keep(asked("/b"), answer(100))
    assert kept.get(asked("/a"))
    kept.keep(asked("/c"), answer(100))
    assert [bool(kept.get(asked(path))) for path in ("/a", "/b", "/c")] == [True, False, True]


@pytest.mark.parametrize(
    "given",
    [
        answer(10_000),
        answer(10, status=404),
        answer(10, (b"vary", b"Accept-Encoding, Cookie")),
        answer(10, (b"vary", b"Accept-Language")),
        answer(10, (b"cache-control", b"no-store")),
        answer(10, (b"set-cookie", b"a=b")),
        ReadyAnswer(200, [], iter([b"a piece of a file"])),
    ],
    ids=["large", "missing", "cookie", "language", "no-store", "sets a cookie", "a file"],
)
def test_what_is_not_for_everybody_is_not_kept(given: ReadyAnswer) -> None:
    kept = KeptAnswers(1_000_000, 10_000)
    kept.keep(asked("/a"), given)
    assert kept.get(asked("/a")) is None
    assert kept.bytes == 0
