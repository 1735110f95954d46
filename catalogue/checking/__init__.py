"""Rules across entries: what no file alone can tell."""

from catalogue.checking.rules import check

__all__ = ["check"]
