"""Two entries of a kind that are probably one are told at both; measured on copies of the real content."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.checking.copies import copies
from catalogue.reading.content import Content, read_content
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, KNOWLEDGE, MEASURE, MUNICIPALITY, PROJECT, SOLUTION

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(CONTENT)


SAME = {
    "a key": (MUNICIPALITY, {"name: Musterstadt": "name: Neudorf"}, {"ags-twice"}),
    "a name": (MUNICIPALITY, {'ags: "14001000"\n': ""}, {"name-twice"}),
    "a name in capitals": (
        MUNICIPALITY,
        {'ags: "14001000"\n': "", "name: Must": "name: MUST"},
        {"name-twice"},
    ),
    "a website in two spellings": (
        *(
            MUNICIPALITY,
            {'ags: "14001000"': "website: http://example.org/ort/", "name: Musterstadt": "name: Neudorf"},
        ),
        {"website-twice"},
    ),
    "a name of a project": (PROJECT, {}, {"name-twice"}),
    "a title and text of a solution": (SOLUTION, {}, {"title-twice", "text-twice", "repositories-twice"}),
    "a text of a solution": (
        SOLUTION,
        {"title: Rufbus-Baukasten\nsub": "title: Neu\nsub"},
        {"text-twice", "repositories-twice"},
    ),
    "a title and text of knowledge": (KNOWLEDGE, {}, {"title-twice", "text-twice"}),
    "a text of a measure": (MEASURE, {"title: Rufbus\n": "title: Neu\n"}, {"text-twice"}),
}


@pytest.mark.parametrize(("path", "changes", "codes"), SAME.values(), ids=[*SAME])
def test_what_two_entries_say_alike_is_told_at_both(
    folder: Folder, path: str, changes: dict[str, str], codes: set[str]
) -> None:
    if "website-twice" in codes:
        folder.replace(path, "ags:", "website: https://www.example.org/ort\nags:")
    file = Path(path)
    text = FILES[path].replace(f"id: {file.stem}", f"id: {file.stem}-neu", 1)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    copy = file.with_stem(f"{file.stem}-neu").as_posix()
    folder.write(copy, text)
    found = [problem for problem in folder.problems() if problem.code.endswith("-twice")]
    assert {problem.code for problem in found} == codes
    assert {problem.path for problem in found} == {str(folder.root / path), str(folder.root / copy)}
    assert all(problem.line > 1 for problem in found)


def test_a_text_in_which_each_tenth_word_was_changed_is_mostly_found_and_no_other(content: Content) -> None:
    chance = random.Random(1)
    written = [
        file for file in content.files if file.kind in ("measure", "solution", "knowledge") and file.entry
    ]
    words = " ".join(file.entry.body for file in written[:50]).split()  # type: ignore[union-attr]
    sample = chance.sample(written, 150)
    pairs: set[frozenset[str]] = set()
    changed = []
    for file in sample:
        body = [
            chance.choice(words) if chance.random() < 0.1 else word for word in file.entry.body.split(" ")
        ]  # type: ignore[union-attr]
        entry = file.entry.model_copy(
            update={"id": f"{file.id}-neu", "title": f"Neu {file.id}", "body": " ".join(body)}
        )  # type: ignore[union-attr]
        changed.append(replace(file, id=entry.id, path=f"{file.path}-neu", entry=entry))
        pairs.add(frozenset((file.path, f"{file.path}-neu")))
    both = Content(content.root, [*content.files, *changed], [], "", [])
    found = {
        frozenset((f.path, flaw.message.split(" in ")[1].split(". ")[0]))
        for f, flaw in copies(both)
        if flaw.code == "text-twice"
    }
    assert len(found & pairs) / len(pairs) >= 0.8
    assert found - pairs == set()


def test_a_copy_whose_text_was_written_anew_is_found_by_its_facts_and_no_other(content: Content) -> None:
    chance = random.Random(2)
    written = [
        file for file in content.files if file.kind in ("measure", "solution", "knowledge") and file.entry
    ]
    changed, pairs = [], set()
    for n, file in enumerate(chance.sample(written, 150)):
        told = {"id": f"{file.id}-neu", "title": f"Neu {n}", "body": f"Ein neuer Text {n}."}
        entry = file.entry.model_copy(update=told)  # type: ignore[union-attr]
        changed.append(replace(file, id=entry.id, path=f"{file.path}-neu", entry=entry))
        pairs.add(frozenset((file.path, f"{file.path}-neu")))
    both = Content(content.root, [*content.files, *changed], [], "", [])
    found = {
        frozenset((f.path, flaw.message.split(" in ")[1].split(". ")[0]))
        for f, flaw in copies(both)
        if flaw.code == "facts-copied"
    }
    assert len(found & pairs) / len(pairs) >= 0.95
    assert found - pairs == set()


def test_facts_of_a_copy_are_told_where_they_stand(folder: Folder) -> None:
    text = (
        FILES[MEASURE]
        .replace("id: musterstadt-rufbus", "id: musterstadt-rad")
        .replace("title: Rufbus\n", "title: Rad\n")
    )
    front, _, _ = text.partition("\n---\n\n")
    folder.write(
        MEASURE.replace("rufbus", "rad"),
        f"{front}\n---\n\nAn jeder Haltestelle steht ein Rad, das Gäste leihen.\n",
    )
    found = [(problem.line, problem.code) for problem in folder.problems() if problem.code == "facts-copied"]
    assert found == [(4, "facts-copied"), (4, "facts-copied")]


def test_the_real_content_holds_no_copies(content: Content) -> None:
    assert [*copies(content)] == []
