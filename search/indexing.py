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
from typing import Any

from whoosh.index import EmptyIndexError

from search.document_terms import DocumentAnalysis
from search.documents import Document
from search.german import German, Lexicon, analyse_language, lexicon_in_bytes
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
    read_record,
    write_record,
)
from search.vocabulary import AnalysedWords, WordCounts


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
    lexicon = Lexicon.from_bytes(lexicon_bytes)
    _empty(folder)
    words = earlier.words if earlier else AnalysedWords(analyse_language(language, lexicon), WordCounts(), {})
    german = German(language, words.language, words.written, lexicon=lexicon)
    analysis = DocumentAnalysis(german, words.written)
    for document in earlier.gone() if earlier else ():
        words.vocabulary.remove(analysis.terms(document))
    done = 0
    for name, part in parts.items():
        if earlier and name not in earlier.outdated:
            copy_part(earlier.folder, name, folder)
        else:
            counted = earlier.kept if earlier else frozenset()
            write_part(folder, name, _fields(part, analysis, words.vocabulary, counted))
        for _ in part:
            done += 1
            progress(done)
    (folder / LANGUAGE_FILE).write_text(language.to_json(), encoding="utf-8")
    (folder / ANALYSED_FILE).write_text(words.to_json(), encoding="utf-8")
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
    part: Iterable[Document], analysis: DocumentAnalysis, vocabulary: WordCounts, counted: Set[str]
) -> Iterator[dict[str, Any]]:
    """What the index holds of documents. Those that are not `counted` yet are added to the vocabulary."""
    for document in part:
        terms = analysis.terms(document)
        if document.id not in counted:
            vocabulary.add(terms)
        yield {
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
            words = read_analysed_words(folder)
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
