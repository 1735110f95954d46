"""That licences are on the list of Open CoDE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.model.entries import Measure, Solution
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw

LICENCES = "licences"


def unlisted_licence(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """The licence is one that Open CoDE admits; others are told, since the code cannot be published there."""
    known = content.terms(LICENCES)
    if isinstance(file.entry, Measure | Solution) and file.entry.licence and known:
        words = re.findall(r"[^\s()]+", file.entry.licence)
        others = [word for word in words if word not in known and word not in ("AND", "OR", "WITH")]
        if others:
            message = (
                f"Die Lizenz {', '.join(others)} steht nicht auf der Liste von Open CoDE. "
                "Prüfen Sie die Angabe."
            )
            yield Flaw(*file.position(("licence",)), "licence-not-listed", message, "warning")
