"""Where this project keeps on the user's machine what it only keeps to be faster."""

from __future__ import annotations

import os
from pathlib import Path


def folder() -> Path:
    """Where the XDG Base Directory Specification puts it. It may be missing, and it may be deleted at any time."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path(os.path.expanduser("~/.cache"))) / "smart-city-katalog"
