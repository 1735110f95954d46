"""Style sheets, fonts and icons: copied into the edition under names that carry a hash of their content.

The type and the components come from KERN-UX, the open design system of the German administration; our own style sheet
adds what the kit has no component for. The copy is made once, when an edition is built.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

KIT = "kern-ux/vendor/kern"
FONTS = {"FiraSans-Regular.woff2": 400, "FiraSans-SemiBold.woff2": 600}
"""The cuts of the kit's type that the pages use, with their weight."""

OWN = Path(__file__).parent / "web" / "static"
TRANSLATIONS = Path(__file__).parent / "web" / "translations"


def write_assets(folder: Path) -> None:
    """Write all files that pages link to into `folder`, and `names.json`: plain name → hashed name."""
    folder.mkdir(parents=True)
    kit = Path(str(files("mkdocs_kern_ux"))) / KIT
    names: dict[str, str] = {}

    def put(name: str, data: bytes) -> None:
        stem, _, ending = name.rpartition(".")
        names[name] = f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"
        (folder / names[name]).write_bytes(data)

    put("kern.css", (kit / "kern.min.css").read_bytes())
    for font in FONTS:
        put(font, (kit / "fonts" / "fira-sans" / font).read_bytes())
    put("fonts.css", "\n".join(_font_face(names[font], weight) for font, weight in FONTS.items()).encode())
    for file in sorted(OWN.iterdir()):
        put(file.name, file.read_bytes())
    (folder / "names.json").write_text(json.dumps(names, indent=1), "utf-8")


def _font_face(file: str, weight: int) -> str:
    return (
        f"@font-face {{ font-family: 'Fira Sans'; src: url('{file}') format('woff2'); "
        f"font-weight: {weight}; font-style: normal; font-display: swap; }}"
    )


def write_translations(folder: Path) -> None:
    """Compile the translation catalogues of the interface (gettext, `.po` to `.mo`) into `folder`."""
    for source in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")):
        target = folder / source.relative_to(TRANSLATIONS).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        with source.open("rb") as read, target.open("wb") as written:
            write_mo(written, read_po(read, locale=source.parts[-3]))
