"""What the benchmarks measure is content that passes the check."""

from __future__ import annotations

from pathlib import Path

from catalogue.checking import check
from catalogue.reading.content import read_content
from search import Document
from tests.benchmarks.left_out_phrases import FEWEST, without_one_phrase
from tests.benchmarks.many_entries import COPIED, copy_content
from tests.small_content import write_small_content


def test_copied_content_holds_every_entry_again_and_passes_the_check(tmp_path: Path) -> None:
    write_small_content(tmp_path / "content")
    entries = copy_content(tmp_path / "content", tmp_path / "thrice", 3)
    once, thrice = read_content(tmp_path / "content"), read_content(tmp_path / "thrice")
    assert [problem for problem in check(thrice) if problem.severity == "error"] == []
    assert len(thrice.files) == entries
    for kind, number in once.counts().items():
        assert thrice.counts()[kind] == (3 * number if kind in COPIED else number)


def test_a_phrase_that_is_asked_is_left_out_of_its_entry_alone() -> None:
    phrases = ("Eimer voll", "Wie voll ist der Eimer?", "Leerung nach Bedarf", "Müll im Park")
    many = Document("eimer", "measure", "Füllstand im Eimer", asked_as=phrases)
    few = Document("bus", "measure", "Rufbus", asked_as=phrases[: FEWEST - 1])
    (less, same), [(_, judged)] = without_one_phrase([many, few])
    assert judged.relevant == {"eimer": 3}
    assert {*less.asked_as, judged.query} == {*phrases}
    assert len(less.asked_as) == FEWEST - 1
    assert same == few
