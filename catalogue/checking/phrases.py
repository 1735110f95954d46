"""That a phrase under `asked_as` leads to its entry and a few like it, not to a crowd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.other_words import ASKED_AS, comparable
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

MOST_ENTRIES = 5
"""A phrase that stands in more entries than this tells none of them from others."""

Place = tuple[EntryFile, int, str]


def common_phrases(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Phrases that stand word for word in many entries, told at each."""
    places: dict[str, list[Place]] = defaultdict(list)
    for file in content.files:
        for n, phrase in enumerate(getattr(file.entry, ASKED_AS, ())):
            places[comparable(phrase)].append((file, n, phrase))
    for same in places.values():
        for file, n, phrase in same if len(same) > MOST_ENTRIES else []:
            message = (
                f"{shown(phrase)} steht in {len(same)} Einträgen. Schreiben Sie, was gerade diesen Eintrag ausmacht, oder "
                "löschen Sie die Zeile."
            )
            yield file, Flaw(*file.position((ASKED_AS, n)), "asked-as-common", message, "warning")
