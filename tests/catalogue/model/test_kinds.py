"""Every kind of published entry is declared once, and what it names exists."""

from __future__ import annotations

import pytest

from catalogue.model.entries import PUBLISHED
from catalogue.model.kinds import KINDS, KINDS_BY_NAME, Kind


def test_every_published_kind_is_declared_once():
    assert {kind.model for kind in KINDS} == set(PUBLISHED)
    assert len(KINDS_BY_NAME) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_the_fields_that_it_names_are_fields_of_its_model(kind: Kind):
    assert {kind.title, *kind.lines, *kind.full_text} <= set(kind.model.model_fields)


def test_no_two_kinds_have_their_pages_in_one_folder():
    folders = [kind.folder for kind in KINDS if kind.folder]
    assert len(folders) == len(set(folders))
    assert all(folder.startswith("/") and folder.endswith("/") for folder in folders)
