"""All parts of the application, one after the other: what every page has, and the pages, one blueprint a subject.

They stand apart from `catalogue.web` itself, as Datasette's process wears the frame and the headers of the site and needs
no page of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from flask import Blueprint, Flask
from flask_compress import Compress

import catalogue.web
import search
from catalogue.edition import Edition
from catalogue.web import (
    addresses,
    canned_queries,
    conditional,
    content_faults,
    cross_origin,
    data_rows,
    edition_access,
    entry_form,
    entry_names,
    errors,
    form_input,
    headers,
    languages,
    open_data,
    page_parts,
    short_facts,
    static_files,
    ways_to_mend,
)
from catalogue.web.conditional import Conditions


def register(app: Flask, edition: Edition, settings: Mapping[str, Any]) -> None:
    """Put all parts into the application; `settings` are those that its answers follow from, beside the edition."""
    Compress(app)
    edition_access.attach(app, edition, search.open_index(edition.index))
    addresses.register(app)
    languages.register(app, edition)
    static_files.register(app, edition)
    page_parts.register(app, edition)
    entry_names.register(app)
    content_faults.register(app)
    canned_queries.register(app)
    data_rows.register(app)
    short_facts.register(app)
    ways_to_mend.register(app)
    errors.register(app)
    form_input.register(app)
    entry_form.register(app)
    headers.register(app)
    cross_origin.register(app)
    app.extensions["conditions"] = Conditions(edition, settings)
    open_data.register(app, edition)
    conditional.register(app, app.extensions["conditions"])
    for blueprint in blueprints():
        app.register_blueprint(blueprint)


def blueprints() -> Iterator[Blueprint]:
    """The pages: what each module of this room that has a `blueprint` puts into the site, in the order of their names."""
    for found in iter_modules(catalogue.web.__path__):
        module = import_module(f"catalogue.web.{found.name}")
        if isinstance(pages := getattr(module, "blueprint", None), Blueprint):
            yield pages
