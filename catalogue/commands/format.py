"""Bring the files of entries into their one form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from catalogue.commands.options import Failure, content_option, lies_in, paths_argument, require_inside
from catalogue.model.numerus import counted


@click.command()
@paths_argument
@content_option
@click.option(
    "--check", "only_check", is_flag=True, help="Ändere nichts; melde Dateien, die anders aussähen."
)
def format(paths: tuple[Path, ...], content: Path, only_check: bool) -> None:
    """Bringe die Einträge in PATHS (Dateien oder Ordner), ohne PATHS alle, in eine einheitliche Form.

    Geändert werden Einrückung, Leerzeichen, Klammern und Leerzeilen, nie ein Wert oder ein Kommentar. Fehler werden
    gemeldet und nicht behoben; eine Datei, die sich nicht sicher lesen lässt, bleibt, wie sie ist. Endet mit 1 bei
    solchen Dateien, mit --check auch bei Dateien, die anders aussähen.
    """
    from catalogue.editing.file_changes import NotChanged, write
    from catalogue.editing.formatting import formatted
    from catalogue.reading.content import at, find_files
    from catalogue.reading.entry_file import read_entry_file
    from catalogue.reading.file_places import model_of
    from catalogue.reading.problems import as_text, errors
    from catalogue.reading.text_file import Flaw, decode, read_bytes

    require_inside(content, paths)
    after: dict[str, bytes | None] = {}
    faulty = 0
    for relative in sorted(find_files(content)):
        path, model = content / relative, model_of(relative)
        if model is None or not lies_in(path, paths):
            continue
        data = read_bytes(path, content.resolve())
        flaws = [data] if isinstance(data, Flaw) else read_entry_file(relative, model, data).flaws
        if wrong := errors(at(path, flaw) for flaw in flaws):
            faulty += 1
            click.echo(as_text(wrong))
        elif not isinstance(data, Flaw):
            once = formatted(model, decode(data).text or "").encode()
            if once != data:
                after[relative.as_posix()] = once
    if not only_check:
        try:
            write(content, after)
        except NotChanged as error:
            raise Failure(str(error)) from None
    for changed in after:
        click.echo(f"{'Nicht in Form' if only_check else 'Geändert'}: {content / changed}")
    files = counted(len(after), "Datei", "Dateien")
    told = f"{files} {'nicht in Form' if only_check else 'geändert'}"
    click.echo(f"{told}, {faulty} wegen Fehlern nicht angesehen." if faulty else f"{told}.", err=True)
    sys.exit(1 if faulty or (only_check and after) else 0)
