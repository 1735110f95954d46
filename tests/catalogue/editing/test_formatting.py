"""The one form of files: what was read is read again, no comment is lost, and formatting twice is formatting once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from catalogue.editing.formatting import formatted
from catalogue.editing.writer import entry_text
from catalogue.model.entries import BODY, Measure, Reuse
from catalogue.reading.entry_file import read_entry_file, read_front_matter
from catalogue.reading.file_places import model_of
from catalogue.reading.prose import to_html
from catalogue.reading.yaml_values import read_yaml
from tests.catalogue.editing.test_writer import TEXT, as_read, is_allowed
from tests.small_content import FILES

CONTENT = Path(__file__).parents[3] / "content"

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x,y ,  z]\n", "a: [x, y, z]\n"),
        ("a: { de: x,en: y }\n", "a: {de: x, en: y}\n"),
        ("a:\n- x\n- y\n", "a:\n  - x\n  - y\n"),
        ("a:\n      -  b: x\n         c: y\n", "a:\n  - b: x\n    c: y\n"),
        ("a:    x   \n\n\n", "a: x\n"),
        ("a: 'x'\nb: \"y\"\n", "a: 'x'\nb: \"y\"\n"),
        ("a: ja\nb: 1.10\nc: 010\nd: 2023-05-01\ne: ~\n", "a: ja\nb: 1.10\nc: 010\nd: 2023-05-01\ne: ~\n"),
        ("a: eins\n      zwei\nb: x\n", "a: eins\n  zwei\nb: x\n"),
        ("a:\n- 'eins\n  zwei'\n", "a:\n  - 'eins\n    zwei'\n"),
        ("a:\n- t: eins\n   zwei\n", "a:\n  - t: eins\n      zwei\n"),
        ("a: [x,\n      y]\n", "a: [x,\n  y]\n"),
        ("# oben\na: x # hinten\n# unten\n", "# oben\na: x # hinten\n# unten\n"),
        ("a: >-\n   eins\n   zwei\nb: x\n", "a: >-\n  eins\n  zwei\nb: x\n"),
        ("a:\nb: x\n", "a:\nb: x\n"),
    ],
)
def test_yaml_has_one_form(before: str, after: str) -> None:
    assert formatted(Reuse, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## A\nText\n\n\n\nText", "## A\n\nText\n\nText\n"),
        ("* a\n* b", "- a\n- b\n"),
        ("1. a\n1. b", "1. a\n2. b\n"),
        ("Text  \nmit Umbruch\n\n\n\nText", "Text  \nmit Umbruch\n\nText\n"),
        ("bis\n22. März 2022", "bis\n22. März 2022\n"),
        ("eine Zeile\nund noch eine", "eine Zeile\nund noch eine\n"),
        ("__fett__ und *kursiv*", "__fett__ und *kursiv*\n"),
        ("- a\n    - b", "- a\n    - b\n"),
        ("| a | b |\n|:--|---|\n|x|y|", "| a | b |\n| :- | -- |\n| x | y |\n"),
        ("„Zitat“ – ä & ö", "„Zitat“ – ä & ö\n"),
    ],
)
def test_prose_has_one_form(before: str, after: str) -> None:
    assert formatted(Measure, f"---\nid: a\n---\n{before}") == f"---\nid: a\n---\n\n{after}"


def restyled(draw: st.DrawFn, text: str) -> tuple[str, list[str]]:
    """YAML as a person might leave it: other indentation, comments, blank lines; and the comments."""
    factor = draw(st.integers(1, 3))
    comments: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        is_text = re.search(r": [>|]-?$|- [>|]-?$", line)
        if not lines or not in_block(lines):
            if draw(st.integers(0, 9)) == 0:
                comments.append(f"# Hinweis {len(comments)}: ä")
                lines.append(" " * (indent * factor) + comments[-1])
            if draw(st.integers(0, 9)) == 0:
                lines.append("")
        lines.append(
            " " * (indent * factor) + line.lstrip(" ") + ("" if is_text else draw(st.sampled_from(["", " "])))
        )
    return "\n".join(lines) + "\n", comments


def in_block(lines: list[str]) -> bool:
    """Whether the next line may be one of a folded or literal text, in which a comment would be text."""
    return any(re.search(r"[>|][-+0-9]*$", line) for line in lines)


@st.composite
def left_by_people(draw: st.DrawFn) -> tuple[str, list[str]]:
    texts = st.lists(TEXT.filter(is_allowed).filter(as_read), min_size=1, max_size=3)
    values = {
        "id": "a",
        "note": draw(texts)[0],
        "sources": [{"title": one, "url": one} for one in draw(texts)],
    }
    return restyled(draw, entry_text(Reuse, values))


@unhurried
@given(left_by_people())
def test_values_and_comments_stay_and_twice_is_once(left: tuple[str, list[str]]) -> None:
    text, comments = left
    before = read_yaml(text)
    assume(not before.flaws)
    once = formatted(Reuse, text)
    after = read_yaml(once)
    assert (after.data, after.flaws) == (before.data, [])
    assert [comment for comment in comments if comment in once] == comments
    assert formatted(Reuse, once) == once


PIECES = [
    "Text",
    " ",
    "\n",
    "\n\n",
    "- ",
    "    - ",
    "1. ",
    "## ",
    "*",
    "**",
    "_",
    "`",
    "|",
    "|---|",
    "> ",
    "&amp;",
]
PIECES += [
    "22. März",
    "ä„“",
    "[a](https://a.de)",
    "\\",
    "  \n",
    "---",
    "<b>",
    "#",
    "+",
    "https://a.de/x_y_z",
    "~~",
    "2) ",
]


@unhurried
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_prose_is_shown_as_before_and_twice_is_once(body: str) -> None:
    once = formatted(Measure, f"---\nid: a\n---\n{body}")
    after = read_front_matter(once).data[BODY]
    assert " ".join(to_html(after.strip()).split()) == " ".join(to_html(body.strip()).split())
    assert formatted(Measure, once) == once


def test_a_third_of_the_files_of_the_content_reads_as_before() -> None:
    for path in sorted(CONTENT.rglob("*"))[::3]:
        model = model_of(path.relative_to(CONTENT)) if path.suffix in (".md", ".yaml") else None
        if model is None:
            continue
        text = path.read_text("utf-8")
        once = formatted(model, text)
        if once != text:
            relative = path.relative_to(CONTENT)
            before, after = (read_entry_file(relative, model, one.encode()) for one in (text, once))
            assert after.entry is not None
            assert (after.entry.model_dump(exclude={BODY}), [flaw.code for flaw in after.flaws]) == (
                before.entry.model_dump(exclude={BODY}) if before.entry else None,
                [flaw.code for flaw in before.flaws],
            )
            assert formatted(model, once) == once


@pytest.mark.parametrize("path", FILES)
def test_a_small_content_reads_as_before(path: str) -> None:
    model = model_of(Path(path))
    assert model
    once = formatted(model, FILES[path])
    assert (
        read_entry_file(Path(path), model, once.encode()).entry
        == read_entry_file(Path(path), model, FILES[path].encode()).entry
    )
