"""The translations of the interface, compiled for gettext."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[1] / "web" / "translations"

NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the date of creation, for which Babel takes the minute of the build if the source has none."""


def write_translations(folder: Path) -> None:
    """Compile the translation catalogues of the interface (gettext, `.po` to `.mo`) into `folder`."""
    for source in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")):
        target = folder / source.relative_to(TRANSLATIONS).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        with source.open("rb") as read, target.open("wb") as written:
            texts = read_po(read, locale=source.parts[-3])
            texts.creation_date = NO_DATE
            write_mo(written, texts)
