"""Frozen copies of the small content, with and without the address of a live site."""

from __future__ import annotations

import os
from pathlib import Path
from unittest import mock

import pytest

from catalogue.edition import Edition
from catalogue.freezing import freeze

LIVE = "https://example.org/katalog"


@pytest.fixture(scope="session")
def copy(small_edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that knows of no live site, in a folder with a space and an umlaut."""
    place = tmp_path_factory.mktemp("Kopie für später") / "Städte Archiv"
    freeze(small_edition, place)
    return place


@pytest.fixture(scope="session")
def copy_of_live_site(small_edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a site that lies below a path of its host."""
    place = tmp_path_factory.mktemp("copy") / "of-live"
    with mock.patch.dict(os.environ, {"CATALOGUE_SITE_ADDRESS": LIVE}):
        freeze(small_edition, place)
    return place
