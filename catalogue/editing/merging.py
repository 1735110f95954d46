"""Making one entry of two: everything that names the one names the other, which takes over what it does not tell itself.

Of what both tell in different ways nothing is decided here: both are told, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import indent

from catalogue.editing.file_changes import FileChanges, NotChanged, Splice
from catalogue.editing.references_to import dropped, links_to, mentions_of, text_of, value_splice
from catalogue.editing.renaming import FORMER, reuses_follow, with_former_ids, with_keys
from catalogue.editing.writer import values_of, yaml_text
from catalogue.model.entries import BODY, DocumentedEntry, Project, Source
from catalogue.model.values import SourceReference
from catalogue.model.web_addresses import page_of
from catalogue.reading.content import Content
from catalogue.reading.entry_file import FENCE, EntryFile

OF_EACH = ("id", "recorded", "last_verified", "verified", "sources", FORMER)
"""Keys that say something of the entry as it was gathered, not of what it is about."""

KEY = re.compile(r"([a-z_]+):(?: |$)")


def merge(content: Content, file: EntryFile, into: EntryFile) -> FileChanges:
    """The changes that make one entry of two, with what is left undecided. Raises NotChanged if the two cannot be one."""
    if file.kind != into.kind or file.id == into.id:
        raise NotChanged(f"„{file.id}“ und „{into.id}“ sind nicht zwei Einträge einer Art.")
    if file.kind == Project.kind:
        raise NotChanged(
            "Modellprojekte lassen sich nicht zusammenführen; ihre Maßnahmen tragen ihre Kennung."
        )
    assert isinstance(file.entry, DocumentedEntry)
    changes = FileChanges(removed=[file.path])
    changes.splices += _references(content, file, into)
    reuses_follow(content, file, into.id, changes)
    changes.splices += with_former_ids(content, into, [file.id, *file.entry.former_ids])
    _take_over(content, file, into, changes)
    return changes


def _references(content: Content, file: EntryFile, into: EntryFile) -> Iterator[Splice]:
    """Everything that names the one names the other; once where it named both, and not itself."""
    others = [(owner.path, one.location[:-1]) for owner, one in mentions_of(content, into.kind, into.id)]
    for owner, mention in mentions_of(content, file.kind, file.id):
        listed = isinstance(mention.location[-1], int)
        if owner is file:
            continue
        if listed and (owner is into or (owner.path, mention.location[:-1]) in others):
            yield dropped(content.root, owner, mention)
        else:
            yield value_splice(content.root, owner, mention, into.id)
    for path, line, column, found in links_to(content, file.kind, file.id):
        if path != file.path:
            yield Splice(path, line, column, found, found.removesuffix(file.id) + into.id)


def _take_over(content: Content, file: EntryFile, into: EntryFile, changes: FileChanges) -> None:
    """Add what only the first tells, with the sources it cites; note what both tell in different ways."""
    assert isinstance(file.entry, DocumentedEntry)
    assert isinstance(into.entry, DocumentedEntry)
    theirs, ours = values_of(file.entry), values_of(into.entry)
    blocks, our_blocks = (_blocks(text_of(content.root, one.path)) for one in (file, into))
    pages = {page_of(one.url): one.key for one in into.entry.sources}
    keys = {key for key in pages.values() if key}
    new = [one for one in file.entry.sources if page_of(one.url) not in pages]
    citable = {one.key for one in new if one.key and one.key not in keys}
    citable |= {one.key for one in file.entry.sources if one.key and pages.get(page_of(one.url)) == one.key}
    added, cited = "", set[str]()
    for name, value in theirs.items():
        if name in OF_EACH or ours.get(name) == value:
            continue
        cites = _cited(file, name)
        names_either = any(
            one.location[0] == name and one.value in (file.id, into.id) for one in file.mentions
        )
        if name not in ours and name in blocks and cites <= citable and not names_either:
            added += blocks[name]
            cited |= cites
        else:
            changes.undecided.append(_both(name, file, blocks.get(name, ""), into, our_blocks.get(name, "")))
    if added:
        changes.splices.append(with_keys(content, into, added))
    if new:
        changes.splices.append(_sources(content, into, new, cited & citable))


def _cited(file: EntryFile, field: str) -> set[str]:
    """The keys of sources that a field cites."""
    return {
        one.value
        for one in file.mentions
        if isinstance(one.target, SourceReference) and one.location[0] == field
    }


def _blocks(text: str) -> dict[str, str]:
    """The lines of each key of a file, and the prose as the body."""
    lines = text.split("\n")
    found: dict[str, str] = {}
    name = ""
    start = 1 if lines[0].rstrip() == FENCE else 0
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == FENCE), len(lines))
    for line in lines[start:end]:
        if key := KEY.match(line):
            name = key[1]
        if name and line:
            found[name] = found.get(name, "") + f"{line}\n"
    if start:
        found[BODY] = "\n".join(lines[end + 1 :]).strip() + "\n"
    return found


def _both(name: str, file: EntryFile, theirs: str, into: EntryFile, ours: str) -> str:
    said = f"Nicht entschieden: „{name}“. Es steht weiter in {into.path}:\n{indent(ours or '–', '    ').rstrip()}\n"
    return said + f"  Was in {file.path} stand:\n{indent(theirs, '    ').rstrip()}"


def _sources(content: Content, into: EntryFile, sources: list[Source], cited: set[str]) -> Splice:
    """The splice that puts sources behind those of an entry; their keys only where something cites them."""
    lines = text_of(content.root, into.path).split("\n")
    first, column = into.position(("sources", 0))
    margin = " " * (column - 3)
    end = next(n for n in range(first, len(lines) + 1) if n == len(lines) or _ends(lines[n], margin))
    items = ""
    for source in sources:
        values = {
            k: v for k, v in source.model_dump(exclude_defaults=True).items() if k != "key" or v in cited
        }
        items += indent(yaml_text(Source, values), f"{margin}  ").replace(f"{margin}  ", f"{margin}- ", 1)
    return Splice(into.path, end + 1, 1, "", items)


def _ends(line: str, margin: str) -> bool:
    """Whether a line no longer belongs to a list whose items begin behind a margin."""
    return not line.startswith((f"{margin}- ", f"{margin}  "))
