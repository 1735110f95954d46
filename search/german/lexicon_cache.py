"""The lexicon of the dictionary, kept in the cache of the user: making it takes seconds, and no content changes it."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

from search import user_cache
from search.german.lexicon import DICTIONARY, Lexicon, from_dictionary

_MADE_BY = ("lexicon.py", "normalise.py", "stem.py")
"""The modules beside this one whose code decides what the lexicon has."""


def from_cache() -> Lexicon:
    """The lexicon of the whole dictionary; made anew if the cache lacks it, holds a damaged one or cannot be used."""
    file = user_cache.folder() / f"lexicon-{_key()}.npz"
    try:
        return Lexicon.read(file)
    except (OSError, EOFError, ValueError, BadZipFile):
        made = from_dictionary()
        with suppress(OSError):
            _write(made, file)
        return made


def _write(made: Lexicon, file: Path) -> None:
    """Write it so that another process finds all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.stem}-{os.getpid()}.npz")
    try:
        made.write(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _key() -> str:
    """Differs where another dictionary or other code would make another lexicon."""
    made_by = b"".join(Path(__file__).with_name(module).read_bytes() for module in _MADE_BY)
    return hashlib.sha256(DICTIONARY.encode() + made_by).hexdigest()[:16]
