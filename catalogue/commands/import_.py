"""Take the rows of a table over as entries."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from catalogue.commands.new import KINDS
from catalogue.commands.options import Failure, content_option, require_content


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@content_option
@click.option(
    "--kind",
    type=click.Choice([*KINDS, "reuse"]),
    default="measure",
    show_default=True,
    help="Art der Einträge.",
)
@click.option("--update", is_flag=True, help="Ändere Einträge, die es schon gibt.")
@click.option("--dry-run", is_flag=True, help="Zeige nur, was geschähe.")
def import_(file: Path, content: Path, kind: str, update: bool, dry_run: bool) -> None:
    """Übernimm FILE (.csv, .xlsx oder .json) als Einträge: alle Zeilen oder keine.

    Spalten heißen wie die Schlüssel der Einträge (catalogue new measure --template zeigt sie) oder wie in den Tabellen
    unter /daten/downloads. Mehrere Werte trennt „ | “ oder ein Zeilenumbruch, Kennungen auch ein Komma. Eine leere Zelle
    sagt nichts. Alles wird vorher geprüft; jeder Fehler wird mit Zeile und Spalte gemeldet, und dann wird nichts
    geschrieben. Endet mit 0, wenn alles übernommen ist, sonst mit 1.
    """
    from catalogue.editing.file_changes import NotChanged, write
    from catalogue.editing.importing import plan
    from catalogue.editing.table_file import TableRefused, read_table
    from catalogue.edition.tables import plural
    from catalogue.model.kinds import KINDS_BY_NAME
    from catalogue.reading.content import read_content

    require_content(content)
    try:
        table = read_table(file.name, file.read_bytes(), plural(kind))
    except TableRefused as refused:
        raise Failure(f"{file}: {refused}") from None
    for note in table.notes:
        click.echo(note, err=True)
    planned = plan(read_content(content), KINDS_BY_NAME[kind].model, table, update)
    if planned.not_read:
        click.echo(
            f"Nicht gelesen, weil zusammengefasst oder berechnet: {', '.join(planned.not_read)}.", err=True
        )
    if planned.findings:
        for finding in planned.findings:
            click.echo(f"{file}: {finding}")
        click.echo(
            f"{len(planned.findings)} Funde in {len(table.rows)} Zeilen. Nichts wurde geschrieben.", err=True
        )
        sys.exit(1)
    if not dry_run:
        try:
            write(content, planned.after)
        except NotChanged as error:
            raise Failure(str(error)) from None
    for word, paths in (("Neu", planned.created), ("Geändert", planned.changed)):
        for path in paths:
            click.echo(f"{word}: {content / path}")
    click.echo(
        f"{len(planned.created)} Einträge neu, {len(planned.changed)} geändert, {planned.unchanged} unverändert"
        + (" (nur gezeigt)." if dry_run else "."),
        err=True,
    )
