"""YAML that is valid and says something else than its author: the check tells it where the meaning is lost.

The mark `▸` stands where the problem must be told.
"""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, MUNICIPALITY, PROJECT, SOLUTION, STATUSES

TITLE = "title: Rufbus\n"
RESULT = "  - Rund 40 Fahrgäste am Tag\n"
KINDS = "kinds: [mobilitaetsangebot, app]\n"
BUS = "[Bestellung]"

CUT = {
    "in a title": (MEASURE, TITLE, "title: Platz ▸#1 im Ort\n"),
    "at the end of a title": (MEASURE, TITLE, "title: Platz im Ort ▸#1\n"),
    "after two blanks": (MEASURE, TITLE, "title: Platz  ▸#1\n"),
    "after a tabulator": (MEASURE, TITLE, "title: Platz\t▸#1\n"),
    "with a blank after it": (MEASURE, TITLE, "title: Platz ▸# 1\n"),
    "a comment behind a value": (MEASURE, "status: betrieb\n", "status: betrieb ▸# laut Stadt\n"),
    "an optional text lost whole": (
        MEASURE,
        "licence: EUPL-1.2",
        "discontinued_reason: ▸#1\nlicence: EUPL-1.2",
    ),
    "in a list of lines": (MEASURE, RESULT, "  - Kampagne ▸#Rufbus mit 40 Plakaten\n"),
    "in a second line of a list": (MEASURE, RESULT, "  - Rund 40 Fahrgäste\n  - Platz ▸#2\n"),
    "in a list in brackets": (MEASURE, KINDS, "kinds: [mobilitaetsangebot,\n  app ▸#1\n  ]\n"),
    "in a list that it leaves open": (MEASURE, KINDS, "kinds: [mobilitaetsangebot, app ▸#1]\n"),
    "in a map in braces": (STATUSES, "label: {de: statuses, en: statuses}", "label: {de: s ▸#1\n  , en: s}"),
    "in a nested note": (MEASURE, "    share_percent: 65\n", "    note: laut ▸#Haushalt\n"),
    "in an address": (MEASURE, "url: https://example.org/bilanz", "url: https://example.org/bilanz ▸#seite2"),
    "in a title of a source": (MEASURE, "    title: Ein Jahr Rufbus", "    title: Tweet ▸#rufbus"),
    "in a line that continues": (
        PROJECT,
        "lead: Stadt Musterstadt",
        "lead: Stadt Musterstadt\n  und Kreis ▸#2",
    ),
    "as the first word of a line that continues": (
        *(PROJECT, "lead: Stadt Musterstadt", "lead: Stadt\n  ▸#Musterstadt"),
    ),
    "in a date": (MEASURE, "end: 2024-06", "end: 2024-06 ▸#geplant"),
    "in a name": (MUNICIPALITY, "name: Musterstadt", "name: Musterstadt ▸#Nord"),
    "in a requirement": (SOLUTION, "text: Karten der Haltestellen", "text: Karten ▸#1"),
}

WHOLE = {
    "in straight quotation marks": (MEASURE, TITLE, 'title: "Platz #1 im Ort"\n'),
    "in single quotation marks": (MEASURE, TITLE, "title: 'Platz #1 im Ort'\n"),
    "a comment after a quoted value": (MEASURE, TITLE, "title: 'Rufbus' # laut Stadt\n"),
    "without a blank before it": (MEASURE, TITLE, "title: Rufbus#1 und C#\n"),
    "an anchor of an address": (MEASURE, "/bilanz", "/bilanz#seite2"),
    "in a folded text": (MEASURE, RESULT, "  - >-\n    Kampagne #Rufbus\n    #Bus\n"),
    "a line of comment": (MEASURE, TITLE, f"# Name laut Stadt\n{TITLE}"),
    "a line of comment at the depth of a list": (MEASURE, RESULT, f"{RESULT}  # - noch offen\n"),
    "a list without its first value": (MEASURE, RESULT, f"  #- früher 30\n{RESULT}"),
    "a comment after the key of a list": (MEASURE, "results:\n", "results: # gemessen\n"),
    "a comment after a list in brackets": (MEASURE, KINDS, "kinds: [mobilitaetsangebot, app] # zwei\n"),
    "in the prose": (MEASURE, "Ein **Kleinbus**", "Ein #Kleinbus auf Platz #1"),
}

SPLIT = {
    "round brackets": "technologies: [Kasse, ▸App (iOS, Android)]\n",
    "round brackets at the start": "technologies: [▸(iOS, Android), Kasse]\n",
    "three values in round brackets": "technologies: [▸App (iOS, Android, Web)]\n",
    "a decimal comma": "technologies: [▸Mast 1,5 m hoch]\n",
    "German quotation marks": "technologies: [▸„Stadt, Land“]\n",
    "a list over several lines": "technologies: [Kasse,\n  ▸App (iOS, Android),\n  Web]\n",
    "a quoted neighbour": 'technologies: ["Kasse (alt, neu)", ▸App (iOS, Android)]\n',
}

UNSPLIT = {
    "a quoted value": 'technologies: [Kasse, "App (iOS, Android)"]\n',
    "brackets without a comma": "technologies: [Kasse (neu), App (iOS und Android)]\n",
    "no blank after the comma": "technologies: [Kasse,App]\n",
    "a list of lines": "technologies:\n  - Kasse\n  - App (iOS, Android)\n",
    "numbers apart": "technologies: [LTE 4, 5G]\n",
}


def told(folder: Folder) -> list[tuple[str, int, int, str]]:
    return [(problem.path, problem.line, problem.column, problem.code) for problem in folder.problems()]


@pytest.mark.parametrize(("path", "old", "new"), CUT.values(), ids=[*CUT])
def test_a_hash_that_cuts_a_value_is_told_at_the_hash(folder: Folder, path: str, old: str, new: str) -> None:
    place = folder.spoil(path, old, new)
    assert (*place, "hash-cuts") in told(folder)
    problem = next(problem for problem in folder.problems() if problem.code == "hash-cuts")
    assert problem.severity == "error"
    assert "gerade Anführungszeichen" in problem.message
    assert "yaml" not in [code for *_, code in told(folder)]


@pytest.mark.parametrize(("path", "old", "new"), WHOLE.values(), ids=[*WHOLE])
def test_a_hash_that_cuts_nothing_is_no_problem(folder: Folder, path: str, old: str, new: str) -> None:
    folder.replace(path, old, new)
    assert told(folder) == []


@pytest.mark.parametrize("line", SPLIT.values(), ids=[*SPLIT])
def test_a_list_that_splits_inside_brackets_is_told_at_the_value(folder: Folder, line: str) -> None:
    place = folder.spoil(MEASURE, "status: betrieb\n", f"{line}status: betrieb\n")
    assert told(folder) == [(*place, "comma-splits")]


@pytest.mark.parametrize("line", UNSPLIT.values(), ids=[*UNSPLIT])
def test_a_list_that_splits_as_meant_is_no_problem(folder: Folder, line: str) -> None:
    folder.replace(MEASURE, "status: betrieb\n", f"{line}status: betrieb\n")
    assert told(folder) == []


CONFLICTS = {
    "in the front matter": (
        *(MEASURE, TITLE, "▸<<<<<<< HEAD\ntitle: Rufbus\n=======\ntitle: Bus\n>>>>>>> zweig\n"),
    ),
    "in the prose": (MEASURE, "## Lösung", "▸<<<<<<< HEAD\n## Lösung\n=======\n## Weg\n>>>>>>> zweig\n"),
    "in YAML": (PROJECT, "lead: Stadt", "▸<<<<<<< HEAD\nlead: Stadt"),
    "with the common version": (
        MEASURE,
        "## Lösung",
        "▸<<<<<<< HEAD\na\n||||||| 1a2b3c\nb\n=======\nc\n>>>>>>> zweig\n",
    ),
    "an end alone": (MEASURE, "## Lösung", "▸>>>>>>> 1a2b3c4 (Neue Zahlen)\n\n## Lösung"),
    "a start without a name": (MEASURE, "## Lösung", "▸<<<<<<<\n## Lösung"),
    "a common version alone": (MEASURE, "## Lösung", "▸|||||||\n## Lösung"),
}


@pytest.mark.parametrize(("path", "old", "new"), CONFLICTS.values(), ids=[*CONFLICTS])
def test_a_conflict_that_was_not_resolved_is_told_and_nothing_else(
    folder: Folder, path: str, old: str, new: str
) -> None:
    place = folder.spoil(path, old, new)
    found = folder.problems()
    assert {problem.code for problem in found} == {"merge-conflict"}
    assert (found[0].path, found[0].line, found[0].column) == place
    assert len(found) == sum(
        line[:7] in ("<" * 7, "=" * 7, ">" * 7, "|" * 7) for line in new.replace("▸", "").split("\n")
    )


@pytest.mark.parametrize("mark", [">>>", "> > >", ">>>>", "> >>", "   >>> "])
def test_a_quote_three_deep_is_told(folder: Folder, mark: str) -> None:
    place = folder.spoil(MEASURE, f"Ein **Kleinbus** kommt auf {BUS}", f"▸{mark} Ein Bus {BUS}")
    assert told(folder) == [(*place, "quote-depth")]


@pytest.mark.parametrize("line", ["> Zitat", "> > Zitat im Zitat", "a >>> b"])
def test_an_ordinary_quote_is_no_problem(folder: Folder, line: str) -> None:
    folder.replace(MEASURE, f"Ein **Kleinbus** kommt auf {BUS}", f"{line} {BUS}")
    assert told(folder) == []


def test_one_syntax_error_does_not_hide_the_rest_of_the_file(folder: Folder) -> None:
    folder.replace(MEASURE, TITLE, "title: Rufbus: neu\n")
    folder.replace(MEASURE, "status: betrieb\n", "status: bertieb\n")
    folder.replace(MEASURE, "    share_percent: 65\n", "   share_percent: 65\n")
    folder.replace(MEASURE, "2022-01-29", "29.1.2022")
    codes = [(line, code) for _, line, _, code in told(folder)]
    assert codes == [(3, "yaml"), (11, "unknown-term"), (20, "yaml"), (33, "wrong-date")]


def test_what_a_syntax_error_hides_is_not_called_missing(folder: Folder) -> None:
    folder.write(PROJECT, FILES[PROJECT].replace("sources:\n", "sources:\n  - url: [\n"))
    assert [code for *_, code in told(folder)] == ["yaml"]


BROKEN = [
    "a: b: c",
    "a: [b",
    "a: {b",
    "a: 'b",
    'a: "b',
    'a: "\\q"',
    "a\nb: c",
    "a: @b",
    "a: `b",
    "a: %b",
    "%YAML 9",
    "- a\nb: c",
    "a: |x\n  b",
    "a: - b",
    "a:\n\t- b",
    "a: ]",
    "a: }",
    "a: , b",
    "? a",
    "a: &",
    "a: !<",
    "a: *",
]


@pytest.mark.parametrize("text", BROKEN)
def test_no_message_speaks_like_a_parser(folder: Folder, text: str) -> None:
    folder.write("projects/kaputt.yaml", text + "\n")
    for problem in folder.problems():
        for word in (
            "found",
            "expected",
            "while",
            "mapping",
            "did not",
            "scanning",
            "token",
            "block",
            "flow",
        ):
            assert word not in problem.message
