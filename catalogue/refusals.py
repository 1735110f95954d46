"""Why a model refuses a value, said in German with the remedy. One table, keyed by Pydantic's error types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

CLOSE_ENOUGH = 0.6
"""Similarity (0 to 1) from which a known word is offered for a misspelt one."""

Details = Mapping[str, Any]


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that is most like a misspelt one, if any is like it."""
    found = process.extractOne(
        word, known, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=CLOSE_ENOUGH
    )
    return found[0] if found else None


def suggestion(word: str, known: list[str]) -> str:
    """A sentence that offers the nearest known word, or names all if they are few."""
    near = nearest(word, known)
    if near:
        return f"Meinten Sie „{near}“?"
    if len(known) <= 20:
        return f"Möglich sind: {', '.join(known)}."
    return ""


def _shown(value: object) -> str:
    text = "leer" if value is None else f"„{value}“"
    return text if len(text) <= 60 else f"{text[:57]}…“"


REFUSALS: dict[str, tuple[str, Callable[[Details, Any], str]]] = {
    "missing": ("missing-key", lambda c, v: "Hier fehlt der Schlüssel „{key}“ ({description})."),
    "extra_forbidden": ("unknown-key", lambda c, v: "Den Schlüssel „{key}“ gibt es nicht. {suggestion}"),
    "string_type": ("wrong-type", lambda c, v: "Hier muss ein Text stehen."),
    "list_type": ("wrong-type", lambda c, v: "Hier muss eine Liste stehen: je Zeile „- Wert“ oder [a, b]."),
    "model_type": ("wrong-type", lambda c, v: "Hier müssen Schlüssel und Werte stehen ({keys})."),
    "model_attributes_type": ("wrong-type", lambda c, v: "Hier müssen Schlüssel und Werte stehen ({keys})."),
    "int_parsing": (
        "wrong-type",
        lambda c, v: f"{_shown(v)} ist keine ganze Zahl. Schreiben Sie nur Ziffern, ohne Punkte und Einheit.",
    ),
    "int_type": ("wrong-type", lambda c, v: "Hier muss eine ganze Zahl stehen, ohne Punkte und Einheit."),
    "int_from_float": (
        "wrong-type",
        lambda c, v: f"{_shown(v)} ist keine ganze Zahl. Runden Sie und schreiben Sie nur Ziffern.",
    ),
    "float_parsing": (
        "wrong-type",
        lambda c, v: f"{_shown(v)} ist keine Zahl. Schreiben Sie Ziffern mit Dezimalpunkt, ohne Einheit.",
    ),
    "float_type": ("wrong-type", lambda c, v: "Hier muss eine Zahl stehen."),
    "bool_parsing": (
        "wrong-type",
        lambda c, v: f"{_shown(v)} ist kein Wahrheitswert. Schreiben Sie true oder false.",
    ),
    "bool_type": ("wrong-type", lambda c, v: "Hier muss true oder false stehen."),
    "greater_than_equal": (
        "out-of-range",
        lambda c, v: f"{_shown(v)} ist zu klein; erlaubt ist ab {c['ge']:g}.",
    ),
    "less_than_equal": (
        "out-of-range",
        lambda c, v: f"{_shown(v)} ist zu groß; erlaubt ist bis {c['le']:g}.",
    ),
    "string_too_short": (
        "too-short",
        lambda c, v: (
            f"Der Text ist zu kurz: mindestens {c['min_length']} Zeichen. Ist der Wert unbekannt, löschen Sie den Schlüssel."
        ),
    ),
    "string_too_long": (
        "too-long",
        lambda c, v: f"Der Text hat {len(str(v))} Zeichen, erlaubt sind {c['max_length']}. Kürzen Sie ihn.",
    ),
    "too_short": ("too-short", lambda c, v: "Die Liste ist leer. Nennen Sie mindestens einen Wert."),
    "string_pattern_mismatch": (
        "wrong-form",
        lambda c, v: f"{_shown(v)} hat nicht die richtige Form. {{example}}",
    ),
    "partial_date_form": (
        "wrong-date",
        lambda c, v: (
            f"{_shown(v)} ist kein Datum. Schreiben Sie 2023, 2023-06 oder 2023-06-18{{or_unknown}}."
        ),
    ),
    "partial_date_impossible": (
        "wrong-date",
        lambda c, v: f"Den Tag {_shown(v)} gibt es nicht. Prüfen Sie Monat und Tag.",
    ),
    "literal_error": (
        "wrong-date",
        lambda c, v: (
            f"{_shown(v)} ist kein Datum. Schreiben Sie 2023, 2023-06 oder 2023-06-18, oder „unbekannt“."
        ),
    ),
    "web_address": (
        "wrong-url",
        lambda c, v: (
            f"{_shown(v)} ist keine Webadresse. Schreiben Sie sie vollständig, mit https:// am Anfang."
        ),
    ),
    "spdx": (
        "wrong-licence",
        lambda c, v: f"{_shown(v)} ist kein SPDX-Ausdruck. Beispiele: EUPL-1.2, MIT, Apache-2.0 OR MIT.",
    ),
}
"""Pydantic's error type → our code, and the message made of the error's context and the value."""


def explain(kind: str, context: Details, value: Any, facts: Mapping[str, str]) -> tuple[str, str]:
    """Code and message for an error of Pydantic. `facts` fills what only the model knows (key, example …)."""
    code, message = REFUSALS.get(
        kind, ("wrong-value", lambda c, v: f"{_shown(v)} passt hier nicht. {{example}}")
    )
    text = message(context, value)
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact)
    return code, text.strip()
