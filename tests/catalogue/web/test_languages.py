"""The interface speaks German and English; content stays German and says so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import catalogue.web
from tests.catalogue.web.reading_pages import text
from tests.pages import PAGES as ALL_PAGES

WEB = Path(catalogue.web.__file__).parent

MARKS = ("_", "gettext", "ngettext", "lazy_gettext")
"""Functions that mark a text for translation."""

PAGES = [page for page in ALL_PAGES if not page.endswith("gibt-es-nicht")]

GERMAN = re.compile(
    r"\b(der|die|das|und|oder|nicht|Maßnahmen?|Suche|Stand|Quellen|Kommunen?|mit|für|wird|wurde)\b"
)
"""Words that an English page has no reason to show outside of German content."""


def messages() -> set[str]:
    """Every text of the pages and of the code that is marked for translation."""
    methods = [("**.py", "python"), ("**/templates/**.html", "jinja2"), ("**/templates/**.xml", "jinja2")]
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2)}
    found = extract_from_dir(str(WEB), method_map=methods, keywords=keywords)
    return {message if isinstance(message, str) else message[0] for _, _, message, *_ in found}


def texts_in_code() -> Iterator[tuple[str, bool]]:
    """Every text of the code that is marked for translation, and whether it stands in an f-string.

    Read from the syntax tree: which texts in f-strings the extraction sees depends on the version of Python.
    """
    for path in WEB.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        inside = {id(inner) for node in formatted for inner in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in MARKS and node.args:
                text = node.args[0]
                assert isinstance(text, ast.Constant), (
                    f"{path.name}:{node.lineno}: no text that can be extracted"
                )
                yield text.value, id(node) in inside


def test_no_text_for_translation_stands_in_an_f_string():
    assert [text for text, in_f_string in texts_in_code() if in_f_string] == []


def test_the_extraction_sees_every_text_of_the_code():
    assert {text for text, _ in texts_in_code()} - messages() == set()


def test_every_text_of_the_interface_has_an_english_translation():
    with (WEB / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        translated = {
            m.id if isinstance(m.id, str) else m.id[0]: m.string for m in read_po(file, locale="en") if m.id
        }
    missing = [m for m in messages() if not translated.get(m) or not all(translated[m])]
    assert missing == [], "run make translations and fill in the English texts"


class VisibleText(HTMLParser):
    """Collects the text of a template that a reader sees as it stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"[A-Za-zÄÖÜäöüß]{3,}", data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("aria-label", "title", "placeholder", "alt", "data-label") and value:
                self.found += re.findall(r"[A-Za-zÄÖÜäöüß]{3,}", value)


@pytest.mark.parametrize("template", sorted(path.name for path in (WEB / "templates").glob("*.html")))
def test_no_template_has_text_outside_the_catalogues(template):
    source = (WEB / "templates" / template).read_text("utf-8")
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.S)
    reader = VisibleText()
    reader.feed(source)
    proper_names = {"Atom", "measures", "overview", "PDF", "CSV", "JSON", "DOCX", "Word", "GeoNames"}
    proper_names |= {
        "Excel",
        "SHA",
        "catalogue",
        "git",
        "checkout",
        "COMMIT",
        "make",
        "build",
        "LD",
        "RDF",
        "XML",
        "DCAT",
        "BibTeX",
        "pandas",
        "sqlite",
        "DuckDB",
    }
    proper_names |= {"deploy", "datasette", "examples"}
    assert [word for word in reader.found if word not in proper_names] == []


@pytest.mark.parametrize("address", PAGES)
def test_an_english_page_shows_german_only_where_it_says_so(page, address):
    shown = page(f"/en{address}")
    assert shown.get("lang") == "en"
    for element in list(shown.iter()):
        for child in list(element):
            if child.get("lang") == "de" or child.tag in ("script", "datalist", "code"):
                child.clear()
                child.text = " "
    assert GERMAN.findall(text(shown.find(".//body"))) == []


@pytest.mark.parametrize("address", PAGES)
def test_every_page_leads_to_itself_in_the_other_language(page, address):
    german = page(address)
    assert german.get("lang") == "de"
    other = german.find(".//link[@hreflang='en']")
    assert other.get("href") == f"/en{address}"


def test_links_of_an_english_page_stay_english(page):
    inner = [
        a.get("href")
        for a in page("/en/massnahmen/zwoenitz-erzmobil").find(".//main").iterfind(".//a[@href]")
    ]
    own = [address for address in inner if address.startswith("/")]
    assert own
    assert [a for a in own if not a.startswith(("/en/", "/daten/", "/themen/"))] == []


def test_dates_numbers_and_amounts_follow_the_language(page):
    assert "November 2023" in text(page("/massnahmen/zwoenitz-erzmobil"))
    assert "8,1 Mio. Euro" in text(page("/projekte/zwoenitz"))
    assert "8.1 million euros" in text(page("/en/projekte/zwoenitz"))
