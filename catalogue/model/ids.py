"""How a name becomes an id or a part of an address: in small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

DISTRICT_DIGITS, MUNICIPALITY_DIGITS = 5, 8
"""So many digits has the key of a district, with which those of its municipalities begin, and the key of a municipality."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def words_of_id(name: str) -> list[str]:
    """The words of the id that a name gives: `Mobilität für Ältere` → mobilitaet, fuer, aeltere."""
    plain = _without_umlauts(unicodedata.normalize("NFC", name))
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode())


def address_of_place(name: str) -> str:
    """A place of the register as it stands in the address of its page: `Rotenburg (Wümme)` → rotenburg.

    Unlike in an id, a letter with an accent parts words: the addresses of places were made so, and they never change.
    """
    return "-".join(re.findall(r"[a-z0-9]+", _without_umlauts(re.sub(r"\s*\(.*", "", name))))


def _without_umlauts(name: str) -> str:
    return name.casefold().translate(_UMLAUTS)


def key_in_address(key: str) -> str:
    """The official key of a place as the address of a search has it: that of a district cannot be taken for a postcode."""
    return f"{key}-kreis" if len(key) == DISTRICT_DIGITS else key
