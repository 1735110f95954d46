"""The web frontend: a Flask application that reads one edition.

`create_app` puts it together from its `parts`, and is the first to import them. Nothing is written at run time; there is no
session and no cookie. German texts are the keys of the translation catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from catalogue.edition import Edition
from catalogue.model.site_address import is_site_address
from catalogue.web.compiled_templates import COMPILED


class WrongSetting(ValueError):
    """A setting has a value that cannot be meant."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(name, value)
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
    from catalogue.web import parts

    parts.register(app, edition, {name: app.config[name] for name in DEFAULTS})
    return app
