"""The files that pages link to are small, compressed, the same on every run, and lawfully named."""

from __future__ import annotations

import gzip
import io
import json

import brotli
import pytest
from fontTools.ttLib import TTFont

from catalogue.edition import static_assets as assets
from catalogue.edition.static_assets import write_assets
from catalogue.edition.web_fonts import CUTS


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("assets") / "static"
    write_assets(folder)
    return folder


def names(folder):
    return json.loads((folder / "names.json").read_text("utf-8"))


def test_the_same_bytes_on_every_run(written, tmp_path):
    assets._files.cache_clear()
    write_assets(tmp_path / "again")
    once, again = ({f.name: f.read_bytes() for f in d.iterdir()} for d in (written, tmp_path / "again"))
    assert once == again


def test_another_edition_takes_over_what_an_earlier_one_has(written, tmp_path):
    write_assets(tmp_path / "next", written)
    assert {f.name for f in written.iterdir()} == {f.name for f in (tmp_path / "next").iterdir()}


def test_what_is_compressed_beside_a_file_is_that_file(written):
    for file in written.glob("*.br"):
        assert brotli.decompress(file.read_bytes()) == file.with_suffix("").read_bytes()
    for file in written.glob("*.gz"):
        assert gzip.decompress(file.read_bytes()) == file.with_suffix("").read_bytes()
    assert (written / f"{names(written)['kern.css']}.br").stat().st_size < 30_000


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.style)
def test_a_font_has_the_letters_of_german_and_not_the_reserved_name(written, cut):
    data = (written / names(written)[cut.file]).read_bytes()
    assert len(data) < 30_000
    font = TTFont(io.BytesIO(data))
    assert {ord(letter) for letter in "äöüßÄÖÜẞ„“‚‘–…€²₂→éşłč"} <= set(font.getBestCmap())
    shown = [str(record) for record in font["name"].names if record.nameID in (1, 3, 4, 6, 16)]
    assert shown
    assert not [name for name in shown if "Fira" in name]


def test_the_licence_of_the_font_lies_beside_it(written):
    assert "SIL OPEN FONT LICENSE" in (written / names(written)["OFL.txt"]).read_text("utf-8")
