"""What has one meaning alone is mended in the files of entries: bytes and characters, German dates and numbers, ja and nein.

Each piece is spliced in where the reader found it; the rest of a file stays as an editor wrote it. What may mean two things
(`GPLv3`, `1.3.24`) is left to the editor, with the correction that the check offers.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from catalogue.editing.file_changes import NotChanged, write
from catalogue.model.entries import BODY, Entry
from catalogue.model.web_addresses import fault
from catalogue.reading.characters import MISPLACED_BLANK
from catalogue.reading.content import find_files
from catalogue.reading.corrections import only_meaning
from catalogue.reading.entry_file import FENCE, read_front_matter
from catalogue.reading.file_places import model_of
from catalogue.reading.markdown_spans import link_targets
from catalogue.reading.text_file import Flaw, decode, positions, read_bytes
from catalogue.reading.yaml_values import Values, read_yaml

INVISIBLE = re.compile("[\u200b\u2060\ufeff]|\u00ad(?!\n|$)")
"""Characters that mean nothing; a soft hyphen at the end of a line may be one of the text."""

NOT_SHOWN = re.compile("[\u00ad\u0300-\u036f\u200b\u2060\ufeff]|[^\\S ]")

TRACKING = "tracking"


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """What stood in a line of a file, and what stands there now, as it may be shown."""

    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class _Splice:
    """A piece of text, by its offset, and what comes in its place."""

    start: int
    old: str
    new: str


def fix(root: Path, within: Iterable[Path] = ()) -> dict[Path, list[Fix]]:
    """Mend the entries of a content folder, or those within the given files and folders; gives what was done, by file.

    Raises NotChanged if a file may not be written.
    """
    chosen = [path.resolve() for path in within]
    mended: dict[Path, bytes] = {}
    done: dict[Path, list[Fix]] = {}
    for relative in sorted(find_files(root)):
        path, model = root / relative, model_of(relative)
        if model is None or (chosen and not any(path.resolve().is_relative_to(one) for one in chosen)):
            continue
        data = read_bytes(path, root.resolve())
        if isinstance(data, Flaw):
            continue
        mended[path], done[path] = mend(model, data)
        if mended[path] == data:
            del mended[path], done[path]
    for path in mended:
        _require_writable(path)
    write(
        root.resolve(),
        {path.resolve().relative_to(root.resolve()).as_posix(): mended[path] for path in mended},
    )
    return done


def mend(model: type[Entry], data: bytes) -> tuple[bytes, list[Fix]]:
    """The bytes of an entry's file as they should be, and what differs. What is no text in UTF-8 stays as it is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, []
    if "\x00" in text:
        return data, []
    text, fixes = _characters(text)
    for found in (_blanks, _values):
        splices = sorted(set(found(text, model)), reverse=True)
        place = positions(text)
        fixes += [Fix(place(one.start)[0], _visible(one.old), _visible(one.new)) for one in splices]
        for one in splices:
            text = text[: one.start] + one.new + text[one.start + len(one.old) :]
    return text.encode("utf-8"), sorted(fixes)


def _characters(text: str) -> tuple[str, list[Fix]]:
    """The text without a byte-order mark and invisible characters, with one kind of line ends, and composed."""
    fixes = []
    if text.startswith("\ufeff"):
        text = text.removeprefix("\ufeff")
        fixes.append(Fix(1, "UTF-8 mit BOM", "UTF-8 ohne BOM"))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        fixes.append(Fix(line, "Zeilenenden CRLF", "Zeilenenden LF"))
    lines = text.split("\n")
    for n, line_text in enumerate(lines) if not text.isascii() else ():
        lines[n] = unicodedata.normalize("NFC", INVISIBLE.sub("", line_text))
        if lines[n] != line_text:
            fixes.append(Fix(n + 1, *_words_that_differ(line_text, lines[n])))
    return "\n".join(lines), fixes


def _words_that_differ(old: str, new: str) -> tuple[str, str]:
    """The words of two lines that are not the same, with what is invisible made visible."""
    before, after = old.split(" "), new.split(" ")
    if len(before) != len(after):
        return _visible(old), _visible(new)
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    return " … ".join(_visible(one) for one, _ in pairs), " … ".join(_visible(other) for _, other in pairs)


def _visible(text: str) -> str:
    return NOT_SHOWN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def _blanks(text: str, model: type[Entry]) -> Iterator[_Splice]:
    """Blanks that YAML does not know, where it needs one."""
    end = _front_matter_end(text) if BODY in model.model_fields else len(text)
    for match in MISPLACED_BLANK.finditer(text, 0, end):
        yield _Splice(match.start("blank"), match["blank"], " " * len(match["blank"]))


def _front_matter_end(text: str) -> int:
    lines = text.split("\n")
    closing = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 0)
    return sum(len(line) + 1 for line in lines[:closing])


def _values(text: str, model: type[Entry]) -> Iterator[_Splice]:
    """Values that the model refuses and that can mean one thing alone, and addresses that carry marks of tracking."""
    clean = decode(text.encode("utf-8")).text
    if clean is None or len(clean) != len(text):
        return
    prose = BODY in model.model_fields
    values = read_front_matter(clean) if prose else read_yaml(clean)
    if not isinstance(values.data, dict):
        return
    start = _offsets(clean)
    try:
        model.model_validate(values.data)
    except ValidationError as error:
        for refusal in error.errors(include_url=False):
            meant = _meant(refusal["type"], refusal["input"], refusal.get("ctx") or {})
            if meant and tuple(refusal["loc"]) in values.positions:
                yield from _spliced(clean, start, values, refusal["loc"], str(refusal["input"]), meant)
    body = str(values.data.get(BODY, "")) if prose else ""
    for offset, target in link_targets(body):
        wrong = fault(target)
        if wrong and wrong.why == TRACKING and wrong.better:
            yield _Splice(len(clean) - len(body) + offset, target, wrong.better)


def _meant(kind: str, value: object, context: Mapping[str, object]) -> str:
    if kind == "web_address":
        return str(context["better"]) if context["why"] == TRACKING else ""
    return only_meaning(kind, value)


def _offsets(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _spliced(
    text: str, starts: list[int], values: Values, location: tuple[int | str, ...], old: str, new: str
) -> Iterator[_Splice]:
    """The value at a location, if it stands there letter by letter, bare or in quotation marks."""
    line, column = values.positions[location]
    at = starts[line - 1] + column - 1
    quote = text[at] if text[at : at + 1] in ("'", '"') else ""
    if text.startswith(f"{quote}{old}{quote}", at):
        yield _Splice(at + len(quote), old, new)


def _require_writable(path: Path) -> None:
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        raise NotChanged(
            f"„{path}“ ist schreibgeschützt. Geben Sie die Datei zum Schreiben frei; geändert wurde nichts."
        )
    if not os.access(path.resolve().parent, os.W_OK):
        raise NotChanged(
            f"In den Ordner von „{path}“ darf nicht geschrieben werden. Prüfen Sie die Rechte; geändert wurde nichts."
        )
