"""Suggestions while typing: entries, topics and places that start so, each with the page that it leads to."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from catalogue.finding import FACETS
from catalogue.tables import vocabulary_table
from catalogue.web.edition_access import engine, term
from catalogue.web.offered import facet_labels
from catalogue.web.typed import typed
from search import Suggestion

blueprint = Blueprint("suggesting", __name__)

SUGGESTIONS = 8
ENTRY_PATHS = {"measure": "massnahmen", "project": "projekte"}


@blueprint.get("/vorschlaege")
def suggest() -> ResponseReturnValue:
    """What the typed text may become."""
    typed_text = typed("q")
    found = engine().suggest(typed_text, SUGGESTIONS)
    response = jsonify(query=typed_text, suggestions=[offer(suggestion) for suggestion in found])
    response.cache_control.max_age = 3600
    response.cache_control.public = True
    return response


def offer(suggestion: Suggestion) -> dict[str, str]:
    """A suggestion as the search box shows it."""
    kind, root = suggestion.kind, request.script_root
    if kind in ENTRY_PATHS:
        address, text = f"{root}/{ENTRY_PATHS[kind]}/{suggestion.id}", suggestion.text
    elif kind in FACETS:
        address = f"{root}/suche?" + urlencode({kind: suggestion.id})
        text = term(vocabulary_table(FACETS[kind]), suggestion.id).label
    else:
        address, text = f"{root}/suche?" + urlencode({"q": suggestion.text}), suggestion.text
    return {"text": text, "kind": kind_label(kind), "address": address}


def kind_label(kind: str) -> str:
    """What a suggestion is."""
    names = {"measure": _("Maßnahme"), "project": _("Modellprojekt"), "ort": _("Ort"), **facet_labels()}
    return str(names.get(kind, kind))
