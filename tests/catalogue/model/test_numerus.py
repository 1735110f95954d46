"""A number and its noun agree."""

from __future__ import annotations

import pytest

from catalogue.model.numerus import counted


@pytest.mark.parametrize(("number", "told"), [(0, "0 Dateien"), (1, "1 Datei"), (2, "2 Dateien")])
def test_only_one_is_one(number, told):
    assert counted(number, "Datei", "Dateien") == told
