"""Which requests reach Datasette: those that it can answer in bounded time."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import Request
from datasette.views.base import DatasetteError

from catalogue.server.asgi import Application, Receive, Scope, Send
from catalogue.server.datasette_answers import amended
from catalogue.server.datasette_columns import showing_sorted_column
from catalogue.server.datasette_errors import TITLE, answer
from catalogue.server.sql_limits import whole_answers

MOST_PARAMETERS = 100
MOST_FACETS = 10
"""Each may take as long as `facet_time_limit_ms`."""

LONGEST_SQL = 10_000
LONGEST_GAP = 200
"""Characters of a query, and of white space at a stretch. Before Datasette runs a query it reads it with regular
expressions that take the square of these, and meanwhile answers nobody."""

EMPTY_SEARCH = re.compile(rb"(?<![^&])_search=(?:&|$)")
"""What a form sends whose field for searching was left empty, and no question for nothing."""

GAP = re.compile(rf"\s{{{LONGEST_GAP}}}")


class Gate:
    """Datasette behind its bounds."""

    def __init__(self, datasette: Any, app: Application) -> None:
        self._datasette = datasette
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        whole_answers.set("." in scope["path"].rpartition("/")[2])
        send = amended(send, scope, self._datasette.setting("base_url"))
        scope = {**scope, "query_string": EMPTY_SEARCH.sub(b"", scope["query_string"])}
        if why := refusal(scope["query_string"]):
            error = DatasetteError(why, title=TITLE, status=400)
            response = await answer(self._datasette, Request(scope, receive), error)
            await response.asgi_send(send)
        else:
            query = await showing_sorted_column(self._datasette, scope["path"], scope["query_string"])
            await self._app({**scope, "query_string": query}, receive, send)


def refusal(query: bytes) -> str | None:
    """Why the query of an address asks for too much, and what to do; nothing if it does not."""
    try:
        pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        return f"Die Adresse nennt mehr als {MOST_PARAMETERS} Werte. Lassen Sie einige weg oder schreiben Sie SQL."
    if sum(name.startswith("_facet") for name, _ in pairs) > MOST_FACETS:
        return f"Die Adresse nennt mehr als {MOST_FACETS} Facetten. Lassen Sie einige weg."
    for name, value in pairs:
        if name in ("sql", "_where") and len(value) > LONGEST_SQL:
            return f"Die Abfrage hat mehr als {LONGEST_SQL} Zeichen. Kürzen Sie sie oder teilen Sie sie auf."
        if name in ("sql", "_where") and GAP.search(value):
            return f"In der Abfrage stehen {LONGEST_GAP} Leerzeichen hintereinander. Lassen Sie sie weg."
    return None
