"""Facts name sources of their entry by key. The mark `▸` stands where the problem must be told."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, SOLUTION

RESULT = "  - Rund 40 Fahrgäste am Tag"
SOURCE = "    title: Ein Jahr Rufbus\n"

FAULTY = {
    "a source that is not there": (
        RESULT,
        "  - text: Rund 40\n    source: ▸bilanz",
        "unknown-source",
        "error",
    ),
    "one of two that is not there": (
        "  - text: Karten der Haltestellen\n    kind: daten\n    source: [fahrt]",
        "  - text: Karten der Haltestellen\n    kind: daten\n    source: [fahrt, ▸presse]",
        "unknown-source",
        "error",
    ),
    "a plain fact's source that is not there": (
        "status_date: 2023-01",
        "status_date: 2023-01\nstatus_source: ▸bilanz",
        "unknown-source",
        "error",
    ),
    "a key that no fact names": (SOURCE, f"{SOURCE}    key: ▸bilanz\n", "source-not-named", "warning"),
    "a key that is no key": (SOURCE, f"{SOURCE}    key: ▸Die Bilanz\n", "wrong-form", "error"),
    "one key twice": (
        "    key: fahrt",
        "    key: fahrt\n  - url: https://example.org/c\n    title: C\n    key: ▸fahrt",
        "id-twice",
        "error",
    ),
}


@pytest.mark.parametrize(("old", "new", "code", "severity"), FAULTY.values(), ids=[*FAULTY])
def test_a_faulty_citation_is_told_where_it_stands(
    folder: Folder, old: str, new: str, code: str, severity: str
) -> None:
    path = MEASURE if old in (folder.root / MEASURE).read_text("utf-8") else SOLUTION
    place = folder.spoil(path, old, new)
    found = [(p.path, p.line, p.column, p.code, p.severity) for p in folder.problems()]
    assert (*place, code, severity) in found


def test_the_nearest_key_is_offered(folder: Folder) -> None:
    folder.replace(SOLUTION, "[fahrt]", "[fhart]")
    assert "Meinten Sie „fahrt“?" in folder.problems()[0].message


def test_a_source_may_be_named_by_any_fact(folder: Folder) -> None:
    folder.replace(MEASURE, SOURCE, f"{SOURCE}    key: bilanz\n")
    folder.replace(MEASURE, "    share_percent: 65", "    share_percent: 65\n    source: [bilanz]")
    folder.replace(MEASURE, "status_date: 2023-01", "status_date: 2023-01\nstatus_source: bilanz")
    assert folder.problems() == []
