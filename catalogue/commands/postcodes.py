"""Join postcodes with the register."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import Failure, content_option, require_content


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
def postcodes(table: Path, content: Path) -> None:
    """Verbinde TABLE, die Postleitzahlen von GeoNames, mit dem Register und schreibe „register/postcodes.csv“.

    Was sich nach Kreis und Namen nicht ohne Zweifel verbinden lässt, bleibt weg; gesagt wird, wie viel das ist.
    """
    from catalogue.editing.file_changes import NotChanged, write
    from catalogue.editing.postcodes import as_table, join, read_localities
    from catalogue.reading.register import MUNICIPALITIES, POSTCODES, read_register

    require_content(content)
    try:
        localities = read_localities(table.read_text("utf-8"))
    except ValueError as error:
        raise Failure(f"„{table}“ ist keine Tabelle von GeoNames: {error}") from None
    register = read_register(content)
    if not register:
        raise Failure(f"In „{content}“ fehlt das Register der Gemeinden („{MUNICIPALITIES}“).")
    joined = join(localities, register)
    try:
        write(content, {POSTCODES.as_posix(): as_table(joined).encode()})
    except NotChanged as error:
        raise Failure(str(error)) from None
    for told, of_joined, everything in (
        ("Postleitzahlen", {one.postcode for one in joined}, {one.postcode for one in localities}),
        ("Gemeinden", {one.key for one in joined}, {place.key for place in register}),
    ):
        click.echo(f"{len(of_joined)} von {len(everything)} {told} verbunden.")
    click.echo(f"{content / POSTCODES} geschrieben.")
