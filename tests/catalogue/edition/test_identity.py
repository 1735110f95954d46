"""What decides on the id of an edition, and what on the cache of files that were read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.edition.identity import code_version, installation_version


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Both are worked out once a process."""
    installation_version.cache_clear()
    yield
    installation_version.cache_clear()


def test_another_version_of_any_library_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    seen = set()
    for name in ("pydantic-2.14.3", "pydantic-2.14.4", "pydantic-2.14.4 PyYAML-7"):
        for library in name.split():
            (tmp_path / f"{library}.dist-info").mkdir(exist_ok=True)
        installation_version.cache_clear()
        seen.add(installation_version())
    assert len(seen) == 3


def test_another_interpreter_reads_anew_but_makes_the_same_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    before, code = installation_version(), code_version()
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")
    installation_version.cache_clear()
    assert installation_version() != before
    assert code_version() == code
