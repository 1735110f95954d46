"""What documents have of each facet, and what was chosen."""

import numpy as np
import pytest

from search.documents import Relaxation
from search.facets import Facets, Selection
from search.stored import Summary

ALL = np.ones(4, dtype=bool)


def summary(id_: str, years: tuple[int, int] | None = None, **facets: str) -> Summary:
    return Summary(
        id_, "measure", id_, (), "", {name: tuple(v.split()) for name, v in facets.items()}, years, {}, 0
    )


FACETS = Facets([
    summary("a", (2019, 2021), farbe="rot", form="rund"),
    summary("b", (2023, 2023), farbe="rot blau", form="eckig"),
    summary("without any"),
    summary("c", farbe="blau"),
])  # fmt: skip


def documents(mask: np.ndarray) -> list[int]:
    return np.flatnonzero(mask).tolist()


@pytest.mark.parametrize(
    ("facet", "terms", "found"),
    [
        ("farbe", ["rot"], [0, 1]),
        ("farbe", ["rot", "blau"], [0, 1, 3]),
        ("farbe", ["gelb"], []),
        ("gewicht", ["leicht"], []),
        ("jahr", ["2020"], [0]),
        ("jahr", ["2021-2024", "nie"], [0, 1]),
    ],
)
def test_any_of_the_terms_will_do(facet: str, terms: list[str], found: list[int]) -> None:
    assert documents(FACETS.mask(facet, terms)) == found


def test_the_most_frequent_term_comes_first() -> None:
    assert FACETS.counts("farbe", ALL) == (("blau", 2), ("rot", 2))
    assert FACETS.counts("farbe", FACETS.mask("form", ["rund"])) == (("rot", 1),)


def test_what_is_chosen_of_a_facet_does_not_limit_its_own_counts() -> None:
    selection = Selection(FACETS, {"farbe": ["rot"], "form": []})
    assert documents(selection.passing(ALL)) == [0, 1]
    assert selection.counts(ALL) == {"farbe": (("blau", 2), ("rot", 2)), "form": (("eckig", 1), ("rund", 1))}


def test_what_would_be_found_without_one_choice_is_told() -> None:
    selection = Selection(FACETS, {"farbe": ["blau"], "form": ["rund"], "jahr": ["1999"]})
    assert selection.relaxations(ALL) == ()
    assert (
        Selection(FACETS, {"farbe": ["blau"], "form": ["rund"]}).relaxations(ALL)
        == (
            Relaxation("farbe", 1),
            Relaxation("form", 2),
        )[::-1]
    )
