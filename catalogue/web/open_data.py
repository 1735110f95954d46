"""Everything to take along at once: the page of downloads below `/daten`, the files, and what catalogues of data read of them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import cast

from flask import Blueprint, Flask, Response, abort, current_app, make_response, render_template, send_file
from flask_babel import gettext as _

from catalogue.edition import Edition
from catalogue.exports.dataset_metadata import Dataset, dcat, schema_org
from catalogue.exports.downloads import TRY_AGAIN_SECONDS, Downloads, Made
from catalogue.exports.licence import LICENCE
from catalogue.exports.whole_edition import FORMS, NAME, Form
from catalogue.web.addresses import absolute
from catalogue.web.conditional import DO_NOT_KEEP
from catalogue.web.edition_access import opened
from catalogue.web.errors import error_page
from catalogue.web.forge import forge
from catalogue.web.how_to_cite import citation_of
from catalogue.web.languages import in_language, language

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


def dataset(form_and_made: list[tuple[Form, Made | None]]) -> Dataset:
    """The facts of the data set as this site offers it. The contact is that for mistakes, else the imprint."""
    contact = current_app.config["REPORT_ADDRESS"] or absolute("/impressum")
    return Dataset(opened().edition, current_app.config["SITE_NAME"], contact, form_and_made, absolute)


def forms_with_files() -> list[tuple[Form, Made | None]]:
    """All forms with their files as far as they are made; has the others made. None made if nothing can be written."""
    try:
        downloads().make()
        return [(form, downloads().made(form)) for form in FORMS.values()]
    except OSError:
        return [(form, None) for form in FORMS.values()]


def kept_if_whole(response: Response, files: list[tuple[Form, Made | None]]) -> Response:
    """An answer that tells sizes and checksums; browsers keep it once all are there."""
    if not all(made for _, made in files):
        response.headers["Cache-Control"] = DO_NOT_KEEP
    return response


EXAMPLES = "deploy/datasette/examples"
"""The folder of the repository with programs that read the downloads."""


@blueprint.get("/daten/downloads")
def show() -> Response:
    """Show what can be had, with size and checksum once it is made, and how to cite it."""
    files = forms_with_files()
    known = forge(current_app.config["EDIT_ADDRESS"])
    page = render_template(
        "open_data.html",
        offers=[_offer(form, made) for form, made in files],
        is_possible=downloads().is_possible,
        has_failed=downloads().has_failed,
        is_whole=all(made for _, made in files),
        licence=LICENCE,
        edition=opened().edition,
        citation=citation_of(opened().edition),
        data=schema_org(dataset(files), language()),
        metadata=METADATA,
        examples=EXAMPLES,
        examples_address=known.shown(EXAMPLES) if known else "",
    )
    return kept_if_whole(make_response(page), files)


METADATA = {"jsonld": ("json-ld", "application/ld+json"), "rdf": ("pretty-xml", "application/rdf+xml")}
"""The forms of the metadata: what rdflib calls them, and their media types."""


@blueprint.get("/daten/dcat.<any(jsonld, rdf):form>")
def metadata(form: str) -> Response:
    """Give the metadata of the data set after DCAT-AP.de."""
    files = forms_with_files()
    writer, media_type = METADATA[form]
    return kept_if_whole(Response(dcat(dataset(files)).serialize(format=writer), mimetype=media_type), files)


@blueprint.get(f"/daten/downloads/{NAME}.<path:ending>")
def download(ending: str) -> Response:
    """Give a file, once it is made: whole, in part (RFC 9110, ranges), or nothing to who has it."""
    form = next((form for form in FORMS.values() if form.ending == ending), None)
    if form is None:
        abort(404)
    made = _waited_for(form)
    if made is None:
        return _not_made()
    response = send_file(
        made.path,
        mimetype="application/zip" if form.is_packed else form.media_type,
        as_attachment=True,
        download_name=f"{NAME}-{opened().edition.id}.{form.ending}",
        etag=made.sha256,
    )
    del response.headers["Last-Modified"]  # the time in the cache says nothing of the data
    return response


def _not_made() -> Response:
    """The page for a file that is not there: whether it will be, and when to ask again."""
    if downloads().has_failed or not downloads().is_possible:
        text = _("Auf unserer Seite ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.")
        page = error_page(503, (_("Diese Datei ließ sich nicht anlegen"), text))
        page.headers["Retry-After"] = str(round(TRY_AGAIN_SECONDS))
    else:
        text = _("Das dauert einige Sekunden. Bitte versuchen Sie es gleich noch einmal.")
        page = error_page(503, (_("Diese Datei wird gerade angelegt"), text))
        page.headers["Retry-After"] = str(RETRY_SECONDS)
    return page


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
