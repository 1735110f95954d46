"""Where a link of a page leads in a frozen copy: to a file beside it, to the live site, or nowhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote, unquote, urljoin

from catalogue.freezing.addresses import Extent, FrozenAddress
from catalogue.model.site_address import address_below, site_path

NOWHERE = "http://copy.invalid"
"""What the site is told to be its address where there is no live one (RFC 2606); nothing of it stays in the copy."""

WHOLE = re.compile(re.escape(NOWHERE) + r"(/(?:[^\s\"'<>)\\,;&]*[\w/-])?)?")

QUOTED = re.compile(re.escape(quote(NOWHERE, safe="")) + r"((?:%2F|[\w.-])*)")
"""The same within a letter that a link opens."""


@dataclass(slots=True)
class Links:
    """The links of one page, `here`, of a copy."""

    here: FrozenAddress
    extent: Extent
    live: str = ""
    """Address of the live site; empty if none is known."""
    found: set[str] = field(default_factory=set)
    """Addresses that the page leads to and the copy has."""

    def relative(self, link: str) -> str | None:
        """A link as it stands in the copy; nothing if it leads to what the copy lacks."""
        if not self.is_ours(link):
            return QUOTED.sub(lambda match: quote(self.without_origin(unquote(match[0])), safe=""), link)
        address, hash_sign, fragment = self._address(link).partition("#")
        if address.startswith("/static/"):
            return self._from_here(address.removeprefix("/")) + hash_sign + fragment
        frozen = self.extent.frozen(address)
        if frozen is None:
            return None
        self.found.add(frozen.address)
        asked = f"?{frozen.query}" if frozen.query else ""
        return self._from_here(frozen.file) + asked + hash_sign + fragment

    def on_live_site(self, link: str) -> str | None:
        """The address of a link on the live site, if that is known."""
        return address_below(self.live, self._address(link)) if self.live else None

    @staticmethod
    def is_ours(link: str) -> bool:
        """Whether a link leads to another page of the site."""
        return not re.match(r"[a-z][a-z0-9+.-]*:|//|#|$", link, re.IGNORECASE)

    def _address(self, link: str) -> str:
        """The address below the site that a link means."""
        site = site_path(self.live)
        return urljoin(self.here.address, link.removeprefix(site) if link.startswith(f"{site}/") else link)

    def _from_here(self, file: str) -> str:
        return posixpath.relpath(file, posixpath.dirname(self.here.file) or ".")

    def without_origin(self, text: str, *, in_markup: bool = False) -> str:
        """A text that names whole addresses of a site that has none: they become files of the copy."""

        def file(match: re.Match[str]) -> str:
            frozen = self.extent.frozen(match[1] or "/")
            name = frozen.file if frozen else (match[1] or "").removeprefix("/")
            return escape(name) if in_markup else name

        return WHOLE.sub(file, text)
