"""Style sheets, scripts, fonts and icons: copied into the edition under names that carry a hash of their content.

The type and the components come from KERN-UX, the open design system of the German administration; our own style sheet
adds what the kit has no component for. The copy is made once, when an edition is built, and beside each text lies
what a browser gets over the wire: the same, compressed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path

import brotli

from catalogue.edition import state_outlines
from catalogue.edition.web_fonts import CUTS, cut_down, font_faces

KIT = "kern-ux/vendor/kern"
FONT_FOLDER = "fonts/fira-sans"
FONT_LICENCE = "OFL.txt"

OWN = Path(__file__).parents[1] / "web" / "static"

COMPRESSIBLE = (".css", ".js", ".svg")
LEAST_BYTES = 500
"""Smaller files are not worth compressing."""


def write_assets(folder: Path, earlier: Path | None = None) -> None:
    """Write all files that pages link to into `folder`, and `names.json`: plain name → hashed name.

    `earlier` is the folder that the same code wrote for another edition: it holds the same files.
    """
    if earlier is not None:
        shutil.copytree(earlier, folder, copy_function=shutil.copyfile)
        return
    folder.mkdir(parents=True)
    for name, data in _files().items():
        (folder / name).write_bytes(data)


@cache
def _files() -> dict[str, bytes]:
    """All files of the folder; cutting fonts and compressing takes a second, so it is done once."""
    kit = Path(str(files("mkdocs_kern_ux"))) / KIT
    fonts = kit / FONT_FOLDER
    written: dict[str, bytes] = {}
    names: dict[str, str] = {}

    def put(name: str, data: bytes) -> None:
        stem, _, ending = name.rpartition(".")
        names[name] = f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"
        written[names[name]] = data
        if name.endswith(COMPRESSIBLE) and len(data) > LEAST_BYTES:
            written[f"{names[name]}.br"] = brotli.compress(data, mode=brotli.MODE_TEXT)
            written[f"{names[name]}.gz"] = gzip.compress(data, mtime=0)

    put("kern.css", (kit / "kern.min.css").read_bytes())
    for cut in CUTS:
        put(cut.file, cut_down((fonts / cut.file).read_bytes(), cut.style))
    put(FONT_LICENCE, (fonts / FONT_LICENCE).read_bytes())
    put("fonts.css", font_faces({cut.file: names[cut.file] for cut in CUTS}).encode())
    put("states.svg", state_outlines.drawing())
    for file in sorted(OWN.iterdir()):
        put(file.name, file.read_bytes())
    written["names.json"] = json.dumps(names, indent=1).encode()
    return written
