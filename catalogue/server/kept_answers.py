"""Answers that are ready to be sent, and those of them that are kept to be given again: an edition never changes.

What is kept takes only so much of memory, and what nobody has asked for the longest goes first. So whoever asks for many odd
addresses can push out what is kept, but not make it grow; and nobody gets what another's headers have asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from catalogue.reading.problems import Problem
from catalogue.server.asgi import Scope, Send
from catalogue.web.content_faults import WATCHED

CONDITIONS = {
    b"range",
    b"if-range",
    b"if-match",
    b"if-none-match",
    b"if-modified-since",
    b"if-unmodified-since",
}
"""What a request may say so that it gets another answer than the whole file."""

ENCODING, LANGUAGE = b"accept-encoding", b"accept-language"
"""The headers of a request on which an answer may depend; on the second only the start page does (see `web.languages`)."""

LONGEST_QUESTION = 1_000
"""Bytes of an address with these headers. Longer ones are shared by few."""

OVERHEAD_BYTES = 2_000
"""What keeping an answer takes beside its body: its head and what was asked."""


@dataclass(slots=True)
class ReadyAnswer:
    """An answer: its head, and its body in pieces."""

    status: int
    headers: list[tuple[bytes, bytes]]
    pieces: Iterable[bytes]

    async def send(self, send: Send) -> None:
        """Send it as fast as the visitor reads."""
        try:
            await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
            for piece in self.pieces:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            getattr(self.pieces, "close", lambda: None)()

    def gather(self) -> int:
        """Have the body in one piece; gives its bytes."""
        self.pieces = [whole := b"".join(self.pieces)]
        return len(whole)

    def values(self, name: bytes) -> set[bytes]:
        """What a header lists, in small letters."""
        told = b",".join(value for given, value in self.headers if given == name)
        return {part.strip().lower() for part in told.split(b",")} - {b""}


def asks_for_all(scope: Scope) -> bool:
    """Whether a request is for a whole answer, whatever the visitor has of it."""
    return scope["method"] == "GET" and CONDITIONS.isdisjoint(name for name, _ in scope["headers"])


@dataclass(frozen=True, slots=True)
class Asked:
    """All that an answer follows from beside the edition, as one request asks for it.

    The host that a visitor names is not among it, as no page sees it (see `web.addresses`).
    """

    scheme: str
    server: tuple[str, int] | None
    path: bytes
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    """Those on which the answer may depend."""
    day: date
    faults: tuple[Problem, ...]

    @property
    def length(self) -> int:
        """Bytes of what the visitor says."""
        return sum(map(len, (self.path, self.query, *(value for _, value in self.headers))))


def question(scope: Scope) -> Asked | None:
    """What a request asks for; nothing if its answer is not to be kept."""
    if not asks_for_all(scope):
        return None
    varying = varying_on(scope["raw_path"])
    asked = Asked(
        scheme=scope["scheme"],
        server=scope.get("server"),
        path=scope["raw_path"],
        query=scope["query_string"],
        headers=tuple(pair for pair in scope["headers"] if pair[0] in varying),
        day=date.today(),
        faults=WATCHED.faults,
    )
    return asked if asked.length <= LONGEST_QUESTION else None


def varying_on(path: bytes) -> tuple[bytes, ...]:
    """The headers on which the answer at a path may depend."""
    return (ENCODING, LANGUAGE) if path == b"/" else (ENCODING,)


class KeptAnswers:
    """Answers by the questions to which they are given."""

    def __init__(self, most_bytes: int, largest_bytes: int) -> None:
        """What all of them may take, and the body of one."""
        self._most = most_bytes
        self._largest = largest_bytes
        self._kept: dict[Asked, tuple[ReadyAnswer, int]] = {}
        self.bytes = 0
        """What they take now."""

    def get(self, asked: Asked | None) -> ReadyAnswer | None:
        """The answer to a question if it is kept; it is now the last that was asked for."""
        if asked is None or asked not in self._kept:
            return None
        self._kept[asked] = kept = self._kept.pop(asked)
        return kept[0]

    def keep(self, asked: Asked | None, answer: ReadyAnswer) -> None:
        """Keep an answer if everybody gets it who asks the same, and let the oldest go."""
        if asked is None or asked in self._kept or not is_for_all(answer, asked):
            return
        size = answer.gather() + OVERHEAD_BYTES
        if size > self._largest:
            return
        self._kept[asked] = answer, size
        self.bytes += size
        while self.bytes > self._most:
            oldest = next(iter(self._kept))
            self.bytes -= self._kept.pop(oldest)[1]


def is_for_all(answer: ReadyAnswer, asked: Asked) -> bool:
    """Whether an answer is whole in memory, and depends on nothing but the question."""
    return (
        answer.status == 200
        and isinstance(answer.pieces, list)
        and answer.values(b"vary") <= set(varying_on(asked.path))
        and b"no-store" not in answer.values(b"cache-control")
        and not answer.values(b"set-cookie")
    )
