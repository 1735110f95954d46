"""What is wrong with the content that is being watched (`serve --watch`): told on every page until it is mended.

Otherwise there is never anything to tell. The one who watches is another thread of the same process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask

from catalogue.reading.problems import Problem

MOST_TOLD = 5
"""So many of them are told on a page."""


@dataclass(slots=True)
class Watched:
    """What the watching has found last."""

    faults: tuple[Problem, ...] = ()

    def tell(self, faults: Sequence[Problem]) -> None:
        """Let every page tell these from now on; none if all is well."""
        self.faults = tuple(faults)

    @property
    def told(self) -> tuple[Problem, ...]:
        """Those that a page tells."""
        return self.faults[:MOST_TOLD]


WATCHED = Watched()


def register(app: Flask) -> None:
    """Give all templates what is wrong."""
    app.jinja_env.globals["watched"] = WATCHED
