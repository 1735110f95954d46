"""The translations of the interface, compiled for gettext."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[1] / "web" / "translations"

NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the date of creation, for which Babel takes the minute of the build if the source has none."""


def write_translations(folder: Path) -> None:
    """Compile the translation catalogues of the interface (gettext, `.po` to `.mo`) into `folder`."""
    for name, compiled in _compiled().items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(compiled)


@cache
def _compiled() -> dict[Path, bytes]:
    """All of them by their names; they change with the code alone."""
    found: dict[Path, bytes] = {}
    for source in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")):
        with source.open("rb") as read, BytesIO() as written:
            texts = read_po(read, locale=source.parts[-3])
            texts.creation_date = NO_DATE
            write_mo(written, texts)
            found[source.relative_to(TRANSLATIONS).with_suffix(".mo")] = written.getvalue()
    return found
