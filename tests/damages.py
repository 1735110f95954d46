"""Ways in which an edition on disk is damaged: what a disk, a copy, a careless hand or a stranger may do to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from catalogue.edition.reader import FORMAT


def overwrite(file: Path, data: bytes) -> None:
    """Write a published file, which is read-only."""
    file.chmod(0o644)
    file.write_bytes(data)


def flip_bytes(folder: Path) -> None:
    file = folder / "catalogue.db"
    data = bytearray(file.read_bytes())
    data[5000:5100] = bytes(255 - byte for byte in data[5000:5100])
    overwrite(file, bytes(data))


def cut_index(folder: Path) -> None:
    file = next(folder.glob("index/*.seg"))
    overwrite(file, file.read_bytes()[:-100])


def add_to_index(folder: Path) -> None:
    toc = next(folder.glob("index/*_1.toc"))
    toc.with_name(toc.name.replace("_1.toc", "_2.toc")).write_bytes(b"a pickle of a stranger")


def lose_style_sheet(folder: Path) -> None:
    next(folder.glob("static/catalogue.*.css")).unlink()


def change_format(folder: Path) -> None:
    file = folder / "manifest.json"
    told = json.loads(file.read_text("utf-8"))
    overwrite(file, json.dumps({**told, "format": FORMAT + 1}).encode())


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "bytes of the database": (flip_bytes, "„catalogue.db“ hat einen anderen Inhalt als beim Bauen"),
    "empty database": (
        lambda folder: overwrite(folder / "catalogue.db", b""),
        "„catalogue.db“ hat eine andere Größe als beim Bauen (0 statt ",
    ),
    "no database": (lambda folder: (folder / "catalogue.db").unlink(), "„catalogue.db“ fehlt"),
    "truncated index": (cut_index, ".seg“ hat eine andere Größe als beim Bauen"),
    "no index": (
        lambda folder: [file.unlink() for file in folder.glob("index/*")],
        "“ fehlt; „index/",
    ),
    "stranger in the index": (add_to_index, "_2.toc“ gehört nicht dazu"),
    "no style sheet": (lose_style_sheet, ".css“ fehlt"),
    "no translation": (
        lambda folder: next(folder.glob("translations/en/*/*.mo")).unlink(),
        "„translations/en/LC_MESSAGES/messages.mo“ fehlt",
    ),
    "no manifest": (lambda folder: (folder / "manifest.json").unlink(), "„manifest.json“ fehlt"),
    "empty manifest": (
        lambda folder: overwrite(folder / "manifest.json", b""),
        "„manifest.json“ ist kein Verzeichnis einer Ausgabe",
    ),
    "another format": (change_format, f"„manifest.json“ nennt das Format {FORMAT + 1}"),
}
"""Each with what is told of it."""
