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

OTHER_COMPUTERS = {"mac_roman": "√[§∂ºüÑñú]", "cp437": "[├Ã][ñÂ╢╝ƒäûÖ]"}
"""UTF-8 that was read in an encoding of other computers, for umlauts and ß."""

QUOTED = "(?:=[0-9A-F]{2}){2,}"
"""How e-mail writes UTF-8."""

LOOKALIKE = "[\u0400-\u04ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]"
MIXED = f"(?<=[A-Za-zÄÖÜäöüß]){LOOKALIKE}|{LOOKALIKE}(?=[A-Za-zÄÖÜäöüß])"
"""A letter of another script in a Latin word."""

LONE = "¨[aouAOU]|[aouAOU]¨"
"""An umlaut whose dots a PDF set beside the letter."""

FOREIGN = re.compile(
    f"(?P<other>{'|'.join(OTHER_COMPUTERS.values())})|(?P<quoted>{QUOTED})|(?P<mixed>{MIXED})|(?P<lone>{LONE})|(?P<moji>{MOJIBAKE})|[{INVISIBLE}]|[{PRIVATE}]|[{LIGATURES}]|\ufffd"
)

SUSPECT = re.compile(
    f"[{INVISIBLE}{PRIVATE}{LIGATURES}{LOOKALIKE[1:-1]}\ufffd√├ÃÂÅâ¨]|Ä[{SECOND_BYTES}]|=[0-9A-F]{{2}}="
)
"""What each foreign character holds; most texts have none, and this is found faster."""

BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are none to YAML."""

MISPLACED_BLANK = re.compile(rf"^[ ]*(?:-[ ]+)*(?:[\w-]+:|-)?(?P<blank>[{BLANK}]+)", re.MULTILINE)


def foreign(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, code and message of the first foreign character in each line."""
    if SUSPECT.search(text) is None:
        return
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
    if match["mixed"]:
        return (
            "foreign-letter",
            f"Dieser Buchstabe ({number}) ist kein lateinischer; er sieht nur so aus. Schreiben Sie ihn neu.",
        )
    if match["lone"]:
        meant = unicodedata.normalize("NFC", found.replace("¨", "") + "\u0308")
        return "lone-mark", f"„{found}“ ist kein Umlaut. Schreiben Sie „{meant}“."
    if match["other"] or match["quoted"]:
        meant = _decoded_otherwise(found)
        return (
            ("mojibake", f"„{found}“ ist ein Zeichen in falscher Kodierung. Schreiben Sie „{meant}“.")
            if meant
            else None
        )
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


def _decoded_otherwise(found: str) -> str:
    """What UTF-8 meant that e-mail has spelt out or another computer has read; nothing if it is no letter."""
    readings = [bytes.fromhex(found.replace("=", ""))] if found.startswith("=") else []
    for encoding in OTHER_COMPUTERS if not readings else ():
        try:
            readings.append(found.encode(encoding))
        except UnicodeEncodeError:
            continue
    for raw in readings:
        try:
            meant = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if meant.isalpha() and not meant.isascii():
            return meant
    return ""


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
