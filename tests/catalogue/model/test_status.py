"""A status is outdated once the end that the measure states has passed."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.model.status import is_outdated


@pytest.mark.parametrize(
    ("status", "end", "outdated"),
    [
        ("umsetzung", "2025", True),
        ("planung", "2026-10", True),
        ("pilot", "2026-11-29", True),
        ("pilot", "2026-11-30", False),
        ("umsetzung", "2026-11", False),
        ("umsetzung", "2026", False),
        ("idee", None, False),
        ("betrieb", "2023", False),
        ("abgeschlossen", "2023", False),
        ("eingestellt", "2023", False),
        ("unbekannt", "2023", False),
    ],
)
def test_only_what_is_unfinished_after_its_end_is_outdated(
    status: str, end: str | None, outdated: bool
) -> None:
    assert is_outdated(status, end, date(2026, 11, 30)) is outdated
