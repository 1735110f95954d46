"""Ask whether the pages that entries name still answer."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import content_option, list_form_option, require_content
from catalogue.model.numerus import counted

if TYPE_CHECKING:
    from catalogue.checking.reachability import PageAnswer
    from catalogue.checking.web_links import LinkPlace

OUTCOMES = {
    "dead": "gibt es nicht mehr",
    "moved": "ist umgezogen",
    "unreachable": "antwortet nicht",
    "private": "ist keine öffentliche Adresse",
    "paused": "bittet um eine Pause und wird beim nächsten Aufruf wieder gefragt",
    "refused": "gibt uns keine Auskunft",
    "robots": "will nicht von Programmen gefragt werden",
}
"""What is reported, the worst first; the last three may be right all the same."""

REPORTED = ("dead", "moved", "unreachable", "private")


@click.command()
@click.option(
    "--limit",
    type=click.IntRange(1),
    help="Höchstens so viele Adressen fragen; der nächste Aufruf macht weiter.",
)
@click.option(
    "--days", type=click.IntRange(0), default=30, show_default=True, help="So lange gilt eine Antwort."
)
@click.option("--all", "everything", is_flag=True, help="Nenne auch, was keine Auskunft gibt.")
@list_form_option
@content_option
def links(limit: int | None, days: int, everything: bool, form: str, content: Path) -> None:
    """Frage alle Seiten, die Einträge nennen, ob es sie noch gibt: höflich, je Rechner eine Anfrage in der Sekunde.

    Was robots.txt nicht erlaubt, wird nicht gefragt, private Netze nie; ein Rechner, der um eine Pause bittet (429), erst nach
    dieser, und wenn sie lang ist, erst beim nächsten Aufruf. Antworten werden im Zwischenspeicher des Benutzers
    aufgehoben; ein abgebrochener Lauf geht dort weiter. Endet mit 1, wenn es eine Seite nicht mehr gibt.
    """
    from catalogue.checking.known_answers import KnownAnswers, cache_file
    from catalogue.checking.reachability import LinkChecker, ask_all
    from catalogue.checking.web_links import web_links
    from catalogue.reading.content import read_content

    require_content(content)
    found = web_links(read_content(content))
    today, known = date.today(), KnownAnswers(cache_file())
    open_ones = [address for address in found if known.get(address, today, days) is None]
    try:
        ask_all(
            open_ones[:limit], LinkChecker().ask, lambda address, answer: known.set(address, answer, today)
        )
    except KeyboardInterrupt:
        click.echo("Abgebrochen; der nächste Aufruf macht hier weiter.", err=True)
        sys.exit(130)
    finally:
        known.save()
    answers = {one: answer for one in found if (answer := known.last(one))}
    wanted = OUTCOMES if everything else REPORTED
    told = {one: answer for one, answer in answers.items() if answer.outcome in wanted}
    click.echo(report(told, found, content, form), nl=False)
    click.echo(
        f"{len(answers)} von {counted(len(found), 'Adresse', 'Adressen')} gefragt; {len(told)} genannt.",
        err=True,
    )
    sys.exit(1 if any(answer.outcome == "dead" for answer in told.values()) else 0)


def report(
    answers: dict[str, PageAnswer], found: dict[str, list[LinkPlace]], content: Path, form: str
) -> str:
    """The answers with the places of their addresses, the worst first; a line, a row or an object for each place."""
    order = list(OUTCOMES)
    rows = [
        {
            "path": f"{content}/{place.path}",
            "line": place.line,
            "entry": place.entry,
            "address": address,
            "outcome": answer.outcome,
            "status": answer.status,
            "target": answer.target,
            "told": answer.told,
        }
        for address, answer in sorted(
            answers.items(), key=lambda pair: (order.index(pair[1].outcome), pair[0])
        )
        for place in found[address]
    ]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        names = ("path", "line", "entry", "address", "outcome", "status", "target", "told")
        table = csv.DictWriter(out, names, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
        return out.getvalue()
    return "".join(
        f"{row['path']}:{row['line']}: {row['address']} {OUTCOMES[str(row['outcome'])]}"
        + (f": {row['target']}" if row["target"] else "")
        + (f" ({row['status'] or row['told']})\n")
        for row in rows
    )
