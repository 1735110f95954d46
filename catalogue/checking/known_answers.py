"""What became of web addresses when they were last asked, kept in the user's cache so that a check can be taken up again."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from catalogue.checking.reachability import PageAnswer
from search.user_cache import folder, write_whole

SECONDS_BETWEEN_WRITES = 5.0
"""So much work is lost at most if a check is interrupted."""


def cache_file() -> Path:
    """Where the answers are kept."""
    return folder() / "links.json"


class KnownAnswers:
    """The answers by address, each with the day on which it was given."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._written = time.monotonic()
        self._known: dict[str, tuple[str, PageAnswer]] = {}
        with suppress(OSError, ValueError, TypeError, KeyError):
            kept = json.loads(file.read_text("utf-8"))
            self._known = {address: (one.pop("day"), PageAnswer(**one)) for address, one in kept.items()}

    def get(self, address: str, today: date, days: int) -> PageAnswer | None:
        """What became of an address within so many days; what nobody could reach is always asked again."""
        if address not in self._known:
            return None
        day, answer = self._known[address]
        young = (today - date.fromisoformat(day)).days < days
        return answer if young and answer.outcome not in ("unreachable", "paused") else None

    def last(self, address: str) -> PageAnswer | None:
        """What became of an address when it was last asked, however long ago."""
        return self._known[address][1] if address in self._known else None

    def set(self, address: str, answer: PageAnswer, today: date) -> None:
        """Keep an answer, but none that tells nothing in place of one that does; every few seconds all are written."""
        if answer.outcome == "paused" and address in self._known:
            return
        with self._lock:
            self._known[address] = (today.isoformat(), answer)
            if time.monotonic() - self._written > SECONDS_BETWEEN_WRITES:
                self._write()

    def save(self) -> None:
        """Write what is known."""
        with self._lock:
            self._write()

    def _write(self) -> None:
        told = {
            address: {"day": day, **asdict(answer)} for address, (day, answer) in sorted(self._known.items())
        }
        with suppress(OSError):
            write_whole(json.dumps(told, ensure_ascii=False, indent=0).encode(), self._file)
        self._written = time.monotonic()
