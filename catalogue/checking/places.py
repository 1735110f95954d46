"""That a fact about a place stands in the entry of the place alone, and that projects and their places agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.model.entries import Municipality, Project
from catalogue.model.ids import DISTRICT_DIGITS, MUNICIPALITY_DIGITS
from catalogue.model.size_classes import DISTRICT, kind_of
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.register import CENSUS_YEAR
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

FACTS_OF_PLACES = ("population", "population_year", "federal_states")
"""What a project with one municipality takes over from it."""


def places_of_project(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """One municipality: its facts stand there alone. Several: the states named are theirs."""
    project = file.entry
    if not isinstance(project, Project):
        return
    places = [content.municipalities[one] for one in project.municipalities if one in content.municipalities]
    if len(places) < len(project.municipalities):
        return  # an unknown municipality is told elsewhere
    if len(places) == 1:
        yield from _stated_twice(file, project, places[0])
        return
    states = {place.federal_state for place in places if place.federal_state}
    if states != set(project.federal_states):
        message = (
            f"Die Bundesländer sind nicht die der Kommunen ({', '.join(sorted(states))}). "
            "Ändern Sie sie hier oder bei den Kommunen."
        )
        yield Flaw(*file.position(("federal_states",)), "states-differ", message)


def name_of_key(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """The key of a place is one of the register, and the place is called as it is there."""
    place = file.entry
    if not isinstance(place, Municipality) or not place.ags or not content.register:
        return
    if len(place.ags) not in (DISTRICT_DIGITS, MUNICIPALITY_DIGITS):
        return  # the register has no federal states and no associations
    registered = content.places_by_key.get(place.ags)
    if registered is None:
        message = (
            "Diesen Schlüssel hat das Register nicht (content/register). Berichtigen oder löschen Sie ihn."
        )
        yield Flaw(*file.position(("ags",)), "ags-unknown", message)
    elif not any(_same_name(name, registered.name) for name in (place.name, *place.aliases)):
        message = (
            f"Mit dem Schlüssel {place.ags} heißt im Register {shown(registered.name)}. "
            "Berichtigen Sie Namen oder Schlüssel, oder nennen Sie diesen Namen unter „aliases“."
        )
        yield Flaw(*file.position(("name",)), "name-of-other-key", message)


def facts_of_key(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """A place says no other kind and, of the year of the census, no other population than the register has.

    That its state is the one of its key is looked at when the file is read.
    """
    entry = file.entry
    if not isinstance(entry, Municipality) or not entry.ags or entry.ags not in content.places_by_key:
        return
    place = content.places_by_key[entry.ags]
    is_district = len(place.key) == DISTRICT_DIGITS
    registered: dict[str, str | int | None] = {
        "municipality_kind": DISTRICT if is_district else kind_of(place.population)
    }
    if entry.population_year in (None, CENSUS_YEAR):
        registered["population"] = place.population
    for name, right in registered.items():
        stated = getattr(entry, name)
        if stated is not None and stated != right:
            message = (
                f"Das Register der Orte sagt {right}, hier steht {stated}. Die Seite zeigt, was im Register steht: "
                "Berichtigen Sie die Angabe oder löschen Sie die Zeile."
            )
            yield Flaw(*file.position((name,)), "differs-from-register", message)


def _same_name(name: str, registered: str) -> bool:
    """Whether two names are one, whatever stands before and in parentheses and however words are cut short (`i.`, `b.`)."""
    ours, theirs = _words(name), _words(registered)
    return len(ours) == len(theirs) and all(
        one.startswith(other) or other.startswith(one) for one, other in zip(ours, theirs, strict=True)
    )


def _words(name: str) -> list[str]:
    bare = re.sub(r"\(.*?\)|/.*|^(Landkreis|Kreis|Stadt|Lutherstadt|Hansestadt) ", "", name)
    return re.findall(r"\w+", bare.casefold())


def _stated_twice(file: EntryFile, project: Project, place: Municipality) -> Iterator[Flaw]:
    for name in FACTS_OF_PLACES:
        if getattr(project, name):
            message = (
                f"„{name}“ steht bei der einzigen Kommune des Projekts ({Municipality.folder}/{place.id}.yaml) "
                "und gilt auch hier. Löschen Sie die Zeile."
            )
            yield Flaw(*file.position((name,)), "stated-at-municipality", message)
    if place.federal_state is None:
        message = (
            "Das Bundesland fehlt. Ergänzen Sie „federal_state“ bei der einzigen Kommune des Projekts "
            f"({Municipality.folder}/{place.id}.yaml)."
        )
        yield Flaw(*file.position(("municipalities",)), "state-missing", message)
