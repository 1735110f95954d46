"""Words that name a place."""

from search.german import Token, fold
from search.german.places import PlaceNames

PLACES = PlaceNames(
    ["Ulm", "Altstadt am Berg", "Zwönitz", "Stadt Speicher"], is_common={"berg", "speicher"}.__contains__
)


def places(text: str) -> list[tuple[int, int, str]]:
    tokens = [Token(0, 0, fold(word), fold(word)) for word in text.split()]
    return [(span.first, span.last, span.target) for span in PLACES.spans(tokens)]


def test_a_place_of_several_words_is_one_place() -> None:
    assert places("in Altstadt am Berg") == [(1, 3, "altstadt am berg")]


def test_a_telling_word_of_a_name_is_enough() -> None:
    assert places("in Altstadt") == [(1, 1, "altstadt")]


def test_plain_and_generic_words_of_a_name_are_not() -> None:
    assert places("Berg Speicher Stadt am") == []


def test_what_is_of_a_place_names_it() -> None:
    assert places("Zwönitzer Rathaus") == [(0, 0, "zwonitz")]
    assert PLACES.has("ulmer")


def test_places_of_several_words_come_before_those_of_one() -> None:
    both = PlaceNames(["Altstadt", "Altstadt am Berg"], is_common=lambda word: False)
    tokens = [Token(0, 0, word, word) for word in ("altstadt", "am", "berg")]
    assert [span.target for span in both.spans(tokens)] == ["altstadt am berg"]


def test_a_name_is_told_by_its_own_words_and_not_by_those_that_are_another_place() -> None:
    names = ["Kirchheim bei München", "München", "Sachsen-Anhalt", "Sachsen", "Landkreis Gießen", "Gießen"]
    places = PlaceNames(names, is_common=lambda word: False)
    telling = [places.telling(fold(name).replace("-", " ").split()) for name in names]
    assert telling == [["kirchheim"], ["munchen"], ["anhalt"], ["sachsen"], ["giessen"], ["giessen"]]
