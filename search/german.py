"""German analysis: from text to the stems, parts of compounds, concepts and places that are compared.

Documents and queries go through the same analysis. It knows the words of a `Language` and nothing of
documents, so the analysis of one document never depends on another.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from search.caching import MEBIBYTE, BoundedCache
from search.language import Concept, Language

_STOP_WORDS = """
    aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei
    beim bin bis bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf darin das dass dazu
    dein dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch
    ein eine einem einen einer eines einige er es etwa etwas euch euer für fürs gegen ohne hat habe haben hatte
    hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja je jede jedem
    jeden jeder jedes jetzt kann kein keine keinen keiner man mal mit muss müssen nach neben nicht nichts
    mein noch nun nur ob oder sehr sein seine seinem seinen seiner selbst sich sie sind so solche soll sollen
    hätte sollte sonst sowie über um und uns unser unsere unserem unseren unserer unter viel viele vom von
    vor war waren was weil welche welchem welchen welcher welches wenn wer werden wie wieder will wir wird wo wollen
    worden würde zu zum zur zwischen
    können könnte könnten möchte möchten brauche brauchen braucht suche sucht gibt geht gehen macht machen
    woran womit wofür wodurch warum wieso weshalb wann wohin woher wem wen bereits schon einfach
    kommen kommt statt anstatt einmal mehrere mehrerer zeit wollte weiß wissen merken erst schnell
    eigentlich bitte denn überhaupt lassen lässt bekommen bekommt kriegt kriegen tun tut hätten gerne wurde
    wäre wären würden darf dürfen dürfte müsste müssten sollten bräuchte bräuchten meine meinem meinen meiner
    kenne kennt kostet irgendwie irgendwas irgendwo
    wurden gemacht gerade möglichst genau beispiel beispiele beispielsweise the of and for
"""

_GENERIC_PLACE_WORDS = """
    stadt land kreis landkreis gemeinde verbandsgemeinde amt region bad am an im in der die das und bei ob
    samtgemeinde landeshauptstadt hansestadt smart city smarte digital digitale projekt modellprojekt freie
    universitatsstadt markt ort neu alt unter ober sankt st bezirk kleinstadt landgemeinde grossstadt
    mittelstadt interkommunal kommune kooperation gemeinsam mein meine unser stadte dorf cities zukunft
    main metropolregion regionale regional
"""

WORD = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?(?:[-‐‑/&][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+[+#]*")
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_LINKS = ("", "s", "es", "n", "en", "e", "er", "ns")
KIND_OF_PLACE = "art-des-ortes"  # the concept above all that ask for a place rather than a content
_SAYING = 3  # words; of a longer name more than one must be left to know it by ("was ist los")
_VOWELS = "aeiouy"
_LAST_OF_INFLECTIONS = frozenset("ensr")
_INFLECTIONS = ("e", "en", "n", "s", "es", "er", "ern")
# Known nouns that are also how adjectives and verbs end: automa-tisch, veröffent-licht, einf-ühren.
_ALSO_ENDINGS = ("tisch", "licht", "eltern", "ringe", "uhren", "tier", "sucht", "winden", "wiesen", "gerecht")

MOST_BYTES = 4 * MEBIBYTE
"""What is kept of the analysis of words that no document has: some thousand words."""

_Cuts = tuple[float, list[tuple[int, int]]]


def fold(text: str) -> str:
    """Write a word so that all spellings of it are equal: Bäume, Baeume and baume; Straße and Strasse."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return _UMLAUT_DIGRAPH.sub(r"\1", text)


# "ae", "oe", "ue" stand for umlauts, except after a vowel or q (neue, bauen, Quelle).
_UMLAUT_DIGRAPH = re.compile(r"(?<![aeiouyq])([aou])e")


def stem(folded: str) -> str:
    """Cut the inflection off a folded word. Short words and words with digits stay as they are.

    This cuts less than Snowball does, is ten times as fast, and ranks as well on the judged queries.
    """
    if len(folded) < 4 or not folded.isalpha():
        return folded
    if len(folded) > 8 and folded.endswith("innen"):  # Bürgerinnen
        folded = folded[:-5]
    if folded in _STEMS:
        return _STEMS[folded]
    if folded.endswith(("ung", "ungen")) and not folded.removesuffix("en").endswith(_UNG_IS_ANOTHER_WORD):
        root = folded[: folded.rindex("ung")]
        if len(root) >= 4:
            folded = root
    while len(folded) > 3:
        if len(folded) > 5 and folded.endswith(("em", "er", "es")):
            folded = folded[:-2]
        elif (folded[-1] in "en" and folded[-1] != folded[-2]) or (
            folded[-1] == "s" and folded[-2] in _BEFORE_S
        ):
            folded = folded[:-1]
        else:
            break
    return folded


_BEFORE_S = "bdfghklmnrt"  # after these a final s is an ending: Berg-s, but Haus
# Where cutting would make two different things one (Bürger and Burg, Laden and Lade, Parken and Park), and
# strong verbs of the field.
_STEMS = {
    **dict.fromkeys(("burger", "burgern", "burgers"), "burger"),
    **dict.fromkeys(("trifft", "getroffen"), "treff"),
    **dict.fromkeys(("hilft", "geholfen"), "helf"),
    **dict.fromkeys(("misst", "gemessen"), "mess"),
    **dict.fromkeys(("giesst", "gegossen"), "giess"),
    **dict.fromkeys(("leiht", "geliehen"), "leih"),
    **dict.fromkeys(("spricht", "gesprochen"), "sprech"),
    **dict.fromkeys(("laden", "ladens"), "laden"),
    **dict.fromkeys(("parken", "parkend", "parkende", "parkenden"), "parken"),
}
# Bildung is not Bild, Zeitung not Zeit: without their ending these would be other words.
_UNG_IS_ANOTHER_WORD = (
    "bildung", "zeitung", "sitzung", "richtung", "stiftung", "ordnung", "haltung", "leistung", "stadtplanung",
)  # fmt: skip


_TELLING_IN_NAMES = frozenset(
    ("kein", "keine", "keinen", "ohne", "nicht", "etwas", "viel", "viele", "mehrere", "kommt", "kommen")
)
GENERIC_PLACE_WORDS = frozenset(_GENERIC_PLACE_WORDS.split())
STOP_WORDS = frozenset(fold(word) for word in _STOP_WORDS.split())


Piece = tuple[int, int, str, str, tuple[str, ...], tuple[str, ...], str]
"""Start and end within the word, folded, stem, parts, chunks, joined: the same as in `Word`."""


Name = tuple[str, tuple[str, ...], str, float]
"""A name of the thesaurus: its concept, its stems, the stem of it as one word if it can be, its strength."""


class AnalysedLanguage(NamedTuple):
    """What analysis makes of a language: the words that may be parts of compounds, and the names of concepts."""

    known: tuple[str, ...]
    names: tuple[Name, ...]

    @classmethod
    def from_data(cls, known: Iterable[str], names: Iterable[Sequence[Any]]) -> AnalysedLanguage:
        """One whose tuples may have become lists in JSON."""
        return cls(tuple(known), tuple((concept, tuple(stems), *rest) for concept, stems, *rest in names))


@dataclass(slots=True)
class Word:
    """One word at a place of a text: its stem, and the stems of the parts if it is a compound."""

    start: int
    end: int
    folded: str
    stem: str
    parts: tuple[str, ...] = ()
    chunks: tuple[str, ...] = ()
    joined: str = ""

    @property
    def is_filler(self) -> bool:
        """Whether it may be left out of a name: any stop word but those that turn its meaning (`kein Strom`)."""
        return self.folded in STOP_WORDS and self.folded not in _TELLING_IN_NAMES

    @property
    def is_stop_word(self) -> bool:
        """Whether the word carries no meaning of its own, such as `the`."""
        return self.folded in STOP_WORDS


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` to `last` of a text mean `target`: a concept, or a place."""

    first: int
    last: int
    target: str
    strength: float


class German:
    """Analyses text with the words of a language."""

    def __init__(
        self,
        language: Language,
        analysed: AnalysedLanguage | None = None,
        surfaces: Mapping[str, tuple[Piece, ...]] | None = None,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """Learn the words of the language.

        `analysed` is what `analysed` of an equal language gave, and `surfaces` the analysis of words as they are
        written: both spare doing it again. Of other words as much is kept as fits into `most_bytes`.
        """
        self.concepts: dict[str, Concept] = {c.id: c for c in language.concepts}
        self.kinds_of_place = frozenset(c.id for c in language.concepts if KIND_OF_PLACE in c.broader)
        self._known = frozenset(fold(word) for word in language.compound_words)
        self._places: dict[str, list[tuple[str, ...]]] = {}
        self._place_words: set[str] = set()
        for name in language.names_of_places:
            self._learn_place(name)
        taught = analysed.known if analysed else tuple(self._unsplittable_names())
        self._known |= frozenset(taught)
        self._part_names: dict[str, list[tuple[str, float]]] = {}
        self._surfaces: Mapping[str, tuple[Piece, ...]] = {}
        self._other_surfaces: BoundedCache[str, tuple[Piece, ...]] = BoundedCache(most_bytes, _bytes_of)
        self._names = analysed.names if analysed else tuple(self._read_names())
        self.analysed = AnalysedLanguage(taught, self._names)
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
        self._names_of: dict[str, list[tuple[str, ...]]] = {concept.id: [] for concept in language.concepts}
        for concept_id, stems, whole, strength in self._names:
            self._phrases.setdefault(stems[0], []).append((stems[1:], concept_id, strength))
            self._names_of[concept_id].append(stems)
            if whole:
                self._part_names.setdefault(whole, []).append((concept_id, strength))
        self._phrases_with = {
            first: [((first, *rest), concept, strength) for rest, concept, strength in phrases if rest]
            for first, phrases in self._phrases.items()
        }
        self._name_stems = frozenset(stem for _, stems, _, _ in self._names for stem in stems)
        # What was analysed before the names were known does not know them as parts
        self._other_surfaces = BoundedCache(most_bytes, _bytes_of)
        self._surfaces = surfaces or {}
        self._surfaces_of = _by_stem(self._surfaces)

    def _learn_place(self, name: str) -> None:
        words = tuple(fold(m.group()) for m in _PIECE.finditer(name))
        if not words:
            return
        self._places.setdefault(words[0], []).append(words)
        for word in words:
            if word in GENERIC_PLACE_WORDS or word in STOP_WORDS or len(word) < 3:
                continue
            if len(words) == 1 or not self._is_known(word):  # "Hof" and "Speicher" are also plain words
                self._place_words.add(word)

    def _unsplittable_names(self) -> list[str]:
        """Single-word names of the thesaurus without known parts: they may be parts of compounds."""
        names = {fold(name) for concept in self.concepts.values() for name in concept.names}
        return sorted(n for n in names if n.isalpha() and len(n) > 3 and not self._split(n))

    def _read_names(self) -> Iterator[Name]:
        for concept in self.concepts.values():
            for name in concept.names:
                words = [w for w in self.words(name) if not w.is_filler]
                if words and (len(words) > 1 or len(name.split()) < _SAYING):
                    stems = tuple(w.stem for w in words)
                    whole = words[0].joined or (stems[0] if len(stems) == 1 else "")
                    yield concept.id, stems, whole, EVERYDAY if name in concept.everyday else 1.0

    @property
    def name_stems(self) -> frozenset[str]:
        """The stems that are in names of the thesaurus."""
        return self._name_stems

    @property
    def place_words(self) -> frozenset[str]:
        """The telling words of all names of places, folded."""
        return frozenset(self._place_words)

    def stems_of(self, concept: str) -> list[tuple[str, ...]]:
        """The names of a concept as stems."""
        return self._names_of[concept]

    def is_everyday(self, folded: str) -> bool:
        """Whether the thesaurus or the parts of compounds have this word, whatever else it may name."""
        return folded in self._known or folded in self._name_stems

    def is_place_word(self, folded: str) -> bool:
        """Whether this word is (a telling part of) the name of a place."""
        return folded in self._place_words

    def words(self, text: str) -> list[Word]:
        """Find the words of a text. A hyphenated word gives its pieces, the first knowing the whole."""
        found: list[Word] = []
        for match in WORD.finditer(text):
            start = match.start()
            for a, b, folded, word_stem, parts, chunks, joined in self.pieces(match.group()):
                if folded == "innen" and start and text[start - 1] in ":*_":  # Bürger:innen
                    continue
                found.append(Word(start + a, start + b, folded, word_stem, parts, chunks, joined))
        return found

    def pieces(self, surface: str) -> tuple[Piece, ...]:
        """Analyse one run of letters, digits and hyphens."""
        known = self._surfaces.get(surface) or self._other_surfaces.get(surface)
        if known is None:
            known = tuple(self._analyse_surface(surface))
            self._other_surfaces.put(surface, known)
        return known

    def _analyse_surface(self, surface: str) -> Iterator[Piece]:
        edges = list(_pieces(surface))
        joined = stem(fold("".join(surface[a:b] for a, b in edges))) if len(edges) > 1 else ""
        for a, b in edges:
            folded = fold(surface[a:b])
            yield (a, b, folded, *self._analyse(folded), joined)
            joined = ""

    def word(self, folded: str) -> Word:
        """A folded word as if it stood in a text."""
        return Word(0, len(folded), folded, *self._analyse(folded))

    def is_known(self, word: Word) -> bool:
        """Whether the thesaurus, the parts of compounds or the places have this word as a whole."""
        names = word.stem in self._part_names or word.joined in self._part_names
        return names or self._is_known(word.folded) or word.folded in self._place_words

    def cuts(self, folded: str) -> list[str]:
        """The parts of a folded compound as they stand in it, with linking letters."""
        starts = [start for start, _ in self._split(folded)]
        return [folded[a:b] for a, b in pairwise([*starts, len(folded)])] if starts else []

    @property
    def vocabulary(self) -> set[str]:
        """All words that the language itself has, folded."""
        names = {
            word for names in self.concepts.values() for name in names.names for word in fold(name).split()
        }
        return {w for w in names | self._known | self._place_words if w.isalpha() and w not in STOP_WORDS}

    def surfaces_with(self, stems: Iterable[str]) -> set[str]:
        """The words of all documents that have one of these stems, whole or as a part."""
        return set().union(*(self._surfaces_of.get(stem, ()) for stem in stems))

    def matches(self, text: str) -> Iterator[tuple[int, tuple[Piece, ...]]]:
        """Every word of a text as its start and its analysis: `words`, only faster."""
        for match in WORD.finditer(text):
            yield match.start(), self.pieces(match.group())

    def _analyse(self, folded: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        if folded in self._place_words or (folded.endswith("er") and folded[:-2] in self._place_words):
            return folded, (), ()
        cuts = self._split(folded)
        if not cuts:
            return stem(folded), (), ()
        parts = tuple(stem(folded[a:b]) for a, b in cuts)
        chunks = []
        for i in range(len(cuts)):
            for j in range(i + 1, len(cuts)):
                chunk = stem(folded[cuts[i][0] : cuts[j][1]])
                if j - i + 1 < len(cuts) and chunk in self._part_names:
                    chunks.append(chunk)
        return stem(folded), tuple(dict.fromkeys(parts)), tuple(chunks)

    def _is_known(self, word: str) -> bool:
        """Whether this is a known word or an inflection of one; umlauts are already folded away."""
        known = self._known
        if word in known:
            return True
        if word[-1:] not in _LAST_OF_INFLECTIONS:
            return False
        return any(word.endswith(ending) and word[: -len(ending)] in known for ending in _INFLECTIONS)

    def _split(self, word: str) -> list[tuple[int, int]]:
        """Cut a compound into known words: the fewest, then those with the fewest linking letters.

        The first part may be unknown if a known noun follows. A word that is known itself is not cut.
        """
        if len(word) < 7 or not word.isalpha() or self._is_known(word):
            return []
        n = len(word)
        best: list[_Cuts | None] = [None] * n  # best[i]: the cheapest way to cut word[i:]
        for i in range(n - 3, -1, -1):
            if self._is_known(word[i:]):
                best[i] = (1.0, [(i, n)])
                continue
            for end in range(i + 3, n - 2):
                part = word[i:end]
                if part not in self._known and not (part + "e" in self._known and end - i > 3):
                    continue
                for link in _LINKS:
                    j = end + len(link)
                    if j > n - 3 or not word.startswith(link, end):
                        continue
                    rest = best[j]
                    cost = rest[0] + 1.0 + 0.1 * len(link) if rest else 0.0
                    if rest and (best[i] is None or cost < best[i][0]):  # type: ignore[index]
                        best[i] = (cost, [(i, end), *rest[1]])
        if best[0] and len(best[0][1]) > 1:
            return best[0][1]
        return self._split_after_unknown(word, best)

    @staticmethod
    def _split_after_unknown(word: str, best: list[_Cuts | None]) -> list[tuple[int, int]]:
        for j in range(4, len(word) - 4):
            rest = best[j]
            if rest is None or word[:j].endswith("ge") or word[j:].startswith(_ALSO_ENDINGS):
                continue
            if any(c in _VOWELS for c in word[:j]) and (len(word) - j >= 6 or len(rest[1]) > 1):
                end = j - 1 if word[j - 1] == "s" and j > 4 else j
                return [(0, end), *rest[1]]
        return []

    def concept_spans(self, words: list[Word]) -> list[Span]:
        """Where words or parts of words are names of the thesaurus."""
        content = [i for i, w in enumerate(words) if not w.is_filler]
        spans: list[Span] = []
        for at, i in enumerate(content):
            word = words[i]
            for rest, concept, strength in self._phrases.get(word.stem, ()):
                if not rest:
                    spans.append(Span(i, i, concept, strength))
                elif tuple(words[k].stem for k in content[at + 1 : at + 1 + len(rest)]) == rest:
                    spans.append(Span(i, content[at + len(rest)], concept, strength))
            if word.joined:
                for concept, strength in self._part_names.get(word.joined, ()):
                    spans.append(Span(i, i, concept, strength))
            for part in (*word.parts, *word.chunks):
                for concept, strength in self._part_names.get(part, ()):
                    spans.append(Span(i, i, concept, strength * PART_OF_COMPOUND))
        return spans

    def loose_spans(self, words: list[Word]) -> Iterator[Span]:
        """Names of several words whose words are all there, in any order and with others between.

        Meant for queries: "Amt kommt ins Dorf" is "Amt im Dorf".
        """
        places: dict[str, int] = {}
        for i, word in enumerate(words):
            if not word.is_filler:
                for a_stem in (word.stem, *word.parts):
                    places.setdefault(a_stem, i)
        for first in places:
            for rest, concept, strength in self._phrases_with.get(first, ()):
                if all(other in places for other in rest):
                    for other in rest:
                        yield Span(places[other], places[other], concept, strength * LOOSE)

    def place_spans(self, words: list[Word]) -> Iterator[Span]:
        """Where words are names of places: the longest name, else a telling word of one."""
        i = 0
        while i < len(words):
            best = 0
            for name in self._places.get(words[i].folded, ()):
                n = len(name)
                if n > best and tuple(w.folded for w in words[i : i + n]) == name:
                    best = n
            name_words = [w.folded for w in words[i : i + best]]
            if best and any(w in self._place_words for w in name_words):
                yield Span(i, i + best - 1, place_term(name_words), 1.0)
                i += best
                continue
            folded = words[i].folded
            if folded in self._place_words:
                yield Span(i, i, folded, 1.0)
            elif folded.endswith("er") and folded[:-2] in self._place_words and len(folded) > 5:
                yield Span(i, i, folded[:-2], 1.0)  # "Ulmer", "Zwönitzer"
            i += 1


def _by_stem(surfaces: Mapping[str, tuple[Piece, ...]]) -> dict[str, set[str]]:
    by_stem: dict[str, set[str]] = {}
    for surface, pieces in surfaces.items():
        for _, _, _, its_stem, parts, chunks, joined in pieces:
            for a_stem in (its_stem, *parts, *chunks, joined):
                by_stem.setdefault(a_stem, set()).add(surface)
    return by_stem


def as_piece(
    start: int, end: int, folded: str, stem: str, parts: Iterable[str], chunks: Iterable[str], joined: str
) -> Piece:
    """A piece whose lists may have been read from JSON."""
    return start, end, folded, stem, tuple(parts), tuple(chunks), joined


def _bytes_of(surface: str, pieces: tuple[Piece, ...]) -> int:
    return sys.getsizeof(surface) + sys.getsizeof(pieces) + sum(map(_bytes_of_piece, pieces))


def _bytes_of_piece(piece: Piece) -> int:
    _, _, folded, its_stem, parts, chunks, joined = piece
    return sum(map(sys.getsizeof, (piece, folded, its_stem, parts, chunks, joined, *parts, *chunks)))


EVERYDAY = 0.9
"""What an everyday word for a concept counts, which may mean something else now and then."""

LOOSE = 0.9
"""What a name counts whose words are there but do not stand together."""

PART_OF_COMPOUND = 0.7
"""What a concept counts that is only a part of a compound, against one that stands for itself."""


def place_term(words: Iterable[str]) -> str:
    """The term of a place of several words."""
    return " ".join(words)


def _pieces(surface: str) -> Iterator[tuple[int, int]]:
    """Cut On-Demand and OnDemand alike, but not LoRaWAN or IoT, whose capitals stand too close."""
    for match in _PIECE.finditer(surface):
        piece = match.group()
        cuts = [c.start() for c in _CAMEL.finditer(piece)]
        if cuts and not (all(c >= 2 for c in cuts) and len(piece) - cuts[-1] >= 4 and len(cuts) < 3):
            cuts = []
        edges = [0, *cuts, len(piece)]
        for a, b in pairwise(edges):
            yield match.start() + a, match.start() + b
