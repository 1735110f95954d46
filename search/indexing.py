"""From documents to an index folder, reusing what an earlier index already holds.

A document's postings depend on itself and the language alone. So of an earlier index those parts are taken over in which
no document came, went or changed; the others are written anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from whoosh.index import EmptyIndexError

from search.document_terms import DocumentAnalysis, DocumentTerms
from search.documents import Document
from search.german import German, analyse_language, lexicon_in_bytes
from search.german.lexicon import DICTIONARY
from search.language import Language
from search.parts import PARTS, copy_part, open_parts, part_of, write_part
from search.schema import Posting
from search.stored import (
    ANALYSED_FILE,
    LANGUAGE_FILE,
    LEXICON_FILE,
    STATE_FILE,
    Summary,
    read_analysed_words,
    read_lexicon_from,
    read_record,
    write_record,
)
from search.vocabulary import AnalysedWords, WordCounts

Fields = Mapping[str, Any]
"""What the index holds of a document, by the fields of its schema."""


def write_index(
    documents: Iterable[Document],
    language: Language,
    folder: Path,
    reuse: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> German:
    """Write the index of these documents into an empty or new folder; gives the analysis, which knows all their words.

    `reuse` is the folder of an earlier index: what is right in it is taken over. Every file is the same, byte for byte,
    as in an index written from scratch. `progress` is told after each document how many are done. Of documents with the
    same id the last one counts. Raises OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = _deal(documents)
    state = IndexState.of(parts, language)
    earlier = EarlierIndex.open(reuse, state) if reuse else None
    lexicon_bytes = (reuse and earlier_lexicon(reuse, state.code)) or lexicon_in_bytes()
    lexicon = read_lexicon_from(lexicon_bytes)
    _empty(folder)
    words = earlier.words if earlier else AnalysedWords(analyse_language(language, lexicon), WordCounts(), {})
    german = German(language, words.language, words.written, lexicon=lexicon)
    analysis = DocumentAnalysis(german, words.written)
    for document in earlier.gone() if earlier else ():
        words.vocabulary.remove(analysis.terms(document))
    done = 0
    known = _KnownFields(state) if earlier else None
    for name, part in parts.items():
        if earlier and name not in earlier.outdated:
            copy_part(earlier.folder, name, folder)
        else:
            counted = earlier.kept if earlier else frozenset()
            write_part(folder, name, _fields(part, analysis, words.vocabulary, counted, known))
    if known:
        known.keep()
    for part in parts.values():
        for _ in part:
            done += 1
            progress(done)
    (folder / LANGUAGE_FILE).write_text(_newest_language.as_json(language), encoding="utf-8")
    _newest_words.keep(words, folder / ANALYSED_FILE)
    (folder / LEXICON_FILE).write_bytes(lexicon_bytes)
    (folder / STATE_FILE).write_text(_as_json(asdict(state)), encoding="utf-8")
    return german


def _deal(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """The documents by the names of all parts, both in order."""
    by_id = {document.id: document for document in documents}
    parts: dict[str, list[Document]] = {name: [] for name in PARTS}
    for id_ in sorted(by_id):
        parts[part_of(id_)].append(by_id[id_])
    return parts


def _fields(
    part: Iterable[Document],
    analysis: DocumentAnalysis,
    vocabulary: WordCounts,
    counted: Set[str],
    known: _KnownFields | None,
) -> Iterator[Fields]:
    """What the index holds of documents. Those that are not `counted` yet are added to the vocabulary."""
    for document in part:
        fields = known.of(document.id) if known and document.id in counted else None
        if fields is None:
            terms = analysis.terms(document)
            if document.id not in counted:
                vocabulary.add(terms)
            fields = _fields_of(document, terms)
        if known:
            known.note(document.id, fields)
        yield fields


def _fields_of(document: Document, terms: DocumentTerms) -> Fields:
    return {
        "id": document.id,
        "record": write_record(document),
        "folded": "\n".join(terms.folded).encode(),
        "plain": "\n".join(terms.plain).encode(),
        "summary": Summary.of(document).to_json().encode(),
        "words": {
            word: Posting(weight, word in terms.whole, terms.phrases_with_words.get(word, 0))
            for word, weight in terms.words.items()
        },
        "concepts": {
            concept: Posting(weight, phrases=terms.phrases_with_concepts.get(concept, 0))
            for concept, weight in terms.concepts.items()
        },
        "places": dict.fromkeys(terms.places, Posting(1.0)),
    }


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index was written from: hashes of the code and dictionary, of the language and of every document by its id."""

    code: str
    language: str
    documents: Mapping[str, str]

    @classmethod
    def of(cls, parts: Mapping[str, Sequence[Document]], language: Language) -> IndexState:
        """The state of an index of these documents."""
        digests = {document.id: _digest(document) for part in parts.values() for document in part}
        return cls(_code_version(), language.fingerprint(), digests)


class _KnownFields:
    """What the index holds of the documents of the parts that this process wrote last.

    Whoever works on an entry changes the same part again and again; its other documents need not be analysed each time.
    """

    _last: ClassVar[dict[tuple[str, str], Fields]] = {}

    def __init__(self, state: IndexState) -> None:
        """`state` is that of the index to be written."""
        self._state = state
        self._written: dict[tuple[str, str], Fields] = {}

    def of(self, id_: str) -> Fields | None:
        """What the index holds of a document, if it was written before just as it is."""
        return self._last.get(self._key(id_))

    def note(self, id_: str, fields: Fields) -> None:
        """Note what the index holds of a document."""
        self._written[self._key(id_)] = fields

    def keep(self) -> None:
        """Keep what was noted for the next index, if anything was written; what was known before is forgotten."""
        if self._written:
            type(self)._last = self._written

    def _key(self, id_: str) -> tuple[str, str]:
        return self._state.language, self._state.documents[id_]


class _NewestLanguage:
    """The language of the index that this process wrote last, which mostly is that of the next, and its JSON."""

    def __init__(self) -> None:
        self._kept: tuple[Language, str] | None = None

    def as_json(self, language: Language) -> str:
        """A language as JSON."""
        if self._kept is None or self._kept[0] != language:
            self._kept = language, language.to_json()
        return self._kept[1]


_newest_language = _NewestLanguage()


class _NewestWords:
    """The words of the index that this process wrote last: reading them takes a while, and they change with the next index."""

    def __init__(self) -> None:
        self._kept: tuple[bytes, AnalysedWords] | None = None

    def keep(self, words: AnalysedWords, file: Path) -> None:
        """Write words to a file, and keep them."""
        text = words.to_json().encode()
        file.write_bytes(text)
        self._kept = text, words

    def take(self, folder: Path) -> AnalysedWords:
        """The words of an index, for its taker alone. Raises OSError if there is no index in the folder."""
        kept, self._kept = self._kept, None
        if kept and kept[0] == (folder / ANALYSED_FILE).read_bytes():
            return kept[1]
        return read_analysed_words(folder)


_newest_words = _NewestWords()


@dataclass(frozen=True, slots=True)
class EarlierIndex:
    """An earlier index of the same code and language: which of its documents and parts are still right."""

    folder: Path
    words: AnalysedWords
    kept: frozenset[str]
    """Ids of the documents that are as they were."""
    lost: frozenset[str]
    """Ids of those that changed or are no more."""
    outdated: frozenset[str]
    """Names of the parts in which a document came, went or changed."""

    @classmethod
    def open(cls, folder: Path, state: IndexState) -> EarlierIndex | None:
        """The index in a folder; None if there is none, or none that can serve."""
        try:
            earlier = IndexState(**json.loads((folder / STATE_FILE).read_text(encoding="utf-8")))
            if (earlier.code, earlier.language) != (state.code, state.language):
                return None
            words = _newest_words.take(folder)
            open_parts(folder).close()  # whether all are there, and whole
        except (OSError, ValueError, TypeError, EmptyIndexError):
            return None
        kept = earlier.documents.items() & state.documents.items()
        changed = earlier.documents.items() ^ state.documents.items()
        ids = frozenset(id_ for id_, _ in kept)
        return cls(
            folder,
            words,
            kept=ids,
            lost=frozenset(earlier.documents.keys() - ids),
            outdated=frozenset(part_of(id_) for id_, _ in changed),
        )

    def gone(self) -> Iterator[Document]:
        """The lost documents with their texts, as they were."""
        reader = open_parts(self.folder, set(map(part_of, self.lost)))
        try:
            for stored in reader.all_stored_fields():
                if stored["id"] in self.lost:
                    yield read_record(stored["id"], stored["record"])
        finally:
            reader.close()


def earlier_lexicon(folder: Path, code: str) -> bytes | None:
    """The lexicon of an earlier index of the same code, whatever its language; None if there is none."""
    try:
        state = json.loads((folder / STATE_FILE).read_text(encoding="utf-8"))
        return (folder / LEXICON_FILE).read_bytes() if state["code"] == code else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _empty(folder: Path) -> None:
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()


@cache
def _code_version() -> str:
    code = hashlib.sha256(DICTIONARY.encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        code.update(file.read_bytes())
    return code.hexdigest()


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
