"""List the editions that are kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from catalogue.commands.options import Failure, output_option


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """What is told of an edition that is kept."""

    id: str
    day: str
    commit: str | None
    counts: dict[str, int]
    current: bool
    served: bool
    pinned_by: list[str]
    signed: bool
    damages: list[str]


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@output_option
def list_(as_json: bool, output: Path) -> None:
    """Liste die Ausgaben auf, die neueste zuerst: Kennung, Stand, Zahl der Einträge, und was sie gerade sind.

    „wird gelesen“ heißt: Ein Server oder ein Befehl hat sie offen. „festgehalten“ heißt: Ein Link im Ordner der Ausgaben
    nennt sie (ln -s editions/KENNUNG build/NAME); sie wird nie entfernt. Ende mit 1, wenn keine da ist.
    """
    kept = kept_editions_told(output)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in kept], ensure_ascii=False, indent=1))
    if not kept:
        raise Failure(f"In „{output}“ ist keine Ausgabe. Bauen Sie eine mit: catalogue build")
    if not as_json:
        for one in kept:
            click.echo(line(one))


def line(one: KeptEdition) -> str:
    """An edition as people read it."""
    counted = (("measure", "Maßnahmen"), ("solution", "Lösungen"), ("project", "Projekte"))
    counts = ", ".join(f"{one.counts.get(kind, 0)} {name}" for kind, name in counted)
    said = [
        *(["aktuell"] if one.current else []),
        *(["wird gelesen"] if one.served else []),
        *(f"festgehalten von {name}" for name in one.pinned_by),
        *(["unterschrieben"] if one.signed else []),
        *(f"beschädigt: {damage}" for damage in one.damages[:1]),
    ]
    return f"{one.id}  {one.day or '–':10}  {counts}" + (f"  [{'; '.join(said)}]" if said else "")


def kept_editions_told(output: Path) -> tuple[KeptEdition, ...]:
    """The editions of an output folder, the damaged ones too, the one that was current last first."""
    from catalogue.edition.publishing import edition_folders, pins

    links = pins(output) if output.is_dir() else {}
    return tuple(_told(folder, links.get(folder.name, [])) for folder in edition_folders(output))


def _told(folder: Path, links: Sequence[str]) -> KeptEdition:
    from catalogue.edition import EditionMissing, open_edition
    from catalogue.edition.holding import is_read
    from catalogue.edition.proving import damages_of_folder
    from catalogue.edition.reader import CURRENT, SIGNATURE

    manifest: dict[str, Any] = {}
    with suppress(EditionMissing):
        manifest = open_edition(folder).manifest
    return KeptEdition(
        folder.name,
        manifest.get("day", ""),
        manifest.get("commit"),
        manifest.get("counts", {}),
        CURRENT in links,
        is_read(folder),
        [name for name in links if name != CURRENT],
        (folder / SIGNATURE).exists(),
        [str(damage) for damage in damages_of_folder(folder)],
    )
