"""Rows of a table → files of entries: new ones, and with leave changed ones; all of them or none.

A row names the keys of an entry in its columns, as a file does, or as the headings of our own tables do. What a row makes
is read and checked as any file is, and what is wrong is told with row and column. Of an entry that exists only the keys
whose value differs are written anew; an empty cell says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalogue.checking import check
from catalogue.editing.file_changes import content_after
from catalogue.editing.fixing import mend
from catalogue.editing.new_entry import choices, interpreted, new_id, preset, refusals
from catalogue.editing.replacing import with_values
from catalogue.editing.table_cells import JSON_STARTS, texts_of
from catalogue.editing.table_columns import DERIVED, FOR_PEOPLE, HEADINGS, WORKED_OUT
from catalogue.editing.table_file import Row, TableFile
from catalogue.editing.writer import entry_path, entry_text, values_of
from catalogue.model.entries import DocumentedEntry, Entry, Measure, Municipality, Project
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import SourceReference
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile, read_entry_file
from catalogue.reading.file_places import model_of, place_of
from catalogue.reading.problems import Problem, errors
from catalogue.reading.validation_messages import suggestion

PROJECT = "project"


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """What is wrong with a row, or with a cell of it, and what to do; in German."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return (
            f"Zeile {self.row}, {self.column}: {self.message}"
            if self.column
            else f"Zeile {self.row}: {self.message}"
        )


@dataclass(slots=True)
class ImportPlan:
    """What an import would do. With a finding, nothing is to be done."""

    after: dict[str, bytes | None] = field(default_factory=dict)
    """The bytes of files to be written, by their path below the content folder."""
    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Refusal] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    """Columns that are known and left out."""


def plan(content: Content, model: type[DocumentedEntry], table: TableFile, update: bool) -> ImportPlan:
    """What importing the rows of a table as entries of a kind would do."""
    planned = ImportPlan(findings=[Refusal(*fault) for fault in table.faults])
    keys: dict[str, str] = {}
    for column in filter(None, table.columns):
        key = _key(model, column)
        if key is None:
            otherwise = f"Welche es gibt, zeigt „catalogue new {model.kind} --template“."
            told = suggestion(column, model.model_fields, otherwise)
            planned.findings.append(Refusal(1, column, f"Diese Spalte gibt es nicht. {told}"))
        elif not key:
            planned.not_read.append(column)
        else:
            keys[column] = key
    rows: dict[str, Row] = {}
    for row in table.rows:
        _plan_row(content, model, row, keys, update, planned, rows)
    if planned.after:
        planned.findings += _checked(
            content, model, planned, rows, {key: column for column, key in keys.items()}
        )
    planned.findings = sorted(set(planned.findings))
    return planned


def not_read_told(columns: Iterable[str]) -> Iterator[str]:
    """Which columns are left out, why, and where their values are changed; a sentence a reason."""
    for_people = [f"{one} ({FOR_PEOPLE[one]})" for one in columns if one in FOR_PEOPLE]
    if for_people:
        yield (
            "Nicht gelesen, weil dort nur steht, was Menschen lesen; ganz steht es in der Spalte, die wie der Schlüssel in Klammern "
            f"heißt: {', '.join(for_people)}. Ändern Sie die Werte in jener Spalte, oder nehmen Sie die Form json."
        )
    others = [one for one in columns if one not in FOR_PEOPLE]
    if others:
        yield f"Nicht gelesen, weil berechnet oder in anderen Einträgen gesagt: {', '.join(others)}."


def _key(model: type[DocumentedEntry], column: str) -> str | None:
    """The key that a column tells, `contact.name` for one of a part; empty for one that is not read; nothing if unknown."""
    named = column.strip()
    if named in model.model_fields or (named == PROJECT and model.placed_in):
        return named
    for name, shape in shapes(model).items():
        if (
            shape.part
            and not shape.many
            and named[: len(name)] == name
            and named[len(name) + 1 :] in shape.part.model_fields
        ):
            return f"{name}.{named[len(name) + 1 :]}"
    if model is Measure and named in HEADINGS:
        return HEADINGS[named]
    if (
        named in FOR_PEOPLE
        or named in WORKED_OUT
        or any(named.removesuffix(end) in model.model_fields for end in DERIVED)
    ):
        return ""
    titled = [
        name
        for name, one in model.model_fields.items()
        if one.title and one.title.casefold() == named.casefold()
    ]
    return titled[0] if len(titled) == 1 else None


def _plan_row(
    content: Content,
    model: type[DocumentedEntry],
    row: Row,
    keys: Mapping[str, str],
    update: bool,
    planned: ImportPlan,
    rows: dict[str, Row],
) -> None:
    values = values_of_row(content, model, row, keys)
    if not values:
        return
    project = str(values.pop(PROJECT, "") or "") if model.placed_in else ""
    name = str(values.get(KINDS_BY_NAME[model.kind].title) or "")
    if not values.get("id") and not name:
        planned.findings.append(
            Refusal(row.number, "", "Hier fehlen Kennung („id“) und Titel. Nennen Sie eines von beiden.")
        )
        return
    project = project or _project_in(content, str(values.get("id") or ""))
    if (
        model.placed_in
        and project not in content.projects
        and values.get("id") not in content.entries.get(model.kind, {})
    ):
        told = suggestion(project, content.projects, "Kennungen stehen in content/projects/.")
        planned.findings.append(
            Refusal(row.number, PROJECT, f"Das Modellprojekt „{project}“ gibt es nicht. {told}")
        )
        return
    values.setdefault("id", new_id(model, name, content, project))
    file = next((one for one in content.files if (one.kind, one.id) == (model.kind, values["id"])), None)
    if wrong := [] if file else refusals(model, "id", values["id"], content):
        planned.findings += [Refusal(row.number, _column(keys, "id"), told) for told in wrong]
        return
    path = file.path if file else entry_path(model, values, project).as_posix()
    if model_of(Path(path)) is not model or ".." in Path(path).parts:
        message = f"Daraus wird kein Ort für die Datei: {place_of(model)}. Berichtigen Sie diesen Wert."
        planned.findings.append(Refusal(row.number, _column(keys, model.grouped_by or "id"), message))
    elif path in rows:
        message = f"Diese Kennung steht schon in Zeile {rows[path].number}. Jede Zeile braucht eine eigene."
        planned.findings.append(Refusal(row.number, _column(keys, "id"), message))
    elif file and not update:
        message = f"Den Eintrag „{values['id']}“ gibt es schon ({file.path}). Mit --update wird er geändert."
        planned.findings.append(Refusal(row.number, _column(keys, "id"), message))
    elif file:
        _plan_change(content, model, file, values, row, planned, rows)
    else:
        text = entry_text(model, {**preset(model), **values})
        planned.after[path], _ = mend(model, text.encode())
        planned.created.append(path)
        rows[path] = row


def _plan_change(
    content: Content,
    model: type[DocumentedEntry],
    file: EntryFile,
    values: dict[str, Any],
    row: Row,
    planned: ImportPlan,
    rows: dict[str, Row],
) -> None:
    if file.entry is None:
        message = f"In {file.path} sind Fehler. Berichtigen Sie sie zuerst (catalogue check)."
        planned.findings.append(Refusal(row.number, "", message))
        return
    old = values_of(file.entry)
    for name, value in values.items():  # a row tells some keys of a part, the file may have more
        if isinstance(value, dict) and isinstance(old.get(name), dict):
            values[name] = {**old[name], **value}
    wanted, _ = mend(model, entry_text(model, {**old, **values}).encode())
    read = read_entry_file(Path(file.path), model, wanted).entry
    same = (file.entry, _as_published(content, file))
    changed = {
        name: value
        for name, value in values.items()
        if read is None or getattr(read, name) not in [getattr(one, name) for one in same]
    }
    rows[file.path] = row
    if not changed:
        planned.unchanged += 1
        return
    text = (content.root / file.path).read_bytes().decode()
    planned.after[file.path], _ = mend(model, with_values(model, text, changed).encode())
    planned.changed.append(file.path)


def _as_published(content: Content, file: EntryFile) -> Entry | None:
    """An entry with what it takes over from the register or its place, as exports tell it."""
    if file.kind == Project.kind:
        return content.projects[file.id]
    return content.municipalities[file.id] if file.kind == Municipality.kind else file.entry


def values_of_row(
    content: Content, model: type[DocumentedEntry], row: Row, keys: Mapping[str, str]
) -> dict[str, Any]:
    """What the cells of a row say, by key; `keys` gives that of each column."""
    values: dict[str, Any] = {}
    for column, cell in row.cells.items():
        key, _, inner = keys.get(column, "").partition(".")
        if not key:
            continue
        if key == PROJECT and model.placed_in:
            values[key] = _project(content, str(cell))
        elif inner:
            part = shapes(model)[key].part
            values.setdefault(key, {})[inner] = _told(content, shapes(part)[inner], cell) if part else cell
        else:
            values[key] = _told(content, shapes(model)[key], cell)
    return values


def _told(content: Content, shape: Shape, cell: Any) -> Any:
    """The value that a cell tells: JSON as it is, a list by its separators, else what the words mean."""
    if not isinstance(cell, str):
        return cell
    listed = shape.many or isinstance(shape.target, SourceReference)
    if cell.startswith(JSON_STARTS) and (listed or shape.part):
        try:
            return json.loads(cell)
        except json.JSONDecodeError:
            return interpreted(content, shape, cell)
    if not listed:
        return interpreted(content, shape, cell)
    return [value for one in texts_of(cell) for value in _of_list(content, shape, one)]


def _of_list(content: Content, shape: Shape, piece: str) -> list[Any]:
    """The values in a piece of a list; ids and names of terms may stand between commas, and hold some themselves."""
    if not shape.target:
        return [piece]
    names = {name.casefold(): one for one, name in choices(content, shape).items()}
    found: list[Any] = []
    waiting = ""
    for part in piece.replace(";", ",").split(","):
        waiting = f"{waiting}, {part.strip()}" if waiting else part.strip()
        if waiting.casefold() in names or not any(
            name.startswith(f"{waiting.casefold()},") for name in names
        ):
            found.append(names.get(waiting.casefold(), waiting))
            waiting = ""
    return [one for one in (*found, waiting) if one]


def _project(content: Content, told: str) -> str:
    """The id of a project by its id or its name."""
    names = {project.name.casefold(): one for one, project in content.projects.items()}
    return names.get(told.casefold(), told)


def _project_in(content: Content, entry_id: str) -> str:
    """The project whose id a measure's begins with; of several the longest."""
    return max((one for one in content.projects if entry_id.startswith(f"{one}-")), key=len, default="")


def _column(keys: Mapping[str, str], key: str) -> str:
    return next((column for column, one in keys.items() if one == key), key)


def _checked(
    content: Content,
    model: type[DocumentedEntry],
    planned: ImportPlan,
    rows: Mapping[str, Row],
    columns: Mapping[str, str],
) -> Iterator[Refusal]:
    """The errors that the content would have afterwards and has not now, by row and column."""
    after = content_after(content, planned.after)
    before = {_as_such(problem) for problem in errors(check(content))}
    files = {file.path: file for file in after.files}
    for problem in errors(check(after)):
        path = Path(problem.path)
        inside = (
            path.relative_to(content.root).as_posix() if path.is_relative_to(content.root) else problem.path
        )
        if _as_such(problem) in before:
            continue
        if inside not in rows:
            yield Refusal(0, "", f"Danach gäbe es einen Fehler an anderer Stelle: {problem}")
            continue
        key = _key_at(files[inside], problem, planned.after.get(inside) or b"")
        yield Refusal(rows[inside].number, columns.get(key, key), f"{problem.message} [{problem.code}]")


def _as_such(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message


def _key_at(file: EntryFile, problem: Problem, data: bytes) -> str:
    """The topmost key that a problem is about: that of the value at its place, or the missing one that its message names."""
    if problem.code == "missing-key" and "„" in problem.message:
        return problem.message.split("„")[1].split("“")[0]
    places = sorted((position, str(at[0])) for at, position in file.positions.items() if at)
    before = [key for position, key in places if position <= (problem.line, problem.column)]
    return before[-1] if before else ""
