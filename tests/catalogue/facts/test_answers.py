"""Four questions decide on reuse; the facts answer them, in few words and in full, and say where no source does."""

from __future__ import annotations

import pytest

from catalogue.facts.answers import answers, in_short
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.questions import Question
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.queries.measure_records import measure_records
from catalogue.queries.solutions import solution_records


@pytest.mark.parametrize(
    ("declared", "records"),
    [(MEASURE_FACTS, measure_records), (SOLUTION_FACTS, solution_records)],
    ids=["measures", "solutions"],
)
def test_lists_tell_in_few_words_what_the_page_begins_with(db, words, declared, records):
    for one in records(db):
        told = answers(facts_in(declared, ShownIn.PAGE, one, words), words)
        assert [answer.question for answer in told] == list(Question)
        on_page = {answer.question: answer.short for answer in told if answer.short}
        assert {short.question: short.value for short in in_short(declared, one, words)} == on_page


@pytest.mark.parametrize("declared", [MEASURE_FACTS, SOLUTION_FACTS], ids=["measure", "solution"])
def test_each_question_is_answered_by_facts_of_the_page(declared):
    answering = [fact for fact in declared if fact.answers]
    assert {fact.answers for fact in answering} == set(Question)
    assert all(ShownIn.PAGE in fact.shown_in for fact in answering)


def test_few_words_are_only_said_of_what_is_told(db, words):
    for one in measure_records(db):
        for fact in facts_in(MEASURE_FACTS, ShownIn.PAGE, one, words):
            assert fact.short is None or fact.values


def test_what_no_source_tells_is_named(db, words):
    (one,) = solution_records(db, ["dipas"])
    cost, needs, *_ = answers(facts_in(SOLUTION_FACTS, ShownIn.PAGE, one, words), words)
    assert (cost.told, cost.short, cost.unanswered) == ([], None, "Keine Quelle nennt einen Betrag")
    assert cost.untold == ["Kosten", "Aufwand"]
    assert needs.short.text == "Personal, Daten, Infrastruktur"
    assert (
        "Geodatendienste der Kommune (Karten, Luftbilder, möglichst 3D-Modell) (Daten)"
        in needs.facts[0].lines
    )


def test_openness_follows_from_an_open_licence(db, words):
    def told(measure_id):
        (one,) = measure_records(db, [measure_id])
        facts = {fact.key: fact for fact in facts_in(MEASURE_FACTS, ShownIn.PAGE, one, words)}
        return facts["open_source"].lines

    assert told("kassel-aurea") == ["ja (so weit die Lizenz reicht)"]
    assert told("suedwestfalen-around-menden") == ["unklar, siehe Lizenz"]
    silent = db.execute("SELECT id FROM measures WHERE licence IS NOT NULL AND open_source IS NULL")
    for row in silent.fetchall():
        assert told(row["id"])
