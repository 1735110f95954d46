"""What the check would tell of one entry beside others, without their files: each rule for it alone, and for it with them.

Only how partners are spelt, and what needs the register of places, is left to the check of the whole content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from catalogue.checking.copies import copies
from catalogue.checking.duplicates import same_id, same_title
from catalogue.checking.future import last_day
from catalogue.checking.phrases import common_phrases
from catalogue.checking.references import Known
from catalogue.checking.reuses import same_reuse
from catalogue.checking.rules import flaws_beside_others
from catalogue.checking.sources import sources_told_differently
from catalogue.checking.technologies import other_spellings
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw

Compare = Callable[[Content], Iterable[tuple[EntryFile, Flaw]]]

AMONG_ALL: tuple[Compare, ...] = (
    same_id,
    same_reuse,
    common_phrases,
    sources_told_differently,
    other_spellings,
)
AMONG_ITS_KIND: tuple[Compare, ...] = (copies,)
IN_ITS_FOLDER: tuple[Compare, ...] = (same_title,)
"""The rules that compare entries, by those that must be looked at: all of them would take much longer."""


def check_entry(
    file: EntryFile, others: Sequence[EntryFile], terms: Mapping[str, Known], today: date
) -> list[Flaw]:
    """The flaws of a file: those found while reading it, and those beside the other entries and the known terms.

    `others` are those that stay: without the entry that the file replaces.
    """
    found = {*file.flaws, *_flaws(file, others, terms, today)}
    return sorted(found, key=lambda flaw: (flaw.line, flaw.column, flaw.severity))


def _flaws(
    file: EntryFile, others: Sequence[EntryFile], terms: Mapping[str, Known], today: date
) -> Iterator[Flaw]:
    content = _content([*others, file])
    yield from flaws_beside_others(file, content, terms, last_day(content, today))
    of_kind = [one for one in others if one.kind == file.kind]
    in_folder = [one for one in of_kind if one.folder == file.folder]
    for rules, those in ((AMONG_ALL, others), (AMONG_ITS_KIND, of_kind), (IN_ITS_FOLDER, in_folder)):
        content = _content([*those, file])
        for rule in rules:
            yield from (flaw for owner, flaw in rule(content) if owner is file)


def _content(files: list[EntryFile]) -> Content:
    """A content of these entries, without a register of places."""
    content = Content(Path(), files, [], "", [])
    content.register = []
    content.districts = []
    return content
