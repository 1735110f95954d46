"""Which concepts of the thesaurus a short text names, and whether as what it is about or only beside that.

"On-Demand-Kleinbus für Ortsteile" names the bus as its thing; "Stadt-App mit Rufbus" names it beside another. Meant for
titles and the like: of a whole text nobody knows what it is about from the order of its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from search.german import German, Thesaurus, Token
from search.german.thesaurus import read_names

BESIDE = frozenset(
    [
        "mit",
        "samt",
        "inklusive",
        "neben",
        "statt",
        "ohne",
        "nach",
        "auf",
        "in",
        "im",
        "am",
        "an",
        "aus",
        "von",
        "vom",
        "bei",
        "beim",
        "als",
    ]
)
"""Words after which stands what something has, where it is or what it comes from, and not what it is."""

PURPOSE = frozenset(["fur", "zur", "zum", "gegen"])
"""Words, folded, after which stands what something is for."""

Standing = Literal["thing", "purpose", "beside"]
"""How a text names a concept: as what it is, as what that is for, or beside it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a text names a concept, at the place where it does so most plainly."""

    standing: Standing
    by_label: bool
    """Whether with the usual word for it and not a synonym."""


class Namings:
    """Finds the concepts that texts name. Everyday words name none: they may mean something else."""

    def __init__(self, german: German, sought: Mapping[str, Sequence[str]]) -> None:
        """`sought` are the concepts to find by id, each with its vague synonyms: wider or of several meanings, they name none."""
        self._german = german
        named = [
            replace(
                concept,
                synonyms=tuple(name for name in concept.synonyms if name not in sought[concept.id]),
                everyday=(),
                english=(),
            )
            for concept in german.thesaurus.concepts.values()
            if concept.id in sought
        ]
        self._names = Thesaurus(named, read_names(named, self._german.tokens))
        labels = [replace(concept, synonyms=()) for concept in named]
        self._labels = Thesaurus(labels, read_names(labels, self._german.tokens))

    def named_in(self, text: str) -> dict[str, Naming]:
        """The concepts that a text names, by id."""
        tokens = self._german.tokens(text)
        labels = {(span.first, span.target) for span in self._labels.spans(tokens)}
        found: dict[str, Naming] = {}
        for span in sorted(self._names.spans(tokens), key=lambda span: (span.first, span.target)):
            naming = Naming(standing(tokens, span.first), (span.first, span.target) in labels)
            if span.target not in found or plainness(naming) > plainness(found[span.target]):
                found[span.target] = naming
        return found

    def meant_in(self, text: str) -> set[str]:
        """The concepts that any of their words in a text may mean, everyday ones too."""
        return {span.target for span in self._german.thesaurus.spans(self._german.tokens(text))}


def standing(tokens: Sequence[Token], position: int) -> Standing:
    """How what stands at a position is named, by the last such word before it."""
    for token in reversed(tokens[:position]):
        if token.folded in BESIDE:
            return "beside"
        if token.folded in PURPOSE:
            return "purpose"
    return "thing"


def plainness(naming: Naming) -> tuple[int, bool]:
    """Greater for what names a concept more plainly."""
    return ("beside", "purpose", "thing").index(naming.standing), naming.by_label
