"""Whatever the bytes of a file are, reading it raises nothing and every problem has a place in the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.model.entries import (
    CompoundWords,
    Entry,
    Measure,
    Municipality,
    Project,
    Thesaurus,
    Vocabulary,
)
from catalogue.reading.entry_file import EntryFile, read_entry_file
from tests.small_content import FILES, MEASURE, MUNICIPALITY, PROJECT, THESAURUS

MODELS: list[type[Entry]] = [Measure, Project, Municipality, Vocabulary, Thesaurus, CompoundWords]

REAL = {MEASURE: Measure, PROJECT: Project, MUNICIPALITY: Municipality, THESAURUS: Thesaurus}

PIECES = [
    *(
        "---\n",
        "...\n",
        "\t",
        "  ",
        ": ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "&a ",
        "*a ",
        "!!set ",
        "|\n",
    ),
    *(
        ">-\n",
        "#",
        "<<: ",
        "null",
        "~",
        "\r\n",
        "\x00",
        "\ufeff",
        "\u2028",
        "a\u0308",
        "%YAML 9\n",
        "\\",
        "@",
        "`",
    ),
    *(
        "<script>",
        "](javascript:x)",
        "]: data:x",
        "![",
        "id: x\n",
        "sources:\n",
        "body: x\n",
        "9" * 400,
        "\u202e",
    ),
]

PYTHONS_OWN = ("{'", "['", "None", "True", "False", "<class", "\\x", "datetime", "Error")
"""How Python writes values; an editor need not know it."""

ENGLISH = re.compile(
    r"\b(?:the|is|are|not|but|found|expected|while|parsing|scanning|token|mapping|sequence|scalar|block|flow|did|could|cannot|unknown"
    r"|invalid|input|should|value|string|error|document|character|indicator|directive|anchor|alias|tag handle|at least|must|of|and|with"
    r"|line|column)\b",
    re.IGNORECASE,
)
"""Words of the parsers and of Pydantic."""

OTHER_TYPES = {
    "a text": "x",
    "a number": "1.5",
    "a truth value": "true",
    "nothing": "~",
    "a map": "{title: x, url: y}",
    "an empty map": "{}",
    "a list of texts": "[a, b]",
    "a list of maps": "[{title: x}, {a: [b]}]",
    "a list of lists": "[[a], [b]]",
    "an empty list": "[]",
    "a map of maps": "{a: {b: {c: d}}}",
}

quick = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def read(model: type[Entry], data: bytes) -> EntryFile:
    file = read_entry_file(Path("folder/name.x"), model, data)
    text = data.decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for flaw in file.flaws:
        assert 1 <= flaw.line <= len(lines), flaw
        assert 1 <= flaw.column <= len(lines[flaw.line - 1]) + 1, flaw
        assert flaw.message.endswith((".", "?")), flaw
        assert "\n" not in flaw.message
        assert "{" not in flaw.message or b"{" in data, flaw
        assert not any(own in flaw.message and own not in text for own in PYTHONS_OWN), flaw
        own = re.sub(r"„.*?“|\(.*?\)", "", flaw.message)
        assert not ENGLISH.search(own) or "Beispiel: " in own, flaw
        assert flaw.code.replace("-", "").isalnum()
        assert flaw.severity in ("error", "warning")
    if file.entry is None:
        assert any(flaw.severity == "error" for flaw in file.flaws)
    return file


@quick
@given(st.sampled_from(MODELS), st.binary(max_size=300))
def test_arbitrary_bytes(model: type[Entry], data: bytes) -> None:
    read(model, data)


@quick
@given(st.sampled_from(MODELS), st.text(max_size=300))
def test_arbitrary_text(model: type[Entry], text: str) -> None:
    read(model, text.encode("utf-8", "surrogatepass"))


@quick
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_arbitrary_pieces_of_yaml_and_markdown(pieces: list[str]) -> None:
    read(Project, "".join(pieces).encode())
    read(Measure, "".join(["---\n", *pieces]).encode())


@settings(quick, max_examples=400)
@given(st.sampled_from([*REAL]), st.data())
def test_mutated_entries(path: str, data: st.DataObject) -> None:
    text = FILES[path]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        piece = data.draw(st.sampled_from(PIECES) | st.text(max_size=5))
        text = text[:start] + piece + text[end:]
    read(REAL[path], text.encode("utf-8", "surrogatepass"))


@quick
@given(st.text(min_size=1, max_size=80), st.sampled_from(["title", "status", "licence", "start", "website"]))
def test_arbitrary_values_of_a_key(value: str, key: str) -> None:
    import json

    text = FILES[MEASURE].replace("\nopen_source: true", f"\n{key}: {json.dumps(value)}\nopen_source: true")
    read(Measure, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("value", OTHER_TYPES.values(), ids=[*OTHER_TYPES])
@pytest.mark.parametrize(("path", "model"), REAL.items(), ids=[model.kind for model in REAL.values()])
def test_a_value_of_any_type_under_any_key(path: str, model: type[Entry], value: str) -> None:
    prose = path.endswith(".md")
    for key in model.model_fields:
        front = f"{key}: {value}\n"
        read(model, f"---\n{front}---\nText\n".encode() if prose else front.encode())
        for inner in ("sources", "partners", "funding", "cost", "requirements", "concepts", "terms"):
            front = f"{inner}:\n  - {key}: {value}\n"
            read(model, f"---\n{front}---\nText\n".encode() if prose else front.encode())
