"""Go back to the edition that was current before."""

from __future__ import annotations

import os
from pathlib import Path

import click

from catalogue.commands.options import Failure, output_option, told_failures, trust_option
from catalogue.commands.publish import make_current


@click.command()
@output_option
@trust_option
def rollback(output: Path, trust: str) -> None:
    """Mache die vorige Ausgabe wieder zur aktuellen; ein laufender Server wechselt von selbst.

    Die verlassene bleibt liegen, gilt aber als älteste: Ein zweiter Aufruf geht noch eine Ausgabe zurück. Beschädigte
    Ausgaben werden übersprungen.
    """
    from catalogue.edition import EditionDamaged
    from catalogue.edition.publishing import kept_editions, set_back
    from catalogue.edition.reader import CURRENT
    from catalogue.server.opening import prove_opening

    left = Path(os.path.realpath(output / CURRENT))
    for edition in kept_editions(output):
        if edition.folder == left:
            continue
        with told_failures():
            try:
                prove_opening(edition, trust)
            except EditionDamaged as damaged:
                click.echo(f"{damaged.name} wird übersprungen: {damaged.told}.", err=True)
                continue
            if left.is_dir():
                set_back(output, left)
            make_current(output, edition)
        click.echo(
            f"Ausgabe {edition.id} vom {edition.day} ist wieder die aktuelle; verlassen wurde {left.name}."
        )
        return
    raise Failure(
        f"In „{output}“ ist keine frühere Ausgabe, zu der man zurück könnte. Alles bleibt, wie es ist."
    )
