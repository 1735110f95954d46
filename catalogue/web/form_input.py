"""What an address gives: texts that people typed, and values that they chose, bounded and fit to be shown.

A chosen value that is none of those that may be chosen is left out, and the page says so (see `not_understood`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from flask import Flask, abort, g, request

from catalogue.api.bounds import LONGEST_VALUE, MOST_VALUES, cleaned

LONGEST_QUERY = 16_000
"""Bytes after the question mark of an address. The longest that the pages themselves lead to has about 4,000."""

MOST_NAMED = 8
"""So many values that were not understood are named."""


def register(app: Flask) -> None:
    """Refuse addresses that are too long to be one of ours, and let pages say what was not understood."""
    app.before_request(refuse_long_address)
    app.jinja_env.globals["not_understood"] = not_understood


def refuse_long_address() -> None:
    """End with status 414, since pages repeat what their address names. Raises RequestURITooLarge."""
    if len(request.query_string) > LONGEST_QUERY:
        abort(414)


def form_text(name: str) -> str:
    """The text of a form field in the address: composed (NFC), without invisible characters, trimmed, of sane length."""
    return cleaned(request.args.get(name, ""))


def form_values(
    name: str, known: Container[str] | None = None, today: Mapping[str, str] | None = None
) -> list[str]:
    """The values that an address gives under one name, each once, in its order; those not `known` are left out.

    `today` has today's values for former ones.
    """
    typed = (cleaned(value, LONGEST_VALUE) for value in request.args.getlist(name))
    given = dict.fromkeys((today or {}).get(value, value) for value in typed)
    given.pop("", None)
    wanted = [value for value in given if known is None or value in known]
    for value in given:
        if known is not None and value not in known:
            leave_out(name, value)
    return wanted[:MOST_VALUES]


def form_choice(name: str, known: Container[str]) -> str:
    """The one value that an address gives under a name; empty if it gives none that is `known`."""
    value = form_text(name)
    if value and value not in known:
        leave_out(name, value)
        return ""
    return value


def form_number(name: str, pattern: str, between: str = "") -> str:
    """The number that an address gives under a name, without the characters `between` its digits.

    Empty if it gives none that fits the regular expression `pattern` as a whole.
    """
    value = form_text(name)
    digits = value.translate(dict.fromkeys(map(ord, between)))
    if re.fullmatch(pattern, digits):
        return digits
    if value:
        leave_out(name, value)
    return ""


def not_understood() -> list[str]:
    """What the address asked for in vain so far, as it names it: `land=xx`."""
    return list(g.get("not_understood", ()))


def leave_out(name: str, value: str) -> None:
    """Remember that a value of the address was not understood, of many the first few."""
    found: dict[str, None] = g.setdefault("not_understood", {})
    if len(found) < MOST_NAMED:
        found[f"{name}={value[:LONGEST_VALUE]}"] = None
