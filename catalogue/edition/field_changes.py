"""Which field of which entry changed when, and from what to what, read off the differences that git shows.

A difference tells the lines that changed, and as its heading the last line before them that begins with a letter: in an
entry that is a field of its front matter, or prose. As in `history`, a commit that touches very many entries is no edit
of any of them, and without git or its whole history there is nothing to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from catalogue.edition.history import MASS, documented
from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.model.entries import BODY, Entry
from catalogue.reading.content import Content
from catalogue.reading.file_places import model_of
from catalogue.reading.git import from_history, git
from catalogue.reading.kept_results import KeptResults

FIELD_CHANGES = DatabaseTable(
    "field_changes",
    "Welches Feld welches Eintrags sich wann änderte, aus der Versionsgeschichte; leer, wo es keine gibt. Änderungen an sehr "
    "vielen Einträgen auf einmal, etwa eine neue Schreibweise, fehlen",
    (
        DatabaseColumn("id", int, "Laufende Nummer in dieser Ausgabe", required=True),
        DatabaseColumn("kind", str, "Art des Eintrags, zum Beispiel measure", required=True),
        DatabaseColumn("entry", str, "Kennung des Eintrags", required=True),
        DatabaseColumn("date", str, "Tag", required=True),
        DatabaseColumn(
            "commit", str, "Anfang der Kennung des Standes in der Versionsgeschichte", required=True
        ),
        DatabaseColumn("field", str, "Feld des Eintrags; body ist der Text", required=True),
        DatabaseColumn("old", str, "Was wegfiel, gekürzt"),
        DatabaseColumn("new", str, "Was dazukam, gekürzt"),
    ),
    ("id",),
)

LONGEST = 100
"""Characters of what fell away and of what was added that are kept."""

COMMIT_DIGITS = 12
"""Of the id of a commit; git finds it by them."""

COMMIT, FILE, HUNK = "\x01", "+++ b/", re.compile(r"@@ [^@]* @@ ?(.*)")
FIELD = re.compile(r"([a-z][a-z_]*):(?: |$)")


class FieldChange(NamedTuple):
    """A field of an entry that a commit changed on a day, with the beginning of what fell away and of what was added."""

    kind: str
    entry: str
    date: str
    commit: str
    field: str
    old: str | None
    new: str | None


def field_changes(content: Content, kept: KeptResults | None = None) -> list[FieldChange]:
    """The changes of the fields of entries that the content holds, in the order of kinds, ids and days.

    Those of all entries are read once and then `kept`.
    """
    present = documented(content)
    changes = from_history(content.root, _changes_up_to, "field-changes", kept)
    return sorted(one for one in changes if (one.kind, one.entry) in present)


def field_change_rows(content: Content, kept: KeptResults | None = None) -> list[Row]:
    """The rows of the table, numbered in that order."""
    return [(number, *change) for number, change in enumerate(field_changes(content, kept), start=1)]


def _changes_up_to(folder: Path, head: str) -> list[FieldChange]:
    ask = (
        "-p",
        "-U0",
        "--reverse",
        "--no-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--relative",
    )
    form = ("--diff-filter=M", f"--format={COMMIT}%H %cs", head, "--", ".", ":(exclude)register")
    found: list[FieldChange] = []
    for text in git(folder, "-c", "core.quotePath=false", "log", *ask, *form).split(COMMIT)[1:]:
        first, _, differences = text.partition("\n")
        commit, day = first.split()
        files = differences.split("\ndiff --git ")[1:]
        if len(files) <= MASS:
            found += (
                FieldChange(kind, entry, day, commit[:COMMIT_DIGITS], field, old, new)
                for file in files
                for kind, entry, field, old, new in _of_file(file)
            )
    return found


def _of_file(difference: str) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """The kind and id of the entry and each changed field with what fell away and what was added."""
    lines = iter(difference.split("\n"))
    path = next((Path(line.removeprefix(FILE)) for line in lines if line.startswith(FILE)), None)
    model = model_of(path) if path else None
    if path is None or model is None:
        return
    texts: dict[str, dict[str, list[str]]] = {}
    at: dict[str, str] = {}
    for line in lines:
        if hunk := HUNK.match(line):
            at = dict.fromkeys("-+", _field(hunk[1], model) or BODY)
        elif line[:1] in ("-", "+"):
            sign, text = line[0], line[1:]
            if text and not text.startswith((" ", "---")):
                at[sign] = _field(text, model) or BODY
            texts.setdefault(at[sign], {"-": [], "+": []})[sign].append(text)
    for field, signs in texts.items():
        old, new = (_short(field, signs[sign]) for sign in "-+")
        if old != new:
            yield model.kind, path.stem, field, old, new


def _field(line: str, model: type[Entry]) -> str | None:
    """The field that a line of an entry begins, if it does."""
    found = FIELD.match(line)
    return found[1] if found and found[1] in model.model_fields else None


def _short(field: str, lines: list[str]) -> str | None:
    """Lines of an entry as one, without the name of the field, and without what is too long to be read in a table."""
    text = " ".join(" ".join(lines).removeprefix(f"{field}:").split())
    return (text if len(text) <= LONGEST else text[: LONGEST - 2].rstrip() + " …") or None
