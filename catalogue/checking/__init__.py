"""Rules across entries: references, duplicates, the folder of a file, curated solutions, licences.

`check` gives all problems of the content, those of reading included. It changes nothing, and it builds nothing.
"""

from catalogue.checking.rules import check

__all__ = ["check"]
