"""Whatever an editor writes into any field of any kind stays text: on every page, in every paper, file, feed and answer.

The check refuses some of it; here it finds nothing, so that what shows is held by the output itself.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import docx
import html5lib
import openpyxl
import pytest
import yaml
from pypdf import PdfReader

from catalogue.edition import build, open_edition, pipeline
from catalogue.exports.downloads import make_all
from catalogue.reading.entry_file import read_entry_file
from catalogue.reading.file_places import model_of
from tests.catalogue.server.asking import SITE, Asking, asking, datasette_here
from tests.small_content import FILES, TERMS, write_small_content

HOSTILE = "=1+1'\"></script><xss onload=x>{{7*7}}#panic()\\]]>--><![CDATA[$x$ "
"""It begins as a formula and goes on as an attribute, a script, a tag, a template, Typst, a comment, and XML."""

IN_PROSE = '=1+1\'" {{7*7}} #panic()\\\\ ]]> $x$ &lt;/script>&lt;xss onload=x> [x"](https://example.org/?\'"onload=x)'
"""The same within what prose may hold: whatever is read as HTML never gets as far (see `test_prose`)."""

IDS = {
    *re.findall(r"^id: (.+)$", "\n".join(FILES.values()), re.MULTILINE),
    *(term for one in TERMS.values() for term in one),
}

MOST_PAGES = 250


def leaves(values: object, at: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Where the texts lie in values."""
    inner = (
        values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    )
    for key, value in inner:
        if isinstance(value, str) and value not in IDS and key != "id":
            yield (*at, key)
        yield from leaves(value, (*at, key))


def spoilt(path: str, text: str) -> str:
    """The file with hostile text before that of each value that may be any text, and in its prose."""
    front, body = "", ""
    _, front, body = text.split("---\n", 2) if path.endswith(".md") else ("", text, "")
    values = yaml.safe_load(front)
    for location in [*leaves(values)]:
        *way, last = location
        holder = values
        for step in way:
            holder = holder[step]  # type: ignore[index]
        kept = holder[last]  # type: ignore[index]
        holder[last] = HOSTILE + kept  # type: ignore[index]
        if not is_read(path, written(path, values, body)):
            holder[last] = kept  # type: ignore[index]
    return written(path, values, f"{body}\n{IN_PROSE}\n" if body else "")


def written(path: str, values: object, body: str) -> str:
    """The text of a file."""
    front = yaml.safe_dump(values, allow_unicode=True, width=10_000, sort_keys=False)
    return f"---\n{front}---\n{body}" if path.endswith(".md") else front


def is_read(path: str, text: str) -> bool:
    """Whether a file holds an entry."""
    model = model_of(Path(path))
    assert model
    return read_entry_file(Path(path), model, text.encode()).entry is not None


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with an edition of hostile content."""
    folder = tmp_path_factory.mktemp("hostile")
    content = write_small_content(folder / "content")
    for path, text in FILES.items():
        if not path.startswith("vocabulary/"):
            (content / path).write_text(spoilt(path, text), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "check", lambda _: [])
        build(content, folder / "build")
    return folder / "build"


@pytest.fixture(scope="module")
def ask(output: Path) -> Iterator[Asking]:
    with datasette_here(), asking(output) as questions:
        yield questions


FIRST = (
    "/",
    "/en/",
    "/daten/",
    "/sitemap.xml",
    "/neues.atom",
    "/opensearch.xml",
    "/api/search?q=rufbus",
    "/massnahmen/musterstadt-rufbus",
    "/loesungen/rufbus-baukasten",
    "/projekte/musterstadt",
    "/kommunen/musterstadt",
    "/ziele/nahverkehr",
    "/massnahmen/musterstadt-rufbus/steckbrief.pdf",
    "/massnahmen/musterstadt-rufbus/steckbrief.docx",
    *(
        f"/merkliste.{form}?id=musterstadt-rufbus&id=musterstadt-pegel"
        for form in ("pdf", "docx", "csv", "json", "xlsx")
    ),
)


@pytest.fixture(scope="module")
def answers(ask: Asking) -> dict[str, Any]:
    """The answers of the addresses that lead from one to the next, those without a query first, by address."""
    found: dict[str, Any] = {}
    waiting, later = [*FIRST], list[str]()
    while (waiting or later) and len(found) < MOST_PAGES:
        address = (waiting or later).pop(0)
        if address in found:
            continue
        answer = found[address] = ask(address)
        if kind(answer) == "text/html":
            links = {
                below(address, unescape(link)) for link in re.findall(r'(?:href|src)="([^"]*)"', answer.text)
            }
            for path in sorted(links - {*found}):
                (later if "?" in path else waiting).append(path)
    return found


def below(address: str, link: str) -> str:
    """The address on this site that a link leads to; `/` if it leads to another."""
    whole = urldefrag(urljoin(f"{SITE}{address}", link))[0]
    return whole.removeprefix(SITE) if whole.startswith(f"{SITE}/") else "/"


def kind(answer: Any) -> str:
    """The type of an answer without its encoding."""
    return str(answer.headers.get("content-type", "").partition(";")[0])


def of_kind(answers: dict[str, Any], *kinds: str) -> dict[str, Any]:
    """The answers of these types, of which there must be some."""
    chosen = {address: answer for address, answer in answers.items() if kind(answer) in kinds}
    assert chosen
    return chosen


def test_no_answer_is_a_fault_and_the_text_is_on_many(answers: dict[str, Any]) -> None:
    assert {
        address: answer.status_code for address, answer in answers.items() if answer.status_code >= 500
    } == {}
    assert sum("xss onload" in answer.text for answer in answers.values()) > 100


def test_on_no_page_it_is_a_tag_an_attribute_or_a_script(answers: dict[str, Any]) -> None:
    for address, answer in of_kind(answers, "text/html").items():
        page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(answer.text)
        for element in page.iter():
            if not isinstance(element.tag, str):  # a comment
                assert "xss" not in str(element.text), address
                continue
            assert element.tag != "xss", address
            assert [name for name in element.attrib if name.startswith("on")] == [], address
            assert not str(element.get("href", "")).strip().lower().startswith(("javascript:", "data:")), (
                address
            )
            if element.tag == "script" and not element.get("src"):
                assert element.get("type") == "application/ld+json", address
                json.loads(element.text)
        assert ">49#panic" not in answer.text
        assert "}}49" not in answer.text


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/massnahmen/musterstadt-rufbus", "Rufbus"),
        ("/loesungen/rufbus-baukasten", "Rufbus-Baukasten"),
        ("/projekte/musterstadt", "Smart City Musterstadt"),
        ("/ziele/nahverkehr", "Besserer Nahverkehr"),
    ],
)
def test_the_page_of_an_entry_shows_it_letter_by_letter(
    answers: dict[str, Any], path: str, title: str
) -> None:
    heading = html5lib.HTMLParser(namespaceHTMLElements=False).parse(answers[path].text).find(".//h1")
    assert "".join("".join(heading.itertext()).split()) == "".join((HOSTILE + title).split())


def test_it_is_text_in_every_json(answers: dict[str, Any]) -> None:
    for address, answer in of_kind(answers, "application/json", "application/ld+json").items():
        assert isinstance(json.loads(answer.text), dict | list), address


def test_it_is_text_in_every_xml(answers: dict[str, Any]) -> None:
    kinds = (
        "application/atom+xml",
        "application/xml",
        "application/rdf+xml",
        "application/opensearchdescription+xml",
    )
    for address, answer in of_kind(answers, *kinds).items():
        assert "xss" not in {
            element.tag.rpartition("}")[2] for element in ElementTree.fromstring(answer.content).iter()
        }, address


def assert_no_formula(cells: Iterable[object]) -> None:
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.,]+$)", str(cell))] == []


def assert_plain_csv(data: bytes) -> None:
    for row in csv.reader(
        io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";" if b";" in data[:80] else ","
    ):
        assert_no_formula(row)


def assert_plain_workbook(data: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_no_cell_is_a_formula(answers: dict[str, Any]) -> None:
    for answer in of_kind(answers, "text/csv").values():
        assert_plain_csv(answer.content)
    for answer in of_kind(
        answers, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ).values():
        assert_plain_workbook(answer.content)


def test_no_cell_of_a_download_is_a_formula(output: Path, tmp_path: Path) -> None:
    make_all(open_edition(output), tmp_path)
    for book in tmp_path.rglob("*.xlsx"):
        assert_plain_workbook(book.read_bytes())
    for path in tmp_path.rglob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert ".." not in name
                if name.endswith(".csv") and "csv" in path.name:
                    assert_plain_csv(archive.read(name))


def test_papers_show_it_letter_by_letter(answers: dict[str, Any]) -> None:
    wanted = "'\"></script><xssonload=x>{{7*7}}#panic()\\]]>--><![CDATA[$x$"
    for answer in of_kind(answers, "application/pdf").values():
        told = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
        assert wanted in "".join(told.replace("\u200b", "").split())
    for answer in of_kind(
        answers, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ).values():
        told = "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(answer.content)).paragraphs)
        assert wanted in "".join(told.replace("\u200b", "").split())
