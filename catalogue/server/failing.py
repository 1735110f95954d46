"""What a visitor is told where the application fails beside all pages of errors: that it is our fault, with the headers of a page."""

from __future__ import annotations

from typing import Any

from catalogue.server.asgi import Application, Receive, Scope, Send
from catalogue.web.headers import HEADERS

OUR_FAULT = "Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal."


def headers_of_text(text: str) -> dict[str, str]:
    """The headers of an answer in plain text that no page makes: those of a page, and nobody is to keep it."""
    return HEADERS | {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(text.encode())),
        "Cache-Control": "no-store",
    }


def with_last_answer(app: Application) -> Application:
    """The application, which answers also where it fails, if its answer has not begun; uvicorn logs what it raises."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        has_begun = scope["type"] != "http"

        async def noting(message: Any) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await app(scope, receive, noting)
        except Exception:
            if not has_begun:
                text = f"{OUR_FAULT}\n"
                headers = [
                    (name.lower().encode("ascii"), value.encode("ascii"))
                    for name, value in headers_of_text(text).items()
                ]
                await send({"type": "http.response.start", "status": 500, "headers": headers})
                await send({"type": "http.response.body", "body": text.encode()})
            raise

    return answer
