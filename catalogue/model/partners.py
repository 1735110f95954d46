"""The names of organisations: which one holds where several spellings mean the same, and what is no name at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from catalogue.model.entries import Organisation, Partners

LEGAL_FORM = re.compile(
    r"\b(?:g?gmbh(?: & co\.? kg)?|mbh|ag|e\. ?v\.?|eg|ug(?: \(haftungsbeschränkt\))?|aör|kg|se|inc)(?!\w)",
    re.IGNORECASE,
)


def spelt(name: str) -> str:
    """What two spellings of one name have in common, whatever their legal form, hyphens, blanks and capitals."""
    bare = re.sub(r"\W", "", LEGAL_FORM.sub(" ", name).casefold())
    return bare or re.sub(r"\W", "", name.casefold())


@dataclass(frozen=True)
class PartnerNames:
    """What the list of organisations says of names; without a list every name stands for itself."""

    listed: Partners | None

    def official(self, name: str) -> str:
        """The name that holds for a spelling; a name that the list does not know stands for itself."""
        return self._official.get(name.casefold(), name)

    def organisation(self, name: str) -> Organisation | None:
        """What the list says of an organisation, by any of its spellings."""
        return self._organisations.get(self.official(name))

    def is_no_name(self, name: str) -> bool:
        """Whether a text says what somebody is, and not who."""
        return name.casefold() in self._no_names

    def near(self, name: str) -> str | None:
        """The listed name that is almost spelt like one that is not listed."""
        return None if self.organisation(name) else self._near.get(spelt(name))

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {one.name: one for one in (self.listed.organisations if self.listed else ())}

    @cached_property
    def _official(self) -> dict[str, str]:
        return {
            spelling.casefold(): one.name
            for one in self._organisations.values()
            for spelling in (*one.spellings, one.name)
        }

    @cached_property
    def _near(self) -> dict[str, str]:
        return {spelt(spelling): official for spelling, official in self._official.items()}

    @cached_property
    def _no_names(self) -> frozenset[str]:
        return frozenset(text.casefold() for text in (self.listed.no_names if self.listed else ()))


NO_LIST = PartnerNames(None)
