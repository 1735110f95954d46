"""Tell what a branch changes, as an editor reads it."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import SITE_EXAMPLE, Failure, content_option, require_content


@click.command()
@click.argument("revision", metavar="REV")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="Form der Ausgabe; markdown ist der Kommentar eines Merge Requests.",
)
@click.option("--address", metavar="ADRESSE", help="Adresse der Vorschau, für Verweise auf die Seiten.")
@content_option
def diff(revision: str, form: str, address: str | None, content: Path) -> None:
    """Zeige Feld für Feld, was sich seit REV an den Einträgen ändert, und was die Prüfung neu findet.

    REV ist ein Zweig oder Commit, zum Beispiel main. Verglichen wird der Stand, an dem der jetzige Zweig davon abging, mit
    den Dateien, wie sie jetzt sind.
    """
    from catalogue.editing.difference_texts import FORMATS
    from catalogue.editing.differences import differences
    from catalogue.editing.former_state import NoSuchState, base_of, content_at
    from catalogue.model.site_address import is_site_address
    from catalogue.reading.content import InMemory, read_content

    require_content(content)
    if address and not is_site_address(address):
        message = f"„{address}“ ist keine Adresse. Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        raise click.BadParameter(message, param_hint="--address")
    try:
        base = base_of(content, revision)
    except NoSuchState as why:
        raise Failure(str(why)) from None
    kept = InMemory()
    after = read_content(content, kept)
    with content_at(content, base, kept) as before:
        found = differences(before, after)
    click.echo(FORMATS[form](found, address or ""))
