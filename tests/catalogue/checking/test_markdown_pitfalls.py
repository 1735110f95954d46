"""Markdown and characters that the page would not show as they are meant. The mark `▸` stands where the problem is told."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, MUNICIPALITY, PROJECT

BUS = "Ein **Kleinbus** kommt auf [Bestellung](https://example.org/app)."
BUS_LINE = BUS + "\n"

MISTAKEN = {
    "a list without a blank line": ("Es gibt:\n▸- Busse\n- Bahnen", "list-start"),
    "a list of stars without a blank line": ("Es gibt:\n▸* Busse\n* Bahnen", "list-start"),
    "a list of one point without a blank line": ("Es gibt:\n▸- Busse", "list-start"),
    "a numbered list without a blank line": ("Es gibt:\n▸1. Busse\n2. Bahnen", "list-start"),
    "bullets": ("▸• Busse", "list-mark"),
    "bullets in a paragraph": ("Es gibt:\n▸• Busse", "list-mark"),
    "square bullets": ("▸▪ Busse", "list-mark"),
    "points in the middle": ("▸· Busse", "list-mark"),
    "dashes": ("▸– Busse", "list-mark"),
    "arrows": ("▸→ Busse", "list-mark"),
    "numbers with a bracket": ("▸1) Busse", "list-mark"),
    "letters with a bracket": ("▸a) Busse", "list-mark"),
    "numbers in brackets": ("▸(1) Busse", "list-mark"),
    "a fence of code": ("▸```", "code-block"),
    "a heading of five": ("▸##### Busse\n\nSatz", "heading-depth"),
    "a heading of six": ("▸###### Busse\n\nSatz", "heading-depth"),
    "a line that makes a heading": ("Es gibt Busse.\n▸---", "underline"),
    "a long line that makes a heading": ("Es gibt Busse.\n▸----------", "underline"),
    "a single dash that makes a heading": ("Es gibt Busse.\n▸-", "underline"),
    "four blanks": ("    ▸Es gibt Busse.", "indented"),
    "a tabulator": ("\t▸Es gibt Busse.", "indented"),
    "points in a point with two blanks": ("- Busse\n  ▸- klein", "list-indent"),
    "rows without the line of dashes": ("▸| Bus | Zahl |\n| klein | 1 |", "table-line"),
    "one row": ("▸| Bus | Zahl |", "table-line"),
    "rows without outer strokes": ("▸Bus | Zahl\nklein | 1", "table-line"),
    "a table without a blank line": ("Zahlen:\n▸| Bus | Zahl |\n|---|---|\n| klein | 1 |", "table-start"),
    "a footnote": ("Es gibt Busse▸[^1].", "footnote"),
    "a link without a scheme": ("Siehe [Bus](▸www.example.org).", "wrong-link"),
    "a link with one slash": ("Siehe [Bus](▸https:/example.org).", "wrong-link"),
    "a link with tracking": ("Siehe [Bus](▸https://example.org/a?utm_source=x).", "wrong-link"),
    "a link with a password": ("Siehe [Bus](▸https://a:b@example.org).", "wrong-link"),
    "a link to a local host": ("Siehe [Bus](▸http://localhost:8000).", "wrong-link"),
    "a link to a file": ("Siehe [Bus](▸../musterstadt-pegel.md).", "wrong-link"),
    "a link to a heading": ("Siehe [Bus](▸#loesung).", "wrong-link"),
    "a link to nothing": ("Siehe [Bus](▸).", "wrong-link"),
    "a reference without a scheme": ("[bus]: ▸www.example.org", "wrong-link"),
    "unfinished text": ("Es gibt Busse. ▸TODO Zahl", "placeholder"),
    "text of a template": ("▸Lorem ipsum dolor sit amet", "placeholder"),
    "a heading without text": ("▸### Busse\n\n### Bahnen\n\nSatz", "section-empty"),
    "a heading at the end": ("Satz\n\n▸### Busse", "section-empty"),
    "a private character of Word": ("Es gibt ▸\uf0b7 Busse", "private-character"),
    "an invisible character": ("Es gibt▸\u200d Busse", "control-character"),
    "a mark of direction": ("Es gibt▸\u200f Busse", "control-character"),
    "a lost character": ("Es f▸\ufffdhrt ein Bus", "lost-character"),
    "a ligature": ("Der Bus ▸\ufb01ndet", "ligature"),
    "a wrong encoding": ("Im D▸Ã¶rf", "mojibake"),
    "a wrong encoding of ß": ("Die Stra▸ÃŸe", "mojibake"),
    "a wrong encoding of a quotation mark": ("Der ▸â€žBus", "mojibake"),
    "a wrong encoding of a dash": ("Bus ▸â€“ Bahn", "mojibake"),
    "a wrong encoding of a blank": ("10▸Â\u00a0km", "mojibake"),
}

RIGHT = [
    "Es gibt:\n\n- Busse\n- Bahnen",
    "- Busse,\n  die fahren\n- Bahnen",
    "- Busse\n\n    - klein",
    "- Busse\n    - klein",
    "1. Busse\n2. Bahnen",
    "### Busse\n\nSatz",
    "### Lage\n- Busse\n- Bahnen",
    "Der Preis ging am\n18. März 2025 an den Bus.",
    "Der Bus fährt\n– so die Stadt – abends.",
    "Der Bus (Stand\n2025) fährt.",
    "Erst Bus,\n    dann Bahn.",
    "| Bus | Zahl |\n|---|---|\n| klein | 1 |",
    "Bus | Zahl\n--- | ---\nklein | 1",
    "Bus oder Bahn | Regio.",
    "Text.\n\n---\n\nSatz.",
    "Siehe [Bus](/massnahmen/musterstadt-pegel) und [Post](mailto:a@example.org).",
    "Siehe [Halle](https://de.wikipedia.org/wiki/Halle_(Saale)).",
    "Das Wort [sic] und [Bus] (neu).",
    "Café, Łódź, São Paulo, Åland, À la carte, naïve, 20 °C, §\u00a01, 1\u202f000",
    "Größe ≥ 5 µm → klein; „Bus“ – ‚Bahn‘ … © ®",
]

VALUES = {
    "TODO": "TODO",
    "a dash": '"-"',
    "a long dash": "–",
    "k. A.": "k. A.",
    "k.A.": "k.A.",
    "n/a": "n/a",
    "N. N.": "N. N.",
    "keine Angabe": "keine Angabe",
    "question marks": '"???"',
    "points": "...",
    "xxx": "xxx",
    "tbd": "tbd",
    "folgt": "folgt",
    "wird noch ergänzt": "wird noch ergänzt",
    "Lorem ipsum": "Lorem ipsum dolor sit amet",
}


def told(folder: Folder) -> list[tuple[str, int, int, str]]:
    return [(problem.path, problem.line, problem.column, problem.code) for problem in folder.problems()]


@pytest.mark.parametrize(("text", "code"), MISTAKEN.values(), ids=[*MISTAKEN])
def test_what_is_not_shown_as_meant_is_told_where_it_stands(folder: Folder, text: str, code: str) -> None:
    place = folder.spoil(
        MEASURE, BUS_LINE, f"{BUS}\n\n{text}\n\nSatz\n" if "### Busse" not in text else f"{BUS}\n\n{text}\n"
    )
    assert told(folder) == [(*place, code)]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_shown_as_meant_is_no_problem(folder: Folder, text: str) -> None:
    folder.replace(MEASURE, BUS_LINE, f"{BUS}\n\n{text}\n")
    assert told(folder) == []


@pytest.mark.parametrize("value", VALUES.values(), ids=[*VALUES])
@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("subtitle: Kleinbus auf Bestellung", "subtitle: "),
        ("  - Rund 40 Fahrgäste am Tag", "  - "),
        ("    title: Ein Jahr Rufbus", "    title: "),
        ("start: 2022", "start: "),
    ],
)
def test_a_placeholder_is_told_at_the_value_alone(folder: Folder, old: str, key: str, value: str) -> None:
    place = folder.spoil(MEASURE, old, f"{key}▸{value}")
    assert told(folder) == [(*place, "placeholder")]


@pytest.mark.parametrize("value", ["„Rufbus“", "“Rufbus”", "»Rufbus«", "«Rufbus»", "‚Rufbus‘", "„Rufbus”"])
def test_a_value_in_typographic_quotation_marks_alone_is_told(folder: Folder, value: str) -> None:
    place = folder.spoil(MEASURE, "title: Rufbus", f"title: ▸{value}")
    assert told(folder) == [(*place, "typographic-quotes")]


@pytest.mark.parametrize(
    "value", ["'„Rufbus“'", "„Rufbus“ und „Bahn“", "Der „Rufbus“", "„Rufbus“ fährt", "„"]
)
def test_typographic_quotation_marks_within_a_value_are_no_problem(folder: Folder, value: str) -> None:
    folder.replace(MEASURE, "title: Rufbus", f"title: {value}")
    assert told(folder) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PROJECT, "lead: Stadt", "lead:▸\u00a0Stadt"),
        (PROJECT, "lead: Stadt", "▸\u00a0lead: Stadt"),
        (MEASURE, "  - Rund 40", "  -▸\u00a0Rund 40"),
        (MEASURE, "    title: Ein Jahr", "▸\u2003\u2003\u2003\u2003title: Ein Jahr"),
        (MUNICIPALITY, "    title: Verz", "    title:▸\u202fVerz"),
    ],
)
def test_a_blank_that_yaml_does_not_know_is_told_at_its_place(
    folder: Folder, path: str, old: str, new: str
) -> None:
    place = folder.spoil(path, old, new)
    assert (*place, "yaml-blank") in told(folder)
