"""Suggestions while typing: entries, topics and places that start so, each with the page that it leads to."""

from __future__ import annotations

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from catalogue.api.searching import offered
from catalogue.web.edition_access import context
from catalogue.web.form_input import form_text

blueprint = Blueprint("suggestions", __name__)

SUGGESTIONS = 8


@blueprint.get("/vorschlaege")
def suggest() -> ResponseReturnValue:
    """What the typed text may become, as the search box shows it."""
    typed = form_text("q")
    suggestions = [
        {"text": each.text, "kind": each.kind_label, "address": each.address}
        for each in offered(context(lambda path: request.script_root + path), typed, SUGGESTIONS)
    ]
    return jsonify(query=typed, suggestions=suggestions)
