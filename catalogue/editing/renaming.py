"""Giving entries another id: the file moves, everything that names it follows, and it names its former id.

The measures of a project carry its id in theirs, so they are renamed with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from catalogue.checking import check
from catalogue.checking.duplicates import FOUND_BY_ID
from catalogue.editing.file_changes import FileChanges, NotChanged, Splice, content_after, texts_after
from catalogue.editing.references_to import MARKDOWN, links_to, mentions_of, text_of, value_splice
from catalogue.model.entries import DocumentedEntry, Measure, Project, Reuse, Solution
from catalogue.reading.content import Content
from catalogue.reading.entry_file import FENCE, EntryFile
from catalogue.reading.problems import Problem, errors
from catalogue.reading.validation_messages import misspelling_of

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
MOST_TOLD = 5
"""So many errors are told where there are more."""

FORMER = "former_ids"


def find(content: Content, entry_id: str, kind: str | None = None) -> EntryFile:
    """The file of a published entry. Raises NotChanged if there is none, or one of several kinds and none is named."""
    found = [
        file
        for name, files in content.entries.items()
        if (file := files.get(entry_id)) and isinstance(file.entry, DocumentedEntry) and kind in (None, name)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        kinds = ", ".join(file.kind for file in found)
        raise NotChanged(
            f"„{entry_id}“ heißen mehrere Einträge ({kinds}). Nennen Sie mit --kind, welcher gemeint ist."
        )
    known = [one for files in content.entries.values() for one in files]
    today = next((new for (_, former), new in content.former_ids.items() if former == entry_id), None)
    near = today or misspelling_of(entry_id, known)
    raise NotChanged(
        f"Einen Eintrag „{entry_id}“ gibt es nicht." + (f" Meinten Sie „{near}“?" if near else "")
    )


def require_clean(content: Content) -> None:
    """Raises NotChanged if the content has errors: what is not read rightly cannot be changed rightly."""
    if wrong := errors(check(content)):
        raise NotChanged("Der Inhalt hat Fehler; beheben Sie sie zuerst.\n" + _told(wrong))


def _told(wrong: list[Problem]) -> str:
    more = f"\n… und {len(wrong) - MOST_TOLD} weitere" if len(wrong) > MOST_TOLD else ""
    return "\n".join(map(str, wrong[:MOST_TOLD])) + more


def checked(content: Content, changes: FileChanges) -> dict[str, bytes | None]:
    """What the changed files hold afterwards. Raises NotChanged if the content would have errors then."""
    after = texts_after(content.root, changes)
    if wrong := errors(check(content_after(content, after))):
        raise NotChanged("Danach hätte der Inhalt Fehler; es wurde nichts geändert.\n" + _told(wrong))
    return after


def rename(content: Content, old: EntryFile, new_id: str) -> FileChanges:
    """The changes that give an entry another id. Raises NotChanged if it may not have that one."""
    ids = {(old.kind, old.id): new_id}
    if old.kind == Project.kind:
        for file in content.entries.get(Measure.kind, {}).values():
            if file.folder == old.id:
                ids[file.kind, file.id] = new_id + file.id.removeprefix(old.id)
    changes = FileChanges()
    for (kind, old_id), wanted in ids.items():
        file = content.entries[kind][old_id]
        _require_free(content, file, wanted)
        _move(content, file, wanted, ids, changes)
        changes.splices += references_follow(content, kind, old_id, wanted)
        changes.splices += with_former_ids(content, file, [old_id], without=wanted)
    return changes


def _require_free(content: Content, file: EntryFile, new_id: str) -> None:
    if len(new_id) > LONGEST_ID or not SLUG.fullmatch(new_id):
        raise NotChanged(
            f"„{new_id}“ ist keine Kennung. Erlaubt sind bis zu {LONGEST_ID} Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche."
        )
    alike = FOUND_BY_ID if file.kind in FOUND_BY_ID else (file.kind,)
    taken = next(
        (content.entries[kind][new_id] for kind in alike if new_id in content.entries.get(kind, {})), None
    )
    if taken:
        raise NotChanged(f"Die Kennung „{new_id}“ hat schon {taken.path}. Wählen Sie eine andere.")
    if any((one.kind, one.id) == (file.kind, new_id) for one in content.retired_ids):
        raise NotChanged(
            f"„{new_id}“ hieß ein gelöschter Eintrag (retired.yaml). Wählen Sie eine andere Kennung."
        )
    if content.former_ids.get((file.kind, new_id), file.id) != file.id:
        raise NotChanged(
            f"„{new_id}“ hieß früher „{content.former_ids[file.kind, new_id]}“. Wählen Sie eine andere Kennung."
        )


def _move(
    content: Content, file: EntryFile, new_id: str, ids: Mapping[tuple[str, str], str], changes: FileChanges
) -> None:
    """Move the file, and those of the folder that is called after the entry; put the new id into the file."""
    path = PurePosixPath(file.path)
    folder = path.parent
    if file.kind == Measure.kind:
        folder = folder.with_name(ids.get((Project.kind, file.folder), file.folder))
    changes.moves[file.path] = str(folder / f"{new_id}{path.suffix}")
    changes.splices.append(_id_splice(content, file, new_id))
    reuses_follow(content, file, new_id, changes)


def _id_splice(content: Content, file: EntryFile, new_id: str) -> Splice:
    line, column = file.position(("id",))
    shown = text_of(content.root, file.path).split("\n")[line - 1][column - 1 :]
    return Splice(file.path, line, column + (shown[:1] in "\"'"), file.id, new_id)


def reuses_follow(content: Content, origin: EntryFile, new_id: str, changes: FileChanges) -> None:
    """The reuses of a solution or a measure move to the folder of its new id, which theirs begin with too.

    Raises NotChanged if one of them may not have its new id.
    """
    if origin.kind not in (Solution.kind, Measure.kind):
        return
    for reuse in content.entries.get(Reuse.kind, {}).values():
        if reuse.folder != origin.id:
            continue
        wanted = reuse.id
        if reuse.id.startswith(f"{origin.id}-"):
            wanted = new_id + reuse.id.removeprefix(origin.id)
            _require_free(content, reuse, wanted)
            changes.splices.append(_id_splice(content, reuse, wanted))
            changes.splices += references_follow(content, reuse.kind, reuse.id, wanted)
            changes.splices += with_former_ids(content, reuse, [reuse.id], without=wanted)
        changes.moves[reuse.path] = f"{Reuse.folder}/{new_id}/{wanted}{PurePosixPath(reuse.path).suffix}"


def references_follow(content: Content, kind: str, old_id: str, new_id: str) -> Iterator[Splice]:
    """The splices that let everything that names an entry name another."""
    other_kinds = [one for one in content.entries if one != kind and old_id in content.entries[one]]
    for file, mention in mentions_of(content, kind, old_id):
        if not any(one in mention.target.kinds for one in other_kinds):  # type: ignore[union-attr]
            yield value_splice(content.root, file, mention, new_id)
    for path, line, column, found in links_to(content, kind, old_id):
        yield Splice(path, line, column, found, found.removesuffix(old_id) + new_id)


def with_former_ids(
    content: Content, file: EntryFile, added: list[str], without: str = ""
) -> Iterator[Splice]:
    """The splices after which an entry names further former ids: in the list that it has, or as its last key.

    Raises NotChanged if its list is written in a way that is not understood.
    """
    assert isinstance(file.entry, DocumentedEntry)
    told = [one for one in [*file.entry.former_ids, *added] if one != without]
    new = f"{FORMER}: [{', '.join(told)}]" if told else ""
    lines = text_of(content.root, file.path).split("\n")
    if not file.entry.former_ids:
        if any(line.startswith(FORMER) for line in lines):
            raise NotChanged(f"{file.path}: Löschen Sie den leeren Schlüssel „{FORMER}“.")
        yield with_keys(content, file, f"{new}\n")
        return
    end = file.position((FORMER, len(file.entry.former_ids) - 1))[0]
    start = next((n for n in range(end, 0, -1) if lines[n - 1].startswith(f"{FORMER}:")), 0)
    region = "\n".join(lines[start - 1 : end])
    if (
        not start
        or "#" in region
        or re.findall(r"[a-z0-9-]*[a-z0-9]", region.partition(":")[2]) != file.entry.former_ids
    ):
        raise NotChanged(
            f"{file.path}: Schreiben Sie die Liste „{FORMER}“ in eckigen Klammern in eine Zeile."
        )
    yield Splice(file.path, start, 1, region, new)


def with_keys(content: Content, file: EntryFile, added: str) -> Splice:
    """The splice that adds keys, as whole lines of YAML, behind the last one of an entry."""
    lines = text_of(content.root, file.path).split("\n")
    if file.path.endswith(MARKDOWN):
        fence = next(n for n, line in enumerate(lines[1:], start=2) if line.rstrip() == FENCE)
        return Splice(file.path, fence, 1, "", added)
    return Splice(file.path, len(lines), len(lines[-1]) + 1, "", f"\n{added}" if lines[-1] else added)
