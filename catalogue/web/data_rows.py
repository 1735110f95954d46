"""The way from an entry's page to its row in the data."""

from __future__ import annotations

from flask import Flask, request

from catalogue.edition.tables import plural
from catalogue.model.kinds import KINDS
from catalogue.queries.entry_paths import paths
from catalogue.web.addresses import root_of_site
from catalogue.web.edition_access import database


def register(app: Flask) -> None:
    """Give all templates the row of the page."""
    app.jinja_env.globals["row_of_page"] = row_of_page


def row_of_page() -> str:
    """The address of the row of the entry that the current page is about; empty for another page."""
    if not request.view_args:
        return ""
    for kind in KINDS:
        if not kind.folder or not request.path.startswith(kind.folder):
            continue
        *group, entry = request.path.removeprefix(kind.folder).split("/")
        if len(group) != bool(kind.model.grouped_by):
            continue
        if paths(database(), [(kind.name, entry)]):
            return f"{root_of_site()}/daten/catalogue/{plural(kind.name)}/{entry}"
    return ""
