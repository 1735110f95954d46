"""Whole addresses, for feeds, machines and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, current_app, request

from catalogue.model.site_address import address_below, own_address, site_path

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def register(app: Flask) -> None:
    """Let no view see the host that a visitor sends, so that no address is made of it; give templates `page_address()`."""
    app.jinja_env.globals["page_address"] = page_address
    app.wsgi_app = at_own_address(app.wsgi_app, app.config["SITE_ADDRESS"] or "")  # type: ignore[method-assign, assignment]


def at_own_address(wsgi: Wsgi, site: str) -> Wsgi:
    """Answer every request as if it named the site's own address, or else that of the socket."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        server, port = environ.get("SERVER_NAME", ""), int(environ.get("SERVER_PORT") or 0)
        scheme, host = own_address(site, server, port, environ["wsgi.url_scheme"])
        environ["wsgi.url_scheme"], environ["HTTP_HOST"] = scheme, host
        return wsgi(environ, start_response)

    return answer


def absolute(path: str) -> str:
    """The whole address of a path of the site: under SITE_ADDRESS if the operator has set it, else that of the socket.

    The path begins below the site and names the language: `/massnahmen/x`, `/en/massnahmen/x`.
    """
    return address_below(current_app.config["SITE_ADDRESS"] or request.host_url, path)


def absolute_link(link: str) -> str:
    """The whole address of a link as it stands on a page, so with the path of the site."""
    return absolute(link.removeprefix(root_of_site()))


def page_address() -> str:
    """The whole address of the current page, in its language and without what is asked of it."""
    return absolute_link(request.script_root + request.path)


def reference(link: str) -> str:
    """A link as programs follow it: whole if the operator has set SITE_ADDRESS, else as it stands on a page.

    It resolves against the address that was asked for (RFC 3986), whatever that is called outside.
    """
    return absolute_link(link) if current_app.config["SITE_ADDRESS"] else link


def root_of_site() -> str:
    """What links begin with that lead to the same in all languages: empty, or the path of SITE_ADDRESS."""
    return site_path(current_app.config["SITE_ADDRESS"] or "")
