"""Pages about the catalogue itself: help, about, data protection, accessibility, imprint, and what machines look for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NoReturn

from flask import Blueprint, Response, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from catalogue.queries import feeds, needs, news, overview
from catalogue.web import navigation
from catalogue.web.addresses import absolute, absolute_link, root_of_site
from catalogue.web.edition_access import ask_once, database, opened, vocabulary_terms
from catalogue.web.how_to_cite import citation_of
from catalogue.web.languages import ENGLISH_ROOT

blueprint = Blueprint("about", __name__)

FEED_ENTRIES = 50


@blueprint.get("/hilfe")
def help_page() -> str:
    """How to search, filter, and read an entry."""
    patterns = (
        ("„digitaler Zwilling“", _("genau diese Wörter nebeneinander")),
        ("App -Tourismus", _("ohne dieses Wort")),
        ("Rufbus OR Bürgerbus", _("das eine oder das andere")),
        ("ort:Ulm", _("nur in diesem Ort, Kreis oder Land")),
        ("feld:Mobilität", _("nur in diesem Handlungsfeld")),
        ("art:Dashboard", _("nur diese Art der Lösung")),
        ("status:eingestellt", _("nur mit diesem Stand")),
        ("land:Bayern", _("nur aus diesem Bundesland")),
        ("lizenz:MIT", _("nur unter dieser Lizenz")),
        ("jahr:2022-2024", _("nur aus diesen Jahren")),
    )
    return render_template("help.html", patterns=patterns)


@blueprint.get("/ueber")
def about() -> str:
    """What this is, where the facts come from, how to cite."""
    return render_template(
        "about.html", counts=ask_once(overview.counts), citation=citation_of(opened().edition)
    )


@blueprint.get("/datenschutz")
def data_protection() -> str:
    """What is stored of visitors: nothing."""
    return render_template("data_protection.html")


@blueprint.get("/barrierefreiheit")
def accessibility() -> str:
    """The accessibility statement."""
    return render_template("accessibility.html")


@blueprint.get("/impressum")
def imprint() -> str:
    """Who is responsible, as far as the operator has set it."""
    return render_template("imprint.html")


@blueprint.get("/uebersicht")
def site_map() -> str:
    """All pages that are no entries: those of header and footer, and those that list entries of one kind or field."""
    return render_template(
        "site_map.html",
        fields=vocabulary_terms("fields"),
        knowledge_kinds=vocabulary_terms("knowledge_kinds"),
    )


@blueprint.get("/daten/", defaults={"_rest": ""})
@blueprint.get("/daten/<path:_rest>")
def datasette(_rest: str) -> NoReturn:
    """Datasette answers whoever reads here, except for what it must not show. Others learn that they may only read."""
    abort(404)


@blueprint.get("/daten")
def data() -> ResponseReturnValue:
    """Lead to Datasette, whose pages are below this address."""
    query = request.query_string.decode("latin-1")
    return redirect(f"{root_of_site()}/daten/" + (f"?{query}" if query else ""), 301)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Search engines are welcome; the many faces of one search and free SQL are not worth their time."""
    unwelcome = (f"Disallow: {root_of_site()}{path}" for path in ("/suche?", "/en/suche?", "/daten/"))
    text = "\n".join(("User-agent: *", *unwelcome, f"Sitemap: {absolute('/sitemap.xml')}")) + "\n"
    return Response(text, mimetype="text/plain")


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """All pages in both languages (https://www.sitemaps.org/protocol.html)."""
    named = (place.path for place in navigation.all_places() if place.in_every_language)
    pages: list[tuple[str, str | None]] = [(path, None) for path in ("/", *named)]
    pages += [(f"/bedarf/{one.id}", None) for one in ask_once(needs.needs)]
    pages += [(page.path, page.as_of) for page in feeds.dated_pages(database())]
    text = render_template("sitemap.xml", pages=pages, absolute=absolute, english=ENGLISH_ROOT)
    return Response(text, mimetype="application/xml")


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """Lets a browser search here (https://github.com/dewitt/opensearch)."""
    text = render_template(
        "opensearch.xml",
        search=absolute_link(f"{request.script_root}/suche"),
        absolute_link=absolute_link,
    )
    return Response(text, mimetype="application/opensearchdescription+xml")


@blueprint.get("/neues.atom", defaults={"field": None})
@blueprint.get("/themen/<field>.atom")
def feed(field: str | None) -> Response:
    """New and changed entries, or the measures of a field by their verification, as an Atom feed (RFC 4287)."""
    if field is not None and field not in vocabulary_terms("fields"):
        abort(404)
    db = database()
    rows = feeds.latest(db, field, FEED_ENTRIES) if field else news.latest(db, None, FEED_ENTRIES)
    text = render_template(
        "feed.xml",
        rows=rows,
        field=vocabulary_terms("fields")[field] if field else None,
        updated=rows[0].date if rows else datetime.now(UTC).date().isoformat(),
        absolute_link=absolute_link,
    )
    return Response(text, mimetype="application/atom+xml")
