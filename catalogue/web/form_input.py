"""What people type into a form, made fit to be shown and searched for."""

from __future__ import annotations

import re

from flask import request

INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML does not allow or nobody sees."""

LONGEST = 500
"""Characters of what was typed that are read; more is cut."""


def form_text(name: str) -> str:
    """The text of a form field in the address: without invisible characters, trimmed, and of sane length."""
    return INVISIBLE.sub(" ", request.args.get(name, "")[:LONGEST]).strip()
