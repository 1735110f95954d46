"""Reading the content folder: one file becomes one typed entry in which every value knows its place.

What one file alone can tell is checked here (form, types, dates); what needs other entries is `checking`'s.
Nothing here raises for bad content: every flaw becomes a `Problem`, and the file gives no entry.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from catalogue import prose
from catalogue.entries import (
    CompoundWords,
    DocumentedEntry,
    Entry,
    Measure,
    Municipality,
    Project,
    Thesaurus,
    Vocabulary,
    VocabularyTerm,
)
from catalogue.problems import Problem
from catalogue.refusals import explain, suggestion
from catalogue.tables import shapes
from catalogue.text_file import Flaw, decode, read_bytes
from catalogue.yaml_values import Location, Place, Values, read_yaml

FENCE = "---"
BODY = "body"

SPECIAL: dict[str, type[Entry]] = {"thesaurus": Thesaurus, "compound-words": CompoundWords}
"""Files of the vocabulary folder that are not vocabularies."""

NOT_ENTRIES = ("README.md",)


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry with the file that it comes from and the places of its values in it."""

    entry: Entry
    path: str
    folder: str
    places: Mapping[Location, Place]

    def place(self, location: Location) -> Place:
        """Line and column of a value; of the nearest value around it if it has no place of its own."""
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, (1, 1))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave: an entry or none, and the problems found in it."""

    entry: ReadEntry | None
    problems: tuple[Problem, ...]


@dataclass
class Content:
    """All entries that could be read, in the order of their paths, and every problem found while reading."""

    read: list[ReadEntry]
    problems: list[Problem]
    sha256: str
    root: Path
    paths: list[str] = field(default_factory=list)

    @cached_property
    def entries(self) -> dict[str, dict[str, ReadEntry]]:
        """Read entries by kind and id; of two files with one id the first."""
        found: dict[str, dict[str, ReadEntry]] = {}
        for read in self.read:
            found.setdefault(read.entry.kind, {}).setdefault(read.entry.id, read)
        return found

    def _of(self, model: type[Entry]) -> dict[str, Any]:
        return {entry_id: read.entry for entry_id, read in self.entries.get(model.kind, {}).items()}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id."""
        return self._of(Measure)

    @cached_property
    def projects(self) -> dict[str, Project]:
        """Model projects by id."""
        return self._of(Project)

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """Municipalities by id."""
        return self._of(Municipality)

    @cached_property
    def vocabularies(self) -> list[Vocabulary]:
        """Vocabularies, by id."""
        return sorted(self._of(Vocabulary).values(), key=lambda v: str(v.id))

    @cached_property
    def _terms(self) -> dict[str, dict[str, VocabularyTerm]]:
        return {v.id: {term.id: term for term in v.terms} for v in self.vocabularies}

    @property
    def thesaurus(self) -> Thesaurus | None:
        """The thesaurus, if there is one."""
        return next(iter(self._of(Thesaurus).values()), None)

    @property
    def compound_words(self) -> CompoundWords | None:
        """The parts of compound words, if there are any."""
        return next(iter(self._of(CompoundWords).values()), None)

    def terms(self, vocabulary: str) -> dict[str, VocabularyTerm]:
        """The terms of a vocabulary by id; none if there is no such vocabulary."""
        return self._terms.get(vocabulary, {})

    def project_of(self, measure_id: str) -> str:
        """The id of a measure's project: the folder of its file."""
        return self.entries[Measure.kind][measure_id].folder

    def published(self) -> Iterator[tuple[DocumentedEntry, dict[str, str]]]:
        """Every entry with a page of its own, and the ids that its folder adds."""
        for kind in self.entries.values():
            for read in kind.values():
                if isinstance(read.entry, DocumentedEntry):
                    yield read.entry, dict.fromkeys(read.entry.placed_in, read.folder)

    def counts(self) -> dict[str, int]:
        """How many entries of each kind there are."""
        return {kind: len(entries) for kind, entries in sorted(self.entries.items())}


class ReadingCache:
    """What files gave when they were last read, by path and checksum. Only what is asked for is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[tuple[str, str], bytes] = {}
        self._used: dict[tuple[str, str], bytes] = {}
        try:
            self._kept = pickle.loads(path.read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ValueError):
            return

    def get(self, key: tuple[str, str]) -> ReadFile | None:
        """What the file gave, if it was read before."""
        if key not in self._kept:
            return None
        self._used[key] = self._kept[key]
        return cast(ReadFile, pickle.loads(self._kept[key]))

    def set(self, key: tuple[str, str], value: ReadFile) -> None:
        """Keep what a file gave."""
        self._used[key] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def save(self) -> None:
        """Write the cache if it has changed, in one step; caches of other code are removed."""
        if self._used.keys() == self._kept.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))
        unfinished.replace(self._path)
        for old in self._path.parent.iterdir():
            if old.name.split(".")[0] != self._path.name:
                old.unlink(missing_ok=True)


def read_content(
    root: Path,
    cache: ReadingCache | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Content:
    """Read every file of the content folder. `progress` is told how many of all files are read."""
    files = sorted(find_files(root))
    read: list[ReadEntry] = []
    problems: list[Problem] = []
    whole = hashlib.sha256()
    for done, relative in enumerate(files, start=1):
        model = model_of(relative)
        path = root / relative
        if model is None:
            problems.append(stray(path))
        else:
            data = read_bytes(path, root)
            if isinstance(data, Flaw):
                problems.append(at(path, data))
            else:
                checksum = hashlib.sha256(data).hexdigest()
                whole.update(f"{relative.as_posix()}\n{checksum}\n".encode())
                result = cache.get((str(path), checksum)) if cache else None
                if result is None:
                    result = read_file(path, relative, model, data)
                    if cache:
                        cache.set((str(path), checksum), result)
                problems.extend(result.problems)
                if result.entry:
                    read.append(result.entry)
        progress(done, len(files))
    return Content(read, problems, whole.hexdigest(), root, [str(root / file) for file in files])


def find_files(root: Path) -> Iterator[Path]:
    """Every file below the folder, relative to it, hidden ones and guides left out."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith(".") and name not in NOT_ENTRIES:
                yield (Path(folder) / name).relative_to(root)


def model_of(relative: Path) -> type[Entry] | None:
    """The model of a file by its place and ending; nothing for a file that has no place here."""
    match relative.parts:
        case (Measure.folder, _, name) if name.endswith(".md"):
            return Measure
        case (Project.folder, name) if name.endswith(".yaml"):
            return Project
        case (Municipality.folder, name) if name.endswith(".yaml"):
            return Municipality
        case (Vocabulary.folder, name) if name.endswith(".yaml"):
            return SPECIAL.get(relative.stem, Vocabulary)
    return None


def stray(path: Path) -> Problem:
    """The warning for a file that is not read."""
    message = (
        "Diese Datei wird nicht gelesen. Maßnahmen liegen als measures/<projekt>/<kennung>.md, "
        "alles andere als <ordner>/<kennung>.yaml."
    )
    return Problem(str(path), 1, 1, "stray-file", message, "warning")


def at(path: Path, flaw: Flaw) -> Problem:
    """A flaw with the file that it is in."""
    return Problem(str(path), flaw.line, flaw.column, flaw.code, flaw.message, flaw.severity)


def read_file(path: Path, relative: Path, model: type[Entry], data: bytes) -> ReadFile:
    """Read the bytes of one file as an entry of the model."""
    file = decode(data)
    flaws = list(file.flaws)
    values = Values()
    if file.text is not None:
        values = read_front_matter(file.text) if model is Measure else read_yaml(file.text)
        flaws.extend(values.flaws)
    entry: Entry | None = None
    if values.data is not None and not any(flaw.severity == "error" for flaw in flaws):
        entry = build(model, values, flaws)
    if entry is not None:
        flaws.extend(check_form(entry, path.stem, values))
    problems = tuple(at(path, flaw) for flaw in flaws)
    if entry is None:
        return ReadFile(None, problems)
    return ReadFile(ReadEntry(entry, str(path), relative.parent.name, values.places), problems)


def read_front_matter(text: str) -> Values:
    """Read a Markdown file: YAML between two lines `---`, prose below; the prose becomes the value `body`."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        flaw = Flaw(
            1,
            1,
            "front-matter",
            "Die Datei muss mit einer Zeile „---“ beginnen; darunter stehen die Schlüssel.",
        )
        return Values(flaws=[flaw])
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        flaw = Flaw(
            len(lines), 1, "front-matter", "Die zweite Zeile „---“ fehlt: Sie trennt die Schlüssel vom Text."
        )
        return Values(flaws=[flaw])
    values = read_yaml("\n".join(lines[1:end]), first_line=2)
    body = "\n".join(lines[end + 1 :])
    start = end + 2 + next((n for n, line in enumerate(lines[end + 1 :]) if line.strip()), 0)
    if isinstance(values.data, dict) and BODY not in values.data:
        values.data[BODY] = body
        values.places[(BODY,)] = (min(start, len(lines)), 1)
        values.flaws.extend(prose.flaws(body, end + 2))
    return values


def build(model: type[Entry], values: Values, flaws: list[Flaw]) -> Entry | None:
    """Make the entry of its values; what the model refuses is added to the flaws."""
    if not isinstance(values.data, dict):
        place = values.places.get((), (1, 1))
        flaws.append(
            Flaw(*place, "wrong-type", "Der Eintrag muss aus Schlüsseln und Werten bestehen („id: …“).")
        )
        return None
    try:
        return model.model_validate(without_empty(values.data))
    except ValidationError as error:
        seen: set[tuple[Location, str]] = set()
        for refusal in error.errors(include_url=False):
            flaw, location = translate(model, cast(Mapping[str, Any], refusal), values)
            if (location, flaw.code) not in seen:
                seen.add((location, flaw.code))
                flaws.append(flaw)
        return None


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """The values without keys that have none: an empty key is a missing one."""
    return {key: value for key, value in data.items() if value is not None}


def translate(model: type[Entry], refusal: Mapping[str, Any], values: Values) -> tuple[Flaw, Location]:
    """A refusal of Pydantic as a flaw at the offending value, in German."""
    location = known_location(tuple(refusal["loc"]), values)
    missing = refusal["type"] == "missing"
    owner = model_at(model, location[:-1] if missing or refusal["type"] == "extra_forbidden" else location)
    key = str(refusal["loc"][-1]) if refusal["loc"] else ""
    known = [name for name in owner.model_fields if name != BODY] if owner else []
    facts = {
        "key": key,
        "description": field_fact(owner, key, "description"),
        "suggestion": suggestion(key, known),
        "keys": ", ".join(known),
        "example": example_of(model, location),
        "or_unknown": " oder „unbekannt“" if key == "status_date" else "",
    }
    code, message = explain(refusal["type"], refusal.get("ctx") or {}, refusal.get("input"), facts)
    if missing:
        place = values.keys.get(location[:-1]) or values.places.get(location[:-1], (1, 1))
    elif refusal["type"] == "extra_forbidden":
        place = values.keys.get(location, (1, 1))
    else:
        place = nearest_place(values, location)
    return Flaw(*place, code, message), location


def known_location(location: Location, values: Values) -> Location:
    """A location without the names that Pydantic adds for the members of a union."""
    cleaned: Location = ()
    for n, part in enumerate(location):
        last = n == len(location) - 1
        if (*cleaned, part) in values.places or (last and "[" not in str(part) and not _is_union(part)):
            cleaned = (*cleaned, part)
    return cleaned


def _is_union(part: int | str) -> bool:
    return isinstance(part, str) and part in ("str", "int", "none")


def nearest_place(values: Values, location: Location) -> Place:
    """The place of a value, or of what is around it."""
    while location and location not in values.places:
        location = location[:-1]
    return values.places.get(location, (1, 1))


def model_at(model: type[Any], location: Location) -> type[Any] | None:
    """The model of the part at a location."""
    for part in location:
        if isinstance(part, int):
            continue
        if part not in model.model_fields:
            return None
        inner = shapes(model)[part].part
        if inner is None:
            return None
        model = inner
    return model


def field_fact(owner: type[Any] | None, key: str, name: str) -> str:
    """The description of a field, for people."""
    found = owner.model_fields.get(key) if owner else None
    return str(getattr(found, name, "") or "")


def example_of(model: type[Entry], location: Location) -> str:
    """A sentence with an example of the field at a location, if its definition gives one."""
    names = [part for part in location if isinstance(part, str)]
    owner = model_at(model, tuple(names[:-1]))
    examples = (
        owner.model_fields[names[-1]].examples
        if owner and names and names[-1] in owner.model_fields
        else None
    )
    if not examples:
        return (
            "Erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche."
            if names[-1:] == ["id"]
            else ""
        )
    return f"Beispiel: {examples[0]}."


def check_form(entry: Entry, stem: str, values: Values) -> Iterator[Flaw]:
    """What one entry alone must fulfil beyond its types."""
    if entry.id != stem:
        place = values.places[("id",)]
        yield Flaw(
            *place,
            "id-differs",
            f"Die Kennung „{entry.id}“ ist nicht der Dateiname „{stem}“. Ändern Sie eines von beiden.",
        )
    if isinstance(entry, Measure):
        yield from check_measure(entry, values)
    if isinstance(entry, DocumentedEntry):
        yield from check_sources(entry, values)
    if isinstance(entry, Measure):
        for n, reuse in enumerate(entry.reused_by):
            if (reuse.municipality is None) == (reuse.name is None):
                place = values.places[("reused_by", n)]
                yield Flaw(
                    *place,
                    "reuse-who",
                    "Nennen Sie entweder „municipality“ (Kennung einer Kommune) oder „name“, nicht beides und nicht keines.",
                )


def check_measure(measure: Measure, values: Values) -> Iterator[Flaw]:
    """A measure's dates and status must agree."""
    if (
        measure.start
        and measure.end
        and measure.end[: len(measure.start)] < measure.start[: len(measure.end)]
    ):
        place = values.places[("end",)]
        yield Flaw(
            *place,
            "end-before-start",
            f"Das Ende {measure.end} liegt vor dem Beginn {measure.start}. Prüfen Sie beide.",
        )
    if measure.status == "eingestellt" and not measure.discontinued_reason:
        place = values.places[("status",)]
        yield Flaw(
            *place,
            "reason-missing",
            "Die Maßnahme ist eingestellt: Nennen Sie unter „discontinued_reason“ den Grund.",
        )
    if measure.discontinued_reason and measure.status != "eingestellt":
        place = values.places[("discontinued_reason",)]
        yield Flaw(
            *place,
            "reason-without-end",
            f"Ein Grund für das Ende passt nicht zum Stand „{measure.status}“. Ändern Sie eines von beiden.",
        )
    last = measure.last_verified
    if (
        measure.status_date[: len(last)] > last[: len(measure.status_date)]
        and measure.status_date[0].isdigit()
    ):
        place = values.places[("status_date",)]
        yield Flaw(
            *place,
            "status-in-future",
            f"Der Stand {measure.status_date} liegt nach der letzten Prüfung {last}. Prüfen Sie beide.",
        )


def check_sources(entry: DocumentedEntry, values: Values) -> Iterator[Flaw]:
    """No page is named twice."""
    seen: dict[str, int] = {}
    for n, source in enumerate(entry.sources):
        if source.url in seen:
            place = values.places[("sources", n, "url")]
            line = values.places[("sources", seen[source.url], "url")][0]
            yield Flaw(
                *place,
                "source-twice",
                f"Diese Quelle steht schon in Zeile {line}. Löschen Sie eine von beiden.",
                "warning",
            )
        seen.setdefault(source.url, n)
