"""An empty template asks for what every entry needs, explains every key, and becomes a right entry when it is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.editing.template import example_values, template
from catalogue.model.entries import BODY, PUBLISHED, DocumentedEntry, Measure, Municipality
from catalogue.model.shapes import shapes
from catalogue.reading.entry_file import read_entry_file, read_front_matter
from catalogue.reading.problems import as_text, errors
from catalogue.reading.yaml_values import Values, read_yaml
from tests.catalogue.conftest import Folder

KINDS = pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)


def values_in(text: str, model: type[DocumentedEntry]) -> Values:
    return read_front_matter(text) if BODY in model.model_fields else read_yaml(text)


def filled(text: str, model: type[DocumentedEntry], **values: str) -> str:
    """The template with the example of every empty key behind it."""
    lines, name = [], ""
    for line in text.splitlines():
        if empty := re.match(r"( *)(?:- )?(\w+):$", line):
            inside = shapes(model)["sources"].part if empty[1] else None
            name = empty[2]
            example = (inside or model).model_fields[name].examples or [""]
            value = values.get(name, "" if isinstance(example[0], list) else str(example[0]))
            lines.append(f"{line} {value}".rstrip())
        elif line == "  -":
            lines.append(f"  - {(model.model_fields[name].examples or [['']])[0][0]}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


@KINDS
def test_only_what_every_entry_needs_is_open_and_the_check_names_it(model: type[DocumentedEntry]) -> None:
    file = read_entry_file(Path("vorlage"), model, template(model).encode("utf-8"))
    told = {re.search(r"Schlüssel „(\w+)“", flaw.message) for flaw in file.flaws}
    named = {match[1] for match in told if match}
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    lists = {name for name in required if shapes(model)[name].many}
    assert {*required - lists - {BODY}, "url", "title"} <= named
    assert {flaw.code for flaw in file.flaws} <= {"missing-value", "too-short", "wrong-type", "reuse-who"}


@KINDS
def test_every_key_stands_there_once_with_its_meaning(model: type[DocumentedEntry]) -> None:
    text = template(model)
    for name, field in model.model_fields.items():
        if name != BODY:
            assert len(re.findall(rf"^#?{name}:", text, re.MULTILINE)) == 1
        words = re.sub(r"\s+#?\s*#\s", " ", text)
        assert field.description in words
    assert max(map(len, text.splitlines())) <= 120


@KINDS
def test_what_is_optional_is_right_when_its_comment_sign_is_deleted(model: type[DocumentedEntry]) -> None:
    text = re.sub(r"^( *)#(?! )|^#(?= {2})", r"\1", template(model), flags=re.MULTILINE)
    values = values_in(text, model)
    assert values.flaws == []
    assert {name for name in model.model_fields if (name,) in values.keys} == set(model.model_fields) - {BODY}
    for name, example in example_values(model).items():
        if not model.model_fields[name].is_required() and not shapes(model)[name].part:
            read = values.data[name]
            assert (read if isinstance(read, list) else str(read).lower()) == (
                example if isinstance(example, list) else str(example).lower()
            )


def test_a_template_filled_with_its_examples_passes_the_check(folder: Folder) -> None:
    text = filled(template(Measure), Measure, id="musterstadt-vorlage")
    folder.write(
        "measures/musterstadt/musterstadt-vorlage.md",
        f"{text}\nEin Bus fährt auf Bestellung durch alle Ortsteile der Stadt.\n",
    )
    folder.write(
        "municipalities/vorlage.yaml",
        filled(template(Municipality), Municipality, id="vorlage", name="Vorlage"),
    )
    assert as_text(errors(folder.problems())) == ""


def test_the_terms_of_a_small_vocabulary_are_named() -> None:
    text = template(Measure, lambda name: ["planung", "betrieb"] if name == "statuses" else [])
    assert "Begriffe: betrieb, planung\nstatus:" in text
    assert "Begriffe: vocabulary/fields.yaml\nfields:" in text
