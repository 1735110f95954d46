"""The answers to the questions that decide on reuse, as far as the facts of an entry give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.facts.fact import DeclaredFact, Fact, Record, Value
from catalogue.facts.questions import QUESTIONS, SHORT_LABELS, UNANSWERED, Question
from catalogue.facts.wording import Wording


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with the facts that answer it, told or not."""

    question: Question
    label: str
    facts: list[Fact]
    unanswered: str
    """What to say where no source answers it in few words."""

    @property
    def told(self) -> list[Fact]:
        """The facts that a source tells."""
        return [fact for fact in self.facts if fact.values]

    @property
    def untold(self) -> list[str]:
        """The labels of the facts that decide and that no source tells."""
        return [fact.label for fact in self.facts if fact.decides and not fact.values]

    @property
    def short(self) -> Value | None:
        """The answer in a few words, if there are any."""
        return next((fact.short for fact in self.facts if fact.short), None)


def answers(facts: Sequence[Fact], words: Wording) -> list[Answer]:
    """The answers of an entry, in the order of the questions; facts that answer none are left out."""
    return [
        Answer(
            question,
            words.say(label),
            [fact for fact in facts if fact.answers is question],
            words.say(UNANSWERED[question]),
        )
        for question, label in QUESTIONS.items()
    ]


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The answer to a question in a few words, as lists tell it."""

    question: Question
    label: str
    value: Value


def in_short(declared: Sequence[DeclaredFact[Record]], record: Record, words: Wording) -> list[ShortAnswer]:
    """The answers of an entry in a few words each, as `Answer.short` tells them; those without any are left out."""
    shorts: list[ShortAnswer] = []
    for question, label in SHORT_LABELS.items():
        told = (one.short(record, words) for one in declared if one.answers is question)
        found = next((short for short in told if short), None)
        if found:
            shorts.append(ShortAnswer(question, words.say(label), found))
    return shorts
