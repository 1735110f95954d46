"""Publish an edition: copy it into the folder of editions, and make it the current one once it has proved itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import Failure, output_option, require_edition, told_failures, trust_option

if TYPE_CHECKING:
    from catalogue.edition import Edition


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@output_option
@click.option(
    "--sign",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="DATEI",
    help="Unterschreibe sie mit diesem geheimen Schlüssel von minisign.",
)
@trust_option
def publish(edition: Path, output: Path, sign: Path | None, trust: str) -> None:
    """Veröffentliche eine gebaute Ausgabe: Sie wird in den Ordner der Ausgaben kopiert, geprüft und zur aktuellen.

    Ein laufender Server wechselt von selbst zu ihr. Nennen Sie eine der Ausgaben, die dort schon liegen, wird sie wieder
    zur aktuellen. Ist etwas beschädigt, bleibt alles, wie es war.
    """
    from catalogue.edition.proving import prove
    from catalogue.edition.publishing import put_beside, take_in
    from catalogue.edition.reader import SIGNATURE
    from catalogue.edition.signature import signature_of
    from catalogue.server.opening import prove_opening

    source = require_edition(edition, "" if sign else trust)
    with told_failures():
        taken = take_in(output, source, lambda one: prove_opening(one, "" if sign else trust))
        if sign:
            put_beside(output, taken.folder, SIGNATURE, signature_of(taken, sign))
            prove(taken, trust)
        make_current(output, taken)
    click.echo(f"Ausgabe {taken.id} vom {taken.day} ist jetzt die aktuelle: {taken.folder}")


def make_current(output: Path, edition: Edition) -> None:
    """Point `current` to an edition; fails if somebody has removed it meanwhile."""
    from catalogue.edition.publishing import switch

    if not switch(output, edition.folder):
        raise Failure(f"Die Ausgabe {edition.id} ist nicht mehr da. Veröffentlichen Sie sie noch einmal.")
