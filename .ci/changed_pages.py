"""Write the pages of the entries that a branch changes as files that open from disk: `changed_pages.py BASE FOLDER`.

They are a frozen copy of just these pages: they lead to each other, and say of other links that only the site has them.
The edition must have been built.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from catalogue.edition import open_edition
from catalogue.freezing.copying import Copyist, copy_static_files
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.reading.file_places import model_of


def changed(base: str) -> list[Path]:
    """The files of entries that are new or different since the branch left `base`, below the content folder."""
    names = subprocess.run(
        ["git", "diff", "--name-only", "-z", "--diff-filter=d", f"{base}...HEAD", "--", "content"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [Path(name).relative_to("content") for name in names.split("\0") if name]


def address(file: Path) -> str:
    """The path of the page of a file's entry; empty if it has none of its own."""
    model = model_of(file)
    if model is None or model.kind not in KINDS_BY_NAME or not KINDS_BY_NAME[model.kind].folder:
        return ""
    group = f"{file.parent.name}/" if model.grouped_by else ""
    return f"{KINDS_BY_NAME[model.kind].folder}{group}{file.stem}"


def main(base: str, folder: Path) -> None:
    """Write the pages, and print where each lies."""
    pages = [path for file in changed(base) if (path := address(file))]
    if not pages:
        return
    edition = open_edition(Path("build"))
    folder.mkdir(parents=True)
    copy_static_files(edition, folder / "static")
    copyist = Copyist(edition, folder, papers=False, only=pages)
    for page in pages:
        if copyist.copy(page):
            print(f"{folder}{page}.html")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
