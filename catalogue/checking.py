"""Checking across entries: that ids name something, terms are known, and nothing stands twice.

Which values are references or terms is told by the entry models; this module lists no fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalogue.entries import Concept, Measure, Municipality, Part, Project, Reference, Term, Thesaurus
from catalogue.problems import Problem, Severity
from catalogue.reading import Content, ReadEntry
from catalogue.refusals import suggestion
from catalogue.tables import shapes
from catalogue.yaml_values import Location

LICENCES = "licences"

KINDS = {
    Measure.kind: "Maßnahme",
    Project.kind: "Modellprojekt",
    Municipality.kind: "Kommune",
}


def check(content: Content) -> list[Problem]:
    """Every problem of the content, those found while reading included, in the order of files and lines."""
    found = [*content.problems, *_twice(content), *_same_title(content)]
    unread = unread_ids(content)
    for read in content.read:
        found.extend(check_references(read, content, unread))
        if isinstance(read.entry, Measure):
            found.extend(check_place(read, content, unread))
            found.extend(check_licence(read, content))
        if isinstance(read.entry, Thesaurus):
            found.extend(check_thesaurus(read))
    return sorted(found)


def problem(
    read: ReadEntry, location: Location, code: str, message: str, severity: Severity = "error"
) -> Problem:
    """A problem at a value of an entry."""
    return Problem(read.path, *read.place(location), code, message, severity)


def unread_ids(content: Content) -> set[str]:
    """Ids of files that exist but could not be read: a reference to one is not an error of its own."""
    read = {entry.path for entry in content.read}
    return {Path(path).stem for path in content.paths if path not in read}


def targets(part: Part, location: Location = ()) -> Iterator[tuple[Location, str, Term | Reference]]:
    """Every value below a part that names a term or an entry, with its location."""
    for name, shape in shapes(type(part)).items():
        value: Any = getattr(part, name)
        if shape.target is None and shape.part is None:
            continue
        for place, item in _items(value, (*location, name)):
            if shape.part:
                yield from targets(item, place)
            elif shape.target:
                yield place, item, shape.target


def _items(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    if isinstance(value, list):
        yield from (((*location, n), item) for n, item in enumerate(value))
    elif value is not None:
        yield location, value


def check_references(read: ReadEntry, content: Content, unread: set[str]) -> Iterator[Problem]:
    """Every term is in its vocabulary, every id names an entry, and no list names one twice."""
    seen: set[tuple[Location, str]] = set()
    for location, value, target in targets(read.entry):
        if isinstance(target, Term):
            known = list(content.terms(target.vocabulary))
            if value not in known and target.vocabulary not in unread:
                message = (
                    f"Den Begriff „{value}“ gibt es nicht im Vokabular „{target.vocabulary}“. "
                    f"{suggestion(value, known)}"
                )
                yield problem(read, location, "unknown-term", message.strip())
        else:
            known = [i for kind in target.kinds for i in content.entries.get(kind, {})]
            if value not in known and value not in unread:
                kinds = " oder ".join(KINDS[kind] for kind in target.kinds)
                message = f"„{value}“ ist keine Kennung ({kinds}). {suggestion(value, known)}"
                yield problem(read, location, "unknown-id", message.strip())
            if value == read.entry.id and read.entry.kind in target.kinds:
                yield problem(
                    read, location, "own-id", "Der Eintrag verweist auf sich selbst. Löschen Sie den Verweis."
                )
        if isinstance(location[-1], int):
            if (location[:-1], value) in seen:
                yield problem(
                    read, location, "value-twice", f"„{value}“ steht schon in dieser Liste.", "warning"
                )
            seen.add((location[:-1], value))


def check_place(read: ReadEntry, content: Content, unread: set[str]) -> Iterator[Problem]:
    """A measure lies in the folder of its project, and its id starts with the project's."""
    if read.folder not in content.projects:
        if read.folder not in unread:
            near = suggestion(read.folder, list(content.projects))
            message = f"Zum Ordner „{read.folder}“ gibt es kein Modellprojekt. {near}"
            yield Problem(read.path, 1, 1, "unknown-project", message.strip())
    elif not read.entry.id.startswith(f"{read.folder}-"):
        message = f"Die Kennung muss mit „{read.folder}-“ beginnen, dem Ordner ihres Modellprojekts."
        yield problem(read, ("id",), "id-without-project", message)


def check_licence(read: ReadEntry, content: Content) -> Iterator[Problem]:
    """The licence is one that Open CoDE admits; others are told, since the code cannot be published there."""
    licence = getattr(read.entry, "licence", None)
    known = content.terms(LICENCES)
    if licence and known:
        unknown = [part for part in licence.replace("(", " ").replace(")", " ").split() if part not in known]
        unknown = [part for part in unknown if part not in ("AND", "OR", "WITH")]
        if unknown:
            message = f"Die Lizenz {', '.join(unknown)} steht nicht auf der Liste von Open CoDE. Prüfen Sie die Angabe."
            yield problem(read, ("licence",), "licence-not-listed", message, "warning")


def check_thesaurus(read: ReadEntry) -> Iterator[Problem]:
    """Concepts have ids of their own and name only concepts that exist."""
    concepts: list[Concept] = getattr(read.entry, "concepts", [])
    known = [concept.id for concept in concepts]
    for n, concept in enumerate(concepts):
        if concept.id in known[:n]:
            yield problem(
                read, ("concepts", n, "id"), "id-twice", f"Den Begriff „{concept.id}“ gibt es schon."
            )
        for name in ("broader", "related"):
            for m, other in enumerate(getattr(concept, name)):
                if other not in known:
                    message = f"Den Begriff „{other}“ gibt es nicht im Thesaurus. {suggestion(other, known)}"
                    yield problem(read, ("concepts", n, name, m), "unknown-term", message.strip())


def _twice(content: Content) -> Iterator[Problem]:
    """Two files of a kind with one id."""
    first: dict[tuple[str, str], str] = {}
    for read in content.read:
        key = (read.entry.kind, read.entry.id)
        if key in first:
            message = f"Die Kennung „{read.entry.id}“ hat schon {first[key]}. Vergeben Sie eine andere."
            yield problem(read, ("id",), "id-twice", message)
        first.setdefault(key, read.path)


def _same_title(content: Content) -> Iterator[Problem]:
    """Two measures of a project with one title are probably the same measure."""
    first: dict[tuple[str, str], str] = {}
    for read in content.read:
        if isinstance(read.entry, Measure):
            key = (read.folder, read.entry.title.casefold())
            if key in first:
                message = f"Eine Maßnahme mit diesem Titel gibt es schon: {first[key]}. Ist es dieselbe?"
                yield problem(read, ("title",), "title-twice", message, "warning")
            first.setdefault(key, read.path)
