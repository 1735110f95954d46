"""Entries become an edition: one immutable folder with the database, the search index and a manifest.

`build` makes one and switches to it; `open_edition` opens one. Tables, views, search documents, static assets and history
are worked out here, once a build. Nobody asks the database here: that is for `queries`.
"""

from catalogue.edition.pipeline import Built, ContentFaulty, Progress, build
from catalogue.edition.reader import Edition, EditionDamaged, EditionMissing, open_edition

__all__ = [
    "Built",
    "ContentFaulty",
    "Edition",
    "EditionDamaged",
    "EditionMissing",
    "Progress",
    "build",
    "open_edition",
]
