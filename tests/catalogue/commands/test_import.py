"""`catalogue import`: all rows or none, every fault with row and column, and what we export comes back unchanged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.checking import check
from catalogue.editing.table_columns import FOR_PEOPLE, HEADINGS, WORKED_OUT, keys_told_whole
from catalogue.facts.fact import columns_of
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.model.entries import Measure
from catalogue.reading.content import read_content
from catalogue.reading.problems import as_text, errors
from tests.catalogue.commands.conftest import Run
from tests.catalogue.editing.test_table_file import workbook
from tests.small_content import MEASURE, MUNICIPALITY

BODY = "Ein Bus fährt auf Bestellung durch alle Ortsteile der Stadt."
COLUMNS = ("project", "title", "subtitle", "fields", "kinds", "status", "status_date", "sources", "body")
SOURCES = '[{"url": "https://example.org/neu", "title": "Der Bus fährt"}]'
RING = (
    "musterstadt",
    "Fahrradring #1",
    "Räder: leihen",
    "mobilitaet, klima-umwelt",
    "app",
    "betrieb",
    "1.5.2026",
    SOURCES,
    BODY,
)
LICHT = (
    "Smart City Musterstadt",
    "Licht",
    "Lampen nach Bedarf",
    "Klima-umwelt",
    "app",
    "planung",
    "unbekannt",
    SOURCES,
    BODY,
)


def csv(*rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> bytes:
    quoted = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (columns, *rows))
    return "\r\n".join(quoted).encode("utf-8-sig")


def state(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def take(content: Path, run: Run, tmp_path: Path):
    """Import the bytes of a file."""

    def call(data: bytes, *options: str, name: str = "measures.csv") -> Any:
        file = tmp_path / name
        file.write_bytes(data)
        return run("import", file, *options, "--content", content)

    return call


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_rows_become_entries_without_errors(content: Path, take, form: str) -> None:
    data = {
        "csv": lambda: csv(RING, LICHT),
        "xlsx": lambda: workbook(COLUMNS, RING, LICHT),
        "json": lambda: json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in (RING, LICHT)]).encode(),
    }[form]()
    result = take(data, name=f"measures.{form}")
    assert result.exit_code == 0, result.output
    assert "2 Einträge neu" in result.stderr
    read = read_content(content)
    ring = read.measures["musterstadt-fahrradring-1"]
    assert (ring.title, ring.fields, ring.status_date) == (
        "Fahrradring #1",
        ["mobilitaet", "klima-umwelt"],
        "2026-05-01",
    )
    assert read.measures["musterstadt-licht"].fields == ["klima-umwelt"]
    assert as_text(errors(check(read))) == ""


def test_one_wrong_row_and_nothing_is_written_and_each_fault_has_row_column_and_remedy(
    content: Path, take
) -> None:
    wrong = (*RING[:3], "mobilitat", "app", "betrieb", "bald", SOURCES.replace("https", "htp"), "kurz")
    before = state(content)
    result = take(csv(LICHT, wrong))
    assert result.exit_code == 1
    assert (
        "measures.csv: Zeile 3, fields: Den Begriff „mobilitat“ gibt es im Vokabular „fields“ nicht"
        in result.stdout
    )
    assert "Zeile 3, status_date: „bald“ ist kein Datum" in result.stdout
    assert "Zeile 3, sources: " in result.stdout
    assert "Zeile 3, body: Der Text ist zu kurz" in result.stdout
    assert "Zeile 2" not in result.stdout
    assert state(content) == before


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        (("id", "titel"), ("musterstadt-a", "b"), "Zeile 1, titel"),
        (("id", "title"), ("fremd-a", "b"), "Zeile 2, project: Das Modellprojekt"),
        (("subtitle",), ("b",), "Zeile 2: Hier fehlen Kennung"),
        (("id", "title"), (Path(MEASURE).stem, "b"), "Mit --update"),
        (("id", "title"), ("musterstadt-a", "b"), "Zeile 2, fields: Hier fehlt der Schlüssel „fields“"),
    ],
)
def test_what_cannot_become_an_entry_is_told(
    take, columns: tuple[str, ...], row: tuple[str, ...], told: str
) -> None:
    result = take(csv(row, columns=columns))
    assert result.exit_code == 1
    assert told in result.stdout


@pytest.mark.parametrize("entry_id", ["../../../ausbruch", "musterstadt-Ä", "/tmp/ausbruch", "a/b", ".."])
def test_no_id_leads_out_of_the_folder(content: Path, take, tmp_path: Path, entry_id: str) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    result = take(csv((entry_id, *RING), columns=("id", *COLUMNS)))
    assert result.exit_code == 1
    assert "Zeile 2, id: " in result.stdout
    assert {path for path in tmp_path.rglob("*") if path.is_file()} - before <= {tmp_path / "measures.csv"}


@pytest.mark.parametrize("kind", ["..", "/tmp", "a/b", "gibt-es-nicht"])
def test_no_folder_leads_out_either(content: Path, take, kind: str) -> None:
    before = state(content)
    row = ("a-b", "Titel", kind, SOURCES, BODY)
    columns = ("id", "title", "knowledge_kind", "sources", "body")
    result = take(csv(row, columns=columns), "--kind", "knowledge")
    assert result.exit_code == 1
    assert "Zeile 2, knowledge_kind: " in result.stdout
    assert state(content) == before


def test_an_id_twice_is_told(take) -> None:
    result = take(csv(("musterstadt-a", *RING), ("musterstadt-a", *RING), columns=("id", *COLUMNS)))
    assert "Zeile 3, id: Diese Kennung steht schon in Zeile 2" in result.stdout


def test_with_update_only_what_differs_changes_and_an_empty_cell_says_nothing(content: Path, take) -> None:
    before = (content / MEASURE).read_text("utf-8")
    title = read_content(content).measures[Path(MEASURE).stem].title
    row = (Path(MEASURE).stem, "Neuer Name", "")
    result = take(csv(row, columns=("id", "title", "subtitle")), "--update")
    assert result.exit_code == 0, result.output
    assert "1 geändert" in result.stderr
    assert (content / MEASURE).read_text("utf-8") == before.replace(
        f"title: {title}\n", "title: Neuer Name\n", 1
    )


def test_a_dry_run_writes_nothing(content: Path, take) -> None:
    before = state(content)
    result = take(csv(RING), "--dry-run")
    assert result.exit_code == 0
    assert "musterstadt-fahrradring-1.md" in result.stdout
    assert state(content) == before


def test_other_kinds_may_be_imported_too(content: Path, take) -> None:
    row = ("Kreis #1", "01.02.2026", SOURCES)
    result = take(csv(row, columns=("name", "recorded", "sources")), "--kind", "municipality")
    assert result.exit_code == 0, result.output
    assert read_content(content).municipalities["kreis-1"].recorded == "2026-02-01"
    assert (content / MUNICIPALITY).is_file()


def test_a_file_that_is_no_table_is_refused(take) -> None:
    result = take(b"", name="measures.csv")
    assert result.exit_code == 1
    assert "leer" in result.stderr


@pytest.mark.parametrize("form", ["csv", "tables", "xlsx", "json", "jsonl"])
def test_what_we_export_comes_back_unchanged(
    content: Path, output: Path, run: Run, tmp_path: Path, form: str
) -> None:
    assert run("build", "--content", content, "--output", output).exit_code == 0
    ending = {"tables": "", "jsonl": ""}.get(form, f".{form}")
    assert run("export", form, "--edition", output, "--output", tmp_path / f"out{ending}").exit_code == 0
    file = {"tables": "out/measures.csv", "jsonl": "out/measures.jsonl"}.get(form, f"out{ending}")
    before = state(content)
    result = run("import", tmp_path / file, "--update", "--content", content)
    assert result.exit_code == 0, result.output
    assert "0 Einträge neu, 0 geändert, 2 unverändert" in result.stderr
    assert state(content) == before


@pytest.mark.parametrize("kind", ["solution", "municipality", "project", "knowledge", "reuse"])
def test_entries_of_other_kinds_come_back_unchanged(
    content: Path, output: Path, run: Run, tmp_path: Path, kind: str
) -> None:
    run("build", "--content", content, "--output", output)
    run("export", "json", "--edition", output, "--output", tmp_path / "all.json")
    result = run("import", tmp_path / "all.json", "--kind", kind, "--update", "--content", content)
    assert result.exit_code == 0, result.output
    assert "0 Einträge neu, 0 geändert" in result.stderr


def test_every_heading_of_our_table_is_read_or_left_out_on_purpose() -> None:
    headings = {column.heading.de for column in columns_of(MEASURE_FACTS)}
    assert headings == {*HEADINGS, *FOR_PEOPLE, *WORKED_OUT}
    assert {*FOR_PEOPLE.values()} <= {*keys_told_whole()}
    assert {*HEADINGS.values(), *keys_told_whole()} == {*Measure.model_fields, "project"}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_measures_that_are_gone_come_back_whole_from_our_table(
    content: Path, output: Path, run: Run, tmp_path: Path, form: str
) -> None:
    told = (
        "costs: [{covers: gesamt, amount_eur: 20000, tax: netto, note: 'Zwei | drei; vier'}]\n"
        "technologies: ['App (iOS, Android)', 'A | B', \"'=1+1\"]\nmunicipalities: [musterstadt]\n"
        "contact: {name: Stabsstelle, email: smartcity@example.org}\nresults:\n"
    )
    text = (content / MEASURE).read_text("utf-8")
    (content / MEASURE).write_text(text.replace("results:\n", told), "utf-8")
    before = read_content(content).measures
    assert before[Path(MEASURE).stem].technologies[1] == "A | B"
    run("build", "--content", content, "--output", output)
    run("export", form, "--edition", output, "--output", tmp_path / f"out.{form}")
    for path in (content / "measures").rglob("*.md"):
        path.unlink()
    result = run("import", tmp_path / f"out.{form}", "--content", content)
    assert result.exit_code == 0, result.output
    assert read_content(content).measures == before


def test_what_is_not_read_is_told_with_its_reason_and_where_to_change_it(take) -> None:
    table = "Kennung;Technik;Stand veraltet\nmusterstadt-rufbus;LoRaWAN, MQTT;nein\n"
    told = take(table.encode(), "--update", name="measures.csv").stderr
    assert "wie der Schlüssel in Klammern heißt: Technik (technologies). Ändern Sie" in told
    assert "berechnet oder in anderen Einträgen gesagt: Stand veraltet." in told


def test_publiccode_completes_an_entry_and_changes_what_stands_there_only_with_update(
    content: Path, take
) -> None:
    text = "name: a\nurl: https://github.com/musterstadt/rufbus\nlegal: {license: MIT}\nlandingURL: https://a.example.org\n"
    stem = Path(MEASURE).stem
    before = read_content(content).measures[stem]
    result = take(text.encode(), "--into", stem, name="publiccode.yml")
    assert result.exit_code == 0, result.output
    after = read_content(content).measures[stem]
    assert (after.licence, [one.url for one in after.repositories]) == (
        before.licence or "MIT",
        [*(one.url for one in before.repositories), "https://github.com/musterstadt/rufbus"],
    )
    assert after.body == before.body
    take(text.replace("MIT", "EUPL-1.2").encode(), "--into", stem, name="publiccode.yml")
    assert read_content(content).measures[stem].licence == after.licence
    take(text.replace("MIT", "EUPL-1.2").encode(), "--into", stem, "--update", name="publiccode.yml")
    assert read_content(content).measures[stem].licence == "EUPL-1.2"
    assert as_text(errors(check(read_content(content)))) == ""


def test_publiccode_needs_an_entry_to_complete(take) -> None:
    result = take(b"name: a\n", name="publiccode.yml")
    assert result.exit_code == 2
    assert "--into" in result.stderr
