"""What a dictionary of German knows of words: whether something is one, and of which noun it is an inflected form.

The dictionary is that of simplemma: a million inflected forms, which take seconds and a hundred megabytes to read. So
it is read once for a user, and what searching needs of it is kept with each index in two megabytes: the forms
of nouns that `stem` alone does not bring together (Bäder, Kitas, Zentren, Ärztin), and the stems of all words as
hashes, of which one in ten thousand may be mistaken for another.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from io import BytesIO
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.german.normalise import fold
from search.german.stem import stem
from search.user_cache import from_user_cache

DICTIONARY = f"simplemma {version('simplemma')}"
"""Where the words come from."""

_MADE_BY = ("lexicon.py", "normalise.py", "stem.py")
"""The modules beside this one whose code decides what the lexicon has."""

_SHORTEST_PART = 4  # letters of a word that is put together with another one
_SHORTEST_LAST_PART = 5  # letters of a form that other words may end with: Gesundheits-zentren
_LINKS = ("", "s", "n", "en", "es", "e")

_BLOCK = 20_000  # forms that are folded at once
_OWN_WORDS = ("daten", "leute", "leuten", "parken")  # no longer plurals of Datum, Mann, and Park
_VERB = "n"  # its last letter in the dictionary
_FORMS_OF_NAMES = ("", "s", "es", "er", "ers", "ern")  # Ulm, Ulms, Ulmer
_LONGEST_PLAIN = 12  # letters; names of places that are other words too are short

Hashes = NDArray[np.uint32]


class Lexicon:
    """The words of a dictionary, all of them folded. It never changes."""

    def __init__(self, singulars: Mapping[str, str], stems: Hashes, plain: Hashes) -> None:
        """`singulars` has the irregular forms of nouns, `stems` those of all words, `plain` short words that are no names.

        The latter two are hashes in order.
        """
        self._singulars = singulars
        self._stems = stems
        self._plain = plain
        self._sought_stems: memoryview = stems.data
        self._sought_plain: memoryview = plain.data

    def stem(self, folded: str) -> str:
        """The stem that all inflected forms of a word share. Names that would seem to be forms of another word stay."""
        singular = self.singular(folded)
        return singular if self._singulars.get(singular) == singular else stem(singular)

    def singular(self, folded: str) -> str:
        """The noun of which a word is an irregular form, also as the last part of a compound; every other as it is."""
        singular = self._singulars.get(folded)
        if singular or self.has(folded):
            return singular or folded
        for cut in range(_SHORTEST_PART, len(folded) - _SHORTEST_LAST_PART + 1):
            last = self._singulars.get(folded[cut:])
            if last and self._may_begin(folded[:cut]):
                return folded[:cut] + last
        return folded

    def has(self, folded: str) -> bool:
        """Whether the dictionary has this word, in whatever form."""
        return _contains(self._sought_stems, _hash(stem(self._singulars.get(folded, folded))))

    def is_plain(self, folded: str) -> bool:
        """Whether the dictionary has this, as it is, as something else than a name: Essen, but not Dresden."""
        return len(folded) <= _LONGEST_PLAIN and _contains(self._sought_plain, _hash(folded))

    def may_be_compound(self, folded: str) -> bool:
        """Whether this is two words of the dictionary in one; now and then a misspelt word looks so too."""
        cuts = range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
        return any(self.has(folded[cut:]) and self._may_begin(folded[:cut]) for cut in cuts)

    def _may_begin(self, part: str) -> bool:
        """Whether a compound may begin so: with a word and the letters that link it to the next one."""
        ends = (len(part) - len(link) for link in _LINKS if part.endswith(link))
        return any(end >= _SHORTEST_PART and self.has(part[:end]) for end in ends)

    def to_bytes(self) -> bytes:
        """Write it so that equal ones give equal bytes."""
        lines = "\n".join(f"{form} {noun}" for form, noun in sorted(self._singulars.items()))
        written = BytesIO()
        np.savez_compressed(written, self._stems, self._plain, np.frombuffer(lines.encode(), np.uint8))
        return written.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Lexicon:
        """The one that `to_bytes` wrote."""
        with np.load(BytesIO(data)) as arrays:
            stems, plain, text = arrays.values()
        for hashes in (stems, plain):
            hashes.setflags(write=False)
        lines = text.tobytes().decode().splitlines()
        return cls(dict(line.split(" ") for line in lines), stems, plain)


EMPTY = Lexicon({}, np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint32))
"""One that knows no words."""


@cache
def lexicon_in_bytes() -> bytes:
    """The lexicon of the whole dictionary as `to_bytes` writes it: made once for a user, which takes seconds."""
    made_by = b"".join(Path(__file__).with_name(module).read_bytes() for module in _MADE_BY)
    return from_user_cache("lexicon", DICTIONARY.encode() + made_by, lambda: from_dictionary().to_bytes())


@cache
def from_cache() -> Lexicon:
    """The lexicon of the whole dictionary."""
    return Lexicon.from_bytes(lexicon_in_bytes())


def from_dictionary() -> Lexicon:
    """That of the whole dictionary; reading it takes some seconds."""
    stem_of = cache(stem)
    stems: set[str] = set()
    plain: set[str] = set()
    names: set[str] = set()
    nouns: set[str] = set()
    irregular: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for form, word, is_noun in _readings():
        if not is_noun:
            stems.add(stem(form))
            plain.add(word)
            others.append((form, word))
            continue
        if form == word:
            names.add(word)
        elif form.removeprefix(word) not in _FORMS_OF_NAMES:
            plain.add(word)
        if form == word or stem(form) == stem_of(word):
            nouns.add(form)
        elif form.isalpha() and not form.endswith(_OWN_WORDS):
            irregular[form] = min(word, irregular.get(form, word), key=lambda noun: (len(noun), noun))
    for form in nouns & irregular.keys():
        del irregular[form]
    for form, word in others:  # guten comes from gut, not from der Gute
        if form in irregular and not word.endswith(_VERB) and stem_of(word) != stem_of(irregular[form]):
            del irregular[form]
    irregular |= _men_of_women(nouns, irregular)
    stems.update(map(stem_of, (*nouns, *irregular.values())))
    irregular |= _like_plain(names - plain, plain)
    return Lexicon(irregular, _hashes(stems), _hashes(w for w in plain if len(w) <= _LONGEST_PLAIN))


def _readings() -> Iterator[tuple[str, str, bool]]:
    """Every form of the dictionary, folded, with the folded word of which it is one and whether that is a noun."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # takes its time, and few need it

    dictionary = DefaultDictionaryFactory().get_dictionary("de")
    fold_once = cache(fold)
    forms = iter(dictionary)
    while block := list(islice(forms, _BLOCK)):
        folded = fold("\n".join(block)).split("\n")  # much faster than one by one
        for form, as_written in zip(folded, block, strict=True):
            word = dictionary[as_written]
            yield form, fold_once(word), word[:1].isupper() and word[1:].islower()


def _men_of_women(nouns: Container[str], plurals: Mapping[str, str]) -> dict[str, str]:
    """Ärztin and Ärztinnen with the noun that is said of everybody: Arzt."""
    men: dict[str, str] = {}
    for plural, woman in plurals.items():
        if plural == woman + "nen" and woman.endswith("in"):
            for man in (woman[:-2], woman[:-2] + "e"):
                if man in nouns:
                    men |= {woman: man, plural: man}
                    break
    return men


def _like_plain(names: Iterable[str], plain: Iterable[str]) -> dict[str, str]:
    """The names that end like an inflection and have the stem of a plain word: Berger, with what is Berger's."""
    stems = set(map(stem, plain))
    alike = [name for name in names if name.endswith("er") and name != stem(name) in stems]
    return {form: name for name in alike for form in (name, name + "s")}


def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _hashes(words: Iterable[str]) -> Hashes:
    return np.array(sorted(set(map(_hash, words))), dtype=np.uint32)


def _contains(hashes: memoryview, sought: int) -> bool:
    at = bisect_left(hashes, sought)  # several times as fast as numpy for a single one
    return at < len(hashes) and hashes[at] == sought
