"""The public address of a site, which may lie below a path of its host, and whole addresses below it."""

from __future__ import annotations

from urllib.parse import urlsplit

USUAL_PORTS = {"http": 80, "https": 443}
"""Ports that an address leaves out."""


def is_site_address(text: str) -> bool:
    """Whether a text may be the address of a site: `https://example.org` or `https://example.org/katalog`."""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and " " not in text
    return plain and parts.scheme in ("http", "https") and bool(host) and not (parts.query or parts.fragment)


def site_path(site: str) -> str:
    """The path at which a site lies: `/katalog`; empty at the root of its host."""
    return urlsplit(site).path.rstrip("/")


def address_below(site: str, path: str) -> str:
    """The whole address of a path of a site, which begins with a slash."""
    return site.rstrip("/") + path


def own_address(site: str, server: str, port: int | None, scheme: str = "http") -> tuple[str, str]:
    """Scheme and host that the site is known by: those of its address, else those of the socket that was asked.

    Never those that a visitor sends, as links made of them would lead the next visitor elsewhere. `server` is a host or
    the path of a socket in the file system, which has no name outside and counts as `localhost`.
    """
    if site:
        parts = urlsplit(site)
        return parts.scheme, parts.netloc
    host = "localhost" if not server or server.startswith("/") else f"[{server}]" if ":" in server else server
    return scheme, host if port in (None, 0, USUAL_PORTS.get(scheme)) else f"{host}:{port}"
