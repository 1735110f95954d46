"""From the page of an entry to where it is edited, and to where a mistake in it is reported, both filled in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from flask import Flask, current_app, request
from flask_babel import gettext as _

from catalogue.reading.file_places import model_of
from catalogue.web.addresses import page_address
from catalogue.web.entry_form import KINDS as FORM_KINDS
from catalogue.web.forge import forge, with_report


class Way(NamedTuple):
    """A link."""

    label: str
    address: str
    is_elsewhere: bool


def register(app: Flask) -> None:
    """Let templates ask for the links of an entry."""
    app.jinja_env.globals.update(ways_to_mend=ways_to_mend, ways_to_report=ways_to_report)


def ways_to_mend(title: str, path: str) -> list[Way]:
    """The links to edit and to report the entry whose file lies at `path` below the content folder."""
    return [*_form(path), *_edit(path), *ways_to_report(title, path)]


def _form(path: str) -> list[Way]:
    """The form for a correction, of kinds that have one."""
    model = model_of(Path(path))
    if model is None or model.kind not in FORM_KINDS:
        return []
    return [
        Way(
            _("Eintrag im Formular berichtigen"),
            f"{request.script_root}/mitmachen/aendern/{model.kind}/{Path(path).stem}",
            False,
        )
    ]


def _edit(path: str) -> list[Way]:
    address = current_app.config["EDIT_ADDRESS"]
    known = forge(address)
    if known:
        return [Way(_("Eintrag bearbeiten"), known.edit(path), True)]
    if address:
        return [Way(_("Eintrag bearbeiten"), f"{address}/{path}", True)]
    return [Way(_("Eintrag bearbeiten"), f"{request.script_root}/mitmachen#berichtigen", False)]


def ways_to_report(title: str, path: str) -> list[Way]:
    """The link to report a mistake in what a file says; none if the site names nobody who takes reports."""
    address = current_app.config["REPORT_ADDRESS"]
    known = forge(current_app.config["EDIT_ADDRESS"])
    subject = f"Fehler im Eintrag „{title}“"
    text = f"Seite: {page_address()}\nDatei: {path}\n\nWas falsch ist:\n\nÖffentliche Quelle (Adresse) für das Richtige:\n"
    if address:
        return [Way(_("Fehler melden"), with_report(address, subject, text), True)]
    return [Way(_("Fehler melden"), known.issue(subject, text), True)] if known else []
