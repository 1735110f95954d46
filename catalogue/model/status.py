"""When a stated status can no longer be right: the measure says itself that it has ended by now.

`end` of a measure is the last day, month or year of its realisation within the model project. What runs on afterwards has
the status `betrieb`, what is done has `abgeschlossen`, what was given up has `eingestellt`; a status before that is outdated
once the end has passed.
"""

from __future__ import annotations

from datetime import date

from catalogue.model.days import last_day

PLANNED = ("idee", "planung")
"""Statuses of what has not begun: its start is one that someone intends."""

UNFINISHED = (*PLANNED, "umsetzung", "pilot")
"""Statuses of what has not come to its end."""


def is_outdated(status: str, end: str | None, today: date) -> bool:
    """Whether a measure still counts as unfinished although its end has passed."""
    return status in UNFINISHED and end is not None and last_day(end) < today
