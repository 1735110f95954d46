"""Count how complete and how fresh the entries are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import edition_option, require_edition

if TYPE_CHECKING:
    from catalogue.queries.data_quality import CitedFacts, Share


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@edition_option
def stats(as_json: bool, edition: Path) -> None:
    """Zähle, wie vollständig und wie frisch die Einträge sind: was über Nachnutzung entscheidet, und Quellen an Angaben."""
    from dataclasses import asdict

    from catalogue.queries import data_quality
    from catalogue.queries.connection import connect

    db = connect(require_edition(edition).database)
    entries, features = data_quality.entries(db), data_quality.completeness(db)
    facts = data_quality.cited_facts(db)
    if as_json:
        told = {
            "entries": entries,
            "completeness": {
                feature: {kind: share.count for kind, share in of_kinds.items()}
                for feature, of_kinds in features.items()
            },
            "cited_facts": [asdict(fact) for fact in facts],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(quality_table(entries, features))
    click.echo()
    click.echo(cited_table(facts))


def quality_table(entries: dict[str, int], features: dict[str, dict[str, Share]]) -> str:
    """How many entries of each kind say what, a line a feature."""
    from catalogue.facts.data_quality import FEATURES
    from catalogue.model.kinds import KINDS_BY_NAME

    names = [KINDS_BY_NAME[kind].plural.de for kind in entries]
    lines = [" " * 26 + "".join(f"{name:>18}" for name in names)]
    lines.append(f"{'Einträge':26}" + "".join(f"{count:18}" for count in entries.values()))
    for feature, of_kinds in features.items():
        cells = [
            f"{of_kinds[kind].count} ({of_kinds[kind].percent:.0f} %)" if kind in of_kinds else "–"
            for kind in entries
        ]
        lines.append(f"{FEATURES[feature].de:26}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def cited_table(facts: list[CitedFacts]) -> str:
    """Of how many facts the source is known, a line a sort of fact."""
    from catalogue.facts.data_quality import FACTS

    lines = [f"{'Angaben':26}{'gesamt':>18}{'Quelle genannt':>18}{'erschlossen':>18}{'zusammen':>18}"]
    for one in facts:
        share = f"{one.known.count} ({one.known.percent:.0f} %)"
        lines.append(f"{FACTS[one.fact].de:26}{one.facts:18}{one.named:18}{one.derived:18}{share:>18}")
    return "\n".join(lines)
