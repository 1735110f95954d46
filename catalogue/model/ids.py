"""How a name becomes an id: in small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def words_of_id(name: str) -> list[str]:
    """The words of the id that a name gives: `Mobilität für Ältere` → mobilitaet, fuer, aeltere."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode())
