"""An index that reuses an earlier one is, byte for byte, one written from scratch."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import search
from search import Concept, Document, Language
from tests.search.conftest import DOCUMENTS, LANGUAGE

QUERIES = ("", "Bus", "Bus auf dem Dorf", "Sensor", "Hochwaser", "neues Wort", "Waldkirchen", "Bürger Stadt")


def answers(folder: Path, queries: Sequence[str] = QUERIES) -> list[object]:
    engine = search.open_index(folder)
    found: list[object] = [engine.search(query, explain=True) for query in queries]
    return [*found, engine.suggest("b"), [engine.similar(document.id) for document in DOCUMENTS]]


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


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


WORDS = ("Kamelhöcker", "Kamelhöcke", "Bodenfeuchtemesser", "Rufbusse", "Bushaltestellen", "Waldkirchener")
"""Words that come and go: some are compounds, some are spelt nearly like others, some start like others."""

EDITED_QUERIES = (
    *WORDS,
    "Kamelhöckerr",
    "Kamelh",
    "Bodenfeuchtem",
    "Rufb",
    "Bush",
    '"Bus Rufbusse"',
    "Bus -Kamelhöcker",
)

edits = st.lists(
    st.dictionaries(
        st.sampled_from(DOCUMENTS[:6]).map(lambda document: document.id),
        st.one_of(st.none(), st.lists(st.sampled_from(WORDS), max_size=2).map(tuple)),
        max_size=3,
    ),
    min_size=1,
    max_size=6,
)
"""Steps of editing: every step deletes documents (None), or gives their texts some words more than at first."""


@settings(max_examples=30, deadline=None)
@given(steps=edits)
def test_whatever_was_edited_before_the_index_is_as_from_scratch(
    steps: list[dict[str, tuple[str, ...] | None]],
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        edited: dict[str, tuple[str, ...] | None] = {}
        search.write_index(DOCUMENTS, LANGUAGE, folder / "0")
        for number, step in enumerate(steps, start=1):
            edited |= step
            documents = [
                replace(document, text=" ".join((document.text, *words)))
                for document in DOCUMENTS
                if (words := edited.get(document.id, ())) is not None
            ]
            search.write_index(documents, LANGUAGE, folder / str(number), folder / str(number - 1))
        search.write_index(documents, LANGUAGE, folder / "scratch")
        assert files(folder / str(number)) == files(folder / "scratch")
        assert answers(folder / str(number), EDITED_QUERIES) == answers(folder / "scratch", EDITED_QUERIES)


def test_a_word_that_went_and_came_back_is_marked(tmp_path: Path) -> None:
    first, *others = DOCUMENTS
    with_word = [replace(first, text="Der Kamelhöcker."), *others]
    search.write_index(DOCUMENTS, LANGUAGE, tmp_path / "0")
    search.write_index(with_word, LANGUAGE, tmp_path / "1", tmp_path / "0")
    search.write_index(DOCUMENTS, LANGUAGE, tmp_path / "2", tmp_path / "0")
    search.write_index(with_word, LANGUAGE, tmp_path / "3", tmp_path / "2")
    (hit,) = search.open_index(tmp_path / "3").search("Kamelhöcker").hits
    assert hit.snippets == ((("Der ", False), ("Kamelhöcker", True), (".", False)),)


def test_files_that_may_only_be_read_are_taken_over(tmp_path: Path) -> None:
    _write(tmp_path / "old", tmp_path / "missing")
    for file in (tmp_path / "old").iterdir():
        file.chmod(0o444)
    _write(tmp_path / "new", tmp_path / "old")
    assert all(file.stat().st_mode & 0o200 for file in (tmp_path / "new").iterdir())


def _write(folder: Path, reuse: Path) -> Path:
    search.write_index(DOCUMENTS, LANGUAGE, folder, reuse)
    return folder
