"""That facts name only sources that their entry has, and that every source with a key is named by a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from catalogue.model.values import SourceReference
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown, suggestion
from catalogue.reading.values_in_data import Data, parts, text
from catalogue.reading.yaml_values import Values

if TYPE_CHECKING:
    from catalogue.reading.entry_file import Mention

NO_KEY = "Geben Sie der Quelle unter „sources“ diesen Kurznamen („key“), oder löschen Sie die Angabe."


def citation_flaws(mentions: Sequence[Mention], values: Values) -> Iterator[Flaw]:
    """Keys that no source has, and keys of sources that no fact names."""
    data: Data = values.data
    keys = {text(source, "key"): n for n, source in parts(data, "sources") if text(source, "key")}
    named = [mention for mention in mentions if isinstance(mention.target, SourceReference)]
    for mention in named:
        if mention.value not in keys:
            message = f"Eine Quelle {shown(mention.value)} hat dieser Eintrag nicht. "
            yield Flaw(*mention.position, "unknown-source", message + suggestion(mention.value, keys, NO_KEY))
    unnamed = keys.keys() - {mention.value for mention in named}
    for key in sorted(unnamed, key=keys.__getitem__) if not values.incomplete else ():
        message = (
            f"Keine Angabe nennt die Quelle {shown(key)}. Schreiben Sie „source: {key}“ zu den Angaben, die dort stehen, "
            "oder löschen Sie „key“."
        )
        yield Flaw(*values.position(("sources", keys[key], "key")), "source-not-named", message, "warning")
