"""`catalogue postcodes` joins a table of GeoNames with the register and says how much of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from catalogue.commands.postcodes import postcodes

REGISTER = Path(__file__).parents[3] / "content/register"
LINES = "".join(
    "\t".join(("DE", code, name, "Sachsen", "SN", "", "00", "", "14521", "50.7", "12.8", "4")) + "\n"
    for code, name in (("09366", "Stollberg/Erzgebirge"), ("09366", "Niederdorf"), ("09999", "Nirgends"))
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    folder.mkdir()
    for name in ("municipalities.csv", "districts.csv"):
        shutil.copy(REGISTER / name, folder)
    return tmp_path


def run(content: Path, lines: str):
    table = content / "DE.txt"
    table.write_text(lines, "utf-8")
    return CliRunner().invoke(postcodes, [str(table), "--content", str(content)])


def test_the_file_is_written_and_the_coverage_told(content):
    done = run(content, LINES)
    assert done.exit_code == 0, done.output
    assert "1 von 2 Postleitzahlen" in done.output
    assert "2 von 10786 Gemeinden" in done.output
    assert (content / "register/postcodes.csv").read_text() == (
        "postcode,key\n09366,14521420\n09366,14521590\n"
    )


def test_another_table_is_refused_and_nothing_written(content):
    done = run(content, "plz;ort\n")
    assert done.exit_code == 1
    assert "keine Tabelle von GeoNames: Zeile 1" in done.output
    assert not (content / "register/postcodes.csv").exists()


def test_content_without_a_register_is_told(content):
    shutil.rmtree(content / "register")
    done = run(content, LINES)
    assert done.exit_code == 1
    assert "fehlt das Register der Gemeinden" in done.output
