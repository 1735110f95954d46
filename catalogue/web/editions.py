"""Editions by their ids: which are kept on this installation, what each contained, and how one can be built again."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from catalogue.edition import Edition
from catalogue.edition.reader import kept_in
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.web.edition_access import opened
from catalogue.web.how_to_cite import citation_of
from catalogue.web.languages import in_language
from catalogue.web.open_data import forms_with_files, kept_if_whole

blueprint = Blueprint("editions", __name__)


@blueprint.get("/ausgaben")
def index() -> str:
    """List the editions that are kept here."""
    return _listed("")


@blueprint.get("/ausgaben/<edition_id>")
def show(edition_id: str) -> ResponseReturnValue:
    """Tell what an edition contains; of one that is not here, which are and how it can be built again."""
    edition = next((one for one in _kept() if one.id == edition_id), None)
    if edition is None:
        return _listed(edition_id), 404
    is_current = edition.id == opened().edition.id
    files = forms_with_files() if is_current else []
    page = render_template(
        "edition.html",
        edition=edition,
        is_current=is_current,
        counts=_counts(edition),
        database_sha256=edition.files[edition.database.name]["sha256"],
        files=[(form, made) for form, made in files if made],
        citation=citation_of(edition),
    )
    return kept_if_whole(make_response(page), files)


def _listed(unknown: str) -> str:
    return render_template(
        "editions.html", editions=_kept(), current=opened().edition.id, unknown=unknown[:40]
    )


def _kept() -> list[Edition]:
    """The editions beside the one that is served, which is among them in any case."""
    served = opened().edition
    beside = kept_in(served.folder.parent)
    return beside if any(one.id == served.id for one in beside) else [served, *beside]


def _counts(edition: Edition) -> dict[str, int]:
    """How many entries of each kind with a name it has."""
    counts = edition.manifest["counts"]
    return {in_language(kind.plural): counts[name] for name, kind in KINDS_BY_NAME.items() if name in counts}
