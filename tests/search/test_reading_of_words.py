"""In the real catalogue: words of one meaning find the same, and words of several are not taken for a place alone."""

from __future__ import annotations

import pytest

from catalogue.edition import Edition
from search import Answer, Engine, open_index
from tests.search.german.test_analyser import GENDER_FORMS


@pytest.fixture(scope="module")
def real_engine(real_edition: Edition) -> Engine:
    return open_index(real_edition.index)


def first_ten(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits[:10]]


@pytest.mark.parametrize(
    "form",
    [*GENDER_FORMS, "Bürgerinnen und Bürger", "bürger", "Buerger"],
)
def test_gender_forms_find_the_same(real_engine: Engine, form: str) -> None:
    assert set(first_ten(real_engine.search(form))) == set(first_ten(real_engine.search("Bürger")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WLAN", "W-LAN"),
        ("wlan", "w-lan"),
        ("E-Bike", "ebike"),
        ("Wie geht's", "Wie geht’s"),
        ("Wie geht`s", "Wie geht´s"),
        ("3D-Modell", "3D Modell"),
        ("1,5 Kilometer", "1.5 Kilometer"),
    ],
)
def test_other_spellings_find_the_same(real_engine: Engine, one: str, other: str) -> None:
    assert set(first_ten(real_engine.search(one))) == set(first_ten(real_engine.search(other)))


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Berger", "berg"),
        ("Bürger", "burg"),
        ("Ahlen", "aalen"),
        ("Wedel", "wendel"),
        ("Essen auf Rädern", "rade"),
    ],
)
def test_a_word_is_not_read_as_the_name_of_another_place(real_engine: Engine, word: str, place: str) -> None:
    answer = real_engine.search(word)
    assert place not in answer.query_terms
    assert answer.did_you_mean is None


@pytest.mark.parametrize(
    "word",
    ["Schafstall", "Taubenzucht", "Wattwanderung", "Obstkuchen", "Zirkuszelt", "Klarinette", "Bundesliga"],
)
def test_real_words_that_nobody_wrote_are_named_and_never_put_right(real_engine: Engine, word: str) -> None:
    answer = real_engine.search(f"Hochwasser {word} ")
    assert answer.did_you_mean is None
    assert answer.not_found in ((word,), ())
