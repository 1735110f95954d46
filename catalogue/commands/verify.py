"""Verify an edition fully: every file, the database in itself, the search and the first pages."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import MEND, edition_option, require_edition, told_failures, trust_option

if TYPE_CHECKING:
    from catalogue.edition import Edition
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
    from catalogue.edition import EditionMissing, open_edition
    from catalogue.edition.publishing import kept_editions

    found: list[tuple[str, str, list[Damage]]] = []
    with told_failures():
        try:
            chosen = kept_editions(edition) if all_kept else [open_edition(edition)]
        except EditionMissing:
            chosen = [require_edition(edition, trust)]
        for one in chosen:
            found.append((one.id, str(one.folder), every_damage(one, trust)))
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


def every_damage(edition: Edition, trusted_key: str) -> list[Damage]:
    """All that is wrong with an edition; its pages are only asked for if its files are those that were built."""
    from catalogue.edition import EditionDamaged
    from catalogue.edition.proving import damages_of, damages_of_database
    from catalogue.server.opening import prove_opening

    if damages := damages_of(edition, trusted_key) or [*damages_of_database(edition)]:
        return damages
    try:
        prove_opening(edition, trusted_key)
    except EditionDamaged as damaged:
        return [*damaged.damages]
    return []
