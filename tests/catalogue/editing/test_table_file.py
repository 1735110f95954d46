"""Tables as people save them are read rightly, or refused with what to do."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from catalogue.editing.table_file import TableRefused, read_table

HEAD = "id;title;status_date\n"
ROW = "ulm-bus;Bus für Ältere;2026-05\n"


def cells(data: bytes, name: str = "a.csv") -> list[dict[str, Any]]:
    return [row.cells for row in read_table(name, data, "measures").rows]


WANTED = [{"id": "ulm-bus", "title": "Bus für Ältere", "status_date": "2026-05"}]


def workbook(*rows: tuple[Any, ...], formats: dict[str, str] | None = None, title: str = "Tabelle1") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + ROW).encode(),
        (HEAD + ROW).encode("utf-8-sig"),
        (HEAD + ROW).encode("cp1252"),
        (HEAD + ROW).encode("utf-16"),
        (HEAD + ROW).replace(";", ",").encode(),
        (HEAD + ROW).replace(";", "\t").encode(),
        (HEAD + ROW).replace("\n", "\r\n").encode(),
        ("sep=;\n" + HEAD + ROW).encode(),
        ("\n\n" + HEAD + "\n" + ROW + ";;\n").encode(),
        (HEAD.replace("\n", ";;\n") + ROW.replace("\n", ";;\n")).encode(),
        '"id";"title";"status_date"\n"ulm-bus";"Bus für Ältere";"2026-05"\n'.encode(),
    ],
)
def test_csv_is_read_however_it_was_saved(data: bytes) -> None:
    assert [one for one in cells(data) if one] == WANTED


def test_another_encoding_than_utf_8_is_told() -> None:
    assert "Windows-1252" in read_table("a.csv", (HEAD + ROW).encode("cp1252"), "").notes[0]


def test_rows_are_numbered_as_people_count_them_also_behind_cells_of_several_lines() -> None:
    table = read_table("a.csv", b'id;body\na;"eins\nzwei"\n\nb;x\n', "")
    assert [(row.number, row.cells["id"]) for row in table.rows] == [(2, "a"), (5, "b")]
    assert table.rows[0].cells["body"] == "eins\nzwei"


def test_the_sign_before_what_a_spreadsheet_would_run_is_taken_away() -> None:
    assert cells(b"id;title\na;'=1+1\nb;'Zitat'\n") == [
        {"id": "a", "title": "=1+1"},
        {"id": "b", "title": "'Zitat'"},
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"", "leer"),
        ("a.csv", b"\n\n", "leer"),
        ("a.csv", b'id;title\na;"offen\n', "Anführungszeichen"),
        ("a.csv", b"id;id\na;b\n", "zweimal"),
        ("a.csv", b"id\n\x81\x8d\n", "CSV UTF-8"),
        ("a.xls", b"", ".xlsx"),
        ("a.txt", b"", "Endung"),
        ("a.xlsx", b"PK no workbook", "Arbeitsmappe"),
        ("a.json", b"{", "Zeile 1, Spalte 2"),
        ("a.json", b"[1]", "Liste von Eintr"),
        ("a.json", b"\xff", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(name: str, data: bytes, told: str) -> None:
    with pytest.raises(TableRefused, match=told):
        read_table(name, data, "measures")


def test_a_workbook_gives_days_numbers_and_truth_as_a_file_says_them() -> None:
    data = workbook(
        ("id", "recorded", "start", "population", "ags", "share", "open_source", "zeit"),
        ("a", date(2026, 5, 1), date(2026, 5, 1), 12000.0, 14521710, 12.5, True, datetime(2026, 5, 1, 0, 0)),
        formats={"B2": "dd.mm.yyyy", "C2": "mmm yy"},
    )
    assert cells(data, "a.xlsx") == [
        {
            "id": "a",
            "recorded": "2026-05-01",
            "start": "2026-05",
            "population": "12000",
            "ags": "14521710",
            "share": "12.5",
            "open_source": "true",
            "zeit": "2026-05-01",
        }
    ]


def test_a_formula_an_error_and_a_cell_without_heading_are_told_with_their_place() -> None:
    data = workbook(("id", "title"), ("a", "=A1"), ("b", "#REF!"), ("c", "x", "y"))
    faults = read_table("a.xlsx", data, "").faults
    assert [(row, column) for row, column, _ in faults] == [(2, "title"), (3, "title"), (4, "Spalte 3")]
    assert "Werte" in faults[0][2]


def test_of_a_workbook_the_sheet_of_the_kind_is_read() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(("Inhalt",))
    for row in (("id", "title"), ("a", "b")):
        (book["measures"] if "measures" in book.sheetnames else book.create_sheet("measures")).append(row)
    out = io.BytesIO()
    book.save(out)
    table = read_table("a.xlsx", out.getvalue(), "measures")
    assert [row.cells for row in table.rows] == [{"id": "a", "title": "b"}]
    assert "measures" in table.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        b'[{"id": "a", "fields": ["x"], "note": null}]',
        b'{"measures": [{"id": "a", "fields": ["x"]}], "solutions": []}',
        b'\xef\xbb\xbf{"id": "a", "fields": ["x"]}\n',
        b'{"id": "a", "fields": ["x"]}\n{"id": "b"}\n',
    ],
)
def test_json_keeps_its_lists(data: bytes) -> None:
    assert cells(data, "a.json")[0] == {"id": "a", "fields": ["x"]}
