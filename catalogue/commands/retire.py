"""Take an entry away, with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from catalogue.commands.options import apply_changes, content_option, dry_run_option, kind_option


@click.command()
@click.argument("entry_id", metavar="ID")
@click.option("--reason", required=True, help="Warum, für alle, die die Adresse noch haben.")
@click.option(
    "--instead", multiple=True, metavar="ID", help="Was man stattdessen ansehen kann (mehrfach möglich)."
)
@kind_option
@dry_run_option
@content_option
def retire(
    entry_id: str, reason: str, instead: tuple[str, ...], kind: str | None, dry_run: bool, content: Path
) -> None:
    """Lösche den Eintrag ID: Verweise auf ihn entfallen, seine Adresse sagt künftig, warum es ihn nicht mehr gibt.

    Was ohne ihn nicht auskommt, etwa seine Nachnutzungen, wird genannt; dann ändert sich nichts.
    """
    from catalogue.editing.renaming import find
    from catalogue.editing.retiring import retire as retire_entry

    today = date.today().isoformat()
    apply_changes(
        content, lambda read: retire_entry(read, find(read, entry_id, kind), reason, today, instead), dry_run
    )
