"""The content several times over, as if there were so many more projects: what the benchmarks of large sizes run on.

A copy has ids and names of its own, names the copies of what its original names, and its text has other words, since
nobody writes the same twice.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from catalogue.model.entries import Knowledge, Measure, Municipality, Project, Reuse, Solution
from catalogue.model.values import EntryReference
from catalogue.reading.content import read_content
from catalogue.reading.entry_file import EntryFile

CONTENT = Path(__file__).parents[2] / "content"

EXCHANGED = 0.3
"""Share of the words of a copy that are another word of the content."""

NEW = 0.02
"""Share of those that nobody has written yet."""

COPIED = tuple(model.kind for model in (Municipality, Project, Measure, Solution, Knowledge, Reuse))

_LONG_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{4,}")
_UNCHANGED = re.compile(r"https?:|^#|^\|")  # lines of a text that hold addresses, headings or tables
_NAMED_ONCE = re.compile(r"(?P<key>name|title): +(?P<text>\S.*)")


class OtherWords:
    """Exchanges words of texts for others, the same ones in every run."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._chance = random.Random(50)

    @classmethod
    def of(cls, texts: list[str]) -> OtherWords:
        """Those that stand in these texts."""
        return cls([word for text in texts for word in _LONG_WORD.findall(text)])

    def change(self, text: str) -> str:
        """The text with other words."""
        return _LONG_WORD.sub(lambda match: self._other(match.group()), text)

    def _other(self, word: str) -> str:
        dice = self._chance.random()
        if dice < NEW:
            return word + self._chance.choice(self._words).lower()
        return self._chance.choice(self._words) if dice < EXCHANGED else word


def copy_content(source: Path, target: Path, times: int) -> int:
    """Write a content folder into a new one, with every entry of the kinds `COPIED` `times` times; tell how many entries there are."""
    shutil.copytree(source, target)
    content = read_content(source)
    copied = [file for file in content.files if file.kind in COPIED]
    texts = {file.path: (source / file.path).read_text("utf-8") for file in copied}
    words = OtherWords.of([*texts.values()])
    for number in range(2, times + 1):
        ids, folders = _copied_ids(copied, number)
        for file in copied:
            old = Path(file.path)
            folder = old.parent.with_name(folders.get(file.folder, file.folder))
            path = target / folder / f"{ids[file.kind, file.id]}{old.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_copy(file, texts[file.path], number, ids, words), "utf-8")
    return len(content.files) + (times - 1) * len(copied)


def _copied_ids(copied: list[EntryFile], number: int) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """The ids of copies by kind and id, and the names of folders that are called after an entry by its id.

    An entry that lies in such a folder has an id that starts with that of the other.
    """
    ids: dict[tuple[str, str], str] = {}
    folders: dict[str, str] = {}
    for file in sorted(copied, key=lambda file: COPIED.index(file.kind)):
        copy = f"{file.id}-{number}"
        if file.kind in (Measure.kind, Reuse.kind):
            copy = folders[file.folder] + file.id.removeprefix(file.folder)
        ids[file.kind, file.id] = copy
        if file.kind != Municipality.kind:
            folders[file.id] = copy
    return ids, folders


def _copy(file: EntryFile, text: str, number: int, ids: dict[tuple[str, str], str], words: OtherWords) -> str:
    """The text of a copy."""
    lines = text.split("\n")
    renamed = {file.position(("id",)): (file.id, ids[file.kind, file.id])}
    for mention in file.mentions:
        if isinstance(mention.target, EntryReference):
            new = (ids[kind, mention.value] for kind in mention.target.kinds if (kind, mention.value) in ids)
            renamed[mention.position] = (mention.value, next(new, mention.value))
    for (row, column), (old, new_id) in sorted(renamed.items(), reverse=True):
        line = lines[row - 1]
        lines[row - 1] = line[: column - 1] + line[column - 1 :].replace(old, new_id, 1)
    ends = [at for at, line in enumerate(lines) if line == "---"]
    prose = ends[1] if len(ends) > 1 else len(lines)
    facts = [_NAMED_ONCE.sub(rf"\g<key>: Kopie {number} von {file.id}", line) for line in lines[:prose]]
    prose_lines = [line if _UNCHANGED.search(line) else words.change(line) for line in lines[prose:]]
    return "\n".join(
        [*(line for line in facts if not line.startswith(("ags:", "website:", "repository:"))), *prose_lines]
    )
