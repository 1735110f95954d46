"""Search an edition as the pages do."""

from __future__ import annotations

import json
from pathlib import Path

import click

from catalogue.commands.options import edition_option, require_edition


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Zahl der Treffer."
)
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@click.option("--explain", is_flag=True, help="Zeige, welche Wörter wo gefunden wurden.")
@click.option("--distant", is_flag=True, help="Zeige auch, was nur entfernter verwandt ist.")
@edition_option
def search(
    query: tuple[str, ...], limit: int, as_json: bool, explain: bool, distant: bool, edition: Path
) -> None:
    """Suche in der aktuellen Ausgabe, wie die Webseite es tut."""
    from dataclasses import asdict

    import search as finding

    engine = finding.open_index(require_edition(edition).index)
    answer = engine.search(" ".join(query), page_size=limit, explain=explain, distant=distant)
    if as_json:
        click.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=1))
        return
    click.echo(f"{answer.total} Treffer" if answer.total != 1 else "Ein Treffer")
    if answer.did_you_mean:
        click.echo(f"Meinten Sie: {answer.did_you_mean}")
    for word in answer.not_found:
        click.echo(f"Zu „{word}“ gibt es keinen Eintrag.")
    for place in answer.places_without_entry:
        near = ", ".join(f"{name} ({distance} km)" for name, distance in place.nearest)
        click.echo(
            f"{place.name} ({place.district or 'kreisfrei'}, {place.state}); in der Nähe: {near or 'unbekannt'}"
        )
    if answer.says_nothing:
        click.echo("Das sind nur Füllwörter. Nennen Sie, worum es geht, zum Beispiel: Bus auf dem Dorf")
    for number, hit in enumerate(answer.hits, start=1):
        if hit.is_distant and number == answer.best + 1:
            click.echo(f"Entfernter verwandt ({answer.distant}):")
        click.echo(f"{number:3}. {finding.plain_text(hit.title)} – {finding.plain_text(hit.one_liner)}")
        click.echo(f"     {hit.id}")
        for match in hit.explanation:
            click.echo(f"       „{match.query}“ → „{match.word}“ in {match.field} ({match.how})")
    if answer.distant and answer.total == answer.best:
        others = (
            "ein entfernter verwandter" if answer.distant == 1 else f"{answer.distant} entfernter verwandte"
        )
        click.echo(f"Dazu {others} (mit --distant)")
