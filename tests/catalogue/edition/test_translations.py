"""The compiled translations depend on their source alone, not on when they were compiled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from babel.messages import catalog

from catalogue.edition.translations import write_translations


class Tomorrow(datetime):
    """A clock that is a day ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz or UTC) + timedelta(days=1)


def test_translations_compiled_on_another_day_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_translations(tmp_path / "today")
    monkeypatch.setattr(catalog.datetime, "datetime", Tomorrow)
    write_translations(tmp_path / "tomorrow")
    compiled = [*(tmp_path / "today").rglob("*.mo")]
    assert compiled
    for file in compiled:
        assert (
            file.read_bytes() == (tmp_path / "tomorrow" / file.relative_to(tmp_path / "today")).read_bytes()
        )
