"""Write the entries of an edition in a form of export."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import Failure, edition_option, require_edition
from catalogue.reading.system_reasons import reason


class Export(click.Command):
    """A command whose help ends with the forms of export."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each form gives."""
        from catalogue.exports.whole_edition import FORMS

        with formatter.section("Formen"):
            formatter.write_dl([(name, form.about.de) for name, form in FORMS.items()])
        choosing = ", ".join(name for name, form in FORMS.items() if form.can_choose)
        formatter.write_paragraph()
        formatter.write_text(f"Mit --id gibt es nur einige Maßnahmen: {choosing}.")


@click.command(cls=Export)
@click.argument("form")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Datei oder, bei einer Form aus mehreren Dateien, Ordner, in den geschrieben wird.",
)
@click.option("--id", "ids", multiple=True, help="Nur diese Maßnahme (mehrfach möglich).")
@edition_option
def export(form: str, output: Path, ids: tuple[str, ...], edition: Path) -> None:
    """Schreibe die Einträge der aktuellen Ausgabe in einer der unten genannten Formen."""
    from catalogue.exports.whole_edition import FORMS, UnknownMeasure, files_of

    if form not in FORMS:
        raise click.UsageError(f"Die Form „{form}“ gibt es nicht. Möglich sind: {', '.join(FORMS)}.")
    if ids and not FORMS[form].can_choose:
        raise click.UsageError(f"Die Form „{form}“ enthält immer alles; lassen Sie --id weg.")
    opened = require_edition(edition)
    try:
        written = files_of(opened, form, list(ids))
    except UnknownMeasure as unknown:
        raise click.UsageError(f"Die Maßnahme „{unknown.measure_id}“ gibt es in der Ausgabe nicht.") from None
    try:
        for name, data in written.items():
            target = output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    except OSError as error:
        raise Failure(f"Nach „{output}“ lässt sich nicht schreiben: {reason(error)}") from None
    click.echo(f"Ausgabe {opened.id} geschrieben: {output}")
