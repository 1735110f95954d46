"""Why a model refuses a value, said in German with the remedy. One table, keyed by Pydantic's error types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

from catalogue.model.values import FIRST_YEAR, LAST_YEAR
from catalogue.reading.corrections import correction
from catalogue.reading.text_file import on_one_line

CLOSE_ENOUGH = 0.6
"""Similarity (0 to 1) from which a known word of a closed list is offered for a misspelt one."""

LETTERS_A_SLIP = (5, 10)
"""From so many letters a word may have one typing error, and from so many two."""

FEW = 12
"""So many known words are named when none is like the misspelt one."""

LONGEST_SHOWN = 60

Details = Mapping[str, Any]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like a misspelt one, if any is like it; case does not matter."""
    found = process.extractOne(
        word[:LONGEST_SHOWN],
        [*known],
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=str.casefold,
        score_cutoff=CLOSE_ENOUGH,
    )
    return found[0] if found else None


def misspelling_of(word: str, known: Iterable[str]) -> str | None:
    """The known id that a typing error has turned into the word; none if it may be another's, known or not.

    Each part between hyphens is compared on its own: `landkreis-harz` is not `landkreis-hof` with two slips.
    """
    parts = word[: 2 * LONGEST_SHOWN].casefold().split("-")
    found = [(_slips(parts, one.casefold().split("-")), one) for one in known]
    near = sorted((slips, one) for slips, one in found if slips is not None)
    likely = [one for slips, one in near if slips == near[0][0]]
    return likely[0] if len(likely) == 1 else None


def _slips(parts: list[str], known: list[str]) -> int | None:
    """How many typing errors lie between two ids; nothing if there are too many."""
    if len(parts) != len(known):
        return 1 if "".join(parts) == "".join(known) else None
    total = 0
    for part, other in zip(parts, known, strict=True):
        if part == other:
            continue
        allowed = sum(max(len(part), len(other)) >= letters for letters in LETTERS_A_SLIP)
        slips = OSA.distance(part, other, score_cutoff=allowed)
        if slips > allowed or (part[0:1] != other[0:1] and part[:2] != other[1::-1]):
            return None
        total += slips
    return total if total <= len(LETTERS_A_SLIP) else None


def suggestion(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A sentence that offers the nearest known word, or names all if they are few, or says what else to do."""
    known = [*known]
    near = nearest(word, known)
    if near:
        return f"Meinten Sie „{near}“?"
    if 0 < len(known) <= FEW:
        return f"Möglich sind: {', '.join(known)}."
    return otherwise


def shown(value: object) -> str:
    """A value as it stands in a message: in one line, in quotation marks, shortened; what is no text is described."""
    if isinstance(value, Mapping):
        return f"Eine Angabe mit Schlüsseln ({on_one_line(', '.join(map(str, value))[:LONGEST_SHOWN])})"
    if isinstance(value, list):
        return "Eine Liste"
    if value is None:
        return "Ein leerer Wert"
    text = on_one_line((value if isinstance(value, str) else str(value).lower())[: 2 * LONGEST_SHOWN])
    return f"„{text}“" if len(text) <= LONGEST_SHOWN else f"„{text[:LONGEST_SHOWN]}…“"


def _number(value: float) -> str:
    """A number as Germans write it: `100.000`, but the year `1990`."""
    return f"{value:,.0f}".replace(",", ".") if value >= 10_000 else f"{value:.0f}"


def _values(count: int) -> str:
    return "einen Wert" if count == 1 else f"{count} Werte"


def _no_list(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            f"{shown(value)} ist keine Liste. Setzen Sie „- “ vor den ersten Schlüssel "
            "und rücken Sie die anderen ebenso weit ein."
        )
    return f"{shown(value)} ist keine Liste. Schreiben Sie je Zeile „- Wert“ oder in eckigen Klammern [a, b]."


def _no_text(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            "Der Doppelpunkt macht aus diesem Text einen Schlüssel mit einem Wert. "
            "Setzen Sie den ganzen Text in gerade Anführungszeichen: 'Bauhof: nur leeren, was voll ist'."
        )
    return "Hier muss ein einzelner Text stehen. {example}"


NOT_OPEN = re.compile(
    r"propriet|kommerziell|closed|lizenzpflichtig|geschlossen|^(?:keine|nein|unfrei)\b", re.IGNORECASE
)


def _no_licence(value: Any, current: str) -> str:
    if current:
        return f"{shown(value)} ist kein SPDX-Ausdruck. Meinten Sie „{current}“?"
    if NOT_OPEN.search(str(value)):
        return f"{shown(value)} ist keine Lizenz. Ist die Software nicht quelloffen, schreiben Sie „open_source: false“ und löschen diese Zeile."
    return (
        f"{shown(value)} ist kein SPDX-Ausdruck. Schreiben Sie zum Beispiel EUPL-1.2 oder Apache-2.0 OR MIT. Hat die Lizenz keine "
        "Kennung in der Liste von SPDX, so geben Sie ihr eine wie LicenseRef-Stadt-Muster und legen dazu in "
        "vocabulary/own-licences.yaml einen Begriff an."
    )


WHY_NOT: dict[str, str] = {
    "form": "{v} ist keine Webadresse. Schreiben Sie sie vollständig, mit https:// am Anfang.",
    "scheme": "{v} ist keine Webadresse: Am Anfang muss https:// stehen.",
    "blank": "In der Webadresse {v} steht ein Leerzeichen. Schreiben Sie sie ohne oder mit %20.",
    "glued": "{v} enthält zwei Webadressen. Behalten Sie eine.",
    "user": "Die Webadresse {v} enthält Benutzername oder Passwort. Löschen Sie alles bis zum @.",
    "host": "{v} ist von außen nicht zu erreichen. Nennen Sie eine öffentliche Adresse.",
    "end": "Zur Webadresse {v} gehört nicht alles, was am Rand steht. Löschen Sie Klammern und Satzzeichen.",
    "tracking": "Die Webadresse {v} enthält Angaben, die nur der Werbung dienen oder zu einem einzelnen Besuch gehören. Löschen Sie sie.",
    "long": "Diese Webadresse ist zu lang: {v}. Nennen Sie eine kürzere, meist die ohne alles ab dem Fragezeichen.",
    "detour": "{v} führt über einen Dienst, der mitliest. Nennen Sie die Adresse der Seite selbst.",
}
"""Why a web address is refused (`model.web_addresses`), and what to do."""


def refused_address(address: str, why: str, better: str) -> str:
    """Why a web address is refused, with the right one if it can be told."""
    message = WHY_NOT[why].format(v=shown(address))
    return f"{message} Meinten Sie „{on_one_line(better)}“?" if better else message


REFUSALS: dict[str, tuple[str, Callable[[Details, Any], str]]] = {
    "missing": ("missing-key", lambda c, v: "Hier fehlt der Schlüssel „{key}“ ({description})."),
    "extra_forbidden": ("unknown-key", lambda c, v: "Den Schlüssel „{key}“ gibt es hier nicht. {suggestion}"),
    "string_type": ("wrong-type", lambda c, v: _no_text(v)),
    "list_type": ("wrong-type", lambda c, v: _no_list(v)),
    "model_type": ("wrong-type", lambda c, v: "Hier müssen Schlüssel mit Werten stehen ({keys})."),
    "statement": (
        "wrong-type",
        lambda c, v: (
            "Hier muss ein einzelner Text stehen, oder „text: …“ und darunter „source: …“."
            + (" Enthält der Text einen Doppelpunkt, so setzen Sie ihn in Anführungszeichen." if v else "")
        ),
    ),
    "whole_number": (
        "wrong-type",
        lambda c, v: f"{shown(v)} ist keine ganze Zahl. Schreiben Sie nur Ziffern, ohne Punkte und Einheit.",
    ),
    "int_type": ("wrong-type", lambda c, v: "Hier muss eine ganze Zahl stehen, ohne Punkte und Einheit."),
    "int_parsing_size": ("out-of-range", lambda c, v: f"{shown(v)} ist zu groß. Prüfen Sie die Zahl."),
    "decimal_number": (
        "wrong-type",
        lambda c, v: f"{shown(v)} ist keine Zahl. Schreiben Sie Ziffern mit Dezimalpunkt, ohne Einheit.",
    ),
    "thousands": (
        "wrong-type",
        lambda c, v: (
            f"{shown(v)} wäre eine Kommazahl. Schreiben Sie Tausender ohne Punkt. Ist eine Kommazahl gemeint, so schreiben Sie {v}0."
        ),
    ),
    "float_type": ("wrong-type", lambda c, v: "Hier muss eine Zahl stehen. {example}"),
    "bool_parsing": (
        "wrong-type",
        lambda c, v: f"{shown(v)} ist kein Wahrheitswert. Schreiben Sie true oder false.",
    ),
    "bool_type": ("wrong-type", lambda c, v: "Hier muss true oder false stehen."),
    "greater_than_equal": (
        "out-of-range",
        lambda c, v: f"{shown(v)} ist zu klein; erlaubt ist ab {_number(c['ge'])}. Prüfen Sie die Zahl.",
    ),
    "less_than_equal": (
        "out-of-range",
        lambda c, v: f"{shown(v)} ist zu groß; erlaubt ist bis {_number(c['le'])}. Prüfen Sie die Zahl.",
    ),
    "string_too_short": (
        "too-short",
        lambda c, v: (
            f"Der Text ist zu kurz: mindestens {c['min_length']} Zeichen. {{optional}}"
            if c["min_length"] > 1
            else "Hier steht kein Text. {optional}"
        ),
    ),
    "string_too_long": (
        "too-long",
        lambda c, v: f"Der Text hat {len(str(v))} Zeichen, erlaubt sind {c['max_length']}. Kürzen Sie ihn.",
    ),
    "too_short": (
        "too-short",
        lambda c, v: (
            f"Die Liste hat {_values(len(v))}, nötig sind mindestens {c['min_length']}. Ergänzen Sie weitere."
            if v
            else f"Die Liste ist leer. Nennen Sie mindestens {_values(c['min_length'])}."
        ),
    ),
    "too_long": (
        "too-long",
        lambda c, v: (
            f"Die Liste hat {_values(len(v))}, erlaubt sind {c['max_length']}. Behalten Sie die treffendsten."
        ),
    ),
    "one_line": (
        "more-lines",
        lambda c, v: "Der Text hat mehrere Zeilen. Schreiben Sie ihn in eine.",
    ),
    "string_pattern_mismatch": (
        "wrong-form",
        lambda c, v: f"{shown(v)} hat nicht die richtige Form. {{example}}",
    ),
    "partial_date_form": (
        "wrong-date",
        lambda c, v: f"{shown(v)} ist kein Datum. Schreiben Sie 2023, 2023-06 oder 2023-06-18.",
    ),
    "known_date_form": (
        "wrong-date",
        lambda c, v: f"{shown(v)} ist kein Datum. Schreiben Sie 2023-06-18, 2023-06, 2023 oder „unbekannt“.",
    ),
    "partial_date_impossible": (
        "wrong-date",
        lambda c, v: f"Das Datum {shown(v)} gibt es nicht. Prüfen Sie Jahr, Monat und Tag.",
    ),
    "partial_date_far": (
        "wrong-date",
        lambda c, v: f"{shown(v)} liegt nicht zwischen {FIRST_YEAR} und {LAST_YEAR}. Prüfen Sie das Jahr.",
    ),
    "web_address": ("wrong-url", lambda c, v: refused_address(v, c["why"], c["better"])),
    "email_form": (
        "wrong-email",
        lambda c, v: (
            f"{shown(v)} ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel smartcity@zwoenitz.de."
        ),
    ),
    "email_of_person": (
        "private-email",
        lambda c, v: (
            f"{shown(v)} sieht nach der Adresse einer Person aus. Nennen Sie die Adresse der Stelle, oder unter „url“ "
            "ihre Seite."
        ),
    ),
    "name_of_person": (
        "private-name",
        lambda c, v: f"{shown(v)} nennt eine Person. Nennen Sie die Stelle oder die Aufgabe.",
    ),
    "phone_in_name": (
        "phone-in-name",
        lambda c, v: (
            "Eine Telefonnummer gehört nicht hierher. Nennen Sie den Namen der Stelle und unter „url“ ihre Seite."
        ),
    ),
    "spdx": ("wrong-licence", lambda c, v: _no_licence(v, c["current"])),
}
"""Pydantic's error type → our code, and the message made of the error's context and the value."""


def explain(kind: str, context: Details, value: Any, facts: Mapping[str, str]) -> tuple[str, str]:
    """Code and message for an error of Pydantic. `facts` fills what only the model knows (key, example …)."""
    code, message = REFUSALS.get(
        kind, ("wrong-value", lambda c, v: f"{shown(v)} passt hier nicht. {{example}}")
    )
    parts = message(context, value)
    for name, fact in facts.items():
        parts = parts.replace(f"{{{name}}}", fact)
    meant = correction(kind, value)
    if meant and "Meinten Sie" not in parts:
        zero = " Am Anfang fehlt die Null." if kind == "string_pattern_mismatch" else ""
        parts = f"{parts.strip()}{zero} Meinten Sie „{meant}“?"
    return code, parts.strip()
