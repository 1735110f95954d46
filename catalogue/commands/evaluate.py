"""Measure the search with judged queries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalogue.commands.options import Failure, edition_option, require_edition

if TYPE_CHECKING:
    from search import Evaluation


@click.command()
@click.argument("judgments", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@click.option(
    "--kinds",
    "of_all_kinds",
    is_flag=True,
    help="Miss die Anfragen, die über alle Arten von Einträgen beurteilt sind.",
)
@edition_option
def evaluate(judgments: Path, as_json: bool, of_all_kinds: bool, edition: Path) -> None:
    """Miss die Suche an beurteilten Anfragen: nDCG@10, MRR@10, Recall@20 und die Wartezeit."""
    from dataclasses import asdict

    import search as finding
    from catalogue.judgments import JudgmentsFaulty, read_judgments

    try:
        judged = read_judgments(judgments, of_all_kinds=of_all_kinds)
    except JudgmentsFaulty as error:
        raise Failure(f"{judgments}: {error}") from None
    engine = finding.open_index(require_edition(edition).index)

    filters = {} if of_all_kinds else {"typ": ["measure"]}

    def found(query: str) -> list[str]:
        """The first 20 entries of the kinds that were judged."""
        return [hit.id for hit in engine.search(query, filters).hits]

    result = finding.evaluate(found, judged)
    click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=1) if as_json else table(result))


def table(result: Evaluation) -> str:
    """The figures of an evaluation, a line a class of query."""
    lines = [
        f"{'Klasse':10} {'Anfragen':>8} {'nDCG@10':>8} {'MRR@10':>8} {'Recall@20':>9} {'ohne Treffer':>12}"
    ]
    for kind, quality in {**result.by_kind, "gesamt": result.total}.items():
        lines.append(
            f"{kind:10} {quality.queries:8} {quality.ndcg_at_10:8.3f} {quality.mrr_at_10:8.3f} "
            f"{quality.recall_at_20:9.3f} {quality.without_hit:12.1%}"
        )
    lines.append(f"Wartezeit: Hälfte der Anfragen in {result.p50_ms:.1f} ms, 95 % in {result.p95_ms:.1f} ms")
    return "\n".join(lines)
