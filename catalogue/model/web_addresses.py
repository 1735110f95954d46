"""What is wrong with a web address, and what the right one may be; when two addresses name one page.

Nothing here opens an address. `fault` tells an address that no reader of the catalogue could use, or that says who was
there before: without a host, of a private network, with a password, glued together, with marks of tracking.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from typing import Literal, NamedTuple
from urllib.parse import unquote

from pydantic import AnyUrl, TypeAdapter, ValidationError

Why = Literal["form", "scheme", "blank", "glued", "user", "host", "end", "detour", "tracking", "long"]


class Fault(NamedTuple):
    """Why an address is refused, and the address that may be meant; empty if nobody can tell."""

    why: Why
    better: str = ""


_URL = TypeAdapter(AnyUrl)

SCHEME = re.compile(
    r"h{0,2}t{1,3}p{1,2}s{0,2}:?[/\\]*(?=[\w-]+\.)"
    r"|(?=(?:[\w-]+\.)+(?!(?:md|html?|pdf|ya?ml|txt|php|docx?)(?:[#?]|$))[a-z]{2,24}(?:[/?#:]|$))",
    re.IGNORECASE,
)
"""What people write for `https://` before a host."""

SECOND_SCHEME = re.compile(r"(?:https?(?::|//)[/:]*)+", re.IGNORECASE)
"""What stands behind a whole scheme where a host should, when the scheme was written twice or more often."""

WHOLE_SCHEME = re.compile(r"https?://(?![/\\])", re.IGNORECASE)
TRACKING = re.compile(
    r"^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh"
    r"|phpsessid|jsessionid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|_gl|_ga|wt_mc|srsltid)(?:=|$)",
    re.IGNORECASE,
)
VISIT = re.compile(r";jsessionid=[^/?#]*|#:~:.*", re.IGNORECASE)
"""What belongs to one visit: its session, or the words that a search found on the page."""

DETOURS = (
    re.compile(
        r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?(?:.*&)?(?:url|q)=(https?[^&#]+)", re.IGNORECASE
    ),
    re.compile(
        r"https?://[\w.-]+\.safelinks\.protection\.outlook\.com/[^?]*\?(?:.*&)?url=(https?[^&#]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"https?://lm?\.(?:facebook|instagram)\.com/(?:l\.php)?\?(?:.*&)?u=(https?[^&#]+)", re.IGNORECASE
    ),
    re.compile(
        r"https?://(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)\?(?:.*&)?url=(https?[^&#]+)",
        re.IGNORECASE,
    ),
)
"""Addresses of services that pass a reader on and note that they did, with the address that they pass on to."""

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


LONGEST_ADDRESS = 2000
"""Characters. Browsers and servers take no more for sure; the longest of the content has some 300."""


def fault(address: str) -> Fault | None:
    """The first thing that is wrong with an address; none if it is an absolute http(s) address of a public host."""
    return Fault("long") if len(address) > LONGEST_ADDRESS else _fault(address)


@lru_cache(maxsize=8192)
def _fault(address: str) -> Fault | None:
    if re.search(r"\s(?:\w+\s)?https?:/", address):
        return Fault("glued")
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
    return _host(url.host) or _detour(address) or _tracking(address)


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
    rest = address[match.end() :].replace("\\", "/")
    better = f"{'http' if re.match(r'http:', address) else 'https'}://{rest}"
    return Fault("scheme", better if fault(better) is None else "")


def _glued(address: str) -> Fault | None:
    """Two addresses in one; the second may only be one that an archive keeps or that a query carries."""
    first = WHOLE_SCHEME.match(address)
    if twice := SECOND_SCHEME.match(address, first.end() if first else 0):
        better = f"https://{address[twice.end() :]}"
        return Fault("glued", better if fault(better) is None else "")
    second = re.search(r"https?:/", address[1:], re.IGNORECASE)
    if second is None:
        return None
    before = address[: second.start() + 1]
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


def _detour(address: str) -> Fault | None:
    """The address behind a service that passes readers on."""
    for detour in DETOURS:
        if match := detour.match(address):
            better = without_tracking(unquote(match[1]))
            return Fault("detour", better if fault(better) is None else "")
    return None


def _tracking(address: str) -> Fault | None:
    better = without_tracking(address)
    return Fault("tracking", better) if better != address else None


def without_tracking(address: str) -> str:
    """The address without the parameters by which advertisers follow people, and without what belongs to one visit."""
    address = VISIT.sub("", address)
    start, mark, fragment = address.partition("#")
    page, query_mark, query = start.partition("?")
    kept = [part for part in query.split("&") if not TRACKING.match(part)] if query_mark else []
    if not query_mark or len(kept) == len(query.split("&")):
        return address
    return page + (f"?{'&'.join(kept)}" if kept else "") + mark + fragment


@lru_cache(maxsize=2**15)
def page_of(address: str) -> str:
    """What two addresses of one page have in common, whatever their scheme, `www.`, closing slash or tracking."""
    address = without_tracking(address)
    host, slash, path = WHOLE_SCHEME.sub("", address, count=1).partition("/")
    host = host.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80").removesuffix(".")
    return f"{host}{slash}{path}".rstrip("/")
