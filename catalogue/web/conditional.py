"""What a browser has already is not sent again: an answer follows from the edition, the code, the settings and the day.

So its ETag (RFC 9110) is known before any work is done. Browsers may keep every answer, and ask each time whether it
still holds, as another edition may be current any second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Flask, Response, request
from werkzeug.http import parse_etags

from catalogue.edition import Edition
from catalogue.edition.identity import installation_version
from catalogue.web.content_faults import WATCHED

ASK_AGAIN = "no-cache"
"""For Cache-Control: keep it, but ask whether it still holds before using it."""

DO_NOT_KEEP = "no-store"

READING = ("GET", "HEAD")


class Conditions:
    """The ETags of one edition as this installation serves it."""

    def __init__(self, edition: Edition, settings: Mapping[str, Any]) -> None:
        self._basis = repr((edition.id, installation_version(), sorted(settings.items())))

    def etag(self, address: str) -> str:
        """The ETag of what an address gives today: pages tell how long ago something was.

        It is weak, as compressed and plain answers share it, and differs from page to page, so that nobody has that of
        a page which does not exist. While faults of the content are told on every page, they differ with those.
        """
        told = f"{self._basis}\n{date.today()}\n{address}" + "".join(f"\n{one}" for one in WATCHED.faults)
        return f'W/"{hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:20]}"'

    def hold(self, address: str, if_none_match: str | None) -> bool:
        """Whether the answer of an address is the one whose ETag a browser has sent."""
        known = parse_etags(if_none_match)
        return not known.star_tag and known.contains_weak(self.etag(address).removeprefix("W/").strip('"'))


def register(app: Flask, conditions: Conditions) -> None:
    """Answer 304 to who has the page, and give every page its ETag, unless it is to change within an edition."""

    def spare() -> Response | None:
        held = request.method in READING and conditions.hold(
            request.url, request.headers.get("If-None-Match")
        )
        return Response(status=304) if held else None

    def mark(response: Response) -> Response:
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = ASK_AGAIN if response.status_code < 500 else DO_NOT_KEEP
        is_kept = response.headers["Cache-Control"] != DO_NOT_KEEP
        if is_kept and response.status_code in (200, 304) and request.method in READING:
            response.headers.setdefault("ETag", conditions.etag(request.url))
        return response

    app.before_request(spare)
    app.after_request(mark)
