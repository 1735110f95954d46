"""While somebody watches the content, every page tells what is wrong with it, and no longer when it is mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from catalogue.reading.problems import Problem
from catalogue.web.content_faults import MOST_TOLD, WATCHED

FAULT = Problem("content/measures/a/a-b.md", 7, 3, "unknown-term", "Den Begriff <b> gibt es nicht.")
PAGES = ("/", "/suche?q=Bus", "/massnahmen/zwoenitz-erzmobil", "/en/projekte", "/gibt-es-nicht")


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """The faults of one test are none of another."""
    yield
    WATCHED.tell(())


@pytest.mark.parametrize("address", PAGES)
def test_every_page_tells_file_line_and_remedy_until_it_is_mended(visitor, address):
    before = visitor.get(address).text
    assert 'role="alert"' not in before
    WATCHED.tell([FAULT])
    told = visitor.get(address).text
    assert 'role="alert"' in told
    assert "content/measures/a/a-b.md:7" in told
    assert "Den Begriff &lt;b&gt; gibt es nicht." in told
    WATCHED.tell(())
    assert visitor.get(address).text == before


def test_a_browser_that_has_the_page_is_told_too(visitor):
    etag = visitor.get("/massnahmen/zwoenitz-erzmobil").headers["ETag"]
    again = {"If-None-Match": etag}
    assert visitor.get("/massnahmen/zwoenitz-erzmobil", headers=again).status_code == 304
    WATCHED.tell([FAULT])
    faulty = visitor.get("/massnahmen/zwoenitz-erzmobil", headers=again)
    assert faulty.status_code == 200
    WATCHED.tell(())
    mended = visitor.get("/massnahmen/zwoenitz-erzmobil", headers={"If-None-Match": faulty.headers["ETag"]})
    assert mended.status_code == 200
    assert 'role="alert"' not in mended.text


def test_of_many_faults_the_first_are_told_with_their_number(visitor, page):
    WATCHED.tell([FAULT] * (MOST_TOLD + 3))
    (alert,) = (one for one in page("/").iterfind(".//div") if one.get("role") == "alert")
    assert len(alert.findall(".//li")) == MOST_TOLD
    assert f"Insgesamt sind es {MOST_TOLD + 3}." in "".join(alert.itertext())
