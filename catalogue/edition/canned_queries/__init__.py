"""Canned queries: questions that researchers, journalists and programme staff ask, each with its SQL.

A query joins by a line in the `QUERIES` of its subject. The edition carries all of them in Datasette's metadata; the
pages that a query names link to it.
"""

from __future__ import annotations

from catalogue.edition.canned_queries import evidence, measures, places, programme, reuse, software
from catalogue.edition.canned_queries.canned_query import CannedQuery, Parameter

CANNED_QUERIES: tuple[CannedQuery, ...] = (
    *measures.QUERIES,
    *reuse.QUERIES,
    *software.QUERIES,
    *places.QUERIES,
    *programme.QUERIES,
    *evidence.QUERIES,
)

__all__ = ["CANNED_QUERIES", "CannedQuery", "Parameter"]
