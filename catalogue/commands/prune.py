"""Remove old editions."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import Failure, output_option, told_failures


@click.command()
@click.option(
    "--keep",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    help="Wie viele Ausgaben neben der aktuellen bleiben, die neuesten.",
)
@output_option
def prune(keep: int, output: Path) -> None:
    """Entferne alte Ausgaben. Die aktuelle bleibt immer, ebenso jede, die gelesen oder von einem Link festgehalten wird.

    Ende mit 1, wenn sich eine andere nicht entfernen ließ.
    """
    from catalogue.edition import publishing

    if not (output / publishing.EDITIONS).is_dir():
        raise Failure(f"In „{output}“ ist keine Ausgabe. Bauen Sie eine mit: catalogue build")
    with told_failures():
        publishing.remove_leftovers(output)
        pruned = publishing.prune(output, keep)
    for name in pruned.gone:
        click.echo(f"Ausgabe {name} entfernt.")
    for name in pruned.spared:
        click.echo(f"Ausgabe {name} bleibt: Sie wird gelesen oder festgehalten.")
    if pruned.stuck:
        raise Failure(
            f"Nicht entfernen ließ sich: {', '.join(pruned.stuck)}. "
            "Rufen Sie den Befehl als der Benutzer auf, dem die Ausgaben gehören."
        )
    if not pruned.gone:
        click.echo("Nichts zu entfernen.")
