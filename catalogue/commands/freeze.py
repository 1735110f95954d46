"""Write a frozen copy of an edition."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from catalogue.commands.options import SITE_EXAMPLE, Failure, edition_option, require_edition
from catalogue.model.numerus import counted
from catalogue.reading.system_reasons import reason

PAGES_A_LINE = 1000
"""How often it is told how many pages are written."""


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@edition_option
@click.option("--papers", is_flag=True, help="Auch die Steckbriefe als PDF und Word-Datei (dauert länger).")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    help="Wie viele Prozesse Seiten schreiben (sonst einer je Prozessorkern).",
)
def freeze(output: Path, edition: Path, papers: bool, jobs: int) -> None:
    """Schreibe alle Seiten der aktuellen Ausgabe als Dateien in den Ordner OUTPUT, für jeden Webspace und ohne Server.

    Was nur die laufende Fassung kann, ist bezeichnet und führt dorthin, wenn CATALOGUE_SITE_ADDRESS gesetzt ist. Eine
    Kopie, die schon dort liegt, wird erst ersetzt, wenn die neue ganz ist.
    """
    from concurrent.futures.process import BrokenProcessPool

    from catalogue import freezing
    from catalogue.edition import EditionMissing
    from catalogue.freezing.copying import PageFailed
    from catalogue.freezing.search_index import IndexFailed
    from catalogue.web import WrongSetting

    opened = require_edition(edition)
    started = time.monotonic()
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # a service's stop leaves as little behind as Ctrl+C
    try:
        copied = freezing.freeze(opened, output, papers=papers, jobs=jobs, progress=progress())
    except KeyboardInterrupt:
        click.echo(f"Abgebrochen: „{output}“ bleibt, wie es ist.", err=True)
        sys.exit(130)
    except freezing.NotACopy:
        raise Failure(
            f"„{output}“ ist keine eingefrorene Kopie und bleibt, wie es ist. Nennen Sie einen neuen oder leeren Ordner."
        ) from None
    except WrongSetting as wrong:
        raise Failure(
            f"Die Einstellung CATALOGUE_{wrong.name} „{wrong.value}“ ist keine Adresse. Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        ) from None
    except PageFailed as failed:
        raise Failure(
            f"Die Seite {failed.address} antwortet mit dem Fehler {failed.status}; es wurde nichts geschrieben."
        ) from None
    except IndexFailed as failed:
        raise Failure(
            f"Der Suchindex ließ sich nicht anlegen; es wurde nichts geschrieben: {failed}"
        ) from None
    except BrokenProcessPool:
        raise Failure(
            "Ein Prozess, der Seiten schreibt, wurde von außen beendet, meist weil der Speicher ausging; "
            "es wurde nichts geschrieben. Versuchen Sie es mit --jobs 1."
        ) from None
    except EditionMissing:
        raise Failure(f"Die Ausgabe {opened.id} wurde inzwischen entfernt.") from None
    except OSError as error:
        raise Failure(f"Nach „{output}“ lässt sich nicht schreiben: {reason(error)}") from None
    for address in copied.missing:
        click.echo(f"Hinweis: Verweise auf {address} führen ins Leere.", err=True)
    seconds = time.monotonic() - started
    click.echo(
        f"Ausgabe {opened.id} eingefroren in {seconds:.0f} s: {counted(copied.files, 'Datei', 'Dateien')}, "
        f"{copied.bytes / 1e6:.0f} MB. Öffnen Sie {output / 'index.html'}"
    )


def progress() -> Callable[[int], None]:
    """Tells how many pages are written, a line for every thousand."""
    told = 0

    def report(written: int) -> None:
        nonlocal told
        if written // PAGES_A_LINE > told // PAGES_A_LINE:
            told = written
            click.echo(f"{written} Seiten", err=True)

    return report
