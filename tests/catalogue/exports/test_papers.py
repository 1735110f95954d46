"""Fact sheets and council papers: as PDF fit for screen readers, as Word file ready to be edited."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from catalogue.exports.council_paper import council_paper
from catalogue.exports.measure_sheet import fact_sheet
from catalogue.exports.paper import (
    Heading,
    Items,
    Paper,
    Paragraph,
    References,
    Table,
    prose_blocks,
)
from catalogue.exports.pdf import pdf
from catalogue.exports.word import word
from catalogue.queries.positions import places_on_map

FOUR = ("zwoenitz-erzmobil", "cottbus-cloudio", "bad-belzig-app", "zwoenitz-app")
MIXED = ("zwoenitz-erzmobil", "dipas", "cottbus-cloudio")
COUNCIL_SECTIONS = [
    "Auf einen Blick",
    "Sachverhalt",
    "Vergleich",
    "Voraussetzungen und Schritte",
    "Kosten und finanzielle Auswirkungen",
    "Risiken",
    "Datenschutz und Vergabe",
    "Beschlussvorschlag",
    "Federführende Stelle",
    "Quellen",
]

HOSTILE = (
    '#import "x": *',
    "$ x^2 $ und *fett* und _schräg_ und `code` und <marke> und @verweis",
    "#panic(1) \\ // kein Kommentar /* auch nicht */ = keine Überschrift",
    "]) #set page(width: 1pt) ([",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 8,
    "https://example.org/" + "a" * 300,
)


@pytest.fixture
def sheet(chosen, words):
    return fact_sheet(chosen("zwoenitz-erzmobil")[0], words, "https://k.example/massnahmen/x", "abc")


@pytest.fixture
def council(council_of):
    return council_of(*FOUR)


def hostile_paper(text):
    return Paper(
        title=text,
        subtitle=text,
        kind="Steckbrief",
        as_of=date(2026, 11, 23),
        blocks=[
            Heading(text),
            Paragraph(text),
            Items([text, text]),
            Table(["Angabe", text, text, text, text], [(text, [[text, text]] * 4)]),
            References([(text, "https://example.org/?a=#b")]),
        ],
        footer=text,
    )


def pdf_of(paper):
    return PdfReader(BytesIO(pdf(paper)))


def pdf_text(reader):
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def word_of(paper):
    return docx.Document(BytesIO(word(paper)))


def headings(document, level):
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def word_text(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_pdf_is_tagged_and_says_its_language_and_title(sheet):
    root = pdf_of(sheet).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "de-DE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in pdf(sheet)
    assert pdf_of(sheet).metadata.title == "ERZmobil"


def test_a_pdf_has_bookmarks(council):
    outline = [entry.title for entry in pdf_of(council).outline if not isinstance(entry, list)]
    assert outline == COUNCIL_SECTIONS


def test_a_fact_sheet_tells_facts_and_what_is_missing(sheet):
    told = pdf_text(pdf_of(sheet))
    for expected in ("SmartCityZwönitz", "VerkehrsverbundMittelsachsen", "27.200Kilometer", "hitradio"):
        assert expected in told
    missing = "Keine Angabe in den Quellen Finanzierung, Standards"
    assert missing.replace(" ", "") in told


def test_papers_are_the_same_bytes_each_time_and_dated_by_their_content(sheet):
    assert pdf(sheet) == pdf(sheet)
    assert word(sheet) == word(sheet)
    assert pdf_of(sheet).metadata.creation_date.date() == sheet.as_of
    assert word_of(sheet).core_properties.created.date() == sheet.as_of


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_never_read_as_markup_nor_leaves_the_page(text):
    paper = hostile_paper(text)
    reader = pdf_of(paper)
    assert "".join(text.split())[:20] in pdf_text(reader).replace("\u200b", "")
    assert {round(float(page.mediabox.width)) for page in reader.pages} == {595, 842}
    assert word_of(paper).paragraphs[1].text == text


def test_a_word_file_has_headings_language_and_title(council):
    document = word_of(council)
    assert headings(document, 1) == COUNCIL_SECTIONS
    assert document.core_properties.title == council.title
    assert document.core_properties.language == "de-DE"
    language = document.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language.get(qn("w:val")) == "de-DE"


def test_a_word_file_has_fields_to_fill_in(council):
    form = word_of(council).tables[0]
    assert [row.cells[0].text for row in form.rows][:2] == ["Vorlage Nr.", "Gremium"]
    assert {row.cells[1].text for row in form.rows} == {"[bitte ergänzen]"}


def test_the_comparison_has_a_heading_row_that_repeats_on_each_page(council):
    table = next(table for table in word_of(council).tables if len(table.columns) == 5)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Angabe", "ERZmobil", "cloudio"]


def test_a_wide_comparison_lies_on_a_page_of_its_own(council, council_of):
    turned = [section.orientation for section in word_of(council).sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert 842 in [round(float(page.mediabox.width)) for page in pdf_of(council).pages]
    assert len(word_of(council_of(*FOUR[:2])).sections) == 2


def test_a_council_paper_compares_the_first_five(db, council_of):
    ids = [row["id"] for row in db.execute("SELECT id FROM measures ORDER BY id LIMIT 7")]
    paper = council_of(*ids)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert len(table.head) == 6


def test_both_forms_tell_the_sources_with_links(council):
    addresses = [page[1] for block in council.blocks if isinstance(block, References) for page in block.pages]
    links = [r.target_ref for r in word_of(council).part.rels.values() if r.is_external]
    assert set(addresses) == set(links)
    annotations = [a.get_object() for page in pdf_of(council).pages for a in page.get("/Annots", [])]
    assert set(addresses) == {a["/A"]["/URI"] for a in annotations}


def test_measures_with_much_or_little_to_tell_give_papers(db, chosen, words):
    ids = (
        db.execute(
            """
        SELECT id FROM (SELECT m.id, (SELECT count(*) FROM measures_partners p WHERE p.measure = m.id) AS n
                          FROM measures m) ORDER BY n DESC LIMIT 2
        """
        ).fetchall()
        + db.execute("SELECT id FROM measures ORDER BY length(title) DESC LIMIT 2").fetchall()
    )
    for one in chosen(*(row["id"] for row in ids)):
        paper = fact_sheet(one, words, "https://k.example/", "abc")
        assert pdf(paper).startswith(b"%PDF")
        assert one.measure.title in word_text(word_of(paper))


def test_prose_becomes_blocks_without_its_marks():
    prose = "Vorweg **fett**.\n\n## Lösung\n\n- eins\n- [zwei](https://a.example)\n\nEnde &lt;x>"
    assert prose_blocks(prose, 2) == [
        Paragraph("Vorweg fett."),
        Heading("Lösung", 2),
        Items(["eins", "zwei (https://a.example)"]),
        Paragraph("Ende <x>"),
    ]


def test_a_table_in_prose_becomes_lines():
    prose = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert prose_blocks(prose, 2) == [Paragraph("a – b"), Paragraph("1 – 2")]


@pytest.mark.parametrize("kind", ["sheet", "council"])
def test_the_pages_of_what_its_solution_and_its_users_tell_are_named_too(chosen, council_of, words, kind):
    (one,) = chosen("zwoenitz-erzmobil")
    address = "https://k.example/massnahmen/x"
    paper = fact_sheet(one, words, address, "abc") if kind == "sheet" else council_of("zwoenitz-erzmobil")
    named = [url for block in paper.blocks if isinstance(block, References) for _, url in block.pages]
    told = [
        *one.measure.sources,
        *one.solution.sources,
        *(page for reuse in one.reuses for page in reuse.pages),
    ]
    ours = {url for url in named if url.startswith("https://k.example/wissen/")}
    assert {page.url for page in told} == set(named) - ours
    assert one.reuses


def tags(reader):
    """The kinds of all tagged elements of a PDF, as often as they occur."""
    found = Counter()

    def walk(element):
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            for one in element:
                walk(one)
        elif isinstance(element, dict):
            found[str(element.get("/S", ""))] += 1
            walk(element.get("/K", []))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@pytest.fixture(scope="module")
def mixed(council_of):
    return council_of(*MIXED)


def test_a_reader_hears_headings_lists_tables_with_heads_and_links(mixed):
    found = tags(pdf_of(mixed))
    assert found["/H1"] == len(COUNCIL_SECTIONS)
    assert {"/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Title"} <= set(found)
    assert found["/Link"] == sum(len(block.pages) for block in mixed.blocks if isinstance(block, References))


def test_every_page_of_a_pdf_is_tagged_and_read_in_the_order_of_its_tags(mixed):
    for page in pdf_of(mixed).pages:
        assert "/StructParents" in page
        assert page["/Tabs"] == "/S"
        assert all(a.get_object().get("/Contents") for a in page.get("/Annots", []))


def test_both_forms_have_the_same_sections_in_the_same_order_for_measures_and_solutions(mixed):
    reader, document = pdf_of(mixed), word_of(mixed)
    outline = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert outline == headings(document, 1) == COUNCIL_SECTIONS
    assert headings(document, 2).count("DIPAS – Digitales Partizipationssystem") == 7


def test_the_cover_has_the_highlights_and_what_is_to_be_filled_in_and_nothing_else(mixed):
    first, second, *_ = ["".join(page.extract_text().split()) for page in pdf_of(mixed).pages]
    for told in ("VorlageNr.[bitteergänzen]", "AufeinenBlick", "Waseskostet", "andernortseinmalimEinsatz"):
        assert told in first
    assert "Sachverhalt" not in first
    assert second.startswith("Sachverhalt")


def test_a_paper_of_a_solution_tells_its_steps_law_and_open_costs(council_of):
    told = word_text(word_of(council_of("erzmobil")))
    for expected in (
        "Konzession beantragen",
        "Genehmigung nach Personenbeförderungsrecht",
        "Laufende Kosten im Jahr",
    ):
        assert expected in told
    assert "Wann darf eine Kommune eine Smart-City-Lösung ausschreiben?" in told


def test_a_fact_that_a_kind_lacks_is_not_called_untold(mixed):
    (table,) = [block for block in mixed.blocks if isinstance(block, Table)]
    rows = dict(table.rows)
    assert rows["Modellprojekt"][1] == ["–"]
    assert rows["Kosten"][1] == ["keine Angabe in den Quellen"]


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="no pdftoppm: apt install poppler-utils")
def test_poppler_draws_a_paper_without_a_complaint(mixed, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(pdf(mixed))
    drawn = subprocess.run(
        ["pdftoppm", "-r", "20", "-png", tmp_path / "paper.pdf", tmp_path / "page"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert drawn.stderr == ""


def test_a_paper_shows_where_its_entries_run_and_says_it_in_words(db, chosen, words):
    places = {"zwoenitz-erzmobil": [places_on_map(db)["zwoenitz"]]}
    paper = council_paper(
        chosen("zwoenitz-erzmobil"), words, [], "https://k.example", "https://k.example/", "abc", (), places
    )
    told = "ERZmobil: Zwönitz"
    assert told in word_text(word_of(paper))
    reader = pdf_of(paper)
    assert told in " ".join(page.extract_text() for page in reader.pages)
    assert tags(reader)["/Figure"] == 1
    assert all(figure.get("/Alt") for figure in elements(reader, "/Figure"))


def elements(reader, kind):
    """The tagged elements of a kind."""
    objects = (
        reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]))
    )
    return [one for one in objects if isinstance(one, dict) and one.get("/S") == kind]


def test_a_pdf_says_that_it_is_accessible_and_brings_its_fonts_along(mixed):
    """What PDF/UA-1 asks for and a program can see; the rules of veraPDF were never run."""
    reader = pdf_of(mixed)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    inner = [one.get_object() for font in fonts for one in font.get("/DescendantFonts", [font])]
    assert inner
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one["/FontDescriptor"]) for one in inner)
    assert all("/ToUnicode" in font for font in fonts)
