"""That every entry has the words of those who do not know it, and that they lead to it and a few like it, not to a crowd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile, example_of
from catalogue.reading.other_words import ASKED_AS, comparable
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

MOST_ENTRIES = 5
"""A phrase that stands in more entries than this tells none of them from others."""

WANTED = {
    ASKED_AS: (
        "asked-as-missing",
        "Wer die Fachwörter nicht kennt, findet diesen Eintrag schwer. Ergänzen Sie unter „asked_as“ sechs bis zwölf kurze "
        "Sätze in Alltagssprache, mit denen jemand danach sucht.",
    ),
    "subtitle_en": (
        "subtitle-en-missing",
        "Die englischen Seiten können noch nicht sagen, was das ist. Ergänzen Sie „subtitle_en“, eine Zeile auf Englisch.",
    ),
}
"""Keys that an entry should have if its kind knows them: the code of what is told of it, and what is told."""

Place = tuple[EntryFile, int, str]


def missing_words(file: EntryFile) -> Iterator[Flaw]:
    """What an entry should have that is not needed to publish it; told at its name."""
    model = type(file.entry) if file.entry else None
    for key, (code, message) in WANTED.items():
        if model and key in model.model_fields and not getattr(file.entry, key):
            position = file.position((KINDS_BY_NAME[file.kind].title,))
            yield Flaw(*position, code, f"{message} {example_of(model, (key,))}", "warning")


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
