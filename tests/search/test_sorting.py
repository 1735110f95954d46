"""The orders in which documents can be listed."""

import numpy as np

from search.sorting import Sorting
from search.stored import Summary


def summary(id_: str, quality: float = 0.0, **order: str | float) -> Summary:
    return Summary(id_, "measure", id_, (), "", {}, None, order, quality)


SUMMARIES = [
    summary("b", name="Bär", groesse=10),
    summary("not among the found"),
    summary("a", name="anders", groesse=9),
    summary("c", 1.0, name="zuletzt"),
]


def listed(sort: str, *scores: float) -> list[str]:
    numbers = np.array([0, 2, 3])
    sorting = Sorting(SUMMARIES, quality_share=0.03)
    found = sorting.sorted(numbers, np.array(scores or (0, 0, 0, 0), dtype=np.float32), sort)
    return [SUMMARIES[n].id for n in found]


def test_the_best_score_comes_first() -> None:
    assert listed("relevance", 0.5, 9, 0.9, 0.1) == ["a", "b", "c"]


def test_of_equal_scores_the_better_documented_comes_first_and_then_the_name_counts() -> None:
    assert listed("relevance", 0.5, 9, 0.5, 0.5) == ["c", "a", "b"]


def test_names_are_sorted_without_regard_to_case_and_accents() -> None:
    assert listed("name") == ["a", "b", "c"]
    assert listed("-name") == ["c", "b", "a"]


def test_numbers_are_sorted_by_size_and_what_has_none_comes_last() -> None:
    assert listed("groesse") == ["a", "b", "c"]
    assert listed("-groesse") == ["b", "a", "c"]
