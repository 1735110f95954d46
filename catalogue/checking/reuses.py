"""Checking reuses: each stands once, names another place than the origin's own, and nothing else says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from catalogue.model.entries import Measure, Project, Reuse, Solution
from catalogue.model.ids import DISTRICT_DIGITS, MUNICIPALITY_DIGITS
from catalogue.model.reuse import JOINT, ROLL_OUT, RUNNING_KINDS
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

WHAT_IT_IS = re.compile(
    r"^(?:die )?(?:(?:gro(?:ß|ss)e )?(?:kreis)?stadt|landeshauptstadt|hansestadt|universitätsstadt|ortsgemeinde|gemeinde|markt|kommune) "
)


def reuse_flaws(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """What is wrong with one reuse, as far as other entries tell."""
    reuse = file.entry
    if not isinstance(reuse, Reuse):
        return
    if not reuse.id.startswith(f"{reuse.origin}-"):
        message = f"Die Kennung muss mit „{reuse.origin}-“ beginnen, der Kennung dessen, was genutzt wird."
        yield Flaw(*file.position(("id",)), "id-without-origin", message)
    yield from _known_name(file, reuse, content)
    yield from _own_project(file, reuse, content)
    yield from _own_district(file, reuse, content)
    yield from _measure(file, reuse, content)


def bare_name(name: str) -> str:
    """The name of a place without what it is: `Stadt Ulm` is `Ulm`, but `Landkreis Hof` is not `Hof`."""
    return WHAT_IT_IS.sub("", name.casefold()).strip()


def _known_name(file: EntryFile, reuse: Reuse, content: Content) -> Iterator[Flaw]:
    """A municipality with an entry is named by its id."""
    name = bare_name(reuse.name or "")
    for place in content.municipalities.values() if name else []:
        if name in map(bare_name, (place.name, *place.aliases)):
            message = (
                f"Diese Kommune steht im Katalog. Schreiben Sie statt „name“: „municipality: {place.id}“."
            )
            yield Flaw(*file.position(("name",)), "reuse-name-known", message, "warning")
            return


def _own_project(file: EntryFile, reuse: Reuse, content: Content) -> Iterator[Flaw]:
    """Who takes part in a project of the origin does not reuse what is theirs."""
    if reuse.municipality in content.family.participants(reuse.origin):
        message = (
            f"{shown(reuse.municipality)} gehört zu einem Modellprojekt, aus dem {shown(reuse.origin)} stammt; das ist keine "
            "Nachnutzung. Löschen Sie die Datei."
        )
        yield Flaw(*file.position(("municipality",)), "reuse-own-project", message)


def _own_district(file: EntryFile, reuse: Reuse, content: Content) -> Iterator[Flaw]:
    """A place in a district that takes part joins what its district has; it takes nothing over."""
    place = content.municipalities.get(reuse.municipality or "")
    if place is None or not place.ags or reuse.reuse_kind not in RUNNING_KINDS or reuse.reuse_kind == JOINT:
        return
    known = (content.municipalities.get(one) for one in content.family.participants(reuse.origin))
    districts = {one.ags for one in known if one and one.ags and len(one.ags) == DISTRICT_DIGITS}
    if len(place.ags) > DISTRICT_DIGITS and place.ags[:DISTRICT_DIGITS] in districts:
        message = (
            f"{place.name} liegt im Kreis, aus dem {shown(reuse.origin)} stammt. "
            f"Schreiben Sie „reuse_kind: {ROLL_OUT}“."
        )
        yield Flaw(*file.position(("reuse_kind",)), "reuse-own-district", message)


def _measure(file: EntryFile, reuse: Reuse, content: Content) -> Iterator[Flaw]:
    """The measure of who reuses belongs to another project than the origin, and runs at that place."""
    if reuse.measure not in content.measures:
        return
    project = content.project_of(reuse.measure)
    if (Project.kind, project) in content.family.counted_for(reuse.origin):
        message = (
            f"{shown(reuse.measure)} gehört zu dem Modellprojekt, aus dem {shown(reuse.origin)} stammt. "
            "Nennen Sie die Maßnahme der Stelle, die nachnutzt, oder löschen Sie die Angabe."
        )
        yield Flaw(*file.position(("measure",)), "reuse-own-measure", message)
        return
    place = content.municipalities.get(reuse.municipality or "")
    single = place is not None and len(place.ags or "") == MUNICIPALITY_DIGITS
    if single and reuse.municipality not in _places(reuse.measure, content):
        message = (
            f"{shown(reuse.measure)} läuft nicht in {shown(reuse.municipality)}. "
            "Nennen Sie eine Maßnahme dieser Kommune, oder löschen Sie die Angabe."
        )
        yield Flaw(*file.position(("measure",)), "reuse-measure-elsewhere", message)


def _places(measure: str, content: Content) -> list[str]:
    """The places of a measure: its own and those of its project."""
    project = content.projects.get(content.project_of(measure))
    return [*content.measures[measure].municipalities, *(project.municipalities if project else ())]


def stated_elsewhere(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """A measure or solution does not state what a reuse states: what of another project it uses or is used in."""
    if isinstance(file.entry, Measure):
        for n, other in enumerate(file.entry.uses):
            if other in content.measures and content.project_of(other) != file.folder:
                message = (
                    f"{shown(other)} gehört zu einem anderen Modellprojekt. Löschen Sie die Angabe und legen Sie eine Nachnutzung an: "
                    f"{Reuse.folder}/{other}/{other}-<wer>.yaml mit „measure: {file.id}“."
                )
                yield Flaw(*file.position(("uses", n)), "uses-elsewhere", message)
    if isinstance(file.entry, Solution):
        for n, measure in enumerate(file.entry.measures):
            if measure in content.measures and content.project_of(measure) not in file.entry.origins:
                message = (
                    f"{shown(measure)} gehört zu keinem Modellprojekt, aus dem die Lösung kommt. Ergänzen Sie „origins“, oder legen "
                    f"Sie eine Nachnutzung an: {Reuse.folder}/{file.id}/{file.id}-<wer>.yaml mit „measure: {measure}“."
                )
                yield Flaw(*file.position(("measures", n)), "measure-elsewhere", message)


def same_reuse(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Records of one place that count for one measure or solution say the same thing twice."""
    files: dict[tuple[str, str, str], list[EntryFile]] = {}
    for file in content.files:
        if isinstance(file.entry, Reuse):
            who = file.entry.municipality or bare_name(file.entry.name or "")
            for kind, entry in content.family.counted_for(file.entry.origin):
                if kind != Project.kind:
                    files.setdefault((kind, entry, who), []).append(file)
    pairs = {
        (one.path, other.path): (one, other)
        for same in files.values()
        for one, other in combinations(same, 2)
    }
    for one, other in pairs.values():
        for file, twin in ((one, other), (other, one)):
            message = f"Dieselbe Nachnutzung steht in {twin.path}. Löschen Sie eine von beiden."
            key = "municipality" if ("municipality",) in file.positions else "name"
            yield file, Flaw(*file.position((key,)), "reuse-twice", message)
