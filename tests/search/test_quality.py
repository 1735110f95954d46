"""The search over the real content stays as good as it is on judged queries that nobody tunes on.

The floors lie a little below what `make bench` measures, so that they catch a break and not a breath.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import search
from catalogue.judgments import read_judgments

JUDGMENTS = Path(__file__).parent / "judgments.yaml"

FLOORS = {
    "keyword": 0.80,
    "compound": 0.65,
    "synonym": 0.44,
    "typo": 0.69,
    "place": 0.83,
    "question": 0.45,
    "task": 0.74,
}


@pytest.fixture(scope="module")
def evaluation(real_edition) -> search.Evaluation:
    """The figures of the independent judgments; other kinds of entry than measures were not judged."""
    engine = search.open_index(real_edition.index)
    return search.evaluate(
        lambda query: [hit.id for hit in engine.search(query, {"typ": ["measure"]}).hits],
        read_judgments(JUDGMENTS),
    )


def test_the_whole_set_is_answered_well(evaluation):
    assert evaluation.total.ndcg_at_10 > 0.66
    assert evaluation.total.mrr_at_10 > 0.84


def test_hardly_any_query_finds_nothing(evaluation):
    assert evaluation.total.without_hit <= 1 / 70


def test_entries_of_all_kinds_are_found(real_edition):
    engine = search.open_index(real_edition.index)
    result = search.evaluate(
        lambda query: [hit.id for hit in engine.search(query).hits],
        read_judgments(JUDGMENTS, of_all_kinds=True),
    )
    assert result.total.queries == 20
    assert result.total.mrr_at_10 > 0.75
    assert result.total.without_hit == 0


@pytest.mark.parametrize("kind", FLOORS)
def test_every_class_of_query_is_answered(evaluation, kind):
    assert evaluation.by_kind[kind].ndcg_at_10 > FLOORS[kind]


@pytest.mark.parametrize(
    ("query", "measure"),
    [
        ("Bus auf dem Dorf", "landkreis-hof-landbus"),
        ("Hochwaser Warnung", "landkreis-hof-hochwasserfrueherkennung"),
        ("Bäume gießen Sensor", "osnabrueck-baumsensorik"),
        ("digital twin", "hassfurt-digitaler-zwilling"),
    ],
)
def test_everyday_words_reach_the_technical_ones(real_edition, query, measure):
    found = search.open_index(real_edition.index).search(query, {"typ": ["measure"]}, page_size=40)
    assert measure in [hit.id for hit in found.hits]


def test_a_verb_that_is_also_a_town_is_a_verb_in_small_letters(real_edition):
    engine = search.open_index(real_edition.index)
    first = [hit.id for hit in engine.search("Bäume gießen Sensor", {"typ": ["measure"]}).hits[:5]]
    assert not any(measure.startswith("giessen-") for measure in first)
    town = engine.search("Gießen", {"typ": ["measure"]})
    assert town.hits[0].id.startswith("giessen-")
