"""Entries become an edition: one immutable folder with the database, the search index and a manifest."""

from catalogue.edition.pipeline import Built, ContentFaulty, Progress, build
from catalogue.edition.reader import Edition, EditionMissing, open_edition

__all__ = ["Built", "ContentFaulty", "Edition", "EditionMissing", "Progress", "build", "open_edition"]
