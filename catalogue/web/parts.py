"""All parts of the application, one after the other: what every page has, and one blueprint a subject.

They stand apart from `catalogue.web` itself, as Datasette's process wears the frame and the headers of the site and needs
no page of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_compress import Compress

import search
from catalogue.edition import Edition
from catalogue.web import (
    about,
    addresses,
    api,
    canned_queries,
    conditional,
    content_faults,
    contributing,
    cross_origin,
    data_rows,
    data_schema,
    downloads,
    edition_access,
    editions,
    entry_form,
    entry_names,
    errors,
    form_input,
    headers,
    knowledge,
    languages,
    measures,
    municipalities,
    needs,
    news,
    open_data,
    overview,
    page_parts,
    programme,
    projects,
    reuse_check,
    roadmap,
    search_downloads,
    search_page,
    short_facts,
    shortlist,
    solutions,
    start,
    static_files,
    suggestions,
    topics,
    transfers,
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
    for blueprint in (
        start.blueprint,
        search_page.blueprint,
        search_downloads.blueprint,
        suggestions.blueprint,
        measures.blueprint,
        needs.blueprint,
        projects.blueprint,
        solutions.blueprint,
        reuse_check.blueprint,
        knowledge.blueprint,
        programme.blueprint,
        roadmap.blueprint,
        transfers.blueprint,
        news.blueprint,
        about.blueprint,
        contributing.blueprint,
        entry_form.blueprint,
        municipalities.blueprint,
        topics.blueprint,
        overview.blueprint,
        shortlist.blueprint,
        downloads.blueprint,
        api.blueprint,
        open_data.blueprint,
        editions.blueprint,
        data_schema.blueprint,
    ):
        app.register_blueprint(blueprint)
