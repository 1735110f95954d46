"""From documents to an index folder, reusing what an earlier index already holds.

A document's postings depend on itself and the language alone. So an earlier index is taken over as it is:
documents that changed or went are marked deleted, new ones go into a further Whoosh segment, and searching
leaves deleted ones out of every count. Too many segments or deletions: all is written anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import IndexWriter

from search.caching import MEBIBYTE, BoundedCache
from search.documents import Document
from search.german import WORD, AnalysedLanguage, German, Piece
from search.language import Language
from search.schema import index_schema
from search.vocabulary import Vocabulary, stored_pieces
from search.weights import FIELDS, WEIGHTS

LANGUAGE_FILE = "language.json"
ANALYSED_FILE = "analysed.json"
_STATE_FILE = "state.json"
_MOST_SEGMENTS = 6
_MOST_DELETED = 0.2  # share of the documents


def write_index(
    documents: Iterable[Document],
    language: Language,
    folder: Path,
    reuse: Path | None = None,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the index of these documents into an empty or new folder.

    `reuse` is the folder of an earlier index; searching the new one gives exactly the answers of an index
    written from scratch. `progress` is told after each document how many are done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = {document.id: document for document in documents}
    digests = {id_: _digest(document) for id_, document in records.items()}
    state = {"code": _code_version(), "language": language.fingerprint()}

    old = _Old.open(reuse, state, digests) if reuse else None
    _empty(folder)
    if old:
        old.copy_to(folder)
    german = German(
        language, old.language if old else None, old.surfaces if old else None, most_bytes=WRITING_BYTES
    )
    vocabulary = old.vocabulary if old else Vocabulary()
    storage = index.open_dir(str(folder)) if old else index.create_in(str(folder), index_schema())
    writer = storage.writer(codec=W3Codec(compression=0), limitmb=1024)  # type: ignore[no-untyped-call]
    analysis = DocumentAnalysis(german)
    for docnum, document in old.gone if old else ():
        writer.delete_document(docnum)
        vocabulary.remove(surfaces_of(document), analysis.terms(document)["forms"])
    for done, id_ in enumerate(sorted(records), start=1):
        if not old or id_ not in old.kept:
            document = records[id_]
            terms = analysis.terms(document)
            _add(writer, document, digests[id_], terms)
            vocabulary.add(surfaces_of(document), terms["forms"])
        if progress:
            progress(done)
    writer.commit(merge=False)
    (folder / LANGUAGE_FILE).write_text(language.to_json(), encoding="utf-8")
    analysed = {**german.analysed._asdict(), **vocabulary.to_data(german)}
    (folder / ANALYSED_FILE).write_text(_as_json(analysed), encoding="utf-8")
    (folder / _STATE_FILE).write_text(_as_json(state), encoding="utf-8")


WRITING_BYTES = 512 * MEBIBYTE
"""What is kept of the analysis of words while writing."""


@dataclass(slots=True)
class _Old:
    """An earlier index that can serve: its documents that are still right, and those that are not."""

    folder: Path
    kept: set[str]
    gone: list[tuple[int, Document]]
    vocabulary: Vocabulary
    language: AnalysedLanguage
    surfaces: dict[str, tuple[Piece, ...]]

    @classmethod
    def open(cls, folder: Path, state: dict[str, str], digests: dict[str, str]) -> _Old | None:
        """The index in the folder; None if there is none, if it differs too much, or if it is in many pieces."""
        try:
            if json.loads((folder / _STATE_FILE).read_text(encoding="utf-8")) != state:
                return None
            opened = index.open_dir(str(folder), readonly=True)
            data = read_analysed(folder)
        except (OSError, ValueError, index.EmptyIndexError):
            return None
        reader = opened.reader()  # type: ignore[no-untyped-call]
        try:
            live = dict(reader.iter_docs())
            segments = len(reader.leaf_readers())
        finally:
            reader.close()
        kept = {stored["id"] for stored in live.values() if digests.get(stored["id"]) == stored["digest"]}
        dead = opened.doc_count_all() - len(kept)
        if not kept or dead > _MOST_DELETED * opened.doc_count_all() or segments >= _MOST_SEGMENTS:
            return None
        gone = [
            (n, as_document(d["id"], json.loads(d["record"]))) for n, d in live.items() if d["id"] not in kept
        ]
        return cls(
            folder, kept, gone, Vocabulary.from_data(data), read_analysed_language(data), stored_pieces(data)
        )

    def copy_to(self, folder: Path) -> None:
        """Take over its files."""
        for file in self.folder.iterdir():
            if file.is_file() and not file.name.endswith("LOCK"):
                shutil.copyfile(file, folder / file.name)  # not the mode: published files are read-only


def read_analysed(folder: Path) -> dict[str, Any]:
    """The words that were analysed when the index was written."""
    analysed: dict[str, Any] = json.loads((folder / ANALYSED_FILE).read_text(encoding="utf-8"))
    return analysed


def read_analysed_language(data: dict[str, Any]) -> AnalysedLanguage:
    """The part of the analysed words that the language brought."""
    return AnalysedLanguage.from_data(data["known"], data["names"])


def as_document(id_: str, record: dict[str, Any]) -> Document:
    """The document of a stored record, as far as its texts are concerned."""
    texts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
    }
    return Document(id=id_, **texts)


def _empty(folder: Path) -> None:
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()


@cache
def _code_version() -> str:
    code = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return code.hexdigest()


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _add(writer: IndexWriter, document: Document, digest: str, terms: Terms) -> None:
    record = {
        name: getattr(document, name)
        for name in ("kind", "title", "one_liner", "text", "results", "lessons", "technologies", "partners")
    }
    record |= {"aliases": document.aliases, "terms": document.terms, "places": document.places}
    summary = {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "aliases": document.aliases,
        "facets": {name: list(values) for name, values in document.facets.items()},
        "years": document.years,
        "order": dict(document.order),
        "quality": document.quality,
    }
    writer.add_document(
        id=document.id,
        digest=digest,
        record=_as_json(record),
        summary=_as_json(summary).encode(),
        **terms,
    )


def fields_of(document: Document) -> Iterator[tuple[str, str]]:
    """Every piece of text of a document with the field that it belongs to."""
    for name in FIELDS:
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            if text:
                yield name, text


def surfaces_of(document: Document) -> set[str]:
    """The words of a document as they are written, each once."""
    return {match.group() for _, text in fields_of(document) for match in WORD.finditer(text)}


Terms = dict[str, dict[str, float]]
"""The terms of a document with their weights, by field of the index."""


class DocumentAnalysis:
    """From documents to their terms. Texts that many documents have are read once."""

    def __init__(self, german: German) -> None:
        self._german = german
        self._recurring: BoundedCache[str, _Read] = BoundedCache(RECURRING_BYTES, _bytes_of)

    def terms(self, document: Document) -> Terms:
        """The terms of a document with their weights over all of its fields."""
        german = self._german
        words: dict[str, float] = defaultdict(float)
        concepts: dict[str, float] = defaultdict(float)
        places: dict[str, float] = {}
        forms: dict[str, float] = {}
        read: dict[str, list[_Read]] = defaultdict(list)
        for name, text in fields_of(document):
            read[name].append(self._read_again(text) if name in _RECURRING else _read(text, german))
        for name, texts in read.items():
            field = FIELDS[name]
            norm = 1 - field.by_length + field.by_length * sum(each.length for each in texts) / field.length
            weight = field.weight / norm
            for each in texts:
                if name != "terms":  # the same words in every entry, and known from the vocabularies
                    forms.update(each.forms)
                for term, times in each.words.items():
                    words[term] += weight * times
                for concept, times in each.concepts.items():
                    if concept not in german.kinds_of_place or name not in ("places", "terms"):
                        concepts[concept] += weight * times
                if name == "places":
                    places.update(each.places)
        return {"words": words, "forms": forms, "concepts": concepts, "places": places}

    def _read_again(self, text: str) -> _Read:
        known = self._recurring.get(text)
        if known is None:
            known = _read(text, self._german)
            self._recurring.put(text, known)
        return known


RECURRING_BYTES = 16 * MEBIBYTE
"""What is kept of texts that many documents have."""

_RECURRING = ("terms", "places", "partners")  # fields whose texts are the same in many documents


@dataclass(slots=True)
class _Read:
    """What a text holds, each term with how often it counts."""

    length: int
    words: dict[str, float]
    forms: dict[str, float]
    concepts: dict[str, float]
    places: dict[str, float]


def _bytes_of(text: str, read: _Read) -> int:
    dictionaries = (read.words, read.forms, read.concepts, read.places)
    terms = [term for each in dictionaries for term in each]
    return sum(map(sys.getsizeof, (text, read, *dictionaries, *terms))) + NUMBER_BYTES * len(terms)


NUMBER_BYTES = 24
"""What a number takes that stands in a dictionary."""


def _read(text: str, german: German) -> _Read:
    found = german.words(text)
    words: dict[str, float] = defaultdict(float)
    content = [word for word in found if not word.is_stop_word]
    for word in content:
        words[word.stem] += 1
        if word.joined:
            words[word.joined] += 1
        for part in (*word.parts, *word.chunks):
            words[part] += WEIGHTS.part
    best: dict[tuple[int, int, str], float] = {}
    for span in german.concept_spans(found):
        key = (span.first, span.last, span.target)
        best[key] = max(best.get(key, 0.0), span.strength)
    concepts: dict[str, float] = defaultdict(float)
    for (_, _, concept), strength in best.items():
        concepts[concept] += strength
    places = {}
    for span in german.place_spans(found):
        places[span.target] = 1.0
        for word in found[span.first : span.last + 1]:
            if german.is_place_word(word.folded):
                places[word.folded] = 1.0
    forms = {word.folded: 1.0 for word in content if word.folded.isalpha()}
    return _Read(len(found), words, forms, concepts, places)
