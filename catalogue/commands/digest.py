"""Write a newsletter of what is new and changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from catalogue.commands.options import SITE_EXAMPLE, edition_option, require_edition


@click.command()
@click.option("--since", required=True, metavar="TAG", help="Erster Tag, zum Beispiel 2026-11-01.")
@click.option(
    "--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True, help="Form."
)
@click.option(
    "--address",
    envvar="CATALOGUE_SITE_ADDRESS",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Adresse des Katalogs für die Verweise (sonst CATALOGUE_SITE_ADDRESS).",
)
@edition_option
def digest(since: str, form: str, address: str, edition: Path) -> None:
    """Schreibe einen Rundbrief über neue und geänderte Einträge seit einem Tag.

    Die Angaben kommen aus der Geschichte der Inhalte (git), die in die Ausgabe eingebaut ist.
    """
    from catalogue.exports import digest as letters
    from catalogue.model.site_address import is_site_address
    from catalogue.queries.connection import connect

    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError:
        message = f"„{since}“ ist kein Tag. Schreiben Sie Jahr, Monat und Tag, zum Beispiel 2026-11-01."
        raise click.BadParameter(message, param_hint="--since") from None
    if not is_site_address(address):
        message = f"„{address}“ ist keine Adresse. Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        raise click.BadParameter(message, param_hint="--address")
    db = connect(require_edition(edition).database)
    letter = letters.digest(db, day, address)
    click.echo(letters.as_html(letter) if form == "html" else letters.as_text(letter), nl=False)
