"""Where a file of content lies: which kind of entry its place and ending say it is, and where it belongs otherwise.

A file that has no place is an error, since its author believes it to be published.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from catalogue.model.entries import (
    BODY,
    ENTRIES,
    PUBLISHED,
    CompoundWords,
    Entry,
    Measure,
    Partners,
    Project,
    Retired,
    Thesaurus,
    Vocabulary,
)
from catalogue.reading.text_file import CONTROL, Flaw
from catalogue.reading.validation_messages import misspelling_of

SPECIAL: dict[str, type[Entry]] = {
    "thesaurus": Thesaurus,
    "compound-words": CompoundWords,
    "partners": Partners,
}
"""Files of the vocabulary folder that are not vocabularies."""

RETIRED = Path("retired.yaml")
"""The list of retired ids, beside the folders of entries."""

MEANT_AS_ENTRY = {".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".yaml", ".yml", ".json"}
"""Endings of files whose author means an entry; others are notes and attachments."""

COPIES = {".bak", ".orig", ".rej", ".old", ".tmp", ".swp"}


@lru_cache(maxsize=8192)  # the same paths are asked for at every build
def model_of(relative: Path) -> type[Entry] | None:
    """The model of a file by its place and ending; nothing for a file that has no place here."""
    if printable(str(relative)) != str(relative):
        return None
    if relative == RETIRED:
        return Retired
    if relative.parent.as_posix() == Vocabulary.folder and relative.suffix == ".yaml":
        return SPECIAL.get(relative.stem, Vocabulary)
    return next((model for model in PUBLISHED if _lies_in(relative, model)), None)


def _lies_in(relative: Path, model: type[Entry]) -> bool:
    folder = relative.parent.parent if model.placed_in or model.grouped_by else relative.parent
    return folder.as_posix() == model.folder and relative.suffix == ending(model)


def ending(model: type[Entry]) -> str:
    """The ending of the files of a kind: Markdown where there is prose."""
    return ".md" if BODY in model.model_fields else ".yaml"


def printable(name: str) -> str:
    """A file name as it may stand in a line of output, whatever bytes it is made of."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return CONTROL.sub("\ufffd", text).replace("\n", "\ufffd").replace("\t", "\ufffd")


def place_of(model: type[Entry]) -> str:
    """The form of the paths of a kind."""
    inner = "<projekt>/" if model.placed_in else "<art>/" if model.grouped_by else ""
    return f"{model.folder}/{inner}<kennung>{ending(model)}"


def not_read(relative: Path, files: Iterable[Path]) -> Flaw:
    """What to say of a file that is not read: what its right name is, or else its right place.

    `files` are all of the content folder; those of projects tell where a measure belongs.
    """
    return Flaw(1, 1, "stray-file", f"Diese Datei wird nicht gelesen. {_remedy(relative, files)}")


def _remedy(relative: Path, files: Iterable[Path]) -> str:
    endings = [suffix.lower() for suffix in relative.suffixes]
    if relative.name.endswith("~") or COPIES.intersection(endings):
        return "Sie ist eine Sicherungskopie; löschen Sie sie."
    if MEANT_AS_ENTRY.intersection(endings):
        stem = relative.name.split(".")[0]
        for right in (".md", ".yaml"):
            if relative.suffix != right and model_of(relative.with_name(stem + right)):
                return f"Benennen Sie sie in „{printable(stem)}{right}“ um."
        if place := _right_place(relative, stem, files):
            return place
    return (
        "Was kein Eintrag ist, gehört nicht in diesen Ordner; löschen Sie sie. "
        f"Maßnahmen liegen als {place_of(Measure)}; wo alles andere liegt, steht in content/README.md."
    )


def _right_place(relative: Path, stem: str, files: Iterable[Path]) -> str | None:
    """Where a file belongs that lies in no folder for entries, or too high or too deep in one."""
    folders = {model.folder: model for model in reversed(ENTRIES) if model is not Retired}
    above = [parent.as_posix() for parent in relative.parents]
    folder = next((parent for parent in above if parent in folders), None)
    if folder is None:
        top = misspelling_of(relative.parts[0], folders) if len(relative.parts) > 1 else None
        return f"Meinten Sie den Ordner „{top}“?" if top else None
    model = folders[folder]
    if model is Measure:
        projects = [file.stem for file in files if file.parent.as_posix() == Project.folder]
        owners = [one for one in projects if stem.startswith(f"{one}-")]
        if owners:
            return f"Verschieben Sie sie nach {model.folder}/{max(owners, key=len)}/{printable(stem)}{ending(model)}."
    return f"Dateien liegen hier als {place_of(model)}. Verschieben Sie sie dorthin."
