"""The web frontend: a Flask application that reads one edition.

`create_app` puts it together from one blueprint a subject. Nothing is written at run time; there is no session
and no cookie. German texts are the keys of the translation catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_compress import Compress
from jinja2 import StrictUndefined

import search
from catalogue.edition import Edition
from catalogue.model.site_address import is_site_address
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
from catalogue.web.compiled_templates import COMPILED
from catalogue.web.conditional import Conditions


class WrongSetting(ValueError):
    """A setting has a value that cannot be meant."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value}")
        self.name = name
        self.value = value


DEFAULTS: dict[str, Any] = {
    "BABEL_DEFAULT_LOCALE": "de",
    "SITE_NAME": "Smart-City-Katalog",
    "SITE_ADDRESS": None,
    "EDIT_ADDRESS": None,
    "REPORT_ADDRESS": None,
    "BARRIER_CONTACT": None,
    "DATA_PROTECTION_CONTACT": None,
    "IMPRINT": None,
    "HITS_PER_PAGE": 20,
    "COMPRESS_MIMETYPES": ["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"],
}
"""Settings with their defaults. An environment variable with the prefix `CATALOGUE_` overrides each; README.md
says what they mean."""


def create_app(edition: Edition, config: Mapping[str, Any] | None = None) -> Flask:
    """Make the application for one edition. `config` overrides the defaults above.

    Raises WrongSetting if SITE_ADDRESS is no address.
    """
    app = Flask(__name__, static_folder=None)
    app.config.update(DEFAULTS)
    app.config.from_prefixed_env("CATALOGUE", loads=str)
    app.config.update(config or {})
    if app.config["SITE_ADDRESS"] and not is_site_address(app.config["SITE_ADDRESS"]):
        raise WrongSetting("SITE_ADDRESS", app.config["SITE_ADDRESS"])
    app.jinja_options = {
        "trim_blocks": True,
        "lstrip_blocks": True,
        "undefined": StrictUndefined,
        "bytecode_cache": COMPILED,
    }
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
    app.extensions["conditions"] = Conditions(edition, {name: app.config[name] for name in DEFAULTS})
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
    return app
