"""Verify an edition fully: every file, the database in itself, the search and the first pages."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import MEND, Failure, edition_option, told_failures, trust_option

if TYPE_CHECKING:
    from catalogue.edition.damage import Damage


@click.command()
@edition_option
@click.option(
    "--all", "all_kept", is_flag=True, help="Prüfe alle Ausgaben im Ordner, nicht nur die aktuelle."
)
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@trust_option
def verify(edition: Path, all_kept: bool, as_json: bool, trust: str) -> None:
    """Prüfe eine Ausgabe vollständig: jede Datei, die Datenbank in sich, die Suche und die ersten Seiten.

    Ende mit 0, wenn alles stimmt, sonst mit 1; jede Datei, mit der etwas nicht stimmt, wird genannt.
    """
    from catalogue.edition import EditionDamaged, EditionMissing, open_edition
    from catalogue.edition.publishing import edition_folders

    with told_failures():
        if all_kept:
            folders = edition_folders(edition)
        else:
            try:
                folders = [open_edition(edition).folder]
            except EditionDamaged as damaged:
                folders = [damaged.path]
            except EditionMissing:
                folders = []
        if not folders:
            raise Failure(f"In „{edition}“ ist keine Ausgabe. Bauen Sie eine mit: catalogue build")
        found = [(folder.name, str(folder), every_damage(folder, trust)) for folder in folders]
    if as_json:
        told = [
            {
                "id": name,
                "folder": folder,
                "damages": [{"kind": d.kind, "file": d.file, "told": str(d)} for d in damages],
            }
            for name, folder, damages in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for name, folder, damages in found:
            click.echo(f"Ausgabe {name}: {'in Ordnung' if not damages else 'beschädigt'} ({folder})")
            for damage in damages:
                click.echo(f"  {damage}", err=True)
    if any(damages for _, _, damages in found):
        click.echo(f"Beschädigt. {MEND}", err=True)
        sys.exit(1)


def every_damage(folder: Path, trusted_key: str) -> list[Damage]:
    """All that is wrong with an edition; its pages are only asked for if its files are those that were built."""
    from catalogue.edition import EditionDamaged, open_edition
    from catalogue.edition.proving import damages_of_database, damages_of_folder
    from catalogue.server.opening import prove_opening

    if damages := damages_of_folder(folder, trusted_key):
        return damages
    edition = open_edition(folder)
    if damages := [*damages_of_database(edition)]:
        return damages
    try:
        prove_opening(edition, trusted_key)
    except EditionDamaged as damaged:
        return [*damaged.damages]
    return []
