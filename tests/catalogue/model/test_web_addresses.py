"""Which web addresses a reader of the catalogue can use, what is offered for the others, and when two name one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model.web_addresses import Why, fault, page_of

REFUSED: list[tuple[str, Why, str]] = [
    ("https:/example.org", "scheme", "https://example.org"),
    ("https:example.org", "scheme", "https://example.org"),
    ("https//example.org/x", "scheme", "https://example.org/x"),
    ("https:///example.org", "scheme", "https://example.org"),
    ("http:/example.org", "scheme", "http://example.org"),
    ("htps://example.org", "scheme", "https://example.org"),
    ("ttps://example.org", "scheme", "https://example.org"),
    ("hhttps://example.org", "scheme", "https://example.org"),
    ("www.example.org/a", "scheme", "https://www.example.org/a"),
    ("example.org", "scheme", "https://example.org"),
    ("", "form", ""),
    ("https://", "form", ""),
    ("https:///", "form", ""),
    ("ftp://example.org", "form", ""),
    ("javascript:alert(1)", "form", ""),
    ("data:text/html,x", "form", ""),
    ("mailto:a@example.org", "form", ""),
    ("https://example.org\\\\x", "form", ""),
    ("https://exam ple.org", "blank", "https://example.org"),
    ("https:// example.org", "blank", "https://example.org"),
    ("https://example.org/a b.pdf", "blank", "https://example.org/a%20b.pdf"),
    ("https://example.org/a\u00a0b", "blank", "https://example.org/a%20b"),
    ("https://https://example.org", "glued", "https://example.org"),
    ("http://https://example.org", "glued", "https://example.org"),
    ("https://http:/example.org", "glued", "https://example.org"),
    ("http://" * 200 + "example.org", "glued", "https://example.org"),
    ("https://example.orghttps://example.com", "glued", ""),
    ("https://example.org,https://example.com", "glued", ""),
    ("https://example.org/https://example.com", "glued", ""),
    ("https://example.org/a;http://example.com", "glued", ""),
    ("https://example.org/" + "a" * 2000, "long", ""),
    ("http://" * 20_000, "long", ""),
    ("https://anna@example.org", "user", "https://example.org"),
    ("https://anna:geheim@example.org/x", "user", "https://example.org/x"),
    ("http://localhost", "host", ""),
    ("http://localhost:8000/x", "host", ""),
    ("http://wiki.localhost/x", "host", ""),
    ("http://server.local", "host", ""),
    ("https://wiki.stadt.intern/x", "host", ""),
    ("https://wiki.lan", "host", ""),
    ("https://intranet/smart-city", "host", ""),
    ("http://127.0.0.1", "host", ""),
    ("http://10.1.2.3/x", "host", ""),
    ("http://172.16.0.1", "host", ""),
    ("http://192.168.178.1", "host", ""),
    ("http://169.254.1.1", "host", ""),
    ("http://0.0.0.0", "host", ""),
    ("http://2130706433/", "host", ""),
    ("http://[::1]/", "host", ""),
    ("http://[fd00::1]/", "host", ""),
    ("https://example", "host", ""),
    ("https://example.o", "host", ""),
    ("https://example.org)", "end", "https://example.org"),
    ("https://example.org/a)", "end", "https://example.org/a"),
    ("https://example.org/a]", "end", "https://example.org/a"),
    ("https://example.org/a.", "end", "https://example.org/a"),
    ("https://example.org/a,", "end", "https://example.org/a"),
    ("https://example.org/a;", "end", "https://example.org/a"),
    ("https://example.org/a).", "end", "https://example.org/a"),
    ("https://example.org/a?", "end", "https://example.org/a"),
    ("https://example.org/a“", "end", "https://example.org/a"),
    ("<https://example.org/a>", "end", "https://example.org/a"),
    ("[Seite](https://example.org/a)", "end", "https://example.org/a"),
    ("(https://example.org/a)", "end", "https://example.org/a"),
    ("https://example.org/a?utm_source=rss", "tracking", "https://example.org/a"),
    ("https://example.org/a?id=1&utm_source=rss&utm_medium=x", "tracking", "https://example.org/a?id=1"),
    ("https://example.org/a?fbclid=IwAR2", "tracking", "https://example.org/a"),
    ("https://example.org/a?fbclid=IwAR2&id=1#ort", "tracking", "https://example.org/a?id=1#ort"),
    ("https://example.org/a?gclid=1", "tracking", "https://example.org/a"),
    ("https://example.org/a?mtm_campaign=nl", "tracking", "https://example.org/a"),
    ("https://example.org/a?UTM_SOURCE=rss", "tracking", "https://example.org/a"),
]

ACCEPTED = [
    "https://example.org",
    "http://example.org/",
    "https://example.org:8443/x",
    "https://müllheim.example.org/straße",
    "https://xn--mllheim-n2a.de",
    "https://de.wikipedia.org/wiki/Halle_(Saale)",
    "https://example.org/a_",
    "https://example.org/a?object=tx,2513.5&ModID=7",
    "https://example.org/a?utmost=1&ref=2",
    "https://example.org/suche?url=https://example.com",
    "https://web.archive.org/web/2024/https://example.org/",
    "https://wayback.edoweb-rlp.de/weltweit/20241029mp_/https:/www.example.org",
    "https://example.org/#/pfad",
    "https://example.org/@stadt/1",
    "https://8.8.8.8/x",
    "https://smart.city",
]

ONE_PAGE = [
    ("https://example.org/a", "http://example.org/a"),
    ("https://www.example.org/a", "https://example.org/a"),
    ("https://example.org/a/", "https://example.org/a"),
    ("https://example.org", "https://www.example.org/"),
    ("https://EXAMPLE.org/a", "https://example.org/a"),
    ("https://example.org/a?utm_source=x", "https://example.org/a"),
    ("https://example.org/a?id=1&fbclid=x", "https://example.org/a?id=1"),
    ("https://example.org:443/a", "https://example.org/a"),
]

OTHER_PAGE = [
    ("https://example.org/a", "https://example.org/b"),
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a?id=1", "https://example.org/a?id=2"),
    ("https://example.org/a.pdf#page=1", "https://example.org/a.pdf#page=2"),
    ("https://a.example.org", "https://b.example.org"),
]


@pytest.mark.parametrize(("address", "why", "better"), REFUSED)
def test_an_address_that_nobody_can_use_is_refused_with_the_right_one(
    address: str, why: Why, better: str
) -> None:
    assert fault(address) == (why, better)


@pytest.mark.parametrize("better", sorted({better for _, _, better in REFUSED if better}))
def test_what_is_offered_is_itself_right(better: str) -> None:
    assert fault(better) is None


@pytest.mark.parametrize("address", ACCEPTED)
def test_a_public_address_is_accepted(address: str) -> None:
    assert fault(address) is None


@pytest.mark.parametrize(("one", "two"), ONE_PAGE)
def test_spellings_of_an_address_name_one_page(one: str, two: str) -> None:
    assert page_of(one) == page_of(two)


@pytest.mark.parametrize(("one", "two"), OTHER_PAGE)
def test_other_addresses_name_other_pages(one: str, two: str) -> None:
    assert page_of(one) != page_of(two)


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(["https://", "www.", "a.de", "/", "?", "utm_x=1", "&", ")", "@", " ", ":", "[", "]"]),
        max_size=10,
    ).map("".join)
)
def test_any_text_is_judged_and_what_is_offered_is_right_or_has_another_fault_less(address: str) -> None:
    wrong = fault(address)
    if wrong and wrong.better:
        assert wrong.better != address
    page_of(address)
