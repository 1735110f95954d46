"""A sample of the real content: one page of each type and state as a copy has it, and whether the site has what it leads to."""

from __future__ import annotations

import random
from pathlib import Path

from catalogue.edition import Edition
from catalogue.freezing.copying import Copyist
from catalogue.freezing.frozen_site import frozen_site
from tests.catalogue.freezing.walking import links_of
from tests.pages import IN_BOTH_LANGUAGES

FOLLOWED = 60


def test_pages_lead_to_addresses_that_the_site_has(real_edition: Edition, tmp_path: Path) -> None:
    copyist = Copyist(real_edition, tmp_path, papers=False)
    written = [one for address in IN_BOTH_LANGUAGES if (one := copyist.copy(address))]
    assert {one.address for one in written if one.status != 200} == {"/gibt-es-nicht", "/en/gibt-es-nicht"}
    led_to = sorted({address for one in written for address in one.leads_to})
    assert len(led_to) > 1000
    assert not any("?q=" in address for address in led_to)
    visitor = frozen_site(real_edition).test_client()
    for address in random.Random(1).sample(led_to, FOLLOWED):
        assert visitor.get(address).status_code == 200, address


def test_no_page_keeps_a_link_that_begins_at_the_root(real_edition: Edition, tmp_path: Path) -> None:
    copyist = Copyist(real_edition, tmp_path, papers=False)
    for address in IN_BOTH_LANGUAGES:
        copyist.copy(address)
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        assert [link for link in links_of(page).links if link.startswith("/")] == [], page
        assert "copy.invalid" not in page.read_text("utf-8"), page
