"""New values for some keys: their lines alone change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalogue.editing.replacing import with_values
from catalogue.model.entries import BODY, Measure, Reuse
from catalogue.reading.entry_file import read_entry_file, read_front_matter
from tests.small_content import FILES, MEASURE

TEXT = """\
id: a-b
# Wer es nutzt
name: Amt   # so heißt es
note: lang
  und länger

# Stand
status: geplant
sources:
  - url: https://example.org
    title: Seite
"""


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({"name": "Büro: neu"}, "name: Amt   # so heißt es\n", "name: 'Büro: neu'\n"),
        ({"note": "kurz"}, "note: lang\n  und länger\n", "note: kurz\n"),
        ({"status": "im-einsatz"}, "status: geplant\n", "status: im-einsatz\n"),
        ({"origin": "a"}, "id: a-b\n", "id: a-b\norigin: a\n"),
        ({"date": "2026-05"}, "status: geplant\n", "status: geplant\ndate: 2026-05\n"),
        ({"recorded": "2026-05-01"}, "  und länger\n", "  und länger\n"),
    ],
)
def test_only_the_lines_of_the_key_change(values: dict[str, Any], old: str, new: str) -> None:
    changed = with_values(Reuse, TEXT, values)
    if "recorded" in values:
        assert changed == TEXT.replace("sources:", "recorded: 2026-05-01\nsources:")
    else:
        assert changed == TEXT.replace(old, new)


def test_front_matter_and_prose_change_each_by_themselves() -> None:
    text = FILES[MEASURE]
    changed = with_values(
        Measure, text, {"title": "Neuer #1", BODY: "\nNeuer Text, lang genug, um allein zu stehen.\n"}
    )
    entry = read_entry_file(Path(MEASURE), Measure, changed.encode()).entry
    assert isinstance(entry, Measure)
    assert (entry.title, entry.body) == ("Neuer #1", "Neuer Text, lang genug, um allein zu stehen.")
    assert with_values(Measure, text, {}) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("licence", "MIT"),
        ("website", "https://example.org/neu"),
        ("title_en", "Bus"),
        ("uses", ["musterstadt-pegel"]),
        ("discontinued_reason", "Kein Geld: ja"),
    ],
)
def test_a_key_that_is_new_reads_as_it_was_given(name: str, value: object) -> None:
    values = read_front_matter(with_values(Measure, FILES[MEASURE], {name: value}))
    assert values.flaws == []
    assert values.data[name] == value
    assert values.data | {name: value} == values.data
