"""The public pages of entries of every kind."""

from __future__ import annotations

import pytest

from catalogue.edition.tables import plural
from catalogue.model.entries import PUBLISHED, Project
from catalogue.queries.sources import sources


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.kind)
def test_every_entry_of_every_kind_has_its_pages(db, model):
    for row in db.execute(f"SELECT id FROM {plural(model.kind)} LIMIT 20"):
        found = sources(db, model, row["id"])
        assert found
        assert all(page.url.startswith("http") and page.title for page in found)


def test_pages_keep_the_order_of_the_entry(db):
    rows = db.execute(
        "SELECT s.url FROM projects_sources l JOIN sources s ON s.id = l.source"
        " WHERE l.project = 'zwoenitz' ORDER BY l.position"
    )
    assert [page.url for page in sources(db, Project, "zwoenitz")] == [row["url"] for row in rows]


def test_an_unknown_entry_has_none(db):
    assert sources(db, Project, "gibt-es-nicht") == []
