"""The public address of a site, which may lie below a path of its host, and whole addresses below it."""

from __future__ import annotations

from urllib.parse import urlsplit


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
