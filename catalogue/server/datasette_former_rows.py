"""Rows of entries that were renamed or retired: their addresses lead to today's row, or say why there is none."""

from __future__ import annotations

from typing import Any

from datasette import Response
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import Request
from datasette.views.base import DatasetteError

from catalogue.edition.tables import plural
from catalogue.model.kinds import KINDS
from catalogue.queries.former_ids import former_id

KIND_OF_TABLE = {plural(kind.name): kind.name for kind in KINDS}

GONE = 410
TITLE = "Diesen Eintrag gibt es nicht mehr"


async def former_row(datasette: Any, request: Request) -> Response | None:
    """The way to the row that a former id has today; nothing for an id that none had.

    Raises DatasetteError with the status 410 for one that was retired.
    """
    asked = request.url_vars
    kind = KIND_OF_TABLE.get(tilde_decode(asked.get("table") or ""))
    if kind is None or not asked.get("pks"):
        return None
    database, entry = datasette.get_database(), tilde_decode(asked["pks"])
    former = await database.execute_fn(lambda db: former_id(db, kind, entry))
    if former is None:
        return None
    if former.entry is None:
        instead = ", ".join(one.id for one in former.instead)
        told = f"{former.reason} ({former.date})" + (f". Stattdessen: {instead}" if instead else "")
        raise DatasetteError(told, title=TITLE, status=GONE)
    row = datasette.urls.row(database.name, plural(kind), tilde_encode(former.entry), asked.get("format"))
    query = request.query_string
    return Response.redirect(f"{row}?{query}" if query else str(row), status=301)
