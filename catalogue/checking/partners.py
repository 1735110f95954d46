"""That a partner has a name, the one that all entries use for it."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.entries import Measure, Partner, Partners, Solution
from catalogue.model.partners import spelt
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.yaml_values import Location

LIST = f"{Partners.folder}/{Partners.kind}.yaml"

NO_NAME = (
    "{name} sagt nicht, welche Stelle es ist. Nennen Sie sie mit Namen, ein Amt zum Beispiel unter „role“ bei seiner Stadt; "
    "hat sie keinen, gehört die Angabe in den Text."
)
PLACE = "Eine Kommune steht mit ihrer Art: zum Beispiel „Stadt {name}“. Ihre Kennung steht in {list}."
SPELLING = "Diese Stelle heißt in anderen Einträgen {name}. Schreiben Sie sie ebenso."
OTHER_SPELLING = SPELLING[:-1] + f", oder tragen Sie in {LIST} beide ein, wenn es zwei sind."


def partner_flaws(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Partners that are no name, a mere town, or an organisation that is spelt otherwise elsewhere."""
    towns = {place.name for place in content.municipalities.values()}
    known = content.partner_names
    first: dict[str, str] = {}
    for file, location, partner in _partners(content):
        name, position = partner.name, file.position(location)
        if known.is_no_name(name):
            yield file, Flaw(*position, "partner-without-name", NO_NAME.format(name=shown(name)))
        elif (official := known.official(name)) != name:
            message = SPELLING.format(name=shown(official))
            yield file, Flaw(*position, "partner-spelling", message, "warning")
        elif name in towns and not known.organisation(name):
            yield file, Flaw(*position, "partner-place", PLACE.format(name=name, list=LIST))
        elif other := known.near(name) or _other(first, name):
            message = OTHER_SPELLING.format(name=shown(other))
            yield file, Flaw(*position, "partner-spelling", message, "warning")
        if not known.organisation(name):
            first.setdefault(spelt(name), name)


def _other(first: dict[str, str], name: str) -> str | None:
    """How an earlier entry spells almost the same name."""
    earlier = first.get(spelt(name), name)
    return earlier if earlier != name else None


def _partners(content: Content) -> Iterator[tuple[EntryFile, Location, Partner]]:
    for file in content.files:
        if isinstance(file.entry, Measure | Solution):
            field = "partners" if isinstance(file.entry, Measure) else "operated_by"
            for n, partner in enumerate(getattr(file.entry, field)):
                yield file, (field, n, "name"), partner
