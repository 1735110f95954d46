"""Give an entry another id."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import apply_changes, content_option, dry_run_option, kind_option


@click.command()
@click.argument("old")
@click.argument("new")
@kind_option
@dry_run_option
@content_option
def rename(old: str, new: str, kind: str | None, dry_run: bool, content: Path) -> None:
    """Gib dem Eintrag OLD die Kennung NEW: Datei, Verweise und Links folgen, die alte Adresse führt zur neuen.

    Alles oder nichts: Danach ist der Inhalt ohne Fehler, oder es bleibt, wie es war.
    """
    from catalogue.editing import renaming

    apply_changes(content, lambda read: renaming.rename(read, renaming.find(read, old, kind), new), dry_run)
