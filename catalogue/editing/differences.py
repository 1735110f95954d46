"""What differs between two states of the content, as an editor reads it: entry by entry, field by field.

A field is a key of the entry, as in `edition.field_changes`, and the text is the field `body`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from catalogue.checking import check
from catalogue.model.entries import BODY, ENTRIES, DocumentedEntry, Entry
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.problems import Problem

State = Literal["added", "removed", "renamed", "changed"]

OTHER_ORDER = "(andere Reihenfolge)"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field with the values that it lost and those that it gained; one that is plain has at most one of each."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def is_dropped(self) -> bool:
        """Whether something is no longer told, and nothing in its place."""
        return len(self.new) < len(self.old)


@dataclass(frozen=True, slots=True)
class EntryDifference:
    """What happened to an entry."""

    kind: str
    id: str
    title: str
    state: State
    file: str
    """Relative to the content folder; of an entry that is gone, where it was."""
    page: str
    """The path of its page in the new state; empty if there is none."""
    former: str
    """What it was called before, if it was renamed."""
    fields: tuple[FieldDifference, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs: entries, what the check finds now and did not before, and how much that it found is mended."""

    entries: tuple[EntryDifference, ...]
    problems: tuple[Problem, ...]
    mended: int


def differences(before: Content, after: Content) -> Differences:
    """What the second state of the content changes in the first."""
    entries = [*_entries(before, after)]
    old, new = (_counted(content) for content in (before, after))
    appeared = new.keys() - old.keys()
    return Differences(
        tuple(entries),
        tuple(problem for key, problem in new.items() if key in appeared),
        len(old.keys() - new.keys()),
    )


def _counted(content: Content) -> dict[tuple[str, str, str, int], Problem]:
    """The problems of a content by what they say and where, whatever their line; the same thing said twice counts twice."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = {}
    for problem in check(content):
        told = (_below(problem.path, content.root), problem.code, problem.message)
        found[*told, seen[told]] = problem
        seen[told] += 1
    return found


def _below(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path


def _entries(before: Content, after: Content) -> Iterator[EntryDifference]:
    """Every entry that differs, in the order of kinds and ids; one that cannot be read has no fields."""
    for kind in [model.kind for model in ENTRIES]:
        old, new = ({f.id: f for f in content.files if f.kind == kind} for content in (before, after))
        formerly = {today: was for (of, was), today in after.former_ids.items() if of == kind and was in old}
        formerly = {today: was for today, was in formerly.items() if was not in new and today not in old}
        for entry_id in sorted(old.keys() | new.keys()):
            if entry_id in formerly.values():
                continue
            was = old.get(formerly.get(entry_id, entry_id))
            found = _difference(was, new.get(entry_id), after)
            if found.fields or found.state != "changed" or (was and was.path != found.file):
                yield found


def _difference(old: EntryFile | None, new: EntryFile | None, after: Content) -> EntryDifference:
    file = new or old
    assert file
    entry = file.entry
    state: State = "added" if old is None else "removed" if new is None else "changed"
    if old and new and old.id != new.id:
        state = "renamed"
    return EntryDifference(
        file.kind,
        file.id,
        title_of(entry) or file.id,
        state,
        file.path,
        KINDS_BY_NAME[file.kind].path(entry) if new and isinstance(entry, DocumentedEntry) else "",
        old.id if old and state == "renamed" else "",
        tuple(_fields(told(old.entry if old else None), told(new.entry if new else None))),
    )


def title_of(entry: Entry | None) -> str:
    """What an entry is called; empty if it has no name or cannot be read."""
    named = KINDS_BY_NAME.get(entry.kind) if entry else None
    return str(getattr(entry, named.title)) if named else ""


def told(entry: Entry | None) -> dict[str, Any]:
    """What an entry tells, as plain values by field, but its id."""
    return entry.model_dump(exclude_defaults=True, exclude={"id"}) if entry else {}


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldDifference]:
    """The fields that differ, in the order of the model."""
    for field in dict.fromkeys([*old, *new]):
        was, now = (_values(field, values.get(field)) for values in (old, new))
        if was == now:
            continue
        lost, gained = Counter(was) - Counter(now), Counter(now) - Counter(was)
        if not lost and not gained:
            yield FieldDifference(field, (), (OTHER_ORDER,))
        else:
            yield FieldDifference(field, tuple(_kept(was, lost)), tuple(_kept(now, gained)))


def _kept(values: list[str], chosen: Counter[str]) -> Iterator[str]:
    """Those values that are chosen, in their order, as often as they are."""
    left = Counter(chosen)
    for value in values:
        if left[value]:
            left[value] -= 1
            yield value


def _values(field: str, value: Any) -> list[str]:
    """The values of a field as text: one of a plain field, each of a list, each paragraph of the prose."""
    if value is None:
        return []
    if field == BODY:
        return [part.strip() for part in str(value).split("\n\n") if part.strip()]
    if isinstance(value, list | tuple):
        return [_as_text(one) for one in value]
    return [_as_text(value)]


def _as_text(value: Any) -> str:
    """A value as an editor reads it: keys with their values, lists with commas, `ja` and `nein`."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_as_text(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_as_text(one) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())
