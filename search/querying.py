"""From what a person typed to what is asked. Whatever cannot be understood is plain text, never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST_QUERY = 300  # letters; what follows is not read
YEARS = "jahr"
PREFIXES = ("ort", "feld", "art", "status", "land", "lizenz", YEARS)

_TOKEN = re.compile(
    r"""(?P<minus>(?<!\S)-)?                     # a minus only at the start of a word
        (?:(?P<prefix>[a-zäöü]+):(?=["\w]))?
        (?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)(?:\s*(?:-|–|\.\.|bis)\s*(?P<last>(?:19|20)\d\d))?")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: words and phrases to find, alternatives of which one is enough, texts to leave out."""

    text: str = ""
    phrases: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    years: tuple[int, int] | None = None
    unfinished: bool = False  # nothing follows the last word, so it may go on


@dataclass(slots=True)
class _Reading:
    text: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    alternatives: list[list[str]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    filters: list[tuple[str, str]] = field(default_factory=list)
    years: tuple[int, int] | None = None


def parse(query: str) -> Query:
    """Read a query."""
    query = query[:LONGEST_QUERY]
    reading = _Reading()
    last: tuple[list[str], str] | None = None  # where the word before went, for OR
    either = False
    for match in _TOKEN.finditer(query):
        word = match["quoted"] if match["quoted"] is not None else match["plain"]
        prefix = (match["prefix"] or "").lower()
        if match["plain"] == "OR" and not prefix and not match["minus"]:
            either = last is not None
            continue
        if not word.strip():
            continue
        if prefix in PREFIXES and not match["minus"]:
            _read_filter(reading, prefix, word)
            last, either = None, False
            continue
        if prefix:
            word = match.group().lstrip("-").replace('"', " ")
        if match["minus"]:
            reading.excluded.append(word)
            continue
        if either and last:
            _join(reading, last, word)
            last = (reading.alternatives[-1], word)
        elif match["quoted"] is not None and not prefix:
            reading.phrases.append(word)
            last = (reading.phrases, word)
        elif not prefix and (span := read_years(word)) and "-" in word:
            reading.years = span
            last = None
        else:
            reading.text.append(word)
            last = (reading.text, word)
        either = False
    return Query(
        " ".join(reading.text),
        tuple(reading.phrases),
        tuple(tuple(words) for words in reading.alternatives),
        tuple(reading.excluded),
        tuple(reading.filters),
        reading.years,
        unfinished=query[-1:].isalnum(),
    )


def _join(reading: _Reading, last: tuple[list[str], str], word: str) -> None:
    words, before = last
    if words in reading.alternatives:
        words.append(word)
        return
    words.pop()
    reading.alternatives.append([before, word])


def _read_filter(reading: _Reading, prefix: str, word: str) -> None:
    span = read_years(word) if prefix == YEARS else None
    if span:
        reading.years = span
    elif prefix == YEARS:
        reading.text.append(word)
    else:
        reading.filters.append((prefix, word))


def read_years(text: str) -> tuple[int, int] | None:
    """Read `2021`, `2021-2023` or `2021..2023`."""
    match = _YEARS.fullmatch(text.strip())
    if not match:
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    return min(first, last), max(first, last)
