"""Make one entry of two."""

from __future__ import annotations

from pathlib import Path

import click

from catalogue.commands.options import apply_changes, content_option, dry_run_option, kind_option


@click.command()
@click.argument("entry_id", metavar="ID")
@click.argument("into")
@kind_option
@dry_run_option
@content_option
def merge(entry_id: str, into: str, kind: str | None, dry_run: bool, content: Path) -> None:
    """Führe den Eintrag ID in den Eintrag INTO zusammen: Verweise und Adresse führen danach dorthin.

    INTO übernimmt, was nur ID sagt, und dessen Quellen. Was beide verschieden sagen, wird gezeigt und nicht entschieden.
    """
    from catalogue.editing.merging import merge as merge_entries
    from catalogue.editing.renaming import find

    apply_changes(
        content, lambda read: merge_entries(read, find(read, entry_id, kind), find(read, into, kind)), dry_run
    )
