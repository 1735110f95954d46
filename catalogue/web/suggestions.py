"""Suggestions while typing: entries, topics and places that start so, each with the page that it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from catalogue.edition.tables import vocabulary_table
from catalogue.model.facets import FACETS_BY_NAME
from catalogue.queries.entry_paths import paths
from catalogue.web.edition_access import database, engine, term
from catalogue.web.form_input import form_text
from catalogue.web.languages import language
from catalogue.web.search_facets import entry_label, facet_labels, kind_labels
from search import Suggestion

blueprint = Blueprint("suggestions", __name__)

SUGGESTIONS = 8


@blueprint.get("/vorschlaege")
def suggest() -> ResponseReturnValue:
    """What the typed text may become."""
    typed_text = form_text("q")
    found = engine().suggest(typed_text, SUGGESTIONS, language())
    pages = paths(database(), [(s.kind, s.id) for s in found if s.kind in kind_labels()])
    return jsonify(query=typed_text, suggestions=[offer(suggestion, pages) for suggestion in found])


def offer(suggestion: Suggestion, pages: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """A suggestion as the search box shows it; `pages` are the paths of entries by kind and id."""
    kind, root = suggestion.kind, request.script_root
    if (kind, suggestion.id) in pages:
        address, text = root + pages[kind, suggestion.id], suggestion.text
    elif facet := FACETS_BY_NAME.get(kind):
        address = f"{root}/suche?" + urlencode({kind: suggestion.id})
        text = term(vocabulary_table(facet.vocabulary), suggestion.id).label
    else:
        address, text = f"{root}/suche?" + urlencode({"q": suggestion.text}), suggestion.text
    return {"text": text, "kind": kind_label(kind), "address": address}


def kind_label(kind: str) -> str:
    """What a suggestion is."""
    if kind in kind_labels():
        return entry_label(kind)
    return str({"ort": _("Ort"), **facet_labels()}.get(kind, kind))
