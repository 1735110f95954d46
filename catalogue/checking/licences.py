"""That a licence without an SPDX id is told by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from catalogue.model.entries import Measure, Solution
from catalogue.model.licences import OWN_PREFIX, licences_of
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown, suggestion
from catalogue.reading.yaml_values import Location

OWN_LICENCES = "own-licences"

UNLISTED = (
    "Legen Sie in vocabulary/own-licences.yaml einen Begriff mit dieser Kennung an: Name, Beschreibung und „website“ mit "
    "dem Text der Lizenz."
)


def licence_flaws(file: EntryFile, known: Collection[str]) -> Iterator[Flaw]:
    """Each `LicenseRef-…` that none of the known terms names.

    A licence that our excerpt of the list of Open CoDE lacks is no fault of the entry: its page says so.
    """
    if not isinstance(file.entry, Measure | Solution):
        return
    stated: list[tuple[str | None, Location]] = [(file.entry.licence, ("licence",))]
    for n, repository in enumerate(file.entry.repositories):
        stated.append((repository.licence, ("repositories", n, "licence")))
    for licence, location in stated:
        if licence:
            yield from _unnamed(file, licence, location, known)


def _unnamed(file: EntryFile, licence: str, location: Location, known: Collection[str]) -> Iterator[Flaw]:
    for word in licences_of(licence):
        if word.startswith(OWN_PREFIX) and word not in known:
            message = f"Zur Lizenz {shown(word)} fehlen Name und Text. "
            yield Flaw(
                *file.position(location), "licence-unnamed", message + suggestion(word, known, UNLISTED)
            )
