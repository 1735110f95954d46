"""Addresses of rows below `/daten` that were once right lead to today's row, or say why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.edition import build
from tests.catalogue.server.asking import Asking
from tests.small_content import MEASURE, RETIRED, write_small_content

ROWS = "/daten/catalogue/measures"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """Asks the site of an edition with a renamed and a retired measure."""
    folder = tmp_path_factory.mktemp("former")
    content = write_small_content(folder / "content")
    text = (content / MEASURE).read_text("utf-8")
    (content / MEASURE).write_text(
        text.replace("title:", "former_ids: [musterstadt-anrufbus]\ntitle:", 1), "utf-8"
    )
    (content / "retired.yaml").write_text(RETIRED, "utf-8")
    build(content, folder / "build")
    asking = Asking(Path(folder / "build"))
    yield asking
    asking.close()


@pytest.mark.parametrize("rest", ["", ".json", "?_col=title", ".json?_shape=array"])
def test_a_former_row_leads_to_todays(ask: Asking, rest: str) -> None:
    answer = ask(f"{ROWS}/musterstadt-anrufbus{rest}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{ROWS}/musterstadt-rufbus{rest}")
    assert ask(answer.headers["Location"]).status_code == 200


def test_the_row_of_a_retired_entry_says_why_there_is_none(ask: Asking) -> None:
    page = ask(f"{ROWS}/musterstadt-fahrradverleih")
    assert page.status_code == 410
    assert "Nie begonnen (2026-11-30). Stattdessen: musterstadt-rufbus" in page.text
    told = ask(f"{ROWS}/musterstadt-fahrradverleih.json")
    assert (told.status_code, told.json()["status"]) == (410, 410)
    assert told.json()["error"].startswith("Nie begonnen")


@pytest.mark.parametrize(
    "row", ["measures/gab-es-nie", "solutions/musterstadt-anrufbus", "statuses/musterstadt-anrufbus"]
)
def test_another_row_is_none(ask: Asking, row: str) -> None:
    assert ask(f"/daten/catalogue/{row}").status_code == 404
