"""From documents to an index folder, reusing what an earlier index already holds.

A document's postings depend on itself and the language alone. So an earlier index is taken over as it is:
documents that changed or went are marked deleted, new ones go into a further Whoosh segment, and searching
leaves deleted ones out of every count. Too many segments or deletions: all is written anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from whoosh import index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import IndexWriter

from search.document_terms import DocumentAnalysis
from search.documents import Document
from search.german import German, analyse_language
from search.language import Language
from search.schema import index_schema
from search.stored import (
    ANALYSED_FILE,
    LANGUAGE_FILE,
    Summary,
    read_analysed_words,
    read_record,
    write_record,
)
from search.vocabulary import AnalysedWords, Vocabulary

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

    `reuse` is the folder of an earlier index: what is right in it is taken over. Searching the new one gives exactly
    the answers of an index written from scratch, and all files but those of Whoosh are the same byte for byte.
    `progress` is told after each document how many are done. Of documents with the same id the last one counts.
    Raises OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_id = {document.id: document for document in documents}
    digests = {id_: _digest(document) for id_, document in by_id.items()}
    state = {"code": _code_version(), "language": language.fingerprint()}

    earlier = EarlierIndex.open(reuse, state, digests) if reuse else None
    _empty(folder)
    if earlier:
        earlier.copy_to(folder)
    words = earlier.words if earlier else AnalysedWords(analyse_language(language), Vocabulary(), {})
    analysis = DocumentAnalysis(German(language, words.language), words.written)
    opened = index.open_dir(str(folder)) if earlier else index.create_in(str(folder), index_schema())
    writer = opened.writer(codec=W3Codec(compression=0), limitmb=1024)  # type: ignore[no-untyped-call]
    for number, document in earlier.gone if earlier else ():
        writer.delete_document(number)
        words.vocabulary.remove(analysis.terms(document))
    for done, id_ in enumerate(sorted(by_id), start=1):
        if not earlier or id_ not in earlier.kept:
            _add(writer, by_id[id_], digests[id_], words, analysis)
        if progress:
            progress(done)
    writer.commit(merge=False)
    (folder / LANGUAGE_FILE).write_text(language.to_json(), encoding="utf-8")
    (folder / ANALYSED_FILE).write_text(words.to_json(), encoding="utf-8")
    (folder / _STATE_FILE).write_text(_as_json(state), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class EarlierIndex:
    """An earlier index that can serve: which of its documents are still right, and which are not."""

    folder: Path
    kept: frozenset[str]
    gone: tuple[tuple[int, Document], ...]
    words: AnalysedWords

    @classmethod
    def open(cls, folder: Path, state: dict[str, str], digests: dict[str, str]) -> EarlierIndex | None:
        """The index in a folder; None if there is none, if it differs too much, or if it is in many pieces."""
        try:
            if json.loads((folder / _STATE_FILE).read_text(encoding="utf-8")) != state:
                return None
            words = read_analysed_words(folder)
            size, segments, live = _stored_documents(folder)
        except (OSError, ValueError, index.EmptyIndexError):
            return None
        kept = frozenset(d["id"] for d in live.values() if digests.get(d["id"]) == d["digest"])
        if not kept or size - len(kept) > _MOST_DELETED * size or segments >= _MOST_SEGMENTS:
            return None
        gone = ((n, read_record(d["id"], d["record"])) for n, d in live.items() if d["id"] not in kept)
        return cls(folder, kept, tuple(gone), words)

    def copy_to(self, folder: Path) -> None:
        """Take over its files."""
        for file in self.folder.iterdir():
            if file.is_file() and not file.name.endswith("LOCK"):
                shutil.copyfile(file, folder / file.name)  # not the mode: published files are read-only


def _stored_documents(folder: Path) -> tuple[int, int, dict[int, dict[str, str]]]:
    """How many documents there are with the deleted ones, in how many segments, and what is stored of the others."""
    reader = index.open_dir(str(folder), readonly=True).reader()  # type: ignore[no-untyped-call]
    try:
        return reader.doc_count_all(), len(reader.leaf_readers()), dict(reader.iter_docs())
    finally:
        reader.close()


def _empty(folder: Path) -> None:
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()


@cache
def _code_version() -> str:
    code = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        code.update(file.read_bytes())
    return code.hexdigest()


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _add(
    writer: IndexWriter, document: Document, digest: str, words: AnalysedWords, analysis: DocumentAnalysis
) -> None:
    terms = analysis.terms(document)
    words.vocabulary.add(terms)
    writer.add_document(
        id=document.id,
        digest=digest,
        record=write_record(document),
        folded="\n".join(terms.folded).encode(),
        summary=Summary.of(document).to_json().encode(),
        words=terms.words,
        whole=terms.whole,
        concepts=terms.concepts,
        places=terms.places,
    )
