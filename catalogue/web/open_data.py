"""Everything to take along at once: the page of downloads below `/daten`, and the files."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import cast

from flask import Blueprint, Flask, Response, abort, current_app, make_response, render_template, send_file

from catalogue.edition import Edition
from catalogue.exports.downloads import Downloads, Made
from catalogue.exports.licence import LICENCE
from catalogue.exports.whole_edition import FORMS, NAME, Form
from catalogue.web.conditional import DO_NOT_KEEP
from catalogue.web.edition_access import opened
from catalogue.web.languages import in_language

blueprint = Blueprint("open_data", __name__)

WAIT_SECONDS = 20.0
"""How long a visitor waits for a file that is not made yet."""

MOST_WAITING = 3
"""How many visitors wait at once, as each holds one of the ten threads of the site; others are told when to ask again."""

RETRY_SECONDS = 5

waiting = threading.BoundedSemaphore(MOST_WAITING)


def register(app: Flask, edition: Edition) -> None:
    """Give the application the downloads of its edition."""
    app.extensions["downloads"] = Downloads(edition)


def downloads() -> Downloads:
    """The downloads of the current edition."""
    return cast(Downloads, current_app.extensions["downloads"])


@dataclass(frozen=True, slots=True)
class Offer:
    """A download as the page shows it."""

    name: str
    about: str
    file_name: str
    excel: str
    code: dict[str, str]
    """The lines that open it, by the program."""
    made: Made | None


def offers() -> list[Offer]:
    """All downloads, and has made what is missing. Raises OSError if nothing can be written."""
    downloads().make()
    return [_offer(form, downloads().made(form)) for form in FORMS.values()]


def _offer(form: Form, made: Made | None) -> Offer:
    about = in_language(form.about)
    return Offer(
        in_language(form.name),
        f"{about[0].upper()}{about[1:]}.",
        form.file_name,
        in_language(form.opening.excel),
        {"R": form.opening.r, "pandas": form.opening.pandas},
        made,
    )


@blueprint.get("/daten/downloads")
def show() -> Response:
    """Show what can be had, with size and checksum once it is made."""
    try:
        offered = offers()
    except OSError:
        offered = []
    is_whole = bool(offered) and all(offer.made for offer in offered)
    page = render_template(
        "open_data.html", offers=offered, is_whole=is_whole, licence=LICENCE, edition=opened().edition
    )
    response = make_response(page)
    if not is_whole:
        response.headers["Cache-Control"] = DO_NOT_KEEP  # sizes and checksums are there in a moment
    return response


@blueprint.get(f"/daten/downloads/{NAME}.<path:ending>")
def download(ending: str) -> Response:
    """Give a file, once it is made: whole, in part (RFC 9110, ranges), or nothing to who has it."""
    form = next((form for form in FORMS.values() if form.ending == ending), None)
    if form is None:
        abort(404)
    made = _waited_for(form)
    if made is None:
        abort(503, retry_after=RETRY_SECONDS)
    response = send_file(
        made.path,
        mimetype="application/zip" if form.is_packed else form.media_type,
        as_attachment=True,
        download_name=f"{NAME}-{opened().edition.id}.{form.ending}",
        etag=made.sha256,
    )
    del response.headers["Last-Modified"]  # the time in the cache says nothing of the data
    return response


def _waited_for(form: Form) -> Made | None:
    """A download; nothing if it takes too long, too many wait already, or nothing can be written."""
    try:
        if made := downloads().made(form):
            return made
        if not waiting.acquire(blocking=False):
            return None
        try:
            return downloads().wait(form, WAIT_SECONDS)
        finally:
            waiting.release()
    except OSError:
        return None
