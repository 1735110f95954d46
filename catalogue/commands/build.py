"""Build an edition, and print what was built."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import Failure, content_option, output_option, require_apart, require_content
from catalogue.model.numerus import counted
from catalogue.reading.problems import FORMATS, errors
from catalogue.reading.system_reasons import named_reason

if TYPE_CHECKING:
    from catalogue.edition import Progress


REFRESH_SECONDS = 0.1
"""How often a progress bar is drawn."""


COUNTED = {
    "project": ("Modellprojekt", "Modellprojekte"),
    "measure": ("Maßnahme", "Maßnahmen"),
    "solution": ("Lösung", "Lösungen"),
    "knowledge": ("Wissenseintrag", "Wissenseinträge"),
    "municipality": ("Kommune", "Kommunen"),
}
"""The kinds that a build counts, as one and as many are called."""


@click.command()
@content_option
@output_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=min(os.cpu_count() or 1, 2),
    show_default=True,
    help="Prozesse nebeneinander.",
)
def build(content: Path, output: Path, jobs: int) -> None:
    """Prüfe die Einträge und baue daraus eine Ausgabe mit Datenbank und Suchindex."""
    run_build(content, output, jobs)


def run_build(content: Path, output: Path, jobs: int) -> None:
    """Build, and print what was built; with errors in the content print them and exit with 1."""
    from catalogue.edition import ContentFaulty
    from catalogue.edition import build as build_edition

    require_content(content)
    require_apart(content, output)
    try:
        with progress() as report:
            built = build_edition(content, output, jobs, report)
    except ContentFaulty as fault:
        click.echo(FORMATS["text"](fault.problems), err=True)
        wrong = len(errors(fault.problems))
        click.echo(f"{wrong} Fehler: nichts gebaut, die bisherige Ausgabe bleibt unverändert.", err=True)
        sys.exit(1)
    except OSError as error:
        raise Failure(f"Die Ausgabe lässt sich nicht schreiben: {named_reason(error)}") from None
    except KeyboardInterrupt:
        click.echo("Abgebrochen: Die bisherige Ausgabe bleibt unverändert.", err=True)
        sys.exit(130)
    if built.warnings:
        click.echo(FORMATS["text"](built.warnings), err=True)
    counts = built.edition.manifest["counts"]
    click.echo(
        ", ".join(counted(counts.get(kind, 0), one, many) for kind, (one, many) in COUNTED.items())
        + f"; 0 Fehler, {counted(len(built.warnings), 'Warnung', 'Warnungen')}"
    )
    if not built.history:
        click.echo(
            "Ohne Versionsgeschichte, weil git fehlt, dies kein Git-Verzeichnis oder nur ein flacher Klon ist: Wann sich Einträge "
            "änderten, ist unbekannt; /neues zeigt, wann sie erfasst oder geprüft wurden."
        )
    state = "gebaut" if built.fresh else "war schon gebaut"
    click.echo(f"Ausgabe {built.edition.id} {state} in {built.seconds:.1f} s: {built.edition.folder}")


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how far a build is: bars in a terminal, one line a stage in a pipe. No threads, as a build forks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines()
        return
    columns = (TextColumn("{task.description:12}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}
        shown = 0.0

        def report(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)
            if done == total or time.monotonic() - shown > REFRESH_SECONDS:
                bars.refresh()
                shown = time.monotonic()

        yield report


def _lines() -> Progress:
    def report(stage: str, done: int, total: int) -> None:
        if done == total:
            click.echo(f"{stage}: {total}", err=True)

    return report
