"""Take the rows of a table over as entries."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.new import KINDS
from catalogue.commands.options import Failure, content_option, require_content
from catalogue.model.numerus import counted

if TYPE_CHECKING:
    from catalogue.editing.table_file import TableFile
    from catalogue.reading.content import Content


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
@click.option(
    "--into", default="", metavar="KENNUNG", help="Maßnahme oder Lösung, die eine publiccode.yml ergänzt."
)
@click.option("--dry-run", is_flag=True, help="Zeige nur, was geschähe.")
def import_(file: Path, content: Path, kind: str, update: bool, dry_run: bool, into: str) -> None:
    """Übernimm FILE (.csv, .xlsx oder .json) als Einträge: alle Zeilen oder keine.

    Spalten heißen wie die Schlüssel der Einträge (catalogue new measure --template zeigt sie) oder wie in den Tabellen
    unter /daten/downloads. Mehrere Werte trennt „ | “ oder ein Zeilenumbruch, Kennungen auch ein Komma. Eine leere Zelle
    sagt nichts. Alles wird vorher geprüft; jeder Fehler wird mit Zeile und Spalte gemeldet, und dann wird nichts
    geschrieben. Endet mit 0, wenn alles übernommen ist, sonst mit 1.

    Ist FILE eine publiccode.yml oder city_app.yml aus einem Verzeichnis mit Quelltext, so ergänzt es mit --into einen
    Eintrag um Lizenz, Verzeichnis, Art der Software und Website; was dort schon steht, ändert erst --update.
    """
    from catalogue.editing.file_changes import NotChanged, write
    from catalogue.editing.importing import not_read_told, plan
    from catalogue.editing.repository_files import FILE_NAME
    from catalogue.editing.table_file import TableRefused, read_table
    from catalogue.edition.tables import plural
    from catalogue.model.kinds import KINDS_BY_NAME
    from catalogue.reading.content import read_content

    require_content(content)
    read = read_content(content)
    if FILE_NAME.fullmatch(file.name):
        kind, table = _of_repository(read, file, into, update)
        update = True
    else:
        try:
            table = read_table(file.name, file.read_bytes(), plural(kind))
        except TableRefused as refused:
            raise Failure(f"{file}: {refused}") from None
    for note in table.notes:
        click.echo(note, err=True)
    planned = plan(read, KINDS_BY_NAME[kind].model, table, update)
    for sentence in not_read_told(planned.not_read):
        click.echo(sentence, err=True)
    if planned.findings:
        for finding in planned.findings:
            click.echo(f"{file}: {finding}")
        told = counted(len(planned.findings), "Fund", "Funde")
        rows = counted(len(table.rows), "Zeile", "Zeilen")
        click.echo(f"{told} in {rows}. Nichts wurde geschrieben.", err=True)
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
        f"{counted(len(planned.created), 'Eintrag', 'Einträge')} neu, {len(planned.changed)} geändert, {planned.unchanged} unverändert"
        + (" (nur gezeigt)." if dry_run else "."),
        err=True,
    )


def _of_repository(content: Content, file: Path, into: str, update: bool) -> tuple[str, TableFile]:
    """The kind of an entry, and as a row what a file of a repository adds to it."""
    from catalogue.editing.repository_files import NothingTold, told_by_repository, with_repositories
    from catalogue.editing.table_file import Row, TableFile
    from catalogue.editing.writer import values_of

    entry = content.measures.get(into) or content.solutions.get(into)
    if entry is None:
        raise click.UsageError(
            "Nennen Sie mit --into die Kennung der Maßnahme oder Lösung, die ergänzt werden soll."
        )
    try:
        told = told_by_repository(file.name, file.read_text("utf-8", "replace"), date.today().isoformat())
    except NothingTold as nothing:
        raise Failure(f"{file}: {nothing}") from None
    old = values_of(entry)
    notes = [f"Nicht übernommen: {one}." for one in told.left_out]
    if "repositories" in told.values:
        told.values["repositories"] = with_repositories(
            old.get("repositories", []), told.values["repositories"]
        )
    for key in [key for key in told.values if key in old and key != "repositories" and not update]:
        if old[key] != told.values[key]:
            notes.append(
                f"„{key}“ bleibt {old[key]}; die Datei sagt {told.values[key]}. Mit --update wird es geändert."
            )
        del told.values[key]
    row = {"id": into, **told.values}
    return entry.kind, TableFile([*row], [Row(1, row)], [], notes)
