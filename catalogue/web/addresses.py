"""Whole addresses, for feeds, machines and citations."""

from __future__ import annotations

from flask import current_app, request

from catalogue.model.site_address import address_below, site_path


def absolute(path: str) -> str:
    """The whole address of a path of the site: under SITE_ADDRESS if the operator has set it, else as the visitor asked.

    The path begins below the site and names the language: `/massnahmen/x`, `/en/massnahmen/x`.
    """
    return address_below(current_app.config["SITE_ADDRESS"] or request.host_url, path)


def absolute_link(link: str) -> str:
    """The whole address of a link as it stands on a page, so with the path of the site."""
    return absolute(link.removeprefix(root_of_site()))


def reference(link: str) -> str:
    """A link as programs follow it: whole if the operator has set SITE_ADDRESS, else as it stands on a page.

    It resolves against the address that was asked for (RFC 3986), whatever that is called outside.
    """
    return absolute_link(link) if current_app.config["SITE_ADDRESS"] else link


def root_of_site() -> str:
    """What links begin with that lead to the same in all languages: empty, or the path of SITE_ADDRESS."""
    return site_path(current_app.config["SITE_ADDRESS"] or "")
