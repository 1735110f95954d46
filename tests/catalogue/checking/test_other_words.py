"""What an entry says of how people ask for it and of its English name is checked. The mark `▸` stands where the problem must be told."""

from __future__ import annotations

import pytest

from catalogue.checking.phrases import MOST_ENTRIES
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, OTHER_MEASURE, PROJECT, SOLUTION

LAST = "  - Taxi vom Amt\n"

WRONG = {
    "a phrase twice": (f"{LAST}  - ▸Taxi vom Amt\n", "asked-as-twice"),
    "a phrase in other letters": (f"{LAST}  - ▸Burgerbus statt linie!\n", "asked-as-twice"),
    "an umlaut written out": (f"{LAST}  - ▸BUERGERBUS statt Linie\n", "asked-as-twice"),
    "the same words in another order": (f"{LAST}  - ▸vom Taxi, Amt\n", "asked-as-twice"),
    "the title": (f"{LAST}  - ▸rufbus?\n", "asked-as-title"),
    "the subtitle": (f"{LAST}  - ▸Kleinbus auf Bestellung!\n", "asked-as-title"),
    "signs without a word": (f"{LAST}  - ▸'?!?'\n", "asked-as-empty"),
    "a phrase that says nothing": (f"{LAST}  - ▸ab\n", "too-short"),
    "a paragraph": (f"{LAST}  - ▸{'Bus ' * 26}\n", "too-long"),
    "two lines": (f'{LAST}  - ▸"Taxi\\nBus"\n', "more-lines"),
}


@pytest.mark.parametrize(("new", "code"), WRONG.values(), ids=WRONG)
def test_a_phrase_that_helps_nobody_is_told_where_it_stands(folder: Folder, new, code):
    spoilt = folder.spoil(MEASURE, LAST, new)
    [problem] = folder.problems()
    assert (problem.path, problem.line, problem.column) == spoilt
    assert (problem.code, problem.severity) == (code, "error")


@pytest.mark.parametrize("count", [1, 5, 13])
def test_too_few_and_too_many_phrases_are_told_with_their_number(folder: Folder, count):
    phrases = "".join(f"  - Bus Nummer {n}\n" for n in range(count))
    own = FILES[MEASURE].split("asked_as:\n")[1].split("---")[0]
    folder.replace(MEASURE, own, phrases)
    [problem] = folder.problems()
    assert problem.code == ("too-short" if count < 6 else "too-long")
    assert ("einen Wert" if count == 1 else f"{count} Werte") in problem.message


@pytest.mark.parametrize("count", [6, 12])
def test_six_to_twelve_phrases_are_right(folder: Folder, count):
    phrases = "".join(f"  - Bus Nummer {n}\n" for n in range(count))
    own = FILES[MEASURE].split("asked_as:\n")[1].split("---")[0]
    folder.replace(MEASURE, own, phrases)
    assert folder.problems() == []


def test_a_phrase_of_a_crowd_of_entries_tells_none_of_them_apart(folder: Folder):
    for n in range(MOST_ENTRIES + 1):
        copy = FILES[OTHER_MEASURE].replace("musterstadt-pegel", f"musterstadt-pegel-{n}")
        own = "Sensoren messen, wie hoch die Bäche stehen, und warnen die Feuerwehr."
        copy = copy.replace(own, " ".join(f"Wort{n}x{word}" for word in range(20)))
        copy = copy.replace("title: Pegelmessung", f"title: {chr(65 + n) * 9}")
        for line in copy.split("asked_as:\n")[1].split("---")[0].splitlines()[1:]:
            copy = copy.replace(line, f"{line} {chr(65 + n) * 3}")
        folder.write(f"measures/musterstadt/musterstadt-pegel-{n}.md", copy)
    told = [problem for problem in folder.problems() if problem.code == "asked-as-common"]
    assert len(told) == MOST_ENTRIES + 2
    assert {problem.severity for problem in told} == {"warning"}
    assert all("„Wann läuft der Keller voll?“" in problem.message for problem in told)


PHRASES = {
    path: text.split("asked_as:")[1].split("---")[0] for path, text in FILES.items() if "asked_as:" in text
}


@pytest.mark.parametrize("path", PHRASES)
def test_an_entry_without_phrases_is_asked_for_some_with_an_example(folder: Folder, path):
    folder.replace(path, f"asked_as:{PHRASES[path]}", "")
    [problem] = folder.problems()
    assert (problem.code, problem.severity) == ("asked-as-missing", "warning")
    assert FILES[path].split("\n")[problem.line - 1].startswith("title: ")
    assert "sechs bis zwölf" in problem.message
    assert "Beispiel: Bus kommt nur auf Anruf" in problem.message


@pytest.mark.parametrize("path", [path for path, text in FILES.items() if "subtitle_en:" in text])
def test_an_entry_without_an_english_line_is_asked_for_one(folder: Folder, path):
    [line] = [line for line in FILES[path].split("\n") if line.startswith("subtitle_en:")]
    folder.replace(path, f"{line}\n", "")
    [problem] = folder.problems()
    assert (problem.code, problem.severity) == ("subtitle-en-missing", "warning")
    assert "Beispiel: On-demand minibus" in problem.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (MEASURE, "title_en: Bus on call", "title_en: ▸rufbus"),
        (MEASURE, "subtitle_en: Minibus on demand", "subtitle_en: ▸Kleinbus auf Bestellung"),
        (
            SOLUTION,
            "subtitle_en: Software for buses on demand",
            "subtitle_en: ▸Software für Busse auf Bestellung",
        ),
        (PROJECT, "subtitle_en: Better", "title_en: ▸Smart City Musterstadt\nsubtitle_en: Better"),
    ],
)
def test_an_english_line_is_not_the_german_one_again(folder: Folder, path, old, new):
    spoilt = folder.spoil(path, old, new)
    [problem] = folder.problems()
    assert (problem.path, problem.line, problem.column) == spoilt
    assert (problem.code, problem.severity) == ("english-is-german", "warning")


def test_a_german_line_that_is_nearly_english_may_be_spelt_as_in_english(folder: Folder):
    folder.replace(MEASURE, "subtitle: Kleinbus auf Bestellung", "subtitle: On-Demand-Bus")
    folder.replace(MEASURE, "subtitle_en: Minibus on demand", "subtitle_en: On-demand bus")
    assert folder.problems() == []


def test_an_english_line_is_one_line(folder: Folder):
    spoilt = folder.spoil(MEASURE, "subtitle_en: Minibus on demand", 'subtitle_en: ▸"Minibus\\non demand"')
    [problem] = folder.problems()
    assert (problem.path, problem.line, problem.column) == spoilt
    assert problem.code == "more-lines"
