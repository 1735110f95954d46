"""From documents to an index folder, reusing what an earlier index already holds.

A document's postings depend on itself and the language alone. So an earlier index is taken over as it is:
documents that changed or went are marked deleted, new ones go into a further Whoosh segment, and searching
leaves deleted ones out of every count. Too many segments or deletions: all is written anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import IndexWriter

from search.documents import Document
from search.german import German
from search.language import Language
from search.schema import index_schema
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

    kept, gone = _take_over(reuse, folder, state, digests) if reuse else (set(), [])
    if not kept:
        _empty(folder)
        storage = index.create_in(str(folder), index_schema())
    else:
        storage = index.open_dir(str(folder))
    german = _analyser(language, state["language"], folder if kept else None)
    codec = W3Codec(compression=0)  # type: ignore[no-untyped-call]
    writer = storage.writer(codec=codec, limitmb=1024)
    for docnum in gone:
        writer.delete_document(docnum)
    for done, id_ in enumerate(sorted(records), start=1):
        if id_ not in kept:
            _add(writer, records[id_], digests[id_], german)
        if progress:
            progress(done)
    writer.commit(merge=False)
    (folder / LANGUAGE_FILE).write_text(language.to_json(), encoding="utf-8")
    if not kept or german.has_analysed_more:
        (folder / ANALYSED_FILE).write_text(json.dumps(german.analysed()), encoding="utf-8")
        german.keep_analysed()
    (folder / _STATE_FILE).write_text(json.dumps(state), encoding="utf-8")


_analysers: dict[str, German] = {}
"""The analyser of the last language, for a process that writes one index after another."""


def _analyser(language: Language, fingerprint: str, folder: Path | None) -> German:
    """The analysis of a language; what an earlier index in `folder` has analysed need not be analysed again."""
    if fingerprint not in _analysers:
        _analysers.clear()
        _analysers[fingerprint] = German(language, read_analysed(folder) if folder else None)
    return _analysers[fingerprint]


def _take_over(
    old: Path, folder: Path, state: dict[str, str], digests: dict[str, str]
) -> tuple[set[str], list[int]]:
    """Copy the old index if it can serve; tell which of its documents are still right and which are not."""
    try:
        if json.loads((old / _STATE_FILE).read_text(encoding="utf-8")) != state:
            return set(), []
        opened = index.open_dir(str(old))
    except (OSError, ValueError, index.EmptyIndexError):
        return set(), []
    live = dict(_live_documents(opened))
    right = {stored["id"] for stored in live.values() if digests.get(stored["id"]) == stored["digest"]}
    dead = opened.doc_count_all() - len(right)
    if dead > _MOST_DELETED * opened.doc_count_all() or _segments(opened) >= _MOST_SEGMENTS:
        return set(), []
    _empty(folder)
    for file in old.iterdir():
        if file.is_file() and not file.name.endswith("LOCK"):
            shutil.copyfile(file, folder / file.name)  # not the mode: published files are read-only
    return right, [docnum for docnum, stored in live.items() if stored["id"] not in right]


def _segments(opened: index.Index) -> int:
    reader = opened.reader()
    try:
        return len(reader.leaf_readers())
    finally:
        reader.close()


def read_analysed(folder: Path) -> dict[str, Any]:
    """The words that were analysed when the index was written."""
    analysed: dict[str, Any] = json.loads((folder / ANALYSED_FILE).read_text(encoding="utf-8"))
    return analysed


def _live_documents(opened: index.Index) -> Iterator[tuple[int, dict[str, str]]]:
    reader = opened.reader()
    try:
        yield from reader.iter_docs()
    finally:
        reader.close()


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


def _add(writer: IndexWriter, document: Document, digest: str, german: German) -> None:
    terms = weighted_terms(document, german)
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


def weighted_terms(document: Document, german: German) -> dict[str, dict[str, float]]:
    """The terms of a document with their weights over all of its fields."""
    words: dict[str, float] = defaultdict(float)
    concepts: dict[str, float] = defaultdict(float)
    places: dict[str, float] = {}
    forms: dict[str, float] = {}
    read: dict[str, list[_Read]] = defaultdict(list)
    for name, text in fields_of(document):
        read[name].append(_read_again(text, german) if name in _RECURRING else _read(text, german))
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


_RECURRING = ("terms", "places", "partners")  # fields whose texts are the same in many documents


@dataclass(slots=True)
class _Read:
    """What a text holds, each term with how often it counts."""

    length: int
    words: dict[str, float]
    forms: dict[str, float]
    concepts: dict[str, float]
    places: dict[str, float]


def _read_again(text: str, german: German) -> _Read:
    known: _Read | None = german.recurring.get(text)
    if known is None:
        known = german.recurring[text] = _read(text, german)
    return known


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
