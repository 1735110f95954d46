"""A visitor of the web frontend over the real content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from catalogue.edition import Edition
from catalogue.exports.whole_edition import FORMS
from catalogue.web import create_app
from tests.catalogue.web.reading_pages import parsed

Page = Any
"""A parsed page: an ElementTree without namespaces."""


@pytest.fixture(scope="session")
def visitor(real_edition: Edition) -> FlaskClient:
    """Asks for pages."""
    return create_app(real_edition, {"TESTING": True}).test_client()


@pytest.fixture(scope="module")
def made(visitor: FlaskClient) -> FlaskClient:
    """A visitor for whom all downloads are made."""
    for form in FORMS.values():
        assert visitor.application.extensions["downloads"].wait(form, 120)
    return visitor


@pytest.fixture(scope="session")
def page(visitor: FlaskClient) -> Callable[..., Page]:
    """Gives the parsed page at an address; the page must be well-formed HTML with the expected status."""

    def get(address: str, status: int = 200) -> Page:
        response = visitor.get(address)
        assert response.status_code == status, response.text[:300]
        return parsed(response.text)

    return get
