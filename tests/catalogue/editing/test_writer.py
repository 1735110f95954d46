"""What is written is read again without a flaw, with the same values, and looks as the files of the content do."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from catalogue.editing.writer import entry_path, entry_text, values_of
from catalogue.model.entries import BODY, Knowledge, Measure, Municipality, Reuse
from catalogue.reading.characters import FOREIGN
from catalogue.reading.content import read_content
from catalogue.reading.entry_file import read_entry_file, read_front_matter
from catalogue.reading.file_places import model_of
from catalogue.reading.text_file import CONTROL, decode
from catalogue.reading.yaml_values import read_yaml

CONTENT = Path(__file__).parents[3] / "content"

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])

HOSTILE = [
    *("Platz #1 im Ort", "#1", "ja", "nein", "no", "yes", "on", "~", "null", "Null", "NULL", "true", "True"),
    *("1.10", "010", "0x1F", "1_000", "1e3", ".5", "-5", "+49 30", "12:30", "1:2:3", "2023-05-01", "2023"),
    *("Bauhof: nur leeren, was voll ist", "a:", ":a", "key: value: more", "http://a.de/#x", "a #", "a# b"),
    *(
        "- kein Punkt",
        "-",
        "--- ",
        "---",
        "...",
        "? wirklich",
        "?",
        "! Achtung",
        "!!str x",
        "&anker",
        "*stern",
    ),
    *(
        "@home",
        "`code`",
        "%YAML 1.2",
        "|",
        ">",
        ">-",
        "{a: b}",
        "[a, b]",
        "a, b",
        "a]",
        "}",
        "=",
        "<<",
        "<<: *a",
    ),
    *("„Zitat“", "„Zitat“ und mehr", "'einfach'", '"doppelt"', "it's: so", "'", '"', "''", "\"a\" 'b': c"),
    *(
        "Weg\\nzurück",
        "C:\\temp",
        "Tab\tmitten",
        "zwei  Leerzeichen",
        "geschützt: 10\u00a0km",
        "Wort:\u00a05",
    ),
    *(
        "Äpfel, Öl & Übermut – ß",
        "🚌 Rufbus",
        "👩‍🚒 #1: ja",
        "erste\nzweite",
        "erste\n\n  eingerückt",
        "a\n---\nb",
    ),
    *(
        "a\n# b",
        "a\n- b: c",
        "a \nb",
        "langes " * 60,
        "x" * 400,
        "Doppelpunkt: " * 30,
        "# " * 80,
        " am Rand ",
        "a - b " * 40,
    ),
    *("wort " * 23 + "- kein Punkt", "wort " * 22 + "# kein Kommentar " * 9, "wort " * 22 + "===== " * 20),
]

TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet="ab ä:#-'\"{}[],&*!|>%@`\n\t\\?=~0.🚌„“\u00a0", max_size=60),
    st.text(max_size=200),
    st.lists(st.sampled_from([*HOSTILE, "wort", "weiteres"]), min_size=2, max_size=30).map(" ".join),
)
"""Texts that YAML may take for something else; what no file may hold is left out."""


def as_read(text: str) -> str:
    """A text as a file holds it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def is_allowed(text: str) -> bool:
    """Whether a file may hold the characters at all; the check refuses the others, however they are written."""
    return not CONTROL.search(as_read(text)) and not FOREIGN.search(text)


def written_and_read(values: dict[str, Any], model: Any = Reuse) -> Any:
    """The values that come out again; asserts that nothing is told of them."""
    text = entry_text(model, values)
    file = decode(text.encode("utf-8"))
    assert (file.text, file.flaws) == (text, ())
    read = read_front_matter(text) if BODY in model.model_fields else read_yaml(text)
    assert read.flaws == []
    return read.data


@unhurried
@given(TEXT)
@example("a\n \u3000b")
def test_a_text_comes_out_as_it_went_in_wherever_it_stands(text: str) -> None:
    assume(is_allowed(text) and as_read(text))
    values = {
        "id": text,
        "note": text,
        "sources": [{"url": text, "title": text, "date": text}, {"key": text}],
    }
    told = as_read(text)
    assert written_and_read(values) == {
        "id": told,
        "note": told,
        "sources": [{"url": told, "title": told, "date": told}, {"key": told}],
    }


@unhurried
@given(st.lists(TEXT.filter(is_allowed).filter(as_read), min_size=1, max_size=4))
@example(["?0"])
@example(["?", ":a", "-b", "-"])
def test_a_list_of_texts_or_ids_comes_out_as_it_went_in(texts: list[str]) -> None:
    values = {"asked_as": texts, "fields": texts, "results": texts, "status_source": texts, BODY: "Text"}
    told = [as_read(text) for text in texts]
    read = written_and_read(values, Measure)
    assert read["asked_as"] == read["fields"] == read["results"] == told
    assert read["status_source"] == (told if len(told) > 1 else told[0])


@unhurried
@given(st.text(alphabet="ab \n#-*>|`äß🚌:", max_size=200), TEXT)
def test_prose_comes_out_as_it_went_in(body: str, title: str) -> None:
    assume(is_allowed(title))
    text = entry_text(Measure, {"title": title, BODY: body})
    values = read_front_matter(text)
    if as_read(title):
        assert values.data[BODY].strip() == body.strip()


def test_entries_of_the_content_are_the_same_when_they_are_written_anew() -> None:
    content = read_content(CONTENT)
    for file in content.files[::5]:  # all of them take half a minute
        model = model_of(Path(file.path))
        assert model
        assert file.entry
        values = values_of(file.entry)
        path = entry_path(model, values, file.folder)
        assert path.as_posix() == file.path
        anew = read_entry_file(path, model, entry_text(model, values).encode("utf-8"))
        assert (anew.entry, [flaw.code for flaw in anew.flaws]) == (
            file.entry,
            [flaw.code for flaw in file.flaws],
        )


def test_an_entry_looks_as_the_content_does() -> None:
    values = {
        "sources": [{"title": "Zeitung: Der Bus fährt", "url": "https://example.org/#bus", "key": "zeitung"}],
        "recorded": "2026-11-23",
        BODY: "\r\n## Lösung\r\n\r\nEin Bus fährt.\r\n",
        "status_date": "2023",
        "status_source": ["zeitung"],
        "status": "betrieb",
        "fields": ["mobilitaet", "soziales-teilhabe"],
        "costs": [{"amount_eur": 20000, "covers": "gesamt", "note": "", "source": ()}],
        "asked_as": ["Bus auf Anruf", "Bauhof: nur leeren, was voll ist", "ja"],
        "results": [
            "Ein Satz, der so lang ist, dass er nicht in eine Zeile passt, " * 2 + "und dann noch weitergeht"
        ],
        "open_source": True,
        "title": "Rufbus #1",
        "id": "musterstadt-rufbus",
        "subtitle": None,
        "deployment": [],
    }
    assert entry_text(Measure, values) == (
        "---\n"
        "id: musterstadt-rufbus\n"
        "title: 'Rufbus #1'\n"
        "asked_as:\n"
        "  - Bus auf Anruf\n"
        "  - 'Bauhof: nur leeren, was voll ist'\n"
        '  - "ja"\n'
        "fields: [mobilitaet, soziales-teilhabe]\n"
        "status: betrieb\n"
        "status_date: 2023\n"
        "status_source: zeitung\n"
        "costs:\n"
        "  - covers: gesamt\n"
        "    amount_eur: 20000\n"
        "results:\n"
        "  - >-\n"
        "    Ein Satz, der so lang ist, dass er nicht in eine Zeile passt, Ein Satz, der so lang ist, dass er nicht in eine\n"
        "    Zeile passt, und dann noch weitergeht\n"
        "open_source: true\n"
        "recorded: 2026-11-23\n"
        "sources:\n"
        "  - url: https://example.org/#bus\n"
        "    title: 'Zeitung: Der Bus fährt'\n"
        "    key: zeitung\n"
        "---\n"
        "\n"
        "## Lösung\n"
        "\n"
        "Ein Bus fährt.\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [("14521710", '"14521710"'), ("01002000", '"01002000"')],
)
def test_a_key_of_digits_keeps_its_zero_also_for_other_tools(value: str, written: str) -> None:
    assert f"ags: {written}\n" in entry_text(Municipality, {"id": "a", "ags": value})


@pytest.mark.parametrize(("value", "written"), [(65.0, "65"), (12.5, "12.5"), (7, "7"), ("8", "8")])
def test_numbers_stand_without_quotation_marks(value: object, written: str) -> None:
    text = entry_text(Measure, {"id": "a", "funding": [{"funder": "bund", "share_percent": value}]})
    assert re.search(rf"share_percent: {re.escape(written)}\n", text)


def test_wrong_values_are_written_all_the_same_so_that_the_check_can_tell_them() -> None:
    text = entry_text(Measure, {"id": "Ä b", "status_date": "bald", "farbe": "rot", "fields": "mobilitaet"})
    codes = {
        flaw.code for flaw in read_entry_file(Path("measures/x/a.md"), Measure, text.encode("utf-8")).flaws
    }
    assert {"unknown-key", "wrong-date", "id-differs", "wrong-type", "missing-key"} <= codes


@pytest.mark.parametrize(
    ("model", "values", "project", "path"),
    [
        (Measure, {"id": "ulm-a"}, "ulm", "measures/ulm/ulm-a.md"),
        (Municipality, {"id": "ulm"}, "", "municipalities/ulm.yaml"),
        (Knowledge, {"id": "a", "knowledge_kind": "studien"}, "", "knowledge/studien/a.md"),
        (Reuse, {"id": "a-ulm", "origin": "a"}, "", "reuses/a/a-ulm.yaml"),
    ],
)
def test_a_file_has_its_place(model: Any, values: dict[str, str], project: str, path: str) -> None:
    assert entry_path(model, values, project).as_posix() == path
    assert model_of(Path(path)) is model
