"""The forms in which an edition, or chosen measures of one, can be had as files. A new form is registered here, and only here:
the command, the page of downloads and the metadata of the data set follow.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

from catalogue.edition import Edition
from catalogue.edition.tables import plural
from catalogue.edition.views import VIEWS
from catalogue.exports.archive import zip_file
from catalogue.exports.data_package import data_package
from catalogue.exports.entries import json_file
from catalogue.exports.json_lines import json_lines
from catalogue.exports.licence import LICENCE
from catalogue.exports.parquet import parquet_file
from catalogue.exports.spreadsheet import csv_file, measures_file
from catalogue.exports.typed_tables import TypedTable, typed_tables
from catalogue.exports.workbook import Sheet, workbook
from catalogue.facts.wording import wording
from catalogue.model.entries import PUBLISHED, Label
from catalogue.queries import vocabularies
from catalogue.queries.connection import connect, read_as_of
from catalogue.queries.former_ids import renamed
from catalogue.queries.measure_records import MeasureRecord, measure_records

Files = dict[str, bytes]
"""Contents by the names of the files; a form that is one file calls it `""`."""

NAME = "smart-city-katalog"
"""What the files of downloads are called before the ending of their form."""


class UnknownMeasure(Exception):
    """An id names no measure of the edition."""

    def __init__(self, measure_id: str) -> None:
        super().__init__(measure_id)
        self.measure_id = measure_id


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open a download: a line for each of the programs that most people use."""

    excel: Label
    r: str
    pandas: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export."""

    name: Label
    about: Label
    """What it gives, for the help of the command and for the page of downloads."""
    ending: str
    """Of the file that is downloaded; a form of several files ends with `zip`."""
    media_type: str
    """Of the file, or of those in the archive, as IANA has registered it; empty if it has not."""
    eu_format: str
    """The same in the list of file types of the European Union; empty if it stands not there."""
    opening: Opening
    files: Callable[[sqlite3.Connection, Edition, list[str]], Files]
    """Makes them of the measures with these ids, of everything if there are none. Raises UnknownMeasure."""
    can_choose: bool = False
    """Whether it can be had of chosen measures."""

    @property
    def file_name(self) -> str:
        """What the download is called."""
        return f"{NAME}.{self.ending}"

    @property
    def is_packed(self) -> bool:
        """Whether the download is an archive of several files."""
        return self.ending.endswith("zip")


def _table(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    words = replace(wording(db, "de"), today=date.fromisoformat(edition.day))
    return {"": measures_file(_chosen(db, ids), words)}


def _json(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {"": json_file(db, _chosen(db, ids), edition.id, others=not ids)}


def _package(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return dict(data_package(db, _vocabularies(edition, db), edition.id))


def _sqlite(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {"": edition.database.read_bytes()}


def _tables(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {f"{table.name}.csv": _csv(table) for table in _typed(db, edition)}


def _csv(table: TypedTable) -> bytes:
    """A table as CSV after RFC 4180. No cell is run by a spreadsheet; yes and no are 1 and 0 as in the database."""
    names = [column.name for column in table.columns]
    rows = ([int(cell) if isinstance(cell, bool) else cell for cell in row] for row in table.rows)
    return csv_file(names, rows, delimiter=",", encoding="utf-8")


def _json_lines(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return dict(json_lines(db))


def _parquet(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    about = {"edition": edition.id, "licence": LICENCE["path"]}
    return {f"{table.name}.parquet": parquet_file(table, about) for table in _typed(db, edition)}


def _workbook(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {"": workbook([*_sheets(_typed(db, edition), edition.id)])}


def _sheets(tables: Iterator[TypedTable], edition: str) -> Iterator[Sheet]:
    """A sheet that says what the others are, and one for each kind of entry and each view; links have none."""
    wanted = {plural(model.kind) for model in PUBLISHED} | {view.name for view in VIEWS}
    shown = [table for table in tables if table.name in wanted]
    about = [
        ("", "", f"Smart-City-Katalog, Ausgabe {edition}, Lizenz {LICENCE['name']} ({LICENCE['path']})"),
        *((table.name, "", table.description) for table in shown),
        *((table.name, column.name, column.description) for table in shown for column in table.columns),
    ]
    yield "Inhalt", ("Blatt", "Spalte", "Bedeutung"), about
    for table in shown:
        yield table.name, [column.name for column in table.columns], table.rows


TO_SPREADSHEET = Label(
    de="Nicht ohne Weiteres; nehmen Sie die Arbeitsmappe (.xlsx)",
    en="Not directly; take the workbook (.xlsx)",
)
UNPACK_FOR_SPREADSHEET = Label(
    de="Auspacken, dann Daten → Aus Text/CSV, Zeichensatz UTF-8",
    en="Unpack, then Data → From Text/CSV, encoding UTF-8",
)

FORMS: Mapping[str, Form] = {
    "xlsx": Form(
        name=Label(de="Arbeitsmappe", en="Workbook"),
        about=Label(
            de="Arbeitsmappe für Excel und LibreOffice, ein Blatt je Art von Eintrag und je Sicht",
            en="workbook for Excel and LibreOffice, a sheet for each kind of entry and each view",
        ),
        ending="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        eu_format="XLSX",
        opening=Opening(
            excel=Label(de="Doppelklick", en="Double-click"),
            r=f'readxl::read_excel("{NAME}.xlsx", sheet = "measures_overview")',
            pandas=f'pd.read_excel("{NAME}.xlsx", sheet_name="measures_overview")',
        ),
        files=_workbook,
    ),
    "csv": Form(
        name=Label(de="Tabelle der Maßnahmen", en="Table of the measures"),
        about=Label(
            de="Tabelle der Maßnahmen mit Semikolons für Excel und LibreOffice, die „catalogue import“ ganz zurückliest",
            en="table of the measures with semicolons for Excel and LibreOffice, headings in German; `catalogue import` reads it back whole",
        ),
        ending="csv",
        media_type="text/csv",
        eu_format="CSV",
        opening=Opening(
            excel=Label(de="Doppelklick", en="Data → From Text/CSV, separator semicolon"),
            r=f'read.csv2("{NAME}.csv", fileEncoding = "UTF-8-BOM")',
            pandas=f'pd.read_csv("{NAME}.csv", sep=";")',
        ),
        files=_table,
        can_choose=True,
    ),
    "sqlite": Form(
        name=Label(de="SQLite", en="SQLite"),
        about=Label(
            de="die Datenbank mit allen Tabellen und Sichten als eine Datei",
            en="the database with all tables and views as one file",
        ),
        ending="db",
        media_type="application/vnd.sqlite3",
        eu_format="",
        opening=Opening(
            excel=TO_SPREADSHEET,
            r=f'DBI::dbReadTable(DBI::dbConnect(RSQLite::SQLite(), "{NAME}.db"), "measures_overview")',
            pandas=f'pd.read_sql("SELECT * FROM measures_overview", sqlite3.connect("{NAME}.db"))',
        ),
        files=_sqlite,
    ),
    "tables": Form(
        name=Label(de="CSV", en="CSV"),
        about=Label(
            de="alle Tabellen und Sichten als CSV-Dateien mit Kommas",
            en="all tables and views as CSV files with commas",
        ),
        ending="csv.zip",
        media_type="text/csv",
        eu_format="CSV",
        opening=Opening(
            excel=UNPACK_FOR_SPREADSHEET,
            r=f'read.csv(unz("{NAME}.csv.zip", "measures_overview.csv"), encoding = "UTF-8")',
            pandas=f'pd.read_csv(zipfile.ZipFile("{NAME}.csv.zip").open("measures_overview.csv"))',
        ),
        files=_tables,
    ),
    "parquet": Form(
        name=Label(de="Parquet", en="Parquet"),
        about=Label(
            de="alle Tabellen und Sichten als Parquet-Dateien: Tage, Zahlen, ja und nein haben ihren Typ",
            en="all tables and views as Parquet files: days, numbers, yes and no have their types",
        ),
        ending="parquet.zip",
        media_type="application/vnd.apache.parquet",
        eu_format="PARQUET",
        opening=Opening(
            excel=TO_SPREADSHEET,
            r=f'arrow::read_parquet(unzip("{NAME}.parquet.zip", "measures_overview.parquet"))',
            pandas=f'pd.read_parquet(zipfile.ZipFile("{NAME}.parquet.zip").open("measures_overview.parquet"))',
        ),
        files=_parquet,
    ),
    "jsonl": Form(
        name=Label(de="JSON Lines", en="JSON Lines"),
        about=Label(
            de="alle Einträge mit allen Angaben, eine Datei je Art, eine Zeile je Eintrag",
            en="all entries with all that they tell, a file a kind, a line an entry",
        ),
        ending="jsonl.zip",
        media_type="",
        eu_format="",
        opening=Opening(
            excel=TO_SPREADSHEET,
            r=f'jsonlite::stream_in(unz("{NAME}.jsonl.zip", "measures.jsonl"))',
            pandas=f'pd.read_json(zipfile.ZipFile("{NAME}.jsonl.zip").open("measures.jsonl"), lines=True)',
        ),
        files=_json_lines,
    ),
    "json": Form(
        name=Label(de="JSON", en="JSON"),
        about=Label(
            de="alle Einträge mit allen Angaben in einer Datei",
            en="all entries with all that they tell in one file",
        ),
        ending="json",
        media_type="application/json",
        eu_format="JSON",
        opening=Opening(
            excel=TO_SPREADSHEET,
            r=f'jsonlite::fromJSON("{NAME}.json")$measures',
            pandas=f'pd.DataFrame(json.load(open("{NAME}.json", encoding="utf-8"))["measures"])',
        ),
        files=_json,
        can_choose=True,
    ),
    "datapackage": Form(
        name=Label(de="Datenpaket", en="Data package"),
        about=Label(
            de="die ganze Datenbank als Ordner mit CSV-Dateien und ihrer Beschreibung (Frictionless Data Package)",
            en="the whole database as a folder of CSV files with their description (Frictionless Data Package)",
        ),
        ending="datapackage.zip",
        media_type="text/csv",
        eu_format="CSV",
        opening=Opening(
            excel=UNPACK_FOR_SPREADSHEET,
            r=f'unzip("{NAME}.datapackage.zip"); frictionless::read_resource(frictionless::read_package("datapackage.json"), "measures")',
            pandas=f'pd.read_csv(zipfile.ZipFile("{NAME}.datapackage.zip").open("measures.csv"))',
        ),
        files=_package,
    ),
}
"""Every form by its name on the command line, those first that most people want."""


def files_of(edition: Edition, form: str, ids: list[str]) -> Files:
    """The files of an export. No ids mean everything. Raises UnknownMeasure, and KeyError for a form that is none."""
    with closing(connect(edition.database)) as db:
        read_as_of(db, edition.day)
        return FORMS[form].files(db, edition, ids)


def download_of(edition: Edition, form: str) -> bytes:
    """An export of everything as one file, packed if it has several. Raises KeyError for a form that is none."""
    files = files_of(edition, form, [])
    return zip_file(files) if FORMS[form].is_packed else files[""]


def _chosen(db: sqlite3.Connection, ids: list[str]) -> list[MeasureRecord]:
    today = renamed(db)
    wanted = [today.get(one, one) for one in ids]
    found = measure_records(db, wanted or None)
    known = {one.id for one in found}
    for measure_id in wanted:
        if measure_id not in known:
            raise UnknownMeasure(measure_id)
    return found


def _typed(db: sqlite3.Connection, edition: Edition) -> Iterator[TypedTable]:
    return typed_tables(db, _vocabularies(edition, db))


def _vocabularies(edition: Edition, db: sqlite3.Connection) -> dict[str, str]:
    """The meaning of each vocabulary's table, as the edition describes it."""
    described = json.loads(edition.metadata.read_text("utf-8"))["databases"]["catalogue"]["tables"]
    return {name: described[name]["description"] for name in vocabularies.tables(db)}
