"""Style sheets, fonts and scripts may be kept for a year and come compressed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import brotli
import pytest

from catalogue.edition import build, open_edition
from catalogue.web import create_app
from tests.small_content import write_small_content


def test_a_style_sheet_comes_compressed_as_the_browser_can_read_it(visitor, page):
    address = page("/").find(".//link[@rel='stylesheet']").get("href")
    plain = visitor.get(address)
    packed = visitor.get(address, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.data) == plain.data
    assert packed.mimetype == plain.mimetype == "text/css"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_files_with_a_hash_in_their_name_may_be_kept_for_a_year(visitor, page):
    for link in page("/").iterfind(".//head/link[@rel='stylesheet']"):
        cache = visitor.get(link.get("href")).cache_control
        assert cache.max_age >= 31_536_000
        assert cache.immutable


@pytest.mark.parametrize("name", ["names.json", "kern.css", "..%2fmanifest.json", "x"])
def test_nothing_else_of_the_edition_is_served(visitor, name):
    assert visitor.get(f"/static/{name}").status_code == 404


def test_compressed_copies_have_no_address_of_their_own(visitor, page):
    address = page("/").find(".//link[@rel='stylesheet']").get("href")
    assert visitor.get(f"{address}.br").status_code == 404


def test_a_page_that_outlives_its_edition_still_has_its_style_sheet(tmp_path: Path) -> None:
    """Another edition is served meanwhile. The file proves itself: the edition beside may be damaged."""
    build(write_small_content(tmp_path / "content"), tmp_path / "build")
    edition = open_edition(tmp_path / "build")
    beside = edition.folder.with_name("former") / "static"
    beside.mkdir(parents=True)
    style, script = b"a { color: green }", b"alert()"
    named = f"catalogue.{hashlib.sha256(style).hexdigest()[:10]}.css"
    for name, data in ((named, style), ("evil.0123456789.js", script), ("evil.js", script)):
        (beside / name).write_bytes(data)
    visitor = create_app(edition).test_client()
    answer = visitor.get(f"/static/{named}")
    assert (answer.status_code, answer.mimetype, answer.data) == (200, "text/css", style)
    assert answer.cache_control.immutable
    assert visitor.get("/static/evil.0123456789.js").status_code == 404
    assert visitor.get("/static/evil.js").status_code == 404
