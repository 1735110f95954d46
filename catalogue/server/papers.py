"""Papers (PDF, Word) one at a time: making one takes as long as many pages, and as much memory as hundreds.

An edition gives the same paper all day, so those asked for last are kept.
"""

from __future__ import annotations

from datetime import date

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.turns import Turns
from catalogue.server.web_frontend import ReadyAnswer, WebFrontend, asks_for_all

ENDINGS = (".pdf", ".docx")

AT_ONCE = 1
WAITING = 60
WAITING_SECONDS = 30.0
"""How many papers are made at once, how many visitors wait for theirs, and for how long."""

KEPT_BYTES = 20_000_000

Key = tuple[object, ...]


def is_paper(path: str) -> bool:
    """Whether a path leads to a paper."""
    return path.endswith(ENDINGS)


class Papers:
    """The papers of one edition."""

    def __init__(self, web: WebFrontend) -> None:
        self._web = web
        self._turns = Turns(AT_ONCE, WAITING, WAITING_SECONDS)
        self._kept: dict[Key, tuple[ReadyAnswer, int]] = {}
        self._bytes = 0

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request. Raises NoRoom if too many wait."""
        await (await self._answer(scope)).send(send)

    async def _answer(self, scope: Scope) -> ReadyAnswer:
        key: Key = ()
        if asks_for_all(scope):
            key = (scope["path"], scope["query_string"], scope.get("server"), date.today())
        if kept := self._again(key):
            return kept
        async with self._turns.turn():
            if kept := self._again(key):  # who was before has asked for the same
                return kept
            answer = await self._web.answer(scope)
        if key and answer.status == 200:
            self._keep(key, answer)
        return answer

    def _again(self, key: Key) -> ReadyAnswer | None:
        """A kept paper, which is now the last that was asked for."""
        if key not in self._kept:
            return None
        self._kept[key] = self._kept.pop(key)
        return self._kept[key][0]

    def _keep(self, key: Key, answer: ReadyAnswer) -> None:
        """Keep a paper, and let those go that nobody has asked for the longest."""
        answer.pieces = [whole := b"".join(answer.pieces)]
        size = len(whole)
        self._kept[key] = answer, size
        self._bytes += size
        while self._bytes > KEPT_BYTES:
            oldest = next(iter(self._kept))
            self._bytes -= self._kept.pop(oldest)[1]
