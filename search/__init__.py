"""Finding: documents in, hits out. Knows nothing of Flask, SQLite or files of content."""

from search.documents import (
    Answer,
    Document,
    Hit,
    Match,
    PlaceWithoutEntry,
    Relaxation,
    Segments,
    Suggestion,
    plain_text,
)
from search.engine import Engine, open_index
from search.evaluation import Evaluation, Judgment, Quality, evaluate
from search.german import German
from search.indexing import write_index
from search.language import Concept, KnownPlace, Language
from search.plain_index import plain_documents, read_plain_terms
from search.plain_terms import PlainTerms
from search.stored import read_german

__all__ = [
    "Answer",
    "Concept",
    "Document",
    "Engine",
    "Evaluation",
    "German",
    "Hit",
    "Judgment",
    "KnownPlace",
    "Language",
    "Match",
    "PlaceWithoutEntry",
    "PlainTerms",
    "Quality",
    "Relaxation",
    "Segments",
    "Suggestion",
    "evaluate",
    "open_index",
    "plain_documents",
    "plain_text",
    "read_german",
    "read_plain_terms",
    "write_index",
]
