"""The thesaurus names only concepts and synonyms that it has."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import THESAURUS


@pytest.mark.parametrize(
    "new", ["broader: [▸opnv]", "related: [▸bus]", "synonyms: [Bürgerbus, Bus]\n    vague: [Bus, ▸Burgerbus]"]
)
def test_what_it_does_not_have_is_told_where_it_stands(folder: Folder, new):
    spoilt = folder.spoil(THESAURUS, "broader: [oepnv]", new)
    [problem] = folder.problems()
    assert (problem.path, problem.line, problem.column) == spoilt
    assert (problem.code, problem.severity) == ("unknown-term", "error")
