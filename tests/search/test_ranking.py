"""What comes first, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from search import Concept, Document, Engine, Language, open_index, write_index

COMPOUNDS = (
    "hof", "laden", "bank", "zug", "bau", "werk", "messung", "regen", "wasser", "stadt", "tafel", "markt", "platz",
    "halle", "schule", "bote", "netz", "karte", "leihe", "garten", "amt", "haus", "kasse", "wagen", "uhr",
)  # fmt: skip

RARE = (
    "Hofladen", "Regenwasser", "Wasserwerk", "Stadthalle", "Markthalle", "Schulgarten", "Gartenamt", "Kassenhaus",
    "Netzkarte", "Zugbau", "Hallenmarkt", "Uhrwerk", "Werkschule", "Bauhof", "Gartenwasser", "Marktwagen",
)  # fmt: skip


def opened(folder: Path, documents: Iterable[Document], language: Language) -> Engine:
    write_index(documents, language, folder)
    return open_index(folder)


def first(engine: Engine, query: str) -> str:
    return engine.search(query).hits[0].id


@pytest.fixture(scope="module")
def compounds(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Each rare word once in a long text; its parts, and other words for it, in many titles."""
    filler = "Hier steht noch vieles andere, was damit wenig zu tun hat. " * 12
    mentions = [Document(f"mentions-{word}", "measure", "Angebot", text=f"{filler}{word}.") for word in RARE]
    parts = [
        Document(f"part-{part}-{n}", "measure", f"{part.capitalize()} {part.capitalize()}", f"Für {part}")
        for part in COMPOUNDS
        for n in range(4)
    ]
    others = [
        Document(f"other-{word}", "measure", f"Ersatz{word.lower()}", f"Statt{word.lower()}") for word in RARE
    ]
    concepts = tuple(
        Concept(word.lower(), word, (f"Ersatz{word.lower()}", f"Statt{word.lower()}")) for word in RARE
    )
    folder = tmp_path_factory.mktemp("compounds")
    return opened(folder, (*mentions, *parts, *others), Language(concepts, compound_words=COMPOUNDS))


@pytest.mark.parametrize("word", RARE)
def test_a_rare_word_itself_comes_before_its_parts_and_other_words_for_it(
    compounds: Engine, word: str
) -> None:
    assert first(compounds, word) == f"mentions-{word}"
    assert f"other-{word}" in [hit.id for hit in compounds.search(word).hits]


def test_of_few_entries_with_a_word_the_form_that_was_typed_comes_first(tmp_path: Path) -> None:
    documents = (
        Document("singular", "measure", "Angebot", text="Dort steht ein Leihregal."),
        Document("plural", "measure", "Angebot", text="Dort stehen Leihregale."),
        *(Document(f"other-{n}", "measure", "Anderes") for n in range(100)),
    )
    engine = opened(tmp_path, documents, Language())
    assert first(engine, "Leihregal") == "singular"
    assert first(engine, "leihregale") == "plural"
    for query in ("Leihregal", "Leihregale"):
        assert engine.search(query).total == 2


def test_a_frequent_word_does_not_hide_what_is_about_it(tmp_path: Path) -> None:
    about = Document("about", "measure", "Rufbus", "Der Bus auf Bestellung")
    mentions = [
        Document(f"mentions-{n}", "measure", "Angebot", text="Er kommt mit dem Nahverkehr.")
        for n in range(40)
    ]
    language = Language((Concept("bus", "Rufbus", ("Nahverkehr",)),))
    assert first(opened(tmp_path, (about, *mentions), language), "Nahverkehr") == "about"


def test_a_part_that_many_compounds_share_does_not_carry_its_meaning(tmp_path: Path) -> None:
    language = Language(compound_words=("wasser", "werk", "kunst", "markt", "platz", "fest"))
    documents = (
        Document("wasser", "measure", "Angebot", text="Hier geht es um das Wasser."),
        *(Document(f"werk-{n}", "measure", "Kunstwerk", "Ein Kunstwerk") for n in range(2)),
        *(Document(f"other-{n}", "measure", "Anderes") for n in range(50)),
    )
    assert first(opened(tmp_path, documents, language), "Wasserwerk") == "wasser"


@pytest.mark.parametrize(
    "query", ["Ansprechpartner Bachhausen", "Kosten in Bachhausen", "Projekte Bachhausen"]
)
def test_a_query_about_a_place_finds_what_runs_there_before_what_has_its_other_words(
    tmp_path: Path, query: str
) -> None:
    there = [Document(f"there-{n}", "measure", f"Ding {n}", places=("Bachhausen",)) for n in range(5)]
    words = "Ansprechpartner und Kosten der Projekte"
    elsewhere = [Document(f"other-{n}", "measure", words, words, places=("Waldkirchen",)) for n in range(5)]
    engine = opened(tmp_path / "index", there + elsewhere, Language(places=("Bachhausen", "Waldkirchen")))
    hits = engine.search(query, distant=False).hits
    assert {hit.id for hit in hits} == {document.id for document in there}
