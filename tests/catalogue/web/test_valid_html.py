"""Every type of page is valid HTML in both languages, with one heading of the first level and no id twice."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.pages import IN_BOTH_LANGUAGES


@pytest.mark.parametrize("address", IN_BOTH_LANGUAGES)
def test_a_page_is_valid_html(page, address):
    found = page(address, 404 if address.endswith("/gibt-es-nicht") else 200)
    assert len(found.findall(".//h1")) == 1
    ids = Counter(element.get("id") for element in found.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {
        element.get("href")[1:] for element in found.iter("a") if element.get("href", "").startswith("#")
    }
    assert targets <= set(ids)
    labels = {element.get("for") for element in found.iter("label")}
    assert labels <= set(ids)
