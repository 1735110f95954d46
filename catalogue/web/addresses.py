"""Whole addresses, for feeds, machines and citations."""

from __future__ import annotations

from urllib.parse import urljoin

from flask import current_app, request


def absolute(path: str) -> str:
    """The whole address of a path: under SITE_ADDRESS if the operator has set it, else as the visitor asked."""
    return urljoin(current_app.config["SITE_ADDRESS"] or request.host_url, path)
