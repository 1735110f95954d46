"""Parameters that several canned queries ask for. A term may be given by its id or by its name."""

from __future__ import annotations

from catalogue.edition.canned_queries.canned_query import Parameter
from catalogue.model.entries import Label
from catalogue.model.size_classes import LARGEST_SIZE, SIZES

FIELD = Parameter("feld", Label(de="Handlungsfeld, zum Beispiel Mobilität", en="Field of action"))
STATE = Parameter("land", Label(de="Bundesland, zum Beispiel Bayern", en="Federal state"))
TOPIC = Parameter(
    "thema",
    Label(de="Handlungsfeld oder Art der Lösung, zum Beispiel App", en="Field of action or kind of solution"),
)
PROJECT = Parameter(
    "projekt", Label(de="Kennung des Modellprojekts, zum Beispiel zwoenitz", en="Id of a model project")
)
MUNICIPALITY = Parameter(
    "kommune", Label(de="Kennung der Kommune, zum Beispiel zwoenitz", en="Id of a municipality")
)


def at_least(default: int, what: Label) -> Parameter:
    """A lower bound of what is counted."""
    return Parameter("mindestens", what, str(default))


TOPIC_MEASURES = """
  SELECT l.measure FROM measures_fields l JOIN fields f ON f.id = l.field
   WHERE :thema IN ('', f.id, f.label_de, f.label_en)
   UNION
  SELECT l.measure FROM measures_kinds l JOIN solution_kinds k ON k.id = l.kind
   WHERE :thema IN ('', k.id, k.label_de, k.label_en)
"""
"""The measures of the topic that is asked for."""

_CASES = (
    *(f"WHEN population < {bound} THEN '{name}'" for bound, name in SIZES),
    f"WHEN population IS NOT NULL THEN '{LARGEST_SIZE}' END",
)
SIZE_CLASS = "\n  CASE " + "\n       ".join(_CASES)
"""The id of the size class of a place, as the facet of the search has it."""
