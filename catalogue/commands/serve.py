"""Serve an edition."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path

import click

from catalogue.commands.build import run_build
from catalogue.commands.options import (
    MEND,
    NO_MINISIGN,
    SITE_EXAMPLE,
    Failure,
    content_option,
    output_option,
    require_apart,
    require_content,
    require_edition,
    trust_option,
)

MOST_WORKERS = 64


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse, unter der angeboten wird.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port.")
@click.option(
    "--edition", type=click.Path(path_type=Path), help="Eine bestimmte Ausgabe statt der aktuellen."
)
@content_option
@output_option
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    default=1,
    show_default=True,
    envvar="CATALOGUE_WORKERS",
    help="Prozesse, die gemeinsam anbieten, etwa einer je Kern; ein weiterer startet sie neu, wenn einer ausfällt. "
    "Jeder hält die Ausgabe im Speicher, und alle Grenzen gelten je Prozess. Auch als Umgebungsvariable CATALOGUE_WORKERS.",
)
@click.option("--watch", is_flag=True, help="Baue neu, sobald sich ein Eintrag ändert.")
@trust_option
@click.option(
    "--metrics-port",
    type=click.IntRange(1, 65535),
    envvar="CATALOGUE_METRICS_PORT",
    help="Eigener Port für /healthz, /readyz und /metrics (Prometheus); ohne diese Angabe gibt es ihn nicht. "
    "Auch als Umgebungsvariable CATALOGUE_METRICS_PORT.",
)
@click.option(
    "--metrics-host",
    default="127.0.0.1",
    show_default=True,
    envvar="CATALOGUE_METRICS_HOST",
    help="Adresse für diesen Port. Auch als Umgebungsvariable CATALOGUE_METRICS_HOST.",
)
@click.option(
    "--log",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    envvar="CATALOGUE_LOG",
    help="Meldungen als Sätze oder als JSON-Zeilen. Auch als Umgebungsvariable CATALOGUE_LOG.",
)
@click.option(
    "--log-requests",
    is_flag=True,
    help="Melde jede Anfrage: Art der Seite, Status, Dauer; nie, wer sie stellt und was gesucht wird.",
)
def serve(
    host: str,
    port: int,
    edition: Path | None,
    content: Path,
    output: Path,
    workers: int,
    watch: bool,
    trust: str,
    metrics_port: int | None,
    metrics_host: str,
    log: str,
    log_requests: bool,
) -> None:
    """Biete die aktuelle Ausgabe im Browser an; gibt es keine, wird sie zuerst gebaut.

    Wird eine andere Ausgabe zur aktuellen, wechselt der Server von selbst zu ihr, sobald sie sich geprüft hat.
    """
    from catalogue.edition import EditionDamaged
    from catalogue.edition.signature import MinisignMissing
    from catalogue.server import Address, CannotListen, Serving
    from catalogue.server import serve as serve_edition
    from catalogue.server.logs import write_logs
    from catalogue.web import WrongSetting

    set_up_log = partial(write_logs, log == "json", log_requests)
    set_up_log()
    if watch and workers > 1:
        raise click.UsageError(
            "Mit --watch bietet ein einziger Prozess an, der auch baut; lassen Sie --workers weg."
        )
    if watch and edition:
        raise click.UsageError("Mit --watch wird die aktuelle Ausgabe angeboten; lassen Sie --edition weg.")
    if edition is None:
        build_if_there_is_none(content, output)
    else:
        require_edition(edition, trust)
    watching = None
    if watch:
        from catalogue.watching import watch as watch_content

        require_content(content)
        require_apart(content, output)
        watching = partial(watch_content, content, output, partial(click.echo, err=True))
    address = Address(host, port)
    try:
        serve_edition(
            Serving(edition or output, trust, workers, set_up_log, watching),
            address,
            Address(metrics_host, metrics_port) if metrics_port else None,
            lambda: click.echo(f"Der Katalog steht unter http://{address}/ (Ende mit Strg+C)"),
        )
    except WrongSetting as wrong:
        raise Failure(
            f"Die Einstellung CATALOGUE_{wrong.name} „{wrong.value}“ ist keine Adresse. "
            f"Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        ) from None
    except EditionDamaged as damaged:
        raise Failure(f"{damaged.name} wird nicht angeboten: {damaged.told}. {MEND}") from None
    except MinisignMissing:
        raise Failure(NO_MINISIGN) from None
    except CannotListen as cannot:
        taken = cannot.error.errno == errno.EADDRINUSE
        why = "der Port ist schon belegt" if taken else str(cannot.error)
        if cannot.port == metrics_port:
            where = Address(metrics_host, metrics_port)
            raise Failure(
                f"Unter {where} lässt sich nichts messen: {why}. Wählen Sie mit --metrics-port einen anderen Port."
            ) from None
        raise Failure(
            f"Unter {address} lässt sich nichts anbieten: {why}. "
            "Wählen Sie mit --port einen anderen Port (make serve PORT=8080) oder mit --host eine andere Adresse."
        ) from None


def build_if_there_is_none(content: Path, output: Path) -> None:
    """Build an edition if the output folder holds none that could be served; say why."""
    from catalogue.edition import EditionDamaged, EditionMissing, open_edition
    from catalogue.edition.publishing import kept_editions

    try:
        open_edition(output)
        return
    except EditionDamaged as damaged:
        if kept_editions(output):  # the server takes the last one that is whole
            return
        if not content.is_dir():
            raise Failure(f"{damaged.name} wird nicht angeboten: {damaged.told}. {MEND}") from None
        click.echo(f"{damaged.name} ist nicht zu gebrauchen: {damaged.told}. Sie wird neu gebaut.", err=True)
    except EditionMissing:
        if not content.is_dir():
            raise click.UsageError(
                f"In „{output}“ ist noch keine Ausgabe, und ohne den Ordner „{content}“ lässt sich keine bauen. "
                "Nennen Sie mit --content die Einträge oder mit --edition eine fertige Ausgabe."
            ) from None
        click.echo("Es gibt noch keine Ausgabe; sie wird jetzt gebaut.", err=True)
    run_build(content, output, jobs=1)
