"""Bring the files of entries into their one form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from catalogue.commands.options import content_option, lies_in, require_content, require_inside


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
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
    from catalogue.editing.formatting import formatted
    from catalogue.reading.content import at, find_files
    from catalogue.reading.entry_file import read_entry_file
    from catalogue.reading.file_places import model_of
    from catalogue.reading.problems import as_text, errors
    from catalogue.reading.text_file import decode

    require_content(content)
    require_inside(content, paths)
    changed = faulty = 0
    for relative in sorted(find_files(content)):
        path, model = content / relative, model_of(relative)
        if model is None or not lies_in(path, paths):
            continue
        data = path.read_bytes()
        if wrong := errors(at(path, flaw) for flaw in read_entry_file(relative, model, data).flaws):
            faulty += 1
            click.echo(as_text(wrong))
            continue
        once = formatted(model, decode(data).text or "").encode()
        if once != data:
            changed += 1
            click.echo(f"{'Nicht in Form' if only_check else 'Geändert'}: {path}")
            if not only_check:
                _replace(path, once)
    told = f"{changed} {'Dateien sähen anders aus' if only_check else 'Dateien geändert'}"
    click.echo(f"{told}, {faulty} wegen Fehlern nicht angesehen." if faulty else f"{told}.", err=True)
    sys.exit(1 if faulty or (only_check and changed) else 0)


def _replace(path: Path, data: bytes) -> None:
    """Give a file other bytes, all or none of them."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.chmod(path.stat().st_mode & 0o777)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
