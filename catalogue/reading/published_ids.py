"""Which ids were published: those of all entries that git has ever seen on the main branch.

A branch may name and rename what nobody has seen yet. Without git, and in a shallow clone, nothing is known.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from catalogue.model.entries import DocumentedEntry
from catalogue.reading.file_places import model_of
from catalogue.reading.git import from_history, git

MAIN_BRANCHES = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")
"""Where the published state may stand, the likeliest first; without any of them it is the current commit."""


class PublishedEntry(NamedTuple):
    """An entry that was published: its kind, its id, and the path of its newest file below the content folder."""

    kind: str
    id: str
    path: str


def published_entries(folder: Path) -> list[PublishedEntry]:
    """Every entry that was ever published from a content folder, in the order of kinds and ids."""
    return from_history(folder, _published)


def _published(folder: Path, head: str) -> list[PublishedEntry]:
    told = git(folder, "for-each-ref", "--format=%(refname) %(objectname)", *MAIN_BRANCHES)
    commits = dict(line.split(" ") for line in told.splitlines())
    return _added_up_to(folder, next((commits[ref] for ref in MAIN_BRANCHES if ref in commits), head))


@lru_cache(maxsize=1)
def _added_up_to(folder: Path, commit: str) -> list[PublishedEntry]:
    """Kept for the next check of this process. A merge counts as what it brings to its first parent."""
    ask = ("-z", "--first-parent", "-m", "--reverse", "--no-renames", "--name-only", "--diff-filter=A")
    found: dict[tuple[str, str], str] = {}
    for token in git(folder, "log", *ask, "--format=", "--relative", commit, "--", ".").split("\0"):
        path = Path(token.strip("\n"))
        model = model_of(path)
        if model and issubclass(model, DocumentedEntry):
            found[model.kind, path.stem] = path.as_posix()
    return [PublishedEntry(*entry, path) for entry, path in sorted(found.items())]
