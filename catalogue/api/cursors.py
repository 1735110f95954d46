"""Cursors: where a list goes on. One holds for one request in one edition, so that paging neither skips nor repeats."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from catalogue.api.problem_details import Refused

FIRST_PAGE = 1
_CHECK_DIGITS = 16


def cursor(edition: str, asked: str, page: int) -> str:
    """The cursor of a page of what was asked; `asked` tells the request without its cursor."""
    told = f"{edition}.{page}.{_check(edition, asked, page)}"
    return urlsafe_b64encode(told.encode("ascii")).decode("ascii").rstrip("=")


def page_of(cursor: str, edition: str, asked: str) -> int:
    """The page that a cursor stands for; no cursor is the first. Raises Refused for one that is of no use here."""
    if not cursor:
        return FIRST_PAGE
    try:
        told = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        of_edition, number, check = told.split(".")
        page = int(number)
    except ValueError:
        raise Refused("cursor") from None
    if check != _check(of_edition, asked, page):
        raise Refused("cursor")
    if of_edition != edition:
        raise Refused("expired-cursor")
    return page


def _check(edition: str, asked: str, page: int) -> str:
    return hashlib.sha256(f"{edition}\n{page}\n{asked}".encode()).hexdigest()[:_CHECK_DIGITS]
