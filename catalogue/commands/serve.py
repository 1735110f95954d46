"""Serve an edition."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from catalogue.commands.build import run_build
from catalogue.commands.options import (
    SITE_EXAMPLE,
    Failure,
    content_option,
    output_option,
    require_apart,
    require_content,
    require_edition,
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse, unter der angeboten wird.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port.")
@click.option(
    "--edition", type=click.Path(path_type=Path), help="Eine bestimmte Ausgabe statt der aktuellen."
)
@content_option
@output_option
@click.option("--watch", is_flag=True, help="Baue neu, sobald sich ein Eintrag ändert.")
def serve(host: str, port: int, edition: Path | None, content: Path, output: Path, watch: bool) -> None:
    """Biete die aktuelle Ausgabe im Browser an; gibt es keine, wird sie zuerst gebaut."""
    from catalogue.edition import EditionMissing, open_edition
    from catalogue.server import serve as serve_edition
    from catalogue.web import WrongSetting

    if watch and edition:
        raise click.UsageError("Mit --watch wird die aktuelle Ausgabe angeboten; lassen Sie --edition weg.")
    if edition is None:
        try:
            open_edition(output)
        except EditionMissing:
            if not content.is_dir():
                raise click.UsageError(
                    f"In „{output}“ ist noch keine Ausgabe, und ohne den Ordner „{content}“ lässt sich keine bauen. "
                    "Nennen Sie mit --content die Einträge oder mit --edition eine fertige Ausgabe."
                ) from None
            click.echo("Es gibt noch keine Ausgabe; sie wird jetzt gebaut.", err=True)
            run_build(content, output, jobs=1)
    else:
        require_edition(edition)
    if watch:
        from catalogue.watching import watch as watch_content

        require_content(content)
        require_apart(content, output)
        watch_content(content, output, lambda text: click.echo(text, err=True))
    address = f"[{host}]" if ":" in host else host
    try:
        serve_edition(
            edition or output,
            host,
            port,
            lambda: click.echo(f"Der Katalog steht unter http://{address}:{port}/ (Ende mit Strg+C)"),
        )
    except WrongSetting as wrong:
        raise Failure(
            f"Die Einstellung CATALOGUE_{wrong.name} „{wrong.value}“ ist keine Adresse. "
            f"Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        ) from None
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        why = "der Port ist schon belegt" if taken else str(error)
        raise Failure(
            f"Unter {address}:{port} lässt sich nichts anbieten: {why}. "
            "Wählen Sie mit --port einen anderen Port (make serve PORT=8080) oder mit --host eine andere Adresse."
        ) from None
