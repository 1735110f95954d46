"""The history of content: when git saw each entry first, and when it changed last.

Told are at most two changes of an entry: its first appearance, and its newest edit on a later day; what happened
to it under a former id is told of today's. A commit that touches more than MASS entries at once (a new field, a new
spelling) is no edit of any of them; what appears with it has still appeared. Outside a repository, and in a shallow clone, whose oldest commit seems to add
everything, there is no history.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from catalogue.model.entries import DocumentedEntry
from catalogue.reading.content import Content
from catalogue.reading.file_places import model_of
from catalogue.reading.git import from_history, git
from catalogue.reading.kept_results import KeptResults

MASS = 200
"""A commit that touches more entries than this changes none of them by itself."""

ADDED, CHANGED = "added", "changed"


class Change(NamedTuple):
    """An entry that was added or changed, on which day and by which commit."""

    kind: str
    entry: str
    change: str
    date: str
    commit: str


class Commit(NamedTuple):
    """A commit: its id, its day, and the entries whose files it added or changed, as kind and id."""

    id: str
    date: str
    entries: list[tuple[str, str]]


def history(content: Content, kept: KeptResults | None = None) -> list[Change]:
    """The changes of the entries that the content holds, in the order of kinds and ids.

    The commits are read once and then `kept`: while an editor works, the history mostly stays.
    """
    present = documented(content)
    first: dict[tuple[str, str], Change] = {}
    newest: dict[tuple[str, str], Change] = {}
    for commit in commits(content.root, kept):
        for told in commit.entries:
            entry = (told[0], content.former_ids.get(told, told[1]))
            if entry not in first:
                first[entry] = Change(*entry, ADDED, commit.date, commit.id)
            elif len(commit.entries) <= MASS and commit.date > first[entry].date:
                newest[entry] = Change(*entry, CHANGED, commit.date, commit.id)
    return sorted(c for changes in (first, newest) for entry, c in changes.items() if entry in present)


def documented(content: Content) -> set[tuple[str, str]]:
    """Kind and id of the entries that have a history: those with a page or a table."""
    return {(file.kind, file.id) for file in content.files if isinstance(file.entry, DocumentedEntry)}


def commits(folder: Path, kept: KeptResults | None = None) -> list[Commit]:
    """The commits that touch the folder, oldest first; none without git, a repository, or its whole history."""
    return from_history(folder, _commits_up_to, "commits", kept)


def _commits_up_to(folder: Path, head: str) -> list[Commit]:
    ask = ("-z", "--reverse", "--no-renames", "--name-status", "--relative", "--diff-filter=AM")
    log = git(folder, "log", *ask, "--format=%x01%H %cs", head, "--", ".")
    found: list[Commit] = []
    tokens = iter(log.split("\0"))
    for token in tokens:
        if token.startswith("\x01"):
            commit_id, date = token[1:].split()
            found.append(Commit(commit_id, date, []))
        elif token and (model := model_of(path := Path(next(tokens)))):
            found[-1].entries.append((model.kind, path.stem))
    return found
