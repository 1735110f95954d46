"""Work for a visitor that ends when the visitor leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from catalogue.server.asgi import Receive


async def unless_left(work: Coroutine[Any, Any, None], receive: Receive) -> None:
    """Do the work, but cancel it as soon as the visitor has left. What the visitor sends besides is not read.

    Raises what the work raises.
    """
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_left(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
    finally:
        for task in (working, leaving):
            task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
