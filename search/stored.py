"""The folder of an index, as far as it is read: the Whoosh index, and the words in files beside it.

Whoosh's reader has one position in each of its files and fills tables of its own while it is read, so a lock
lets one thread in at a time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermNotFound

from search.caching import MEBIBYTE, BoundedCache
from search.document_terms import fields_of
from search.documents import Document
from search.german import German, Lexicon, from_cache
from search.language import Language
from search.parts import open_parts
from search.schema import BESIDE_WEIGHT
from search.vocabulary import AnalysedWords
from search.weights import FIELDS

LANGUAGE_FILE = "language.json"
ANALYSED_FILE = "analysed.json"
LEXICON_FILE = "lexicon.npz"
STATE_FILE = "state.json"

MOST_BYTES = 16 * MEBIBYTE
"""What is kept of documents that were shown: more than today's take."""

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Bits = NDArray[np.uint16]


class TermPostings(NamedTuple):
    """The documents that have a term, and what is told of it in each (see `schema.Posting`)."""

    documents: Numbers
    weights: Floats
    whole: Mask
    phrases: Bits


@dataclass(frozen=True, slots=True)
class Summary:
    """What filters, counts and orders need of a document; the fields are those of `Document`."""

    id: str
    kind: str
    title: str
    aliases: tuple[str, ...]
    title_en: str
    facets: Mapping[str, tuple[str, ...]]
    years: tuple[int, int] | None
    order: Mapping[str, str | float]
    quality: float
    explains: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, the title first."""
        return tuple(name for name in (self.title, *self.aliases, self.title_en) if name)

    @classmethod
    def of(cls, document: Document) -> Summary:
        """The summary of a document."""
        return cls(*(getattr(document, each.name) for each in fields(cls)))

    def to_json(self) -> str:
        """Write it, as short as can be."""
        return json.dumps(
            [getattr(self, each.name) for each in fields(self)], ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str | bytes) -> Summary:
        """Read what `to_json` wrote."""
        id_, kind, title, aliases, title_en, facets, years, *rest = json.loads(text)
        terms = {name: tuple(values) for name, values in facets.items()}
        period = tuple(years) if years else None
        return cls(id_, kind, title, tuple(aliases), title_en, terms, period, *rest)


def read_language(folder: Path) -> Language:
    """The language that the index was written with. Raises OSError if there is no index in the folder."""
    return _language((folder / LANGUAGE_FILE).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _language(text: str) -> Language:
    """Kept for the next edition, which mostly has the same."""
    return Language.from_json(text)


def read_analysed_words(folder: Path) -> AnalysedWords:
    """What was analysed when the index was written. Raises OSError if there is no index in the folder."""
    return AnalysedWords.from_json((folder / ANALYSED_FILE).read_text(encoding="utf-8"))


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon that the index was written with. Raises OSError if there is no index in the folder."""
    return read_lexicon_from((folder / LEXICON_FILE).read_bytes())


@lru_cache(maxsize=1)
def read_lexicon_from(data: bytes) -> Lexicon:
    """The lexicon in the bytes of its file, kept for the next edition, which mostly has the same."""
    return Lexicon.from_bytes(data)


def read_german(language: Language, folder: Path | None = None) -> German:
    """The analysis with a language. What an index in the folder has analysed with the same one is not analysed again."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        if folder and _is_of(language, folder):
            return read_german_of(folder, language)
    return German(language, lexicon=from_cache())


def read_german_of(folder: Path, language: Language | None = None) -> German:
    """The analysis that made the index in a folder; `language` is its own, if that is read already. Raises OSError."""
    words = read_analysed_words(folder)
    return German(
        language or read_language(folder), words.language, words.written, lexicon=read_lexicon(folder)
    )


def _is_of(language: Language, folder: Path) -> bool:
    state = json.loads((folder / STATE_FILE).read_text(encoding="utf-8"))
    return bool(state["language"] == language.fingerprint())


def write_record(document: Document) -> str:
    """The kind and the texts of a document, for showing it."""
    record = {name: getattr(document, name) for name in ("kind", *FIELDS)}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def read_record(id_: str, record: str) -> Document:
    """The document that `write_record` wrote, with nothing but its kind and texts."""
    texts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(record).items()
    }
    return Document(id=id_, **texts)


class StoredIndex:
    """Documents are numbered from 0 to `size - 1`, as Whoosh does."""

    def __init__(self, folder: Path) -> None:
        """Open the index. Raises whoosh.index.EmptyIndexError if there is none in the folder."""
        self._reader = open_parts(folder)
        self._leaves = [(leaf, base) for leaf, base in self._reader.leaf_readers()]
        self._lock = Lock()
        self._documents: BoundedCache[int, Document] = BoundedCache(MOST_BYTES, _bytes_of)
        self.size: int = self._reader.doc_count_all()
        self._folded = self._reader.column_reader("folded") if self.size else ()

    def close(self) -> None:
        """Let go of the files; whatever is read after this raises whoosh.reading.ReaderClosed."""
        with self._lock:
            self._reader.close()

    def postings(self, field: str, term: str) -> TermPostings:
        """The documents that have the term, and what is told of it in each; all empty if none has it."""
        documents: list[int] = []
        weights: list[float] = []
        beside: list[bytes] = []
        with self._lock:
            for leaf, base in self._leaves:
                try:
                    matcher: Any = leaf.postings(field, term.encode())
                except TermNotFound:
                    continue
                while matcher.is_active():
                    documents.append(base + matcher.id())
                    weights.append(matcher.weight())
                    beside.append(matcher.value())
                    matcher.next()
        whole_and_phrases = np.frombuffer(b"".join(beside), dtype=BESIDE_WEIGHT)
        return TermPostings(
            _read_only(np.array(documents, dtype=np.int64)),
            _read_only(np.array(weights, dtype=np.float32)),
            _read_only(whole_and_phrases["whole"].copy()),
            _read_only(whole_and_phrases["phrases"].copy()),
        )

    def frequency(self, field: str, term: str) -> int:
        """In how many documents the term is: much faster than reading its postings."""
        with self._lock:
            return int(self._reader.doc_frequency(field, term.encode()))

    def summaries(self) -> list[Summary]:
        """The summary of every document."""
        with self._lock:
            column = self._reader.column_reader("summary") if self.size else ()
            return [Summary.from_json(column[n]) for n in range(self.size)]

    def folded_texts(self, number: int) -> str:
        """The texts of a document as `folded_text` gives them, each in a line."""
        with self._lock:
            folded: bytes = self._folded[number]
        return folded.decode()

    def plain_terms(self) -> dict[str, str]:
        """The terms of every document for a full-text index that knows no German, by id."""
        with self._lock:
            column = self._reader.column_reader("plain") if self.size else ()
            ids = (self._reader.stored_fields(number)["id"] for number in range(self.size))
            return {id_: column[number].decode() for number, id_ in enumerate(ids)}

    def document(self, number: int) -> Document:
        """A document with its texts; without its facets, years, orders and quality, which its summary has."""
        return self._documents.get_or_make(number, self._read)

    def _read(self, number: int) -> Document:
        with self._lock:
            stored = self._reader.stored_fields(number)
        return read_record(stored["id"], stored["record"])


def _bytes_of(number: int, document: Document) -> int:
    texts = [text for _, text in fields_of(document)]
    return sum(map(sys.getsizeof, (number, document, *texts)))


Array = TypeVar("Array", bound=NDArray[Any])


def _read_only(array: Array) -> Array:
    array.setflags(write=False)
    return array
