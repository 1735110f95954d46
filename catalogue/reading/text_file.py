"""From bytes to text: what may be wrong with a file before anyone looks at its meaning."""

from __future__ import annotations

import codecs
import re
import stat
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue.reading.characters import foreign
from catalogue.reading.problems import Severity
from catalogue.reading.system_reasons import reason

LARGEST_BYTES = 1_000_000

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that nobody types on purpose: control characters, invisible ones, those that reorder text."""

CONFLICT = re.compile(r"^[ \t]*+(?P<mark>(?:<{7}|>{7}|\|{7})(?=[ \t\r]|$)|={7}[ \t\r]*$)", re.MULTILINE)
"""Lines that Git writes where two versions of a file do not agree."""

Position = tuple[int, int]
"""Line and column, both from 1."""


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


def on_one_line(text: str) -> str:
    """Text from a file as it may stand in a message: in one line, nothing invisible in it."""
    return " ".join(CONTROL.sub("\ufffd", text).split())


def positions(text: str) -> Callable[[int], Position]:
    """A function that tells line and column of an offset in the text."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def position(offset: int) -> Position:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return position


def leaves(path: Path, root: Path) -> bool:
    """Whether a symbolic link leads out of the (resolved) folder `root`."""
    try:
        return not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def read_bytes(path: Path, root: Path) -> bytes | Flaw:
    """The bytes of a file inside the (resolved) folder `root`, or why it is not read."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            if leaves(path, root):
                return link_outside()
            status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable("sie ist keine gewöhnliche Datei")
        if status.st_size > LARGEST_BYTES:
            return _too_large(status.st_size)
        return path.read_bytes()
    except OSError as error:
        return _unreadable(reason(error))


def link_outside() -> Flaw:
    """The flaw of a symbolic link that leaves the content folder."""
    message = "Dieser Verweis führt aus dem Inhaltsordner hinaus. Legen Sie hier die Datei selbst ab."
    return Flaw(1, 1, "link-outside", message)


def _unreadable(reason: str) -> Flaw:
    message = f"Die Datei lässt sich nicht lesen: {reason}. Prüfen Sie Rechte und Verweise."
    return Flaw(1, 1, "unreadable", message)


def _too_large(size: int) -> Flaw:
    message = (
        f"Die Datei hat {size / 1_000_000:.1f} MB, erlaubt ist 1 MB. "
        "Kürzen Sie den Text; Bilder und Anhänge gehören nicht hierher."
    )
    return Flaw(1, 1, "file-too-large", message.replace(".", ",", 1))


def decode(data: bytes) -> TextFile:
    """Read bytes as UTF-8 text; what can be mended without loss is mended and told as a warning."""
    flaws: list[Flaw] = []
    if data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
        message = "Die Datei beginnt mit einer Bytereihenfolge-Marke. Speichern Sie sie als „UTF-8 ohne BOM“."
        flaws.append(Flaw(1, 1, "byte-order-mark", message, "warning"))
    if not data.strip():
        message = "Die Datei ist leer. Füllen Sie sie nach der Vorlage oder löschen Sie sie."
        return TextFile(None, (*flaws, Flaw(1, 1, "empty-file", message)))
    if b"\x00" in data:
        message = "Die Datei ist kein Text in UTF-8. Speichern Sie sie als Textdatei in UTF-8."
        return TextFile(None, (*flaws, Flaw(1, 1, "binary", message)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return TextFile(None, (*flaws, _not_utf8(data, error.start)))
    if "\r" in text:
        position = positions(text)(text.index("\r"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        message = "Die Zeilen enden wie unter Windows (CRLF). Stellen Sie den Editor auf LF um."
        flaws.append(Flaw(*position, "line-ends", message, "warning"))
    if not unicodedata.is_normalized("NFC", text):
        flaws.append(_decomposed(text))
        text = unicodedata.normalize("NFC", text)
    if conflicts := [*_conflicts(text)]:
        return TextFile(None, (*flaws, *conflicts))
    if not text.isascii():
        flaws.extend(_foreign_characters(text))
    if CONTROL.search(text):
        flaws.extend(_control_characters(text))
        text = CONTROL.sub("\ufffd", text)
    return TextFile(text, tuple(flaws))


def _conflicts(text: str) -> Iterator[Flaw]:
    """Every line that Git left; of a single line of equals signs, Markdown tells what it means."""
    if not any(marker in text for marker in ("<<<<<<<", ">>>>>>>", "|||||||")):
        return
    position = positions(text)
    for match in CONFLICT.finditer(text):
        message = (
            "Hier steht eine Zeile aus einem Konflikt beim Zusammenführen. "
            "Behalten Sie eine der beiden Fassungen und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."
        )
        yield Flaw(*position(match.start("mark")), "merge-conflict", message)


def _not_utf8(data: bytes, offset: int) -> Flaw:
    before = data[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    message = (
        "Hier steht ein Zeichen, das nicht UTF-8 ist (vermutlich Latin-1). Speichern Sie die Datei als UTF-8."
    )
    return Flaw(*positions(before)(len(before)), "not-utf-8", message)


def _decomposed(text: str) -> Flaw:
    """The warning for text that is not in NFC, at the first character that composing changes."""
    composed = unicodedata.normalize("NFC", text)
    offset = next(n for n, (a, b) in enumerate(zip(text, composed + "\0", strict=False)) if a != b)
    message = (
        "Ab hier stehen Umlaute in zerlegter Form (NFD). Sie werden als ein Zeichen (NFC) gelesen; "
        "speichern Sie die Datei in NFC."
    )
    return Flaw(*positions(text)(offset), "decomposed", message, "warning")


def _control_characters(text: str) -> Iterator[Flaw]:
    """The first unwanted character of each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if match := CONTROL.search(line):
            yield control_character((number, match.start() + 1), match.group())


def _foreign_characters(text: str) -> Iterator[Flaw]:
    position = positions(text)
    for offset, code, message in foreign(text):
        yield Flaw(*position(offset), code, message)


def control_character(position: Position, character: str) -> Flaw:
    """The flaw of a character that nobody types on purpose."""
    message = f"Hier steht das unsichtbare Zeichen U+{ord(character):04X}. Löschen Sie es."
    return Flaw(*position, "control-character", message)
