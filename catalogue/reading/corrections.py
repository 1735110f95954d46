"""What an editor most likely meant by a value of the wrong form: a German date or number, ja or nein, a lost zero, a licence's name."""

from __future__ import annotations

import re
from collections.abc import Callable

YES_NO = {"ja": "true", "nein": "false", "yes": "true", "no": "false", "wahr": "true", "falsch": "false"}

LICENCES = {
    "gplv3": "GPL-3.0-only",
    "gpl3": "GPL-3.0-only",
    "gplv2": "GPL-2.0-only",
    "gpl2": "GPL-2.0-only",
    "agplv3": "AGPL-3.0-only",
    "agpl3": "AGPL-3.0-only",
    "lgplv3": "LGPL-3.0-only",
    "apache2": "Apache-2.0",
    "apache20": "Apache-2.0",
    "apachelicense20": "Apache-2.0",
    "mitlicense": "MIT",
    "mitlizenz": "MIT",
    "eupl": "EUPL-1.2",
    "euplv12": "EUPL-1.2",
    "eupl12": "EUPL-1.2",
    "ccby40": "CC-BY-4.0",
    "mpl2": "MPL-2.0",
    "mpl20": "MPL-2.0",
}


def _date(text: str) -> str:
    if match := re.fullmatch(r"(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?(\d{4})", text):
        day, month, year = match.groups()
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    if match := re.fullmatch(
        r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?|(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text
    ):
        year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return ""


def _number(text: str) -> str:
    match = re.fullmatch(r"(\d{1,3}(?:[. ']\d{3})+|\d+)(?:,(?:00|-+|–))?\s*(?:€|EUR|Euro|Einwohner)?", text)
    return re.sub(r"\D", "", match[1]) if match else ""


def _decimal(text: str) -> str:
    match = re.fullmatch(r"(\d+)(?:,(\d+))?\s*(?:%|Prozent)?", text)
    return (f"{match[1]}.{match[2]}" if match[2] else match[1]) if match else ""


def _form(text: str) -> str:
    return f'"0{text}"' if re.fullmatch(r"[1-9](?:\d{3}|\d{6})", text) else ""


CORRECTIONS: dict[str, Callable[[str], str]] = {
    "partial_date_form": _date,
    "known_date_form": _date,
    "whole_number": _number,
    "float_parsing": _decimal,
    "bool_parsing": lambda text: YES_NO.get(text.casefold(), ""),
    "string_pattern_mismatch": _form,
    "spdx": lambda text: LICENCES.get(re.sub(r"[^a-z0-9]", "", text.casefold()), ""),
}


def correction(kind: str, value: object) -> str:
    """The right spelling of a value that Pydantic refuses with an error of a kind; empty if nobody can tell."""
    text = value.strip() if isinstance(value, str) else ""
    meant = (
        CORRECTIONS[kind](text) if kind in CORRECTIONS and 0 < len(text) < 40 and text.isprintable() else ""
    )
    return meant if meant != text else ""
