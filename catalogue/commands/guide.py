"""Write the tables of all keys into the guide for editors."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import content_option


@click.command()
@content_option
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Nichts schreiben; mit 1 enden, wenn die Tabellen veraltet sind.",
)
def guide(content: Path, only_check: bool) -> None:
    """Schreibe in den Leitfaden (README.md des Inhaltsordners) die Tabellen aller Schlüssel, so wie die Modelle sie nennen."""
    from catalogue.editing.key_guide import with_tables

    path = content / "README.md"
    if not path.is_file():
        raise click.UsageError(
            f"Die Datei „{path}“ gibt es nicht. Nennen Sie mit --content den richtigen Ordner."
        )
    old = path.read_text("utf-8")
    try:
        new = with_tables(old)
    except ValueError:
        raise click.ClickException(
            f"In „{path}“ fehlen die Zeilen, zwischen denen die Tabellen stehen."
        ) from None
    if only_check:
        raise SystemExit(0 if new == old else 1)
    if new != old:
        path.write_text(new, "utf-8")
        click.echo(f"{path} geändert.")
