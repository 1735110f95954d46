"""Transfers: who took over what from whom, as the entries say."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Rows


def transfers(db: sqlite3.Connection) -> Rows:
    """All transfers, by what is transferred and the name of who takes it over."""
    return db.execute(
        """
        SELECT from_kind, from_id, from_title, to_municipality, to_name, federal_state, kind, status, date,
               note, evidence, stated_by
          FROM transfers ORDER BY from_title COLLATE german, from_id, to_name COLLATE german
        """
    ).fetchall()
