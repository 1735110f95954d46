"""Which words of a text are names of places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from search.german.normalise import fold
from search.german.stop_words import STOP_WORDS
from search.german.tokenise import PIECE
from search.german.tokens import Span, Token

_GENERIC_PLACE_WORDS = """
    stadt land kreis landkreis gemeinde verbandsgemeinde amt region bad am an im in der die das und bei ob
    samtgemeinde landeshauptstadt hansestadt smart city smarte digital digitale projekt modellprojekt freie
    universitatsstadt markt ort neu alt unter ober sankt st bezirk kleinstadt landgemeinde grossstadt
    mittelstadt interkommunal kommune kooperation gemeinsam mein meine unser stadte dorf cities zukunft
    main metropolregion regionale regional
"""
_GENERIC = frozenset(_GENERIC_PLACE_WORDS.split())
_ADDITION = re.compile(r"\s*\(.*")
_SHORTEST = 3  # letters of a telling word
_SHORTEST_OF_INHABITANT = 6  # letters: "Ulmer" is too short to be sure of


class PlaceNames:
    """Names of places. A word of a name tells if it hardly means anything else: `Altstadt am Berg` by Altstadt."""

    def __init__(self, names: Iterable[str], is_common: Callable[[str], bool]) -> None:
        """`is_common` tells of a folded word whether it is a plain word too; alone it is a place all the same.

        What stands in brackets tells one place from another of the same name, which is known without.
        """
        self.is_common = is_common
        self._names: dict[str, list[tuple[str, ...]]] = {}
        telling: set[str] = set()
        all_names = (name for full in names for name in (full, _ADDITION.sub("", full)))
        for name in dict.fromkeys(all_names):
            words = tuple(fold(match.group()) for match in PIECE.finditer(name))
            if words:
                self._names.setdefault(words[0], []).append(words)
            alone = len(words) == 1
            telling.update(w for w in words if _may_tell(w) and (alone or not is_common(w)))
        self.words = frozenset(telling)
        """The telling words of all names, folded."""
        self._alone = frozenset(w for n in self._names.values() for (w, *more) in n if not more)

    def has(self, folded: str) -> bool:
        """Whether a word is (a telling part of) a name or what is of such a place: Ulm, Ulmer."""
        return folded in self.words or self._is_of_one(folded)

    def _is_of_one(self, folded: str) -> bool:
        """Whether this is what or who is of a place; nobody is of Burg or Berg, who may be Bürger or Herr Berger."""
        place = folded[:-2]
        return folded.endswith("er") and place in self.words and not self.is_common(place)

    def telling(self, name: Sequence[str]) -> list[str]:
        """The words by which alone the place may be meant: of `Kirchheim bei München` the first, as München is another."""
        words = [word for word in name if _may_tell(word)]
        return [w for w in words if w in self.words and (len(words) == 1 or w not in self._alone)]

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Where words are names of places: the longest name, else a telling word of one."""
        at = 0
        while at < len(tokens):
            folded = tokens[at].folded
            name = self._longest_name(tokens, at) if folded in self._names else ()
            if len(name) > 1 or (name and folded in self.words):
                yield Span(at, at + len(name) - 1, " ".join(name), 1.0)
                at += len(name)
                continue
            if folded in self.words:
                yield Span(at, at, folded, 1.0)
            elif len(folded) >= _SHORTEST_OF_INHABITANT and self._is_of_one(folded):
                yield Span(at, at, folded[:-2], 1.0)
            at += 1

    def _longest_name(self, tokens: Sequence[Token], at: int) -> tuple[str, ...]:
        """The words of the longest name that begins here; none if none does."""
        longest: tuple[str, ...] = ()
        for name in self._names[tokens[at].folded]:
            if len(name) > len(longest) and tuple(t.folded for t in tokens[at : at + len(name)]) == name:
                longest = name
        return longest


def _may_tell(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _GENERIC and word not in STOP_WORDS
