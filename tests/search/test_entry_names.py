"""Who types what an entry is called, or asks what that means, gets the entry."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from search import Document, Engine, Hit, Language, open_index, write_index

QUESTIONS: dict[str, Callable[[str], str]] = {
    "name alone": lambda name: name,
    "in small letters": lambda name: name.lower(),
    "was ist": lambda name: f"Was ist {name}?",
    "was ist ein": lambda name: f"was ist ein {name}",
    "was bedeutet": lambda name: f"Was bedeutet {name}",
    "was versteht man unter": lambda name: f"Was versteht man unter {name}?",
    "wie funktioniert": lambda name: f"Wie funktioniert das {name} eigentlich?",
}

SUBTITLE = re.compile(r"\s+[–(]|:\s")


@pytest.fixture(scope="module")
def database(real_edition) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(real_edition.database)) as opened:
        yield opened


@pytest.fixture(scope="module")
def engine(real_edition) -> Engine:
    return open_index(real_edition.index)


def first(engine: Engine, query: str) -> Hit:
    return engine.search(query, page_size=1, facets=()).hits[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_term_of_the_glossary_is_the_first_answer_to_what_it_means(engine, database, question) -> None:
    """By its title and by every alias."""
    terms = database.execute(
        """SELECT id, title FROM knowledge WHERE knowledge_kind = 'glossar'
            UNION SELECT knowledge, text FROM knowledge_aliases JOIN knowledge ON id = knowledge
            WHERE knowledge_kind = 'glossar'"""
    ).fetchall()
    assert len(terms) > 40
    assert not [name for id_, name in terms if first(engine, QUESTIONS[question](name)).id != id_]


@pytest.mark.parametrize("question", ["name alone", "in small letters", "was ist"])
@pytest.mark.parametrize(
    ("kind", "column"), [("knowledge", "title"), ("solutions", "title"), ("projects", "name")]
)
def test_every_entry_is_the_first_answer_to_its_name(engine, database, kind, column, question) -> None:
    """Or another one that is called the same."""
    rows = database.execute(f"SELECT {column} FROM {kind}")
    names = [name for (name,) in rows if " -" not in name]  # which leaves a word out
    called = {
        name: "".join(text for text, _ in first(engine, QUESTIONS[question](name)).title) for name in names
    }
    assert len(called) > 30
    assert {name: title for name, title in called.items() if name_of(title) != name_of(name)} == {}


def name_of(title: str) -> str:
    """The first part of a title, without case and quotation marks."""
    return re.sub("[„“]", "", SUBTITLE.split(title)[0].lower().replace("-", " "))


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("Was ist LoRaWAN", "lorawan"),
        ("lora-wan", "lorawan"),
        ("Was ist ein digitaler Zwilling", "urbaner-digitaler-zwilling"),
        ("Was sind digitale Zwillinge?", "urbaner-digitaler-zwilling"),
        ("urbane digitale zwillinge", "urbaner-digitaler-zwilling"),
        ("Was ist eine Datenplattform?", "urbane-datenplattform"),
        ("Urbane Datenplattformen", "urbane-datenplattform"),
        ("betreibermodelle", "betreibermodell"),
        ("Pilotprojekte", "pilotprojekt"),
        ("Definition Datenstrategien", "datenstrategie"),
        ("Begriff Proof-of-Concept", "proof-of-concept"),
    ],
)
def test_plural_hyphens_and_other_questions_do_not_matter(engine, query: str, id_: str) -> None:
    assert first(engine, query).id == id_


def test_only_a_whole_name_puts_an_entry_first(tmp_path: Path) -> None:
    documents = (
        Document("fluss", "measure", "Alles im Fluss", "Ein Fest am Ufer", "Es wird gefeiert."),
        Document(
            "pegel",
            "measure",
            "Fluss und Bach",
            "Am Fluss wird gemessen",
            text="Der Fluss steigt. Der Fluss fällt.",
        ),
        Document("wer", "measure", "Wer kann was", "Ein Verzeichnis"),
    )
    write_index(documents, Language(), tmp_path)
    engine = open_index(tmp_path)
    assert first(engine, "Was ist ein Fluss").id == "pegel"
    assert first(engine, "alles im fluss").id == "fluss"
    assert first(engine, "Wer kann was").id == "wer"
