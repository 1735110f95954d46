"""What Datasette may not do here, as plugins of Datasette.

Loaded with Datasette at its first request, as importing Datasette takes longer than the first page may.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette import hookimpl

SECRET_PRAGMAS = ("database_list",)
"""What SQLite would tell in these is where its files lie."""


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let every query of a secret pragma give no rows."""
    conn.set_authorizer(_authorize)


def _authorize(action: int, name: str | None, *_: Any) -> int:
    secret = action == sqlite3.SQLITE_PRAGMA and name in SECRET_PRAGMAS
    return sqlite3.SQLITE_IGNORE if secret else sqlite3.SQLITE_OK
