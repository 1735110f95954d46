"""That no two entries of a kind are one: the same official key, name or address, or a text that was copied.

An entry copied as a pattern and left half changed would publish another's facts as its own.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from zlib import crc32

from catalogue.checking.duplicates import Pair, at_both
from catalogue.model.entries import BODY, Entry, Knowledge, Municipality, Project, Solution
from catalogue.model.web_addresses import page_of
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.found_once import FoundOnce
from catalogue.reading.problems import Severity
from catalogue.reading.text_file import Flaw
from catalogue.reading.yaml_values import Location


@dataclass(frozen=True, slots=True)
class Unique:
    """A field by which an entry differs from every other of its kind."""

    field: str
    kinds: tuple[str, ...]
    severity: Severity
    told: str
    same: Callable[[str], str] = str.casefold


UNIQUE = (
    Unique("ags", (Municipality.kind,), "error", "Den gleichen Gemeindeschlüssel"),
    Unique("name", (Municipality.kind, Project.kind), "error", "Den gleichen Namen"),
    Unique("title", (Solution.kind, Knowledge.kind), "error", "Den gleichen Titel"),
    Unique("repositories", (Solution.kind,), "warning", "Den gleichen Quelltext", page_of),
    Unique(
        "website", (Municipality.kind, Project.kind, Solution.kind), "warning", "Die gleiche Website", page_of
    ),
)

WORDS = 5
"""Words in a row that two texts must share to be alike there."""

FEWEST = 5
"""A text of fewer such rows is too short to be told from others."""

COMMON = 20
"""A row of words in more texts than this is a phrase of the field, no copy."""

SAMPLED = 4
"""One in so many rows is used to find texts that may be alike; of those all rows are compared."""

FACTS = (
    "subtitle",
    "asked_as",
    "results",
    "lessons",
    "risks",
    "steps",
    "requirements",
    "problem",
    "findings",
    "summary",
)
"""Fields in which each entry says something of its own."""

SAME_FACTS = 3
"""So many facts in the same words give a copy away; no two entries of the catalogue share more than one."""

COPIED = {Knowledge.kind: 0.75}
COPIED_ELSE = 0.4
"""Share of the shorter text's rows from which it is a copy. Answers about one law share paragraphs, measures do not."""


def copies(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Entries of one kind that are probably one, told at both."""
    for unique in UNIQUE:
        message = f"{unique.told} hat auch {{path}}. Prüfen Sie, ob es derselbe Eintrag ist, oder berichtigen Sie die Angabe."
        for pair in _same(content, unique):
            yield from at_both(pair, (unique.field,), f"{unique.field}-twice", message, unique.severity)
    yield from _same_facts(content)
    for one, other, share in _alike(content):
        message = (
            f"{share:.0%} des Textes stehen auch in {{path}}. Ist der Eintrag eine Kopie, so schreiben Sie ihn neu "
            "und prüfen Sie alle Angaben und Quellen."
        ).replace("%", " Prozent")
        yield from at_both((one, other), (BODY,), "text-twice", message, "warning")


def _same_facts(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Entries of a kind that say several things in the same words: a copy whose text was written anew, but not its facts."""
    holders: dict[tuple[str, str], list[tuple[EntryFile, Location]]] = defaultdict(list)
    for file, own in zip(content.files, _own_facts.of(content.files), strict=True):
        for location, fact in own:
            holders[file.kind, fact].append((file, location))
    shared: dict[tuple[str, str], list[tuple[EntryFile, Location, EntryFile, Location]]] = defaultdict(list)
    for known in holders.values():
        for (one, at), (other, there) in combinations(known, 2) if 1 < len(known) <= COMMON else ():
            if one.id != other.id:
                shared[one.path, other.path].append((one, at, other, there))
    for facts in shared.values():
        if len(facts) >= SAME_FACTS:
            one, at, other, there = facts[0]
            for file, location, twin in ((one, at, other), (other, there, one)):
                message = (
                    f"{len(facts)} Angaben stehen Wort für Wort auch in {twin.path}. Ist der Eintrag eine Kopie, so prüfen Sie "
                    "jede Angabe und jede Quelle."
                )
                yield file, Flaw(*file.position(location), "facts-copied", message, "warning")


def _facts(entry: Entry | None) -> Iterator[tuple[Location, str]]:
    """What an entry says in sentences of its own outside its text."""
    for field in _told_in(type(entry)) if entry else ():
        value = getattr(entry, field)
        if isinstance(value, str):
            yield (field,), value.casefold()
        for n, one in enumerate(value) if isinstance(value, list) else ():
            yield (field, n), getattr(one, "text", str(one)).casefold()


@cache
def _told_in(model: type[Entry]) -> tuple[str, ...]:
    """Those of the fields that entries of a model have."""
    return tuple(field for field in FACTS if field in model.model_fields)


def _same(content: Content, unique: Unique) -> Iterator[Pair]:
    first: dict[tuple[str, str], EntryFile] = {}
    for file in content.files:
        for value in _stated(file.entry, unique.field) if file.kind in unique.kinds else ():
            known = first.setdefault((file.kind, unique.same(value)), file)
            if known is not file and known.id != file.id:
                yield known, file


def _stated(entry: Entry | None, field: str) -> list[str]:
    """What an entry states in a field: its text, or the addresses of its repositories."""
    value = getattr(entry, field, None)
    if isinstance(value, list):
        return [part.url for part in value]
    return [value] if value else []


def _alike(content: Content) -> Iterator[tuple[EntryFile, EntryFile, float]]:
    """Pairs of entries of a kind whose texts are mostly the same, and how much of the shorter one is."""
    found = zip(content.files, _own_rows.of(content.files), strict=True)
    rows = {file.path: own for file, own in found if len(own) >= FEWEST}
    holders: dict[tuple[str, int], list[EntryFile]] = defaultdict(list)
    for file in content.files:
        for row in rows.get(file.path, ()):
            if row % SAMPLED == 0 or len(rows[file.path]) < FEWEST * SAMPLED:
                holders[file.kind, row].append(file)
    seen: set[tuple[str, str]] = set()
    for files in holders.values():
        for one, other in combinations(files, 2) if len(files) <= COMMON else ():
            if (one.path, other.path) in seen or one.id == other.id:
                continue
            seen.add((one.path, other.path))
            mine, theirs = set(rows[one.path]), set(rows[other.path])
            share = len(mine & theirs) / min(len(mine), len(theirs))
            if share >= COPIED.get(one.kind, COPIED_ELSE):
                yield one, other, share


def _rows(file: EntryFile) -> array[int]:
    """The rows of words in the prose of an entry, as numbers that are the same on every run."""
    words = [crc32(word.encode()) for word in str(getattr(file.entry, BODY, "")).casefold().split()]
    return array("q", set(map(hash, zip(*(words[n:] for n in range(WORDS)), strict=False))))


_own_facts = FoundOnce[EntryFile, list[tuple[Location, str]]](lambda file: [*_facts(file.entry)])
_own_rows = FoundOnce(_rows)
