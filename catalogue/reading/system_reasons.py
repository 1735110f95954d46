"""Why the operating system does not read or write, in German: its own words are in the language of the machine."""

from __future__ import annotations

import errno

REASONS = {
    errno.EACCES: "die Rechte fehlen",
    errno.EPERM: "das darf nur, wem es gehört",
    errno.EROFS: "der Datenträger ist nur zum Lesen",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "der zugeteilte Speicherplatz ist voll",
    errno.ENOENT: "es gibt sie nicht, oder ein Verweis führt ins Leere",
    errno.ENOTDIR: "was ein Ordner sein müsste, ist eine Datei",
    errno.EISDIR: "es ist ein Ordner",
    errno.EEXIST: "dort liegt schon etwas",
    errno.ENOTEMPTY: "der Ordner ist nicht leer",
    errno.ELOOP: "ein Verweis führt im Kreis",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EMFILE: "zu viele Dateien sind offen",
    errno.EIO: "der Datenträger antwortet nicht",
    errno.EFBIG: "die Datei wird zu groß",
}


def reason(error: OSError | UnicodeDecodeError) -> str:
    """Why something was not read or written, without the name of the file; in the words of the system if it is a rare one."""
    if isinstance(error, UnicodeDecodeError):
        return "sie ist nicht in UTF-8"
    return REASONS.get(error.errno or 0, error.strerror or str(error) or type(error).__name__)


def named_reason(error: OSError) -> str:
    """The name of the file, if one is known, and why."""
    return f"{error.filename}: {reason(error)}" if error.filename else reason(error)
