"""`check --fix` mends what has one meaning, shows it, and leaves every other byte of a file as it was."""

from __future__ import annotations

import stat
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.cli import main
from catalogue.editing.fixing import Fix, mend
from catalogue.model.entries import Entry, Measure, Municipality, Solution
from catalogue.reading.entry_file import read_entry_file, read_front_matter
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, MUNICIPALITY, PROJECT, SOLUTION


def run(folder: Folder, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--fix", "--content", str(folder.root), *arguments])


VALUES = {
    "a German date": (MEASURE, "start: 2022", "start: 1.3.2022", "start: 2022-03-01", 13),
    "a month": (MEASURE, "start: 2022", "start: 03.2022", "start: 2022-03", 13),
    "a month in words": (MEASURE, "start: 2022", "start: März 2022", "start: 2022-03", 13),
    "a date in quotation marks": (MEASURE, "start: 2022", "start: '1.3.2022'", "start: '2022-03-01'", 13),
    "a date of a source": (MEASURE, "date: 2022-01-29", "date: 29.01.2022", "date: 2022-01-29", 33),
    "a date of a repository": (
        *(SOLUTION, "last_commit: 2025", "last_commit: 2025/06"),
        "last_commit: 2025-06",
        43,
    ),
    "an amount": (MEASURE, "amount_eur: 65000", "amount_eur: 65.000 €", "amount_eur: 65000", 19),
    "an amount in millions": (
        *(MEASURE, "amount_eur: 65000", "amount_eur: 1,2 Mio. €"),
        "amount_eur: 1200000",
        19,
    ),
    "a share": (MEASURE, "share_percent: 65", "share_percent: 65,5 %", "share_percent: 65.5", 20),
    "ja": (MEASURE, "open_source: true", "open_source: Ja", "open_source: true", 27),
    "nein": (MEASURE, "open_source: true", 'open_source: "nein"', 'open_source: "false"', 27),
    "inhabitants": (MUNICIPALITY, "population: 12000", "population: 12.000", "population: 12000", 5),
    "tracking in an address": (
        MEASURE,
        "url: https://example.org/bilanz",
        "url: https://example.org/bilanz?utm_source=x&b=1#c",
        "url: https://example.org/bilanz?b=1#c",
        34,
    ),
    "tracking in the prose": (
        MEASURE,
        "(https://example.org/app)",
        "(https://example.org/app?fbclid=1)",
        "(https://example.org/app)",
        53,
    ),
    "a blank that is none": (PROJECT, "lead: Stadt", "lead:\u00a0Stadt", "lead: Stadt", 3),
    "a soft hyphen": (MEASURE, "Ortsteilen fährt", "Orts\u00adteilen fährt", "Ortsteilen fährt", 49),
    "a zero-width space": (MEASURE, "title: Rufbus\n", "title: Ruf\u200bbus\n", "title: Rufbus\n", 3),
    "a decomposed umlaut": (MEASURE, "Fahrgäste", "Fahrga\u0308ste", "Fahrgäste", 22),
}

LEFT = {
    "a licence that may be two": ("licence: EUPL-1.2", "licence: GPLv3"),
    "a year of two digits": ("start: 2022", "start: 1.3.22"),
    "a day that the calendar has not": ("start: 2022", "start: 31.2.2022"),
    "a quarter": ("start: 2022", "start: Q1/2022"),
    "a date in a sentence": ("title: Rufbus\n", "title: Rufbus ab 1.3.2022\n"),
    "a protected blank in the prose": ("fährt abends", "fährt\u00a0abends"),
    "a soft hyphen at the end of a line": ("fährt abends kein", "fährt\u00ad\nabends kein"),
    "a date over two lines": ("start: 2022", "start: 1. März\n  2022"),
    "a misspelt term": ("status: betrieb", "status: bertieb"),
    "a blank in an address": ("https://example.org/bilanz", "https://example.org/b ilanz"),
}


@pytest.mark.parametrize(("path", "right", "wrong", "mended", "line"), VALUES.values(), ids=[*VALUES])
def test_what_has_one_meaning_is_mended_and_shown(
    folder: Folder, path: str, right: str, wrong: str, mended: str, line: int
) -> None:
    folder.replace(path, right, wrong)
    before = (folder.root / path).read_text("utf-8")
    result = run(folder)
    assert (folder.root / path).read_text("utf-8") == before.replace(wrong, mended)
    assert f"{folder.root / path}:{line}: " in result.stdout
    assert "1 Stelle in 1 Datei berichtigt." in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize(("right", "wrong"), LEFT.values(), ids=[*LEFT])
def test_what_may_mean_something_else_is_left(folder: Folder, right: str, wrong: str) -> None:
    folder.replace(MEASURE, right, wrong)
    before = (folder.root / MEASURE).read_bytes()
    assert "0 Stellen in 0 Dateien berichtigt." in run(folder).stderr
    assert (folder.root / MEASURE).read_bytes() == before


def test_bytes_that_mean_nothing_are_mended_without_a_change_of_the_entry(folder: Folder) -> None:
    text = FILES[MEASURE]
    spoilt = unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-8-sig")
    folder.write(MEASURE, spoilt)
    shown = run(folder).stdout
    assert (folder.root / MEASURE).read_text("utf-8") == text
    assert "UTF-8 mit BOM → UTF-8 ohne BOM" in shown
    assert "Zeilenenden CRLF → Zeilenenden LF" in shown
    assert "Fahrga[U+0308]ste → Fahrgäste" in shown


def test_only_the_paths_asked_for_are_mended(folder: Folder) -> None:
    for path in (MEASURE, PROJECT):
        folder.write(path, FILES[path].replace("\n", "\r\n"))
    run(folder, str(folder.root / "projects"))
    assert b"\r" not in (folder.root / PROJECT).read_bytes()
    assert b"\r" in (folder.root / MEASURE).read_bytes()


def test_a_right_folder_is_left_alone(folder: Folder) -> None:
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in folder.root.rglob("*.*")}
    assert run(folder).exit_code == 0
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in folder.root.rglob("*.*")} == before


def test_a_file_that_is_read_only_stops_all_before_anything_is_written(folder: Folder) -> None:
    for path in (MEASURE, PROJECT):
        folder.write(path, FILES[path].replace("\n", "\r\n"))
    (folder.root / PROJECT).chmod(0o444)
    result = run(folder)
    assert result.exit_code == 1
    assert f"„{folder.root / PROJECT}“ ist schreibgeschützt." in result.stderr
    assert b"\r" in (folder.root / MEASURE).read_bytes()


def test_a_mended_file_keeps_its_mode_and_nothing_is_left_beside_it(folder: Folder) -> None:
    folder.write(PROJECT, FILES[PROJECT].replace("\n", "\r\n"))
    (folder.root / PROJECT).chmod(0o640)
    run(folder)
    assert stat.S_IMODE((folder.root / PROJECT).stat().st_mode) == 0o640
    assert [path for path in (folder.root / "projects").iterdir() if path.name.startswith(".")] == []


def test_json_stays_json(folder: Folder) -> None:
    folder.write(PROJECT, FILES[PROJECT].replace("\n", "\r\n"))
    assert run(folder, "--format", "json").stdout == "[]\n"


def test_two_values_of_a_line_are_both_mended() -> None:
    text = FILES[MEASURE].replace(
        "    amount_eur: 65000\n    share_percent: 65\n",
        "    amount_eur: 65.000\n    share_percent: 65,0\n  - {funder: kommune, amount_eur: 35.000, share_percent: '35,0'}\n",
    )
    mended, fixes = mend(Measure, text.encode())
    assert "{funder: kommune, amount_eur: 35000, share_percent: '35.0'}" in mended.decode()
    assert fixes[2:] == [Fix(21, "35,0", "35.0"), Fix(21, "35.000", "35000")]


MODELS: dict[str, type[Entry]] = {MEASURE: Measure, MUNICIPALITY: Municipality, SOLUTION: Solution}
PIECES = st.sampled_from(
    [
        *(
            "\ufeff",
            "\r\n",
            "\r",
            "\u00a0",
            "\u2003",
            "\u00ad",
            "\u200b",
            "\u2060",
            "a\u0308",
            "\u0308",
            "\n",
            " ",
            "#",
        ),
        *(
            "1.3.2024",
            "31.2.2024",
            "1.200.000 €",
            "ja",
            "65,5 %",
            "?utm_source=x",
            "&fbclid=1",
            "'",
            '"',
            "- ",
            ": ",
        ),
        *(
            "start: 1.3.2024\n",
            "open_source: nein\n",
            "[x](https://a.de/?gclid=1)",
            "---\n",
            "\x07",
            "\u2028",
            ">-\n",
        ),
    ]
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[type[Entry], str]:
    path = draw(st.sampled_from([*MODELS]))
    text = FILES[path]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + draw(PIECES) + text[end:]
    return MODELS[path], text


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_mending_again_changes_nothing_more(given_entry: tuple[type[Entry], str]) -> None:
    model, text = given_entry
    once, _ = mend(model, text.encode("utf-8", "surrogatepass"))
    assert mend(model, once) == (once, [])


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_mending_never_changes_what_an_entry_says(given_entry: tuple[type[Entry], str]) -> None:
    model, text = given_entry
    mended, fixes = mend(model, text.encode())
    before = read_entry_file(Path("folder/musterstadt-rufbus.md"), model, text.encode())
    after = read_entry_file(Path("folder/musterstadt-rufbus.md"), model, mended)
    if before.entry is not None:
        assert after.entry is not None
        assert said(after.entry) == said(before.entry)
    assert {flaw.code for flaw in after.flaws} <= {flaw.code for flaw in before.flaws} or fixes
    assert mended != text.encode() or not fixes


def said(entry: Entry) -> str:
    """What an entry says, without characters that mean nothing."""
    return unicodedata.normalize("NFC", entry.model_dump_json())


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_can_be_given(data: bytes) -> None:
    for model in MODELS.values():
        mended, _ = mend(model, data)
        assert mend(model, mended)[0] == mended


def test_what_stands_in_the_front_matter_is_read_as_before(folder: Folder) -> None:
    text = FILES[MEASURE].replace("start: 2022", "start: 1.3.2022").replace("Rund 40", "Rund\u00ad 40")
    mended, _ = mend(Measure, text.encode())
    before, after = read_front_matter(text).data, read_front_matter(mended.decode()).data
    assert {key for key in before if before[key] != after[key]} == {"start", "results"}
