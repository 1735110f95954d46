"""The words for an entry that are not those of its authors: how people ask for it, and its names in English.

A phrase helps only if it says something that the entry does not say already, and an English line only if it is English.
How often a phrase stands in other entries is for `checking` to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.values_in_data import text, texts
from catalogue.reading.yaml_values import Values
from search.german import fold

ASKED_AS = "asked_as"

_NAMES = ("title", "subtitle")
"""What every list shows of an entry; the search knows it anyway."""

_ENGLISH = {"title_en": ("title", "name"), "subtitle_en": ("subtitle",)}
"""English lines, and the German ones that they stand for."""


@lru_cache(maxsize=2**15)
def comparable(phrase: str) -> str:
    """The words of a phrase in their alphabetical order: alike for phrases that differ in case, umlauts, punctuation, or order.

    Kept for the next check of this process.
    """
    return " ".join(sorted(re.findall(r"\w+", fold(phrase))))


def flaws_of_phrases(values: Values) -> Iterator[Flaw]:
    """Phrases under `asked_as` that stand twice, or that are the title or the subtitle again."""
    named = {comparable(text(values.data, key)): key for key in reversed(_NAMES)}
    first: dict[str, int] = {}
    for n, phrase in texts(values.data, ASKED_AS):
        words = comparable(phrase)
        line, column = values.position((ASKED_AS, n))
        if not words:
            message = f"{shown(phrase)} enthält kein Wort. Schreiben Sie, wonach jemand sucht."
            yield Flaw(line, column, "asked-as-empty", message)
        elif words in named:
            message = (
                f"{shown(phrase)} steht schon unter „{named[words]}“. Schreiben Sie, wie jemand danach sucht, der diese "
                "Worte nicht kennt, oder löschen Sie die Zeile."
            )
            yield Flaw(line, column, "asked-as-title", message)
        elif words in first:
            message = f"{shown(phrase)} steht mit denselben Worten schon in Zeile {first[words]}. Löschen Sie eine von beiden."
            yield Flaw(line, column, "asked-as-twice", message)
        first.setdefault(words, line)


def german_as_english(values: Values) -> Iterator[Flaw]:
    """English lines that are the German ones letter by letter."""
    for key, german in _ENGLISH.items():
        english = text(values.data, key).casefold()
        if english and english in (text(values.data, name).casefold() for name in german):
            message = (
                f"„{key}“ ist der deutsche Text noch einmal. Übersetzen Sie ihn, oder löschen Sie die Zeile, wenn er schon "
                "englisch oder ein Eigenname ist."
            )
            yield Flaw(*values.position((key,)), "english-is-german", message, "warning")
