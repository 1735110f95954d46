"""Markdown and HTML in a value, which is shown letter by letter; both belong into the prose, or nowhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from catalogue.reading.text_file import Flaw
from catalogue.reading.values_in_data import every_text
from catalogue.reading.yaml_values import Values

MARKUP = re.compile(
    r"(?P<bold>\*\*(?=\S)[^*\n]+\*\*|(?<!\w)__(?=\S)[^_\n]+__(?!\w))"
    r"|(?P<link>\[[^\[\]\n]+\]\((?:https?:|www\.|/))"
    r"|(?P<tag></?(?:br|p|b|i|u|em|strong|a|ul|ol|li|div|span|su[bp]|img|h[1-6])\b[^<>]*>)"
    r"|(?P<entity>&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});)",
    re.IGNORECASE,
)

ADDRESS = ("http://", "https://")


def markup_in_values(values: Values) -> Iterator[Flaw]:
    """The first mark in each value."""
    for location, value in every_text(values.data):
        match = MARKUP.search(value) if not value.startswith(ADDRESS) else None
        if match and (told := _told(match)):
            yield Flaw(*values.position(location), "markup-in-value", told)


def _told(match: re.Match[str]) -> str:
    if match["bold"]:
        return (
            f"„{match['bold'][:2]}“ macht hier nichts fett und wird mit angezeigt. Löschen Sie die Zeichen."
        )
    if match["link"]:
        return "Verweise gibt es nur im Text unter dem Front Matter. Nennen Sie die Seite unter „sources“ oder „website“."
    if match["tag"]:
        return f"HTML wird hier mit angezeigt. Löschen Sie „{match['tag'][:20]}“."
    meant = html.unescape(match["entity"])
    if meant == match["entity"]:
        return ""
    return f"„{match['entity']}“ wird so angezeigt, wie es da steht. Schreiben Sie „{meant if meant.isprintable() else ' '}“."
