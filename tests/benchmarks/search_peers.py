"""Other engines out of the box, on the same documents: what the search must be better than."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import tantivy
from whoosh import fields, index, qparser
from whoosh.analysis import LanguageAnalyzer

from search import Document
from search.evaluation import Search

FIELDS = ("title", "one_liner", "terms", "places", "text", "results", "lessons", "partners", "technologies")
_WORD = re.compile(r"\w+")


def texts(document: Document) -> dict[str, str]:
    """The text of every field."""
    values = {name: getattr(document, name) for name in FIELDS}
    return {name: v if isinstance(v, str) else " . ".join(v) for name, v in values.items()}


def whoosh(documents: Sequence[Document], folder: Path) -> Search:
    """Whoosh with its stock German analyser, BM25F, any of the words."""
    german = LanguageAnalyzer("de")
    schema = fields.Schema(id=fields.ID(stored=True), **{name: fields.TEXT(german) for name in FIELDS})
    folder.mkdir(parents=True)
    writer = index.create_in(str(folder), schema).writer()
    for document in documents:
        writer.add_document(id=document.id, **texts(document))
    writer.commit()
    searcher = index.open_dir(str(folder)).searcher()
    parser = qparser.MultifieldParser(list(FIELDS), schema, group=qparser.OrGroup)

    def search(query: str) -> list[str]:
        return [hit["id"] for hit in searcher.search(parser.parse(query), limit=20)]

    return search


def fts5(documents: Sequence[Document], folder: Path) -> Search:
    """SQLite FTS5 with unicode61 without diacritics, bm25, any of the words."""
    database = sqlite3.connect(":memory:")
    columns = ", ".join(FIELDS)
    database.execute(
        f"CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, {columns},"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    marks = ", ".join("?" * (len(FIELDS) + 1))
    rows = ((document.id, *texts(document).values()) for document in documents)
    database.executemany(f"INSERT INTO entries VALUES ({marks})", rows)

    def search(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(query))
        found = database.execute(
            "SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries) LIMIT 20", (words,)
        )
        return [row[0] for row in found]

    return search


def tantivy_german(documents: Sequence[Document], folder: Path) -> Search:
    """Tantivy with its German stemmer, any of the words."""
    builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="german")
    opened = tantivy.Index(builder.build())
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyser = analyser.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("german"))
    opened.register_tokenizer("german", analyser.build())
    writer = opened.writer()
    for document in documents:
        writer.add_document(tantivy.Document(id=document.id, **texts(document)))
    writer.commit()
    writer.wait_merging_threads()
    opened.reload()
    searcher = opened.searcher()

    def search(query: str) -> list[str]:
        words = " ".join(_WORD.findall(query))
        parsed = opened.parse_query(words, list(FIELDS))
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(parsed, 20).hits]

    return search


PEERS = {
    "Whoosh, stock German analyser": whoosh,
    "SQLite FTS5, unicode61": fts5,
    "Tantivy, German stemmer": tantivy_german,
}
