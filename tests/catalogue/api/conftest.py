"""A program that asks the interface over the real content."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from catalogue.web import create_app


@pytest.fixture(scope="module")
def program(real_edition) -> FlaskClient:
    """Asks for data."""
    return create_app(real_edition, {"TESTING": True}).test_client()
