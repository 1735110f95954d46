"""Facts that a measure and its solution share: what the one does not state, it takes over from the other, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from catalogue.facts import shared
from catalogue.facts.fact import Record, Value
from catalogue.facts.wording import Wording
from catalogue.model.entries import Label, Solution
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.sharing import Sharer, Stated, licence, openness, teller

FROM_SOLUTION = Label(de="laut Lösung „{title}“", en="according to the solution “{title}”")
FROM_MEASURE = Label(de="laut Maßnahme „{title}“", en="according to the measure “{title}”")
FROM_PROJECT = Label(de="laut Modellprojekt", en="according to the model project")


@dataclass(frozen=True)  # without slots: `Sharing[X](…)` notes what it is generic over
class Sharing(Generic[Record]):
    """Of whom the records of a kind of entry take facts over."""

    own: Callable[[Record], Sharer]
    others: Callable[[Record], Sequence[Sharer]]
    """The solution of which alone a measure is part, or the measures that are part of a solution alone."""

    def teller(self, one: Record, stated: Stated) -> Sharer:
        """Who states something of the entry."""
        return teller(self.own(one), self.others(one), stated)

    def values(
        self, stated: Stated, told: Callable[[Wording, Sharer], Iterable[Value]]
    ) -> Callable[[Record, Wording], Iterator[Value]]:
        """The values of a fact, told of who states it. Numbers of sources stand only for those of the entry itself."""

        def values(one: Record, words: Wording) -> Iterator[Value]:
            stating = self.teller(one, stated)
            for value in told(words, stating):
                yield value if stating is self.own(one) else replace(value, sources=())

        return values

    def origin(self, stated: Stated) -> Callable[[Record, Wording], Value | None]:
        """From where a fact comes, if not from the entry itself."""

        def origin(one: Record, words: Wording) -> Value | None:
            stating = self.teller(one, stated)
            return None if stating is self.own(one) else told_by(words, stating)

        return origin

    def sources(self, stated: Stated, field: str) -> Callable[[Record], tuple[int, ...]]:
        """The sources of a plain fact, if it is the entry itself that states it."""

        def numbers(one: Record) -> tuple[int, ...]:
            own = self.own(one)
            return shared.noted_for(own, field) if self.teller(one, stated) is own else ()

        return numbers

    def short_openness(self, one: Record, words: Wording) -> Value | None:
        """`quelloffen (EUPL-1.2)`, by who states the one and who the other; nothing of what is not open or not known to be."""
        return shared.short_openness(words, self.teller(one, openness), self.teller(one, licence))


def told_by(words: Wording, entry: Sharer) -> Value:
    """That another entry tells something, leading to it."""
    label = FROM_SOLUTION if isinstance(entry, Solution) else FROM_MEASURE
    text = words.say(label, title=shared.title(words, entry))
    return Value(text, german=False, address=KINDS_BY_NAME[entry.kind].path(entry))


def told_by_project(words: Wording, project_id: str) -> Value:
    """That a model project tells something, leading to it."""
    return Value(words.say(FROM_PROJECT), german=False, address=f"/projekte/{project_id}")
