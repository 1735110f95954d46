"""What an entry says that cannot be true, whatever its sources say: a key of another state, more than the whole.

What is not true yet, since it lies in the future, depends on the day of the check: see `checking.future`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from catalogue.model.entries import Entry, Measure, Municipality, Project
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.values_in_data import Data, parts, text
from catalogue.reading.yaml_values import Values

STATES = (
    "schleswig-holstein",
    "hamburg",
    "niedersachsen",
    "bremen",
    "nordrhein-westfalen",
    "hessen",
    "rheinland-pfalz",
    "baden-wuerttemberg",
    "bayern",
    "saarland",
    "berlin",
    "brandenburg",
    "mecklenburg-vorpommern",
    "sachsen",
    "sachsen-anhalt",
    "thueringen",
)
"""The states in the order of the first two digits of official municipality keys, from 01."""

WHOLE_PERCENT = Decimal("100.5")
"""Shares may sum to this, since sources round them."""

ROUNDED = Decimal("0.1")
"""So much of the whole may two funders' amounts and shares differ, since sources round them."""


def implausible(model: type[Entry], values: Values) -> Iterator[Flaw]:
    """Every statement of an entry of the model that cannot be true."""
    if model is Municipality:
        yield from _state(values.data, values)
    if model in (Measure, Project):
        yield from _shares(values.data, values)
        yield from _amounts_of_shares(values.data, values)


def _state(data: Data, values: Values) -> Iterator[Flaw]:
    key, state = text(data, "ags"), text(data, "federal_state")
    if not key[:2].isdecimal() or not state:
        return
    number = int(key[:2])
    meant = STATES[number - 1] if 1 <= number <= len(STATES) else None
    if meant is None:
        message = (
            f"Ein Gemeindeschlüssel beginnt mit 01 bis {len(STATES)}, nicht mit {key[:2]}. Prüfen Sie ihn."
        )
        yield Flaw(*values.position(("ags",)), "ags-of-other-state", message)
    elif state in STATES and meant != state:
        message = (
            f"Ein Gemeindeschlüssel mit {key[:2]} am Anfang liegt in {shown(meant)}, „federal_state“ ist aber "
            f"{shown(state)}. Prüfen Sie beide."
        )
        yield Flaw(*values.position(("ags",)), "ags-of-other-state", message)


def _shares(data: Data, values: Values) -> Iterator[Flaw]:
    """Shares of one purpose are not more than the whole; told at the one that exceeds it."""
    sums: dict[str, Decimal] = {}
    for n, funding in parts(data, "funding"):
        purpose = text(funding, "purpose").casefold()
        try:
            share = Decimal(text(funding, "share_percent") or "0")
        except InvalidOperation:
            continue
        if not share.is_finite() or not 0 <= share <= 100:
            continue
        before, sums[purpose] = sums.get(purpose, Decimal(0)), sums.get(purpose, Decimal(0)) + share
        if before <= WHOLE_PERCENT < sums[purpose]:
            message = f"Die Anteile ergeben zusammen {sums[purpose]:f} Prozent. Prüfen Sie sie, oder nennen Sie unter „purpose“, wofür jeder gilt."
            yield Flaw(*values.position(("funding", n, "share_percent")), "shares-exceed", message)


def _amounts_of_shares(data: Data, values: Values) -> Iterator[Flaw]:
    """Amount and share of each funder come to about the same whole; told at the share of the first that differs."""
    wholes: dict[str, tuple[Decimal, str]] = {}
    for n, funding in parts(data, "funding"):
        purpose = text(funding, "purpose").casefold()
        amount, share = _positive(text(funding, "amount_eur")), _positive(text(funding, "share_percent"))
        if not amount or not share:
            continue
        told = f"{amount:f} Euro als {share:f} Prozent"
        whole, earlier = wholes.setdefault(purpose, (amount / share, told))
        if abs(amount / share - whole) > ROUNDED * whole:
            message = (
                f"{told} und {earlier} ergeben nicht das gleiche Ganze. Prüfen Sie Beträge und Anteile, oder nennen Sie unter "
                "„purpose“, wofür jeder gilt."
            )
            yield Flaw(*values.position(("funding", n, "share_percent")), "shares-differ", message)
            return


def _positive(number: str) -> Decimal | None:
    """The number, if it is one above zero."""
    return (
        Decimal(number) if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,6})?", number) and Decimal(number) else None
    )
