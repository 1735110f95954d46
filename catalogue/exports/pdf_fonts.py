"""The type of the papers: the design kit's own, unpacked for typst, which does not read compressed web fonts."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

KIT_FONTS = "kern-ux/vendor/kern/fonts/fira-sans"
CUTS = ("FiraSans-Regular.woff2", "FiraSans-SemiBold.woff2")


@cache
def _unpacked() -> tempfile.TemporaryDirectory[str]:
    """A folder that lives as long as the process."""
    folder = tempfile.TemporaryDirectory(prefix="catalogue-fonts-")
    kit = Path(str(files("mkdocs_kern_ux"))) / KIT_FONTS
    for cut in CUTS:
        font = TTFont(kit / cut, recalcTimestamp=False)
        font.flavor = None
        font.save(Path(folder.name) / f"{Path(cut).stem}.ttf")
    return folder


@cache
def fonts() -> typst.Fonts:
    """The type that papers are set in; fonts of the machine are left out, so that papers look alike everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_unpacked().name])
