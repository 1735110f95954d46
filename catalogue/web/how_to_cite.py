"""How to cite an edition: in a sentence, and for programs that keep literature."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request
from flask_babel import gettext as _

from catalogue.edition import Edition
from catalogue.exports.licence import LICENCE
from catalogue.facts.formats import day
from catalogue.web.addresses import absolute_link
from catalogue.web.languages import language


@dataclass(frozen=True, slots=True)
class EditionCitation:
    """A citation of an edition."""

    text: str
    bibtex: str


def citation_of(edition: Edition) -> EditionCitation:
    """The citation of an edition, with the address of the page that tells what it contains."""
    name = current_app.config["SITE_NAME"]
    address = absolute_link(f"{request.script_root}/ausgaben/{edition.id}")
    as_of = _("Stand %(day)s", day=day(edition.day, language())) if edition.day else ""
    edition_name = " ".join((_("Ausgabe"), edition.id))
    parts = ", ".join(part for part in (edition_name, as_of) if part)
    fields = {
        "title": f"{{{name}}}",
        "version": edition.id,
        "year": edition.day[:4],
        "date": edition.day,
        "url": address,
        "note": LICENCE["name"],
    }
    lines = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items() if value)
    return EditionCitation(
        f"{name}, {parts}, {address} ({LICENCE['name']})",
        f"@misc{{smart-city-katalog-{edition.id},\n{lines}\n}}",
    )
