"""Check the content, and print what was found."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from catalogue.commands.options import Failure, content_option, lies_in, paths_argument, require_inside
from catalogue.model.numerus import counted
from catalogue.reading.problems import FORMATS, Problem, errors


@click.command()
@paths_argument
@content_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Form der Ausgabe.",
)
@click.option(
    "--fix", "mend", is_flag=True, help="Berichtige vorher, was nur eines bedeuten kann, und zeige es."
)
def check(paths: tuple[Path, ...], content: Path, form: str, mend: bool) -> None:
    """Prüfe alle Einträge; melde die Funde in PATHS (Dateien oder Ordner), ohne PATHS alle.

    Endet mit 0 ohne Fehler in PATHS, mit 1 bei Fehlern, mit 2 bei falschem Aufruf. Fehler außerhalb von PATHS, etwa
    nach dem Umbenennen eines Eintrags, werden gezählt und ihre Dateien genannt.

    Mit --fix werden vorher Zeichen (BOM, CRLF, geschützte Leerzeichen, weiche Trennstriche, NFD), deutsche Datums- und
    Zahlenangaben, ja und nein und Angaben der Werbung in Adressen berichtigt. Alles andere in den Dateien bleibt, wie es ist.
    """
    from catalogue.checking import check as check_content
    from catalogue.reading.content import read_content

    require_inside(content, paths)
    if mend:
        _fix(content, paths, to_stderr=form != "text")
    read = read_content(content)
    found = check_content(read)
    problems = [p for p in found if lies_in(Path(p.path), paths)]
    text = FORMATS[form](problems)
    if text:
        click.echo(text)
    if form == "text":
        click.echo(summary(problems, len(read.paths)), err=True)
    if elsewhere := errors(p for p in found if p not in problems):
        click.echo(outside(elsewhere), err=True)
    sys.exit(1 if errors(problems) else 0)


def _fix(content: Path, paths: tuple[Path, ...], to_stderr: bool) -> None:
    """Mend the files, and print a line for each place: `path:line: old → new`."""
    from catalogue.editing.file_changes import NotChanged
    from catalogue.editing.fixing import fix

    try:
        done = fix(content, paths)
    except NotChanged as error:
        raise Failure(str(error)) from None
    for path, fixes in done.items():
        for one in fixes:
            click.echo(f"{path}:{one.line}: {one.old} → {one.new}", err=to_stderr)
    places = counted(sum(map(len, done.values())), "Stelle", "Stellen")
    click.echo(f"{places} in {counted(len(done), 'Datei', 'Dateien')} berichtigt.", err=True)


def summary(problems: list[Problem], files: int) -> str:
    """The closing line of a check."""
    wrong = len(errors(problems))
    warnings = counted(len(problems) - wrong, "Warnung", "Warnungen")
    return f"{counted(files, 'Datei', 'Dateien')} geprüft: {wrong} Fehler, {warnings}."


MOST_FILES_NAMED = 10


def outside(elsewhere: list[Problem]) -> str:
    """The line that tells errors that lie outside the paths asked for, such as references to an id that is gone."""
    files = [*dict.fromkeys(problem.path for problem in elsewhere)]
    rest = len(files) - MOST_FILES_NAMED
    more = f" und {counted(rest, 'weiteren Datei', 'weiteren Dateien')}" if rest > 0 else ""
    return (
        f"Außerhalb der genannten Pfade: {len(elsewhere)} Fehler in {', '.join(files[:MOST_FILES_NAMED])}{more}. "
        "Ohne Pfad werden auch sie gezeigt."
    )
