"""What can be wrong with an edition, told in one German sentence each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DamageKind(StrEnum):
    """A kind of damage."""

    GONE = "gone"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    MALFORMED = "malformed"
    FORMAT = "format"
    SIZE = "size"
    CHANGED = "changed"
    UNEXPECTED = "unexpected"
    DATABASE = "database"
    UNSIGNED = "unsigned"
    SIGNATURE = "signature"
    UNOPENED = "unopened"
    PAGE = "page"


SENTENCES = {
    DamageKind.GONE: "„{file}“ zeigt auf einen Ordner, den es nicht gibt",
    DamageKind.MISSING: "„{file}“ fehlt",
    DamageKind.UNREADABLE: "„{file}“ lässt sich nicht lesen ({detail})",
    DamageKind.MALFORMED: "„{file}“ ist kein Verzeichnis einer Ausgabe",
    DamageKind.FORMAT: "„{file}“ nennt das Format {detail}, das dieser Katalog nicht liest",
    DamageKind.SIZE: "„{file}“ hat eine andere Größe als beim Bauen ({detail})",
    DamageKind.CHANGED: "„{file}“ hat einen anderen Inhalt als beim Bauen (die Prüfsumme stimmt nicht)",
    DamageKind.UNEXPECTED: "„{file}“ gehört nicht dazu",
    DamageKind.DATABASE: "„{file}“ ist in sich nicht schlüssig ({detail})",
    DamageKind.UNSIGNED: "die Unterschrift „{file}“ fehlt",
    DamageKind.SIGNATURE: "die Unterschrift „{file}“ passt nicht zum öffentlichen Schlüssel ({detail})",
    DamageKind.UNOPENED: "sie lässt sich nicht öffnen ({detail})",
    DamageKind.PAGE: "die Seite „{file}“ antwortet mit dem Status {detail}",
}
"""How each kind is told; `detail` is what else is known."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with one file of an edition, or with one page of it."""

    kind: DamageKind
    file: str = ""
    detail: str = ""

    def __str__(self) -> str:
        return SENTENCES[self.kind].format(file=self.file, detail=self.detail)
