"""Write the JSON Schema of the entries."""

from __future__ import annotations

import json
from pathlib import Path

import click

from catalogue.commands.options import content_option


@click.command()
@click.argument("kind", required=False)
@content_option
@click.option(
    "--output", type=click.Path(path_type=Path), help="Ordner, in den je Art eine Datei geschrieben wird."
)
def schema(kind: str | None, content: Path, output: Path | None) -> None:
    """Schreibe das JSON-Schema der Einträge, für die Hilfe in Editoren. KIND ist zum Beispiel measure."""
    from catalogue.model.schema import MODELS, json_schema
    from catalogue.reading.content import read_content

    if kind is not None and kind not in MODELS:
        raise click.UsageError(f"Die Art „{kind}“ gibt es nicht. Möglich sind: {', '.join(MODELS)}.")
    if kind is None and output is None:
        raise click.UsageError(
            f"Nennen Sie eine Art ({', '.join(MODELS)}) oder mit --output einen Ordner für alle."
        )
    read = read_content(content) if content.is_dir() else None
    for name in [kind] if kind else MODELS:
        text = (
            json.dumps(json_schema(name, read.terms if read else None), ensure_ascii=False, indent=2) + "\n"
        )
        if output is None:
            click.echo(text, nl=False)
        else:
            output.mkdir(parents=True, exist_ok=True)
            (output / f"{name}.schema.json").write_text(text, "utf-8")
            click.echo(f"{output / name}.schema.json")
