"""List the entries that have grown old."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import click

from catalogue.commands.options import content_option, list_form_option, require_content
from catalogue.model.numerus import counted


@click.command()
@click.option(
    "--months",
    type=click.IntRange(1, 600),
    default=12,
    show_default=True,
    help="Alter der Angaben in Monaten.",
)
@list_form_option
@content_option
def stale(months: int, form: str, content: Path) -> None:
    """Nenne Einträge, deren Angaben so lange nicht mit ihren Seiten verglichen wurden oder deren Stand überholt ist.

    Zuerst kommen Maßnahmen, die noch laufen oder geplant sein sollen, obwohl ihr Ende vorbei ist, dann Lösungen, dann was
    die meisten anderen Einträge nennen, dann das Älteste.
    """
    from dataclasses import asdict, fields

    from catalogue.checking import staleness
    from catalogue.reading.content import read_content

    require_content(content)
    found = staleness.stale(read_content(content), months, date.today())
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    elif form == "csv":
        out = io.StringIO()
        table = csv.DictWriter(out, [field.name for field in fields(staleness.Stale)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(one) for one in found)
        click.echo(out.getvalue(), nl=False)
    else:
        for one in found:
            status = f"Stand überholt ({one.outdated_status}), " if one.outdated_status else ""
            click.echo(
                f"{content}/{one.path}:{one.line}: {one.title}: {status}Angaben von {one.as_of} ({counted(one.months, 'Monat', 'Monate')})"
            )
        click.echo(f"{counted(len(found), 'Eintrag', 'Einträge')}.", err=True)
