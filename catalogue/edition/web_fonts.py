"""The type of the pages: Fira Sans cut down to the letters of Latin script, so that a page is light.

The Open Font License lets everyone change a font but reserves its name; what is made here has a name of its own.
Until a font has come, the page stands in a common one stretched to the same widths, so that nothing moves.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from search.user_cache import from_user_cache

FAMILY = "Katalog Sans"
"""Not "Fira Sans": that name is reserved for the unchanged font (condition 3 of the licence)."""

STAND_IN = f"{FAMILY} Ersatz"

LETTERS = (
    *range(0x20, 0x250),  # Latin with all its accents
    *range(0x2010, 0x2028),  # dashes, quotation marks, bullets
    *range(0x2030, 0x203B),
    *range(0x2070, 0x208A),  # superscripts and subscripts: m², CO₂
    0x1E9E,  # capital ß
    *(0x2044, 0x20AC, 0x2122, 0x2153, 0x2154),  # fraction bar, euro, trade mark, thirds
    *range(0x2190, 0x219A),  # arrows
    *(0x2212, 0x221A, 0x2248, 0x2260, 0x2264, 0x2265),  # minus, root, about, unequal, at most, at least
)
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
"""Layout features that running text needs."""

NAMES_WITH_FAMILY = (1, 3, 4, 6, 16, 21)
"""Entries of a font's name table that hold the name under which people know it."""

VALID_SELECTION_BITS = 0x7F
"""Bits of `fsSelection` that the version of the font's OS/2 table knows; the kit's files set one more."""

ASCENT_PERMILLE = 935
DESCENT_PERMILLE = 265


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut of the type: its file in the kit, its weight, and what it is like."""

    file: str
    weight: int
    style: str
    like: tuple[str, ...]
    width_percent: float
    """How wide it sets German text, compared with the fonts that it is like."""


CUTS = (
    Cut(
        "FiraSans-Regular.woff2",
        400,
        "Regular",
        (
            "Arial",
            "Liberation Sans",
            "LiberationSans",
            "Nimbus Sans Regular",
            "NimbusSans-Regular",
            "Helvetica",
        ),
        103.35,
    ),
    Cut(
        "FiraSans-SemiBold.woff2",
        600,
        "SemiBold",
        (
            "Arial Bold",
            "Arial-BoldMT",
            "Liberation Sans Bold",
            "LiberationSans-Bold",
            "Nimbus Sans Bold",
            "NimbusSans-Bold",
            "Helvetica Bold",
        ),
        96.63,
    ),
)


def cut_down(font: bytes, style: str) -> bytes:
    """A font with only the letters that pages need, under a name of its own; the same bytes on every run.

    It is made once for a user, as it takes a while.
    """
    versions = f"{style} {version('fonttools')} {version('brotli')}"
    made_from = font + versions.encode() + Path(__file__).read_bytes()
    return from_user_cache("font", made_from, lambda: _cut_down(font, style))


def _cut_down(font: bytes, style: str) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    opened = TTFont(io.BytesIO(font), recalcTimestamp=False, lazy=True)
    subsetter = Subsetter(Options(layout_features=list(FEATURES), hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(opened)
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    for record in opened["name"].names:
        if record.nameID in NAMES_WITH_FAMILY:
            record.string = postscript if record.nameID in (3, 6) else f"{FAMILY} {style}"
    opened["OS/2"].fsSelection &= VALID_SELECTION_BITS
    opened.flavor = "woff2"
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def font_faces(addresses: dict[str, str]) -> str:
    """The style sheet that names the cuts and their stand-ins; `addresses` has the address of each cut's file."""
    return "\n".join(_face(cut, addresses[cut.file]) + _stand_in(cut) for cut in CUTS) + (
        f":root {{ --kern-typography-font-family-fira-sans: '{FAMILY}', '{STAND_IN}', sans-serif; }}\n"
    )


def _face(cut: Cut, address: str) -> str:
    # Optional: a font that comes late on a slow line waits for the next page and does not move this one.
    return (
        f"@font-face {{ font-family: '{FAMILY}'; src: url('{address}') format('woff2'); "
        f"font-weight: {cut.weight}; font-style: normal; font-display: optional; }}\n"
    )


def _stand_in(cut: Cut) -> str:
    ascent, descent = (
        round(permille / cut.width_percent * 10, 2) for permille in (ASCENT_PERMILLE, DESCENT_PERMILLE)
    )
    return (
        f"@font-face {{ font-family: '{STAND_IN}'; src: {', '.join(f'local({name!r})' for name in cut.like)}; "
        f"font-weight: {cut.weight}; size-adjust: {cut.width_percent}%; "
        f"ascent-override: {ascent}%; descent-override: {descent}%; line-gap-override: 0%; }}\n"
    )
