"""The figures are computed as they are defined."""

import math

from search import Judgment, evaluate
from search.evaluation import mrr, ndcg, percentile, recall


def test_the_best_order_has_ndcg_one() -> None:
    assert ndcg(["a", "b", "c"], {"a": 3, "b": 2, "c": 1}) == 1


def test_ndcg_discounts_by_rank() -> None:
    assert math.isclose(ndcg(["x", "a"], {"a": 3}), 1 / math.log2(3))


def test_ndcg_gains_grow_with_the_grade() -> None:
    best = 7 + 1 / math.log2(3)
    assert math.isclose(ndcg(["b", "a"], {"a": 3, "b": 1}), (1 + 7 / math.log2(3)) / best)


def test_mrr_is_of_the_first_relevant_one_among_ten() -> None:
    assert mrr(["x", "a"], {"a": 1}) == 0.5
    assert mrr(["x"] * 10 + ["a"], {"a": 1}) == 0


def test_recall_is_among_twenty() -> None:
    assert recall(["a"] + ["x"] * 19 + ["b"], {"a": 1, "b": 1}) == 0.5


def test_percentiles_are_values_that_occur() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile([4, 1, 3, 2], 95) == 4
    assert percentile([], 95) == 0


def test_evaluating_averages_by_class_and_in_total() -> None:
    judgments = [Judgment("q", "easy", {"a": 3}), Judgment("r", "hard", {"b": 3})]
    evaluation = evaluate(lambda query: ["a"] if query == "q" else [], judgments)
    assert evaluation.total.ndcg_at_10 == 0.5
    assert evaluation.by_kind["easy"].ndcg_at_10 == 1
    assert evaluation.by_kind["hard"].without_hit == 1
