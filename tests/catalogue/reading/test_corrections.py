"""A German date, a number with points, ja, a lost zero or a licence's common name comes with the right spelling."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, MUNICIPALITY

MEANT = [
    (MEASURE, "start: 2022", "start: ▸1.3.2024", "2024-03-01"),
    (MEASURE, "start: 2022", "start: ▸6/2025", "2025-06"),
    (MEASURE, "start: 2022", "start: ▸06-2025", "2025-06"),
    (MEASURE, "start: 2022", "start: ▸01.03.2024", "2024-03-01"),
    (MEASURE, "start: 2022", "start: ▸03.2024", "2024-03"),
    (MEASURE, "start: 2022", "start: ▸2024-3", "2024-03"),
    (MEASURE, "start: 2022", "start: ▸2024/03/01", "2024-03-01"),
    (MEASURE, "amount_eur: 65000", "amount_eur: ▸1.200.000 €", "1200000"),
    (MEASURE, "amount_eur: 65000", "amount_eur: ▸65.000", "65000"),
    (MEASURE, "amount_eur: 65000", "amount_eur: ▸65.000,00 Euro", "65000"),
    (MEASURE, "amount_eur: 65000", "amount_eur: ▸65 000", "65000"),
    (MEASURE, "share_percent: 65", "share_percent: ▸65,5 %", "65.5"),
    (MEASURE, "open_source: true", "open_source: ▸ja", "true"),
    (MEASURE, "open_source: true", "open_source: ▸Nein", "false"),
    (MEASURE, "EUPL-1.2", "▸GPLv3", "GPL-3.0-only"),
    (MEASURE, "EUPL-1.2", "▸Apache 2.0", "Apache-2.0"),
    (MUNICIPALITY, '"14001000"', "▸9001000", '"09001000"'),
]


@pytest.mark.parametrize(("path", "old", "new", "meant"), MEANT)
def test_the_right_spelling_is_offered(folder: Folder, path: str, old: str, new: str, meant: str) -> None:
    place = folder.spoil(path, old, new)
    found = [
        problem for problem in folder.problems() if (problem.path, problem.line, problem.column) == place
    ]
    assert any(f"Meinten Sie „{meant}“?" in problem.message for problem in found), found
