"""An index that reuses an earlier one answers as one written from scratch."""

from dataclasses import replace
from pathlib import Path

import search
from search import Concept, Document, Language
from tests.search.conftest import DOCUMENTS, LANGUAGE

QUERIES = ("", "Bus", "Bus auf dem Dorf", "Sensor", "Hochwaser", "neues Wort", "Waldkirchen", "Bürger Stadt")


def answers(folder: Path) -> list[object]:
    engine = search.open_index(folder)
    found: list[object] = [engine.search(query, explain=True) for query in QUERIES]
    return [*found, engine.suggest("b"), [engine.similar(document.id) for document in DOCUMENTS]]


def written(
    folder: Path, documents: list[Document], language: Language, reuse: Path | None = None
) -> list[object]:
    search.write_index(documents, language, folder, reuse)
    return answers(folder)


def test_reuse_answers_as_from_scratch(tmp_path: Path) -> None:
    first = list(DOCUMENTS)
    search.write_index(first, LANGUAGE, tmp_path / "first")
    changed = [
        replace(first[0], text="Ein ganz neues Wort."),
        *first[2:],
        replace(first[3], id="waldkirchen-new"),
    ]
    assert written(tmp_path / "reused", changed, LANGUAGE, tmp_path / "first") == written(
        tmp_path / "scratch", changed, LANGUAGE
    )


def test_reuse_again_and_again_answers_as_from_scratch(tmp_path: Path) -> None:
    documents = list(DOCUMENTS)
    search.write_index(documents, LANGUAGE, tmp_path / "0")
    for step in range(1, 10):
        documents[step] = replace(documents[step], title=f"Titel Nummer {step}")
        search.write_index(documents, LANGUAGE, tmp_path / str(step), tmp_path / str(step - 1))
    assert answers(tmp_path / "9") == written(tmp_path / "scratch", documents, LANGUAGE)


def test_nothing_is_reused_when_the_language_changed(tmp_path: Path) -> None:
    search.write_index(DOCUMENTS, LANGUAGE, tmp_path / "first")
    more = replace(LANGUAGE, concepts=(*LANGUAGE.concepts, Concept("zoo", "Zoo", ("Kleinbus",))))
    assert written(tmp_path / "reused", list(DOCUMENTS), more, tmp_path / "first") == written(
        tmp_path / "scratch", list(DOCUMENTS), more
    )


def test_reusing_what_is_no_index_writes_anew(tmp_path: Path) -> None:
    assert len(search.open_index(_write(tmp_path / "new", tmp_path / "missing"))) == len(DOCUMENTS)


def test_the_order_of_documents_does_not_matter(tmp_path: Path) -> None:
    assert written(tmp_path / "a", list(DOCUMENTS), LANGUAGE) == written(
        tmp_path / "b", list(reversed(DOCUMENTS)), LANGUAGE
    )


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    search.write_index(DOCUMENTS, LANGUAGE, tmp_path / "index", progress=told.append)
    assert told == list(range(1, len(DOCUMENTS) + 1))


def test_no_documents_are_an_index_too(tmp_path: Path) -> None:
    search.write_index([], LANGUAGE, tmp_path / "index")
    engine = search.open_index(tmp_path / "index")
    assert engine.search("Bus").total == 0
    assert engine.search("").total == 0


def _write(folder: Path, reuse: Path) -> Path:
    search.write_index(DOCUMENTS, LANGUAGE, folder, reuse)
    return folder
