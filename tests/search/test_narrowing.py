"""Where relevance ends."""

from __future__ import annotations

import numpy as np
import pytest

from search import open_index
from search.narrowing import MOST, near


def sizes(scores: list[float]) -> int:
    values = np.array(scores, dtype=np.float32)
    return int(near(values > 0, values).sum())


def test_what_scores_far_below_the_best_is_only_related() -> None:
    assert sizes([0.9, 0.8, 0.85] + [0.7] * 20 + [0.3] * 200) == 23


def test_one_that_stands_out_does_not_push_the_others_out() -> None:
    assert sizes([2.0] + [0.6] * 30 + [0.1] * 50) == 31


def test_where_nothing_stands_out_all_are_near() -> None:
    assert sizes([0.5] * 400) == 400
    assert sizes([]) == 0


def test_there_are_at_most_a_hundred_that_differ() -> None:
    assert sizes([0.9 - n / 10_000 for n in range(500)]) == MOST


def test_without_scores_everything_is_near() -> None:
    found = np.array([True, False, True])
    assert near(found, np.zeros(3, dtype=np.float32)).tolist() == found.tolist()


@pytest.mark.parametrize(
    "query", ["rufbus", "mülleimer voll", "LoRaWAN", "Wie halten wir das Freibad sicher?", "schule"]
)
def test_the_parts_add_up_and_every_count_belongs_to_its_part(real_edition, query: str) -> None:
    engine = open_index(real_edition.index)
    wide, narrow = (engine.search(query, page_size=2000, distant=distant) for distant in (True, False))
    assert wide.total == wide.best + wide.distant
    assert (narrow.total, narrow.distant) == (wide.best, wide.distant)
    assert [hit.id for hit in narrow.hits] == [hit.id for hit in wide.hits if not hit.is_distant]
    for term, count in narrow.facets["typ"]:
        assert engine.search(query, {"typ": [term]}, distant=False).total == count


def test_a_filter_that_leaves_only_distant_hits_shows_them(real_edition) -> None:
    engine = open_index(real_edition.index)
    wide = engine.search("rufbus", page_size=2000)
    distant = next(hit for hit in wide.hits if hit.is_distant and hit.kind == "measure")
    project = distant.id
    answer = engine.search(f'rufbus "{"".join(text for text, _ in distant.title)}"', distant=False)
    assert project in [hit.id for hit in answer.hits]
