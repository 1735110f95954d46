"""What is wrong with a web address, and what the right one may be; when two addresses name one page.

Nothing here opens an address. `fault` tells an address that no reader of the catalogue could use, or that says who was
there before: without a host, of a private network, with a password, glued together, with marks of tracking.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from typing import Literal, NamedTuple

from pydantic import AnyUrl, TypeAdapter, ValidationError

Why = Literal["form", "scheme", "blank", "glued", "user", "host", "end", "tracking"]


class Fault(NamedTuple):
    """Why an address is refused, and the address that may be meant; empty if nobody can tell."""

    why: Why
    better: str = ""


_URL = TypeAdapter(AnyUrl)

SCHEME = re.compile(r"h{0,2}t{1,3}p{1,2}s{0,2}:?/*(?=[\w-]+\.)|(?=www\.)", re.IGNORECASE)
"""What people write for `https://` before a host."""

WHOLE_SCHEME = re.compile(r"https?://(?![/\\])", re.IGNORECASE)
TRACKING = re.compile(
    r"^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh"
    r"|twclid|ttclid|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|_gl|_ga|wt_mc|srsltid)(?:=|$)",
    re.IGNORECASE,
)
ARCHIVE = re.compile(r"archiv|wayback|webcitation")
"""Hosts that keep the pages of others under the addresses of those."""

END = ".,;:!?\"'„“”‚‘’«»<>*`|"
LOCAL_ENDINGS = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intern",
    "intranet",
    "lan",
    "home",
    "corp",
    "test",
    "invalid",
)
HOST = re.compile(r"(?:[\w-]{1,63}\.)+(?:[^\W\d_]{2,63}|xn--[a-z0-9-]+)\.?")


@lru_cache(maxsize=8192)
def fault(address: str) -> Fault | None:
    """The first thing that is wrong with an address; none if it is an absolute http(s) address of a public host."""
    if any(character.isspace() for character in address):
        return Fault("blank", _without_blanks(address))
    if wrapped := re.fullmatch(r"<([^<>]+)>|\[[^\]]*\]\(([^()]+)\)|\(([^()]+)\)", address):
        return Fault("end", next(filter(None, wrapped.groups())))
    if not WHOLE_SCHEME.match(address):
        return _without_scheme(address)
    if glued := _glued(address):
        return glued
    if belongs_elsewhere := _end(address):
        return belongs_elsewhere
    try:
        url = _URL.validate_python(address)
    except ValidationError:
        return Fault("form")
    if url.scheme not in ("http", "https") or not url.host or "\\" in address:
        return Fault("form")
    if url.username is not None or url.password is not None:
        return Fault("user", re.sub(r"//[^/?#]*@", "//", address, count=1))
    return _host(url.host) or _tracking(address)


def _without_blanks(address: str) -> str:
    """The address with blanks in its path as `%20`, if that makes it right."""
    closed = re.sub(r"\s+", "", address)
    scheme, _, path = address.strip().partition("://")
    host, slash, rest = path.partition("/")
    path = re.sub(r"\s", "%20", rest)
    spelt = closed if re.search(r"\s", scheme + host) or not rest else f"{scheme}://{host}{slash}{path}"
    return spelt if fault(spelt) is None else ""


def _without_scheme(address: str) -> Fault:
    match = SCHEME.match(address)
    if match is None:
        return Fault("form")
    better = f"{'http' if re.match(r'http:', address) else 'https'}://{address[match.end() :]}"
    return Fault("scheme", better if fault(better) is None else "")


def _glued(address: str) -> Fault | None:
    """Two addresses in one; the second may only be one that an archive keeps or that a query carries."""
    second = re.search(r"https?:/", address[1:], re.IGNORECASE)
    if second is None:
        return None
    before, at = address[: second.start() + 1], second.start() + 1
    if WHOLE_SCHEME.fullmatch(before):
        return Fault("glued", address[at:] if fault(address[at:]) is None else "")
    host = before.split("/")[2].lower()
    if ARCHIVE.search(host) or "?" in before or "#" in before or before.endswith("="):
        return None
    return Fault("glued")


def _host(host: str) -> Fault | None:
    try:
        public = ip_address(host.strip("[]")).is_global
    except ValueError:
        public = (
            bool(HOST.fullmatch(host)) and host.rstrip(".").rsplit(".", 1)[-1].lower() not in LOCAL_ENDINGS
        )
    return None if public else Fault("host")


def _end(address: str) -> Fault | None:
    """What belongs to the sentence around an address rather than to it."""
    better = address
    while better and (better[-1] in END or _closes_nothing(better)):
        better = better[:-1]
    return Fault("end", better) if better != address else None


def _closes_nothing(address: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    last = address[-1]
    return last in pairs and address.count(last) > address.count(pairs[last])


def _tracking(address: str) -> Fault | None:
    better = without_tracking(address)
    return Fault("tracking", better) if better != address else None


def without_tracking(address: str) -> str:
    """The address without the parameters by which advertisers follow people."""
    start, mark, fragment = address.partition("#")
    page, query_mark, query = start.partition("?")
    kept = [part for part in query.split("&") if not TRACKING.match(part)] if query_mark else []
    if not query_mark or len(kept) == len(query.split("&")):
        return address
    return page + (f"?{'&'.join(kept)}" if kept else "") + mark + fragment


def page_of(address: str) -> str:
    """What two addresses of one page have in common, whatever their scheme, `www.`, closing slash or tracking."""
    address = without_tracking(address)
    host, slash, path = WHOLE_SCHEME.sub("", address, count=1).partition("/")
    host = host.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80").removesuffix(".")
    return f"{host}{slash}{path}".rstrip("/")
