"""Every key is explained from the models, and its example is one that the reader accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from catalogue.cli import main
from catalogue.editing.key_guide import MARK, keys_of, own_keys, parts, tables, with_tables
from catalogue.model.entries import BODY, PUBLISHED, DocumentedEntry, Part
from catalogue.reading.entry_file import validate
from catalogue.reading.text_file import Flaw
from catalogue.reading.yaml_values import read_yaml

GUIDE = Path(__file__).parents[3] / "content" / "README.md"
MODELS = [*PUBLISHED, *parts()]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_says_what_it_is_called_and_means_and_has_an_example(model: type[Part]) -> None:
    for key in keys_of(model):
        assert key.title, key.name
        assert key.description, key.name
        assert key.part or key.is_prose or len(key.example) > len(key.name) + 2, key.name


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)
def test_the_examples_of_a_kind_together_are_an_entry_without_a_flaw(model: type[DocumentedEntry]) -> None:
    values = read_yaml("\n".join(_example_lines(model)))
    if BODY in model.model_fields:
        values.data[BODY] = model.model_fields[BODY].examples[0]  # type: ignore[index]
    flaws: list[Flaw] = list(values.flaws)
    validate(model, values, flaws)
    assert [flaw for flaw in flaws if flaw.code != "too-short"] == []  # two examples of `asked_as` are enough


def _example_lines(model: type[Part]) -> list[str]:
    """An entry, or a part of one, of nothing but examples."""
    lines = []
    for key in keys_of(model):
        if key.part:
            inner = _example_lines(key.part)
            first = ["  - ", "    "] if key.shape.many else ["  ", "  "]
            lines += [
                f"{key.name}:",
                *((first[0] if n == 0 else first[1]) + line for n, line in enumerate(inner)),
            ]
        elif not key.is_prose:
            lines.append(key.example)
    return lines


def test_the_guide_for_editors_has_the_tables_of_today() -> None:
    guide = GUIDE.read_text("utf-8")
    assert with_tables(guide) == guide, "run: catalogue guide"


def test_every_key_stands_in_the_tables() -> None:
    told = tables()
    names = {key.name for model in PUBLISHED for key in own_keys(model)}
    assert not [name for name in names if f"| `{name}`" not in told]


def test_the_command_brings_the_tables_up_to_date_and_leaves_the_rest(tmp_path: Path) -> None:
    guide = tmp_path / "README.md"
    now = GUIDE.read_text("utf-8")
    before, _, after = now.partition("### In jedem Eintrag")
    guide.write_text(before + after, "utf-8")
    command = ["guide", "--content", str(tmp_path)]
    assert CliRunner().invoke(main, [*command, "--check"]).exit_code == 1
    assert CliRunner().invoke(main, command).exit_code == 0
    assert guide.read_text("utf-8") == now
    assert CliRunner().invoke(main, [*command, "--check"]).exit_code == 0


def test_a_guide_without_a_place_for_the_tables_is_left_alone(tmp_path: Path) -> None:
    guide = tmp_path / "README.md"
    guide.write_text(f"# Leitfaden\n\n{MARK}\n", "utf-8")
    result = CliRunner().invoke(main, ["guide", "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert "fehlen die Zeilen" in result.output
    assert guide.read_text("utf-8") == f"# Leitfaden\n\n{MARK}\n"
