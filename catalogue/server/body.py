"""What a request brings beside its head: a form, read here to its end, so that a visitor who sends slowly costs no thread."""

from __future__ import annotations

from catalogue.server.asgi import Receive

MOST_DROPPED_BYTES = 5_000_000
"""How much is taken in of what is too long, and dropped: a browser that may not send to the end shows no answer."""


class VisitorLeft(Exception):
    """The visitor closed the connection before all of a request was there."""


async def read_body(receive: Receive, most_bytes: int, told_bytes: int) -> bytes:
    """The body of a request; in place of one that is longer than allowed, one that is a byte longer than allowed.

    `told_bytes` is how long the head of the request says it is, nothing if it does not. Raises VisitorLeft.
    """
    if told_bytes > MOST_DROPPED_BYTES:
        return bytes(most_bytes + 1)
    body, taken, comes = bytearray(), 0, True
    while comes and taken <= MOST_DROPPED_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise VisitorLeft
        piece = message.get("body", b"")
        taken += len(piece)
        body += piece[: most_bytes + 1 - len(body)]
        comes = message.get("more_body", False)
    return bytes(body)
