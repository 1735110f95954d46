"""What entries are called in English."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class EnglishName:
    """The English title of an entry and the line that says what it is, each as far as there is one."""

    id: str
    title_en: str | None
    line_en: str | None


def english_names(db: sqlite3.Connection) -> dict[str, EnglishName]:
    """All entries that say something in English, by id; no two of them have the same one (see `checking.duplicates`)."""
    sql = "SELECT id, title_en, line_en FROM entries WHERE coalesce(title_en, line_en) IS NOT NULL"
    return {one.id: one for one in records(db, sql, (), EnglishName)}
