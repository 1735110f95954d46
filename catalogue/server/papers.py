"""Papers (PDF, Word) one at a time: making one takes as long as many pages, and as much memory as hundreds.

An edition gives the same paper all day, so those asked for last are kept.
"""

from __future__ import annotations

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.kept_answers import KeptAnswers, ReadyAnswer, question
from catalogue.server.turns import Turns
from catalogue.server.web_frontend import WebFrontend

ENDINGS = (".pdf", ".docx")

AT_ONCE = 1
WAITING = 60
WAITING_SECONDS = 30.0
"""How many papers are made at once, how many visitors wait for theirs, and for how long."""

KEPT_BYTES = 20_000_000


def is_paper(path: str) -> bool:
    """Whether a path leads to a paper."""
    return path.endswith(ENDINGS)


class Papers:
    """The papers of one edition."""

    def __init__(self, web: WebFrontend) -> None:
        self._web = web
        self._turns = Turns(AT_ONCE, WAITING, WAITING_SECONDS)
        self._kept = KeptAnswers(KEPT_BYTES, KEPT_BYTES)

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request. Raises NoRoom if too many wait."""
        await (await self._answer(scope)).send(send)

    async def _answer(self, scope: Scope) -> ReadyAnswer:
        asked = question(scope)
        if kept := self._kept.get(asked):
            return kept
        async with self._turns.turn():
            if kept := self._kept.get(asked):  # who was before has asked for the same
                return kept
            answer = await self._web.answer(scope)
        self._kept.keep(asked, answer)
        return answer
