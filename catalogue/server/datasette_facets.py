"""Facets of lists, of which Datasette's own lead outside `/daten` and work out all columns of a view for each list."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from datasette.facets import ArrayFacet
from datasette.utils import escape_sqlite


class ListFacet(ArrayFacet):  # type: ignore[misc]
    """How often each value stands in the lists of a column."""

    sql: str
    _counting: dict[str, Any] | None = None

    def get_configs(self) -> list[dict[str, Any]]:
        """The columns to count, each once; while one is counted, that one."""
        if self._counting:
            return [self._counting]
        return list({_column(config): config for config in super().get_configs()}.values())

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The counted columns, and those that took too long."""
        whole, chosen = self.sql, self.get_configs()
        counted: list[dict[str, Any]] = []
        late: list[str] = []
        for config in chosen:
            column = escape_sqlite(_column(config))
            self.sql = f"select row_number() over () as number, {column} from ({whole})"
            self._counting = config
            found, missed = await super().facet_results()
            counted += found
            late += missed
        self.sql, self._counting = whole, None
        for value in (value for facet in counted for value in facet["results"]):
            value["toggle_url"] = self._below_base(value["toggle_url"])
        return counted, late

    def _below_base(self, address: str) -> str:
        parts = urlsplit(address)
        path = self.ds.urls.path(parts.path + (f"?{parts.query}" if parts.query else ""))
        return str(self.ds.absolute_url(self.request, path))


def _column(config: dict[str, Any]) -> str:
    named: dict[str, str] = config["config"]
    return named.get("column") or named["simple"]
