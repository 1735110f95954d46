"""Characters that come with a text from elsewhere and mean nothing here: from Word, from a PDF, from a wrong encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

INVISIBLE = "\u034f\u061c\u115f\u1160\u180e\u200c\u200d\u200e\u200f\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0d\uffa0\ufff9-\ufffc"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
LIGATURES = "\ufb00-\ufb06\u0132\u0133\u01c4-\u01cc"

SECOND_BYTES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MOJIBAKE = f"(?:[ÃÂÅÄ][{SECOND_BYTES}])+|â[€‚„][{SECOND_BYTES}]|â€"

FOREIGN = re.compile(f"(?P<moji>{MOJIBAKE})|[{INVISIBLE}]|[{PRIVATE}]|[{LIGATURES}]|\ufffd")

BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are none to YAML."""

MISPLACED_BLANK = re.compile(rf"^[ ]*(?:-[ ]+)*(?:[\w-]+:|-)?(?P<blank>[{BLANK}]+)", re.MULTILINE)


def foreign(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, code and message of the first foreign character in each line."""
    last_line = -1
    for match in FOREIGN.finditer(text):
        if wrong := _meaning(match):
            line = text.rfind("\n", 0, match.start())
            if line != last_line:
                yield match.start(), *wrong
            last_line = line


def _meaning(match: re.Match[str]) -> tuple[str, str] | None:
    found = match.group()
    number = f"U+{ord(found[0]):04X}"
    if match["moji"]:
        meant = _decoded(found)
        if not meant:
            return None
        return "mojibake", f"„{found}“ ist ein Zeichen in falscher Kodierung. Schreiben Sie „{meant}“."
    if found == "\ufffd":
        return "lost-character", "Hier ist ein Zeichen verloren gegangen (U+FFFD). Schreiben Sie es neu."
    if unicodedata.category(found) == "Co":
        message = f"Dieses Zeichen ({number}) gibt es nur in einer Schrift von Word. Ersetzen Sie es; ein Punkt einer Liste beginnt mit „- “."
        return "private-character", message
    if meant := unicodedata.normalize("NFKC", found) if re.match(f"[{LIGATURES}]", found) else "":
        return "ligature", f"Hier steht eine Ligatur ({number}). Schreiben Sie „{meant}“."
    return "control-character", f"Hier steht das unsichtbare Zeichen {number}. Löschen Sie es."


def _decoded(found: str) -> str:
    """What UTF-8 that was read as Windows-1252 meant; nothing if it is no such text, as in `Å‘` of another language."""
    if found == "â€":
        return "“"
    raw = b""
    for character in found:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 255:
                return ""
            raw += bytes([ord(character)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
