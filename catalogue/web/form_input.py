"""What an address gives: texts that people typed, and values that they chose, bounded and fit to be shown."""

from __future__ import annotations

from collections.abc import Container

from flask import Flask, abort, request

from catalogue.api.bounds import LONGEST_VALUE, MOST_VALUES, cleaned

LONGEST_QUERY = 16_000
"""Bytes after the question mark of an address. The longest that the pages themselves lead to has about 4,000."""


def register(app: Flask) -> None:
    """Refuse addresses that are too long to be one of ours."""
    app.before_request(refuse_long_address)


def refuse_long_address() -> None:
    """End with status 414, since pages repeat what their address names. Raises RequestURITooLarge."""
    if len(request.query_string) > LONGEST_QUERY:
        abort(414)


def form_text(name: str) -> str:
    """The text of a form field in the address: composed (NFC), without invisible characters, trimmed, of sane length."""
    return cleaned(request.args.get(name, ""))


def form_values(name: str, known: Container[str] | None = None) -> list[str]:
    """The values that an address gives under one name, each once, in its order; those not `known` are left out."""
    given = (cleaned(value, LONGEST_VALUE) for value in request.args.getlist(name))
    wanted = (value for value in given if value and (known is None or value in known))
    return list(dict.fromkeys(wanted))[:MOST_VALUES]
