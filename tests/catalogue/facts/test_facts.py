"""What is known of a measure and of a solution: each fact once, in both languages, the same wherever it is shown."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import html5lib
import pytest

from catalogue.exports.council_paper import council_paper
from catalogue.exports.measure_sheet import fact_sheet
from catalogue.exports.paper import Table
from catalogue.exports.solution_sheet import solution_sheet
from catalogue.exports.spreadsheet import measures_file
from catalogue.facts.fact import ShownIn, columns_of, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.facts.wording import Wording, wording
from catalogue.model.entries import Cost, DocumentedEntry, Measure, Solution
from catalogue.queries.measure_records import MeasureRecord, measure_record
from catalogue.queries.solutions import solution_record
from catalogue.web import create_app

MEASURES = ("zwoenitz-erzmobil", "cottbus-cloudio", "bad-belzig-app")
SOLUTIONS = ("dipas", "erzmobil", "masterportal")

IN_THE_TEXT = {"title", "subtitle", "body", "discontinued_reason", "uses", "related"}
"""What the page of a measure tells outside of its facts."""

IN_THE_TEXT_OF_SOLUTIONS = {"body", "curated", "problem", "steps", "risks", "measures", "origins_elsewhere"}


FOUND_BY = {"asked_as", "title_en", "subtitle_en", "former_ids"}

TOLD_BY_OTHERS = {"status_date", "verified", "costs", "licence_note"}
"""Fields that the fact of another name tells, such as that of the licence."""


def stated(model: type[DocumentedEntry]) -> set[str]:
    """What an entry of a kind may tell, without the sources that it cites for that."""
    return {name for name in model.model_fields if not name.endswith("_source")} - FOUND_BY


@pytest.fixture(scope="module")
def erzmobil(db) -> MeasureRecord:
    """A measure with much to tell."""
    found = measure_record(db, "zwoenitz-erzmobil")
    assert found
    return found


@pytest.fixture(scope="module")
def page(real_edition):
    """Gives the text of a parsed page."""
    visitor = create_app(real_edition, {"TESTING": True}).test_client()
    return lambda address: html5lib.parse(visitor.get(address).text, namespaceHTMLElements=False)


def told(declared: Any, record: Any, words: Wording, view: ShownIn) -> dict[str, list[str]]:
    """Lines by label of the facts that a view shows."""
    return {fact.label: fact.lines for fact in facts_in(declared, view, record, words)}


def texts(element: Any) -> list[str]:
    """The lines of a cell: the items of its list, or its text; its notes as papers write them."""
    for notes in element.findall(".//sup"):
        numbers = ", ".join(link.get("href").rpartition("-")[2] for link in notes.findall("a"))
        for link in notes.findall("a"):
            notes.remove(link)
        notes.text = f" [{numbers}]"
    items = element.findall(".//li") or [element]
    return [" ".join("".join(item.itertext()).split()) for item in items]


def rows_of_page(page: Any) -> dict[str, list[str]]:
    """The facts under the four questions, and those in the box beside the story."""
    lists = [
        *page.findall(".//dl[@class='answer__facts']"),
        page.find(".//aside[@aria-labelledby='weiteres']//dl"),
    ]
    return {texts(row.find("dt"))[0]: texts(row.find("dd")) for box in lists for row in box}


def as_shown(lines: list[str]) -> list[str]:
    """Lines as a page shows them, which tells of a web address only the host."""
    return [line.split("/")[2].removeprefix("www.") if line.startswith("http") else line for line in lines]


def test_every_field_of_a_measure_and_of_a_solution_is_told():
    measure = {fact.key for fact in MEASURE_FACTS} | TOLD_BY_OTHERS | {"places", "period", "start", "end"}
    assert stated(Measure) - {"municipalities"} <= measure | IN_THE_TEXT
    solution = {fact.key for fact in SOLUTION_FACTS} | TOLD_BY_OTHERS
    assert stated(Solution) <= solution | IN_THE_TEXT_OF_SOLUTIONS


@pytest.mark.parametrize("declared", [MEASURE_FACTS, SOLUTION_FACTS], ids=["measure", "solution"])
def test_facts_and_columns_have_names_of_their_own_in_both_languages(declared, words):
    english = replace(words, language="en")
    for one in (words, english):
        for names in (
            [fact.key for fact in declared],
            [one.say(fact.label) for fact in declared],
            [one.say(column.heading) for column in columns_of(declared)],
        ):
            assert len(set(names)) == len(names)


@pytest.mark.parametrize("measure_id", MEASURES)
def test_page_and_fact_sheet_and_table_tell_a_measure_in_the_same_words(db, words, page, measure_id):
    one = measure_record(db, measure_id)
    box = rows_of_page(page(f"/massnahmen/{measure_id}"))
    facts = {label: lines for label, lines in told(MEASURE_FACTS, one, words, ShownIn.PAGE).items() if lines}
    verified = facts.pop("Mit den Quellen verglichen", [""])
    assert box.pop("Mit den Quellen verglichen", [""])[0].startswith(verified[0])
    assert box == {label: as_shown(lines) for label, lines in facts.items()}
    sheet = {
        name: cells[0]
        for block in fact_sheet(one, words, "https://k.example/", "abc").blocks
        if isinstance(block, Table)
        for name, cells in block.rows
    }
    assert {name: sheet[name] for name in facts if name in sheet} == {
        name: facts[name] for name in facts if name in sheet
    }
    (row,) = csv.DictReader(io.StringIO(measures_file([one], words).decode("utf-8-sig")), delimiter=";")
    for name in ("Technik", "Wer mitwirkt", "Für wen"):
        assert row[name] == " | ".join(facts.get(name, []))
    name = "Wer es nutzt oder nutzen will"
    assert row[name] == " | ".join(sheet.get(name, []))


@pytest.mark.parametrize("solution_id", SOLUTIONS)
def test_page_and_fact_sheet_tell_a_solution_in_the_same_words(db, words, page, solution_id):
    one = solution_record(db, solution_id)
    box = rows_of_page(page(f"/loesungen/{solution_id}"))
    facts = {label: lines for label, lines in told(SOLUTION_FACTS, one, words, ShownIn.PAGE).items() if lines}
    verified = facts.pop("Mit den Quellen verglichen", [""])
    assert box.pop("Mit den Quellen verglichen", [""])[0].startswith(verified[0])
    assert box == {label: as_shown(lines) for label, lines in facts.items()}
    sheet = solution_sheet(one, words, "https://k.example/", "abc").blocks[1]
    assert isinstance(sheet, Table)
    rows = {name: lines[0] for name, lines in sheet.rows if name in facts}
    assert rows == {name: facts[name] for name in rows}
    assert {"Quelloffen", "Wo man nachfragen kann"} <= rows.keys()


@pytest.mark.parametrize(
    ("address", "declared", "records"),
    [
        ("/merkliste", MEASURE_FACTS, [measure_record, MEASURES]),
        ("/loesungen/vergleich", SOLUTION_FACTS, [solution_record, SOLUTIONS]),
    ],
)
def test_a_comparison_tells_each_entry_as_its_facts_do(db, words, page, address, declared, records):
    read, ids = records
    shown = page(f"{address}?{'&'.join(f'id={one}' for one in ids)}")
    facts = [told(declared, read(db, one), words, ShownIn.COMPARISON) for one in ids]
    rows = shown.findall(".//table/tbody/tr")
    assert sorted(texts(row.find("th"))[0] for row in rows) == sorted(
        name for name in facts[0] if any(one[name] for one in facts)
    )
    for row in rows:
        name = texts(row.find("th"))[0]
        for cell, one in zip(row.findall("td"), facts, strict=True):
            for heading in cell.findall("span[@class='comparison__of']"):
                heading.text = ""
            assert texts(cell) == (as_shown(one[name]) or ["keine Angabe in den Quellen"])


def test_a_council_paper_tells_what_no_source_tells_as_the_pages_do(erzmobil, words):
    untold = replace(erzmobil, solution=None)
    paper = council_paper([untold], words, [], "https://k.example", "https://k.example/", "abc")
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert dict(table.rows)["Kosten"] == [["keine Angabe in den Quellen"]]


def test_facts_speak_the_language_of_the_reader(db, erzmobil):
    facts = {fact.key: fact for fact in facts_in(MEASURE_FACTS, ShownIn.SHEET, erzmobil, wording(db, "en"))}
    assert facts["status"].label == "Status"
    assert facts["status"].lines[0].startswith("In operation, as of ")
    assert facts["open_source"].lines == ["yes"]
    assert facts["cost"].origin.text == "according to the solution “ERZmobil”"
    assert facts["funding"].unknown == "not told by the sources"
    assert facts["partners"].values[0].german


def test_places_say_whether_the_measure_or_its_project_names_them(db, erzmobil, words):
    assert told(MEASURE_FACTS, erzmobil, words, ShownIn.PAGE)["Wo"] == [
        "Zwönitz (Sachsen), laut Modellprojekt"
    ]
    (own,) = db.execute("SELECT measure FROM measures_municipalities LIMIT 1").fetchone()
    (line,) = told(MEASURE_FACTS, measure_record(db, own), words, ShownIn.PAGE)["Wo"]
    assert "laut Modellprojekt" not in line


def test_a_status_that_should_have_ended_is_told_as_outdated(erzmobil, words):
    measure = erzmobil.measure.model_copy(update={"status": "pilot", "end": "2024"})
    ended = replace(erzmobil, measure=measure)
    before, after = (replace(words, today=date(year, 6, 1)) for year in (2024, 2026))
    assert "veraltet" not in told(MEASURE_FACTS, ended, before, ShownIn.SHEET)["Stand"][0]
    assert told(MEASURE_FACTS, ended, after, ShownIn.SHEET)["Stand"][0].startswith("Stand veraltet: ")


def test_braces_in_an_entry_are_no_placeholders(erzmobil, words):
    measure = erzmobil.measure.model_copy(
        update={"costs": [Cost(covers="gesamt", amount_eur=5, note="{0} {x} {{}}")]}
    )
    lines = told(MEASURE_FACTS, replace(erzmobil, measure=measure), words, ShownIn.PAGE)["Kosten"]
    assert lines == ["5 Euro (insgesamt) – {0} {x} {{}}"]
