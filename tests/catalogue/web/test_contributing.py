"""The pages for editors tell what the models and the reader hold, neither more nor less."""

from __future__ import annotations

import re

import click
import pytest

from catalogue.cli import main
from catalogue.editing.key_guide import own_keys, parts
from catalogue.model.entries import PUBLISHED
from catalogue.reading.yaml_values import read_yaml
from catalogue.web.contributing import GUIDE, PICTURES, steps
from catalogue.web.yaml_primer import RULES, UNQUOTED, Rule
from tests.catalogue.web.reading_pages import text


@pytest.mark.parametrize("root", ["", "/en"])
def test_every_key_of_every_kind_has_a_row(page, root):
    found = page(f"{root}/mitmachen/format")
    for model in PUBLISHED:
        for key in own_keys(model):
            row = found.find(f".//tr[@id='{model.kind}-{key.name}']")
            assert key.name in text(row.find("th"))
            assert all(text(cell) for cell in row.findall("td")), key.name
    for part, keys in parts().items():
        assert found.find(f".//h3[@id='teil-{part.__name__.lower()}']") is not None
        assert all(found.find(f".//tr[@id='{part.__name__.lower()}-{key.name}']") is not None for key in keys)


def test_the_terms_of_every_vocabulary_that_a_key_names_are_listed(page, db):
    found = page("/mitmachen/format")
    fields = [text(one) for one in found.find(".//details[@id='begriffe-fields']").iterfind(".//dt")]
    assert fields == [row[0] for row in db.execute("SELECT id FROM fields ORDER BY position")]
    ids = {element.get("id") for element in found.iter() if element.get("id")}
    inner = {
        a.get("href")[1:] for a in found.find(".//main").iterfind(".//a[@href]") if a.get("href")[0] == "#"
    }
    assert inner <= ids


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.title)
def test_what_the_primer_calls_right_is_read_as_meant_and_what_it_calls_wrong_is_not(rule: Rule):
    right, wrong = read_yaml(rule.right), read_yaml(rule.wrong)
    assert (right.data, right.flaws) == (rule.meant, [])
    assert wrong.flaws or wrong.data != rule.meant
    if "meldet" in rule.what_happens:
        assert wrong.flaws


@pytest.mark.parametrize(("what", "how", "note"), UNQUOTED)
def test_what_needs_no_quotation_marks_is_read_as_it_stands(what, how, note):
    values = read_yaml(how)
    assert values.flaws == []
    assert f"{how.split(': ')[0]}: {next(iter(values.data.values()))}" == how
    assert what
    assert note


def test_the_guide_has_a_section_for_every_task_with_pictures_that_are_told_in_words(page):
    found = page("/mitmachen")
    assert {step.id for step in steps()} >= {
        "ergaenzen",
        "kommune",
        "berichtigen",
        "umbenennen",
        "loeschen",
        "teilen",
        "git",
        "windows",
    }
    assert all(found.find(f".//h2[@id='{step.id}']") is not None for step in steps())
    pictures = found.findall(".//img[@class='guide__picture']")
    assert len(pictures) == len(PICTURES) == 3
    assert all(len(picture.get("alt")) > 60 for picture in pictures)


def test_every_command_that_the_guide_names_exists():
    named = re.findall(r"catalogue (\w+)", GUIDE.read_text("utf-8"))
    assert named
    assert set(named) <= set(main.list_commands(click.Context(main)))
