"""What an editor most likely meant by a value of the wrong form: a German date or number, ja or nein, a lost zero, a licence's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

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
    "europeanunionpubliclicence12": "EUPL-1.2",
    "gplv3orlater": "GPL-3.0-or-later",
    "agplv3orlater": "AGPL-3.0-or-later",
    "generalpubliclicensev3": "GPL-3.0-only",
    "ccby40": "CC-BY-4.0",
    "mpl2": "MPL-2.0",
    "mpl20": "MPL-2.0",
}


MONTHS = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
SHORTEST_MONTH = 3
"""Letters by which a month may be cut short."""

DATES = (
    re.compile(r"(?:(?P<day>\d{1,2})\.\s?)?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})[/-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})(?:[/.](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?"),
    re.compile(r"(?:(?P<day>\d{1,2})\.\s?)?(?P<name>[^\W\d_]{3,9})\.?\s(?P<year>\d{4})"),
)
"""How people write a date that can be one day, or month, alone."""

LIKELY_DATES = (
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<short>\d{2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T ]\d{2}:.*"),
    re.compile(
        r"(?:Q[1-4]|[1-4]\.\s?Quartal|Anfang|Mitte|Ende|ca\.|um|Frühjahr|Sommer|Herbst|Winter|seit)[ /]*(?P<year>\d{4})",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<year>\d{4})[ /-]*Q[1-4]", re.IGNORECASE),
)
"""How people write what is more than a date, or less than a whole one."""

SCALES = {"tsd": 1_000, "mio": 1_000_000, "million": 1_000_000, "millionen": 1_000_000, "mrd": 1_000_000_000}


def _date(text: str, forms: Iterable[re.Pattern[str]] = DATES) -> str:
    """A date that the calendar has, in the form of ISO 8601."""
    match = next(filter(None, (form.fullmatch(text) for form in forms)), None)
    if match is None:
        return ""
    found = match.groupdict()
    year = found.get("year") or f"20{found['short']}"
    month = found.get("month") or _month(found.get("name") or "")
    if found.get("name") and not month:
        return ""
    day = found.get("day")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")


def _month(name: str) -> str:
    """The number of a month by its German name, or by its beginning."""
    name = name.casefold().replace("maerz", "märz")
    return next(
        (
            str(n)
            for n, month in enumerate(MONTHS, start=1)
            if len(name) >= SHORTEST_MONTH and month.startswith(name)
        ),
        "",
    )


def _likely_date(text: str) -> str:
    return _date(text) or _date(text, LIKELY_DATES)


def _number(text: str) -> str:
    text = re.sub(r"^(?:€|EUR|Euro)\s*", "", text)
    scaled = re.fullmatch(
        r"(\d{1,4})(?:,(\d{1,3}))?\s*(Tsd|Mio|Mrd|Million(?:en)?)\.?\s*(?:€|EUR|Euro|Einwohner)?",
        text,
        re.IGNORECASE,
    )
    if scaled:
        decimals = scaled[2] or ""
        return str(int(scaled[1] + decimals) * SCALES[scaled[3].casefold()] // 10 ** len(decimals))
    match = re.fullmatch(r"(\d{1,3}(?:[. ']\d{3})+|\d+)(?:,(?:00|-+|–))?\s*(?:€|EUR|Euro|Einwohner)?", text)
    return re.sub(r"\D", "", match[1]) if match else ""


def _decimal(text: str) -> str:
    if whole := re.fullmatch(r"[1-9]\d{0,2}(?:[. ']\d{3})+", text):
        return re.sub(r"\D", "", whole[0])
    match = re.fullmatch(r"(\d+)(?:,(\d+))?\s*(?:%|Prozent)?", text)
    return (f"{match[1]}.{match[2]}" if match[2] else match[1]) if match else ""


def _form(text: str) -> str:
    return f'"0{text}"' if re.fullmatch(r"[1-9](?:\d{3}|\d{6})", text) else ""


def _licence(text: str) -> str:
    return LICENCES.get(re.sub(r"[^a-z0-9]", "", text.casefold()).removeprefix("gnu"), "")


ONE_MEANING: dict[str, Callable[[str], str]] = {
    "partial_date_form": _date,
    "known_date_form": _date,
    "whole_number": _number,
    "decimal_number": _decimal,
    "bool_parsing": lambda text: YES_NO.get(text.casefold(), ""),
}
"""Errors of Pydantic whose values can mean one thing alone."""

CORRECTIONS: dict[str, Callable[[str], str]] = ONE_MEANING | {
    "thousands": _number,
    "partial_date_form": _likely_date,
    "known_date_form": _likely_date,
    "string_pattern_mismatch": _form,
    "spdx": _licence,
}


def only_meaning(kind: str, value: object) -> str:
    """What a value that Pydantic refuses must mean; empty if it may mean something else, or nothing."""
    return _corrected(ONE_MEANING, kind, value)


def correction(kind: str, value: object) -> str:
    """The right spelling of a value that Pydantic refuses with an error of a kind; empty if nobody can tell."""
    return _corrected(CORRECTIONS, kind, value)


def _corrected(known: Mapping[str, Callable[[str], str]], kind: str, value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    meant = known[kind](text) if kind in known and 0 < len(text) < 40 and text.isprintable() else ""
    return meant if meant != text else ""
