"""From bytes to text: what may be wrong with a file before anyone looks at its meaning."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue.problems import Severity

LARGEST_BYTES = 1_000_000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]")
"""Characters that nobody types on purpose, those that reorder text on the screen among them."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A problem that does not know its file yet."""

    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file (normalised to NFC and `\\n`), if it has one, and its flaws."""

    text: str | None
    flaws: tuple[Flaw, ...]


def read_bytes(path: Path, root: Path) -> bytes | Flaw:
    """The bytes of a file inside `root`, or why it is not read."""
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return Flaw(
                1,
                1,
                "link-outside",
                "Die Datei ist ein Verweis nach außerhalb von content/. Legen Sie die Datei selbst hier ab.",
            )
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            return Flaw(
                1,
                1,
                "file-too-large",
                f"Die Datei hat {size:,} Bytes, erlaubt ist 1 MB. Kürzen Sie den Text; Bilder und Anhänge gehören nicht hierher.".replace(
                    ",", ".", 1
                ),
            )
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        return Flaw(
            1,
            1,
            "unreadable",
            f"Die Datei lässt sich nicht lesen ({reason}). Prüfen Sie Rechte und Verweise.",
        )


def decode(data: bytes) -> TextFile:
    """Read bytes as UTF-8 text; what can be mended without loss is mended and told as a warning."""
    if not data.strip():
        return TextFile(
            None,
            (
                Flaw(
                    1,
                    1,
                    "empty-file",
                    "Die Datei ist leer. Füllen Sie sie nach der Vorlage oder löschen Sie sie.",
                ),
            ),
        )
    if b"\x00" in data:
        return TextFile(
            None, (Flaw(1, 1, "binary", "Die Datei ist kein Text. Speichern Sie sie als UTF-8-Textdatei."),)
        )
    flaws = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
        flaws.append(
            Flaw(
                1,
                1,
                "byte-order-mark",
                "Die Datei beginnt mit einer Bytereihenfolge-Marke. Speichern Sie sie als „UTF-8 ohne BOM“.",
                "warning",
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = place(before, len(before))
        message = "Hier steht ein Zeichen, das nicht UTF-8 ist (vermutlich Latin-1). Speichern Sie die Datei als UTF-8."
        return TextFile(None, (*flaws, Flaw(line, column, "not-utf-8", message)))
    if "\r" in text:
        line, column = place(text, text.index("\r"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        flaws.append(
            Flaw(
                line,
                column,
                "line-ends",
                "Die Zeilenenden sind die von Windows. Stellen Sie den Editor auf LF um.",
                "warning",
            )
        )
    if not unicodedata.is_normalized("NFC", text):
        flaws.append(_decomposed(text))
        text = unicodedata.normalize("NFC", text)
    flaws.extend(_control_characters(text))
    if any(flaw.severity == "error" for flaw in flaws):
        return TextFile(None, tuple(flaws))
    return TextFile(text, tuple(flaws))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def _decomposed(text: str) -> Flaw:
    for number, line in enumerate(text.split("\n"), start=1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0) + 1
            message = "Umlaute stehen hier in zerlegter Form (NFD). Sie werden als einzelne Zeichen (NFC) gelesen; speichern Sie die Datei in NFC."
            return Flaw(number, column, "decomposed", message, "warning")
    return Flaw(1, 1, "decomposed", "Der Text ist nicht in der Form NFC gespeichert.", "warning")


def _control_characters(text: str) -> Iterator[Flaw]:
    for match in CONTROL.finditer(text):
        line, column = place(text, match.start())
        yield Flaw(
            line,
            column,
            "control-character",
            f"Hier steht das unsichtbare Zeichen U+{ord(match.group()):04X}. Löschen Sie es.",
        )
        return
