"""The answer on who reuses what from whom."""

from __future__ import annotations

from typing import Any

from catalogue.api.answers import TransferListing
from catalogue.api.context import Context
from catalogue.api.operation import address_of_next, page
from catalogue.queries import reuses

TRANSFERS = "/transfers"
FILTERS = ("kind", "status", "origin", "municipality")
"""The fields of a record by which the list is narrowed."""


def transfers(context: Context, asked: Any) -> TransferListing:
    """The reuses that are asked for, by what is reused. Raises Refused for a cursor that is of no use."""
    chosen = {name: set(getattr(asked, name)) for name in FILTERS}
    fitting = [
        reuse
        for reuse in reuses.all_reuses(context.db)
        if all(not values or getattr(reuse, name) in values for name, values in chosen.items())
    ]
    part = page(context, TRANSFERS, asked)
    return TransferListing(
        edition=context.edition,
        total=len(fitting),
        next=address_of_next(context, TRANSFERS, asked, part, len(fitting)),
        items=part.cut(fitting),
    )
