"""uvicorn as it serves the site: with this site's bounds on connections."""

from __future__ import annotations

import asyncio
from typing import Any

import uvicorn

from catalogue.server.asgi import Application
from catalogue.server.connections import AcceptErrors, BoundedConnection
from catalogue.server.failing import with_last_answer
from catalogue.server.listening import BACKLOG

DRAINING_SECONDS = 30
"""How long answers that have begun may take after the end."""


class SiteServer(uvicorn.Server):
    """The server of an application."""

    def __init__(self, application: Application, accepted_at_once: int = BACKLOG) -> None:
        super().__init__(
            uvicorn.Config(
                with_last_answer(application),
                http=BoundedConnection,
                ws="none",
                log_level="warning",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                backlog=accepted_at_once,  # asyncio takes so many in one go, and lets so many knock
                timeout_graceful_shutdown=DRAINING_SECONDS,
            )
        )

    async def startup(self, sockets: Any = None) -> None:
        """Take requests from now on."""
        asyncio.get_running_loop().set_exception_handler(AcceptErrors())
        await super().startup(sockets)
        for listening in sockets or ():
            listening.listen(BACKLOG)
