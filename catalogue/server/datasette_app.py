"""Datasette over an edition: which of its pages are shown, within which limits, and how it is opened and let go."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

from catalogue.edition import Edition
from catalogue.server.asgi import Scope
from search import PlainTerms

PATH = "/daten"
DATABASE = "catalogue"

SETTINGS: dict[str, Any] = {
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "truncate_cells_html": 200,
    "allow_download": True,
    "default_cache_ttl": 0,
    "num_sql_threads": 3,
}
"""Limits of Datasette: it reads an immutable file, no query runs longer or returns more than this."""

OWN_PAGES = f"{PATH}/-/"
SHOWN_OWN_PAGES = re.compile(
    r"(static|static-plugins)/[\w./-]{1,200}|metadata(\.json)?|search|dashboards(/[a-z-]{1,100}){0,2}"
)
"""Which of Datasette's pages about itself are shown; the others tell of the machine, or are for those logged in."""

PAGES_OF_SITE = re.compile(rf"{PATH}/(downloads(/|$)|schema$|dcat\.)")
"""What lies below the same path and is a page of the site."""

PLUGINS = ("datasette-dashboards", "datasette-search-all")
"""The packages whose plugins are used, each for a reason that `deploy/datasette/README.md` gives; no other that happens to
be installed changes what is served."""

REPLACED_PLUGINS = ("datasette.handle_exception", "datasette.facets", "datasette.default_permissions")
"""What ours stand for. The first also prints pages of local variables for every mistyped query, and the last copies all
metadata for each table that a page names."""


def is_for_datasette(path: str) -> bool:
    """Whether Datasette answers for this path."""
    if PAGES_OF_SITE.match(path):
        return False
    if path.startswith(OWN_PAGES):
        return bool(SHOWN_OWN_PAGES.fullmatch(path.removeprefix(OWN_PAGES)))
    return path.startswith(f"{PATH}/")


def below_path(scope: Scope) -> Scope:
    """A request as Datasette gets it behind a proxy: it puts `base_url` before every link, also before the path asked for."""
    paths = {"path": scope["path"].removeprefix(PATH)}
    if scope.get("raw_path"):
        paths["raw_path"] = scope["raw_path"].removeprefix(PATH.encode())
    return scope | paths


async def start_datasette(edition: Edition, root: str, site_name: str, terms: PlainTerms) -> Any:
    """Datasette over an edition, ready for any number of requests at once.

    `root` is the path of the site, `site_name` what it is called; `terms` are those in which its search, and so its full texts, are asked.
    Left to itself, Datasette starts up within its first request, and those that come meanwhile fail.
    """
    datasette = await asyncio.to_thread(
        _open, edition, root, site_name, terms
    )  # importing it takes longer than others may wait
    await datasette.invoke_startup()
    await datasette.refresh_schemas()
    for database in datasette.databases.values():
        await database.table_counts(limit=SETTINGS["sql_time_limit_ms"])
    return datasette


def _open(edition: Edition, root: str, site_name: str, terms: PlainTerms) -> Any:
    """Datasette: read-only, with the descriptions of all tables and columns."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    from catalogue.server import dashboards, datasette_plugin_pages, datasette_plugins
    from catalogue.server.datasette_dress import TEMPLATES, Dress
    from catalogue.server.sql_limits import BoundedDatabase

    for ours in (datasette_plugins, datasette_plugin_pages):
        if not pm.is_registered(ours):
            pm.register(ours)
    for plugin, package in pm.list_plugin_distinfo():
        if package.project_name not in PLUGINS and pm.is_registered(plugin):
            pm.unregister(plugin)
    for name in REPLACED_PLUGINS:
        if pm.has_plugin(name):
            pm.unregister(name=name)
    metadata = json.loads(edition.metadata.read_text("utf-8"))
    metadata |= {
        "title": "Daten",
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/deed.de",
        "source": f"Ausgabe {edition.id}",
        "source_url": f"{root}/",
        "plugins": {dashboards.PLUGIN: dashboards.configuration(DATABASE)},
    }
    settings = {**SETTINGS, "base_url": f"{root}{PATH}/"}
    datasette = Datasette(
        immutables=[str(edition.database)], metadata=metadata, settings=settings, template_dir=str(TEMPLATES)
    )
    datasette.terms = terms
    datasette.dress = Dress(edition, root, site_name, metadata["databases"][DATABASE]["tables"])
    datasette.remove_database(DATABASE)
    database = BoundedDatabase(datasette, str(edition.database), is_mutable=False)
    datasette.add_database(database, name=DATABASE)
    return datasette
