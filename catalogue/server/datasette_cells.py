"""How Datasette shows single values: lists as lists, amounts with their unit, numbers as they are written in German."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from catalogue.edition.descriptions import unit
from catalogue.facts.formats import number

COUNTED = ("population", "rows", "inhabitants")
"""Columns whose numbers are large."""

MOST_SHOWN = 50
"""Values of a list; the others are counted."""


def shown(value: Any, column: str) -> Markup | None:
    """A value as it is shown; nothing if Datasette shows it well."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if sign := unit(column):
            return Markup('<span class="number">{}&nbsp;{}</span>').format(number(value, "de"), sign)
        return Markup('<span class="number">{}</span>').format(
            number(value, "de") if column in COUNTED else value
        )
    if isinstance(value, str) and value.startswith("["):
        return _list(value)
    return None


def _list(text: str) -> Markup | None:
    try:
        values = json.loads(text)
    except ValueError:
        return None
    if not values:
        return Markup('<span class="none">–</span>')
    if any(isinstance(value, dict | list) for value in values):
        return None
    items = [*map(_item, values[:MOST_SHOWN])]
    if len(values) > MOST_SHOWN:
        items.append(Markup("<li>… und {} weitere</li>").format(len(values) - MOST_SHOWN))
    return Markup('<ul class="values">{}</ul>').format(Markup("").join(items))


def _item(value: Any) -> Markup:
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        return Markup('<li><a href="{0}" rel="noopener">{0}</a></li>').format(value)
    return Markup("<li>{}</li>").format(escape(value))
