"""That an id which was published stays: it is an entry's, an entry's former one, or retired, and never given anew.

That an id has vanished is seen in the history of git; without it, or in a shallow clone, only what the content itself
says of former and retired ids is compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.entries import DocumentedEntry, Retired
from catalogue.reading.content import Content, at
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.file_places import RETIRED
from catalogue.reading.problems import Problem
from catalogue.reading.published_ids import PublishedEntry, published_entries
from catalogue.reading.text_file import Flaw
from catalogue.reading.yaml_values import Location

Gone = tuple[EntryFile, Location]
"""Where a former or a retired id stands."""


def ids_given_anew(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Former and retired ids that an entry has today, or that stand twice; told where the former or retired one stands."""
    first: dict[tuple[str, str], EntryFile] = {}
    for kind, gone_id, (file, location) in _gone(content):
        position = file.position(location)
        living = content.entries.get(kind, {}).get(gone_id)
        if living:
            message = (
                f"Die Kennung „{gone_id}“ hat heute der Eintrag {living.path}. Eine frühere Kennung wird nie neu vergeben: "
                "Geben Sie dem neuen Eintrag eine andere. Ist es derselbe Eintrag, so löschen Sie sie hier."
            )
            yield file, Flaw(*position, "id-given-anew", message)
        elif (kind, gone_id) in first:
            message = (
                f"Die frühere Kennung „{gone_id}“ steht schon in {first[kind, gone_id].path}. "
                "Behalten Sie eine der beiden Stellen."
            )
            yield file, Flaw(*position, "former-id-twice", message)
        first.setdefault((kind, gone_id), file)


def _gone(content: Content) -> Iterator[tuple[str, str, Gone]]:
    """Kind, id and place of every former and every retired id."""
    for file in content.files:
        if isinstance(file.entry, DocumentedEntry):
            for n, former in enumerate(file.entry.former_ids):
                yield file.kind, former, (file, ("former_ids", n))
        elif isinstance(file.entry, Retired):
            for n, retired in enumerate(file.entry.ids):
                yield retired.kind, retired.id, (file, ("ids", n, "id"))


def vanished_ids(content: Content) -> Iterator[Problem]:
    """Ids that were published and that no entry has any more, told at the path of the file that is gone."""
    published = published_entries(content.root)
    known = {(kind, entry_id) for kind, ids in content.ids.items() for entry_id in ids}
    known |= {(kind, gone_id) for kind, gone_id, _ in _gone(content)}
    if any(file.kind == Retired.kind and file.entry is None for file in content.files):
        return  # what it lists cannot be read
    for entry in published:
        if (entry.kind, entry.id) not in known:
            yield at(content.root / entry.path, Flaw(1, 1, "id-vanished", _remedy(entry, content, published)))


def _remedy(entry: PublishedEntry, content: Content, published: list[PublishedEntry]) -> str:
    """What to do about an id that is gone; if just one entry came into its folder, that is probably its new name."""
    old = {(one.kind, one.id) for one in published}
    folder = entry.path.rpartition("/")[0]
    new = [
        file.id
        for file in content.files
        if file.kind == entry.kind
        and (file.kind, file.id) not in old
        and file.path.rpartition("/")[0] == folder
    ]
    renamed = (
        f" Heißt er jetzt „{new[0]}“, so ergänzen Sie dort „former_ids: [{entry.id}]“."
        if len(new) == 1
        else ""
    )
    return (
        f"Den Eintrag „{entry.id}“ gab es; seine Adresse führt jetzt ins Leere.{renamed} "
        f"Umbenannt wird mit „catalogue rename“, gelöscht mit „catalogue retire“, das ihn in {RETIRED} einträgt."
    )
