"""Write the pages of the entries that a branch changes as files that open from disk: `changed_pages.py BASE FOLDER`.

Each page is one file with its style in it; links lead to nothing, as the rest of the site is not there. The edition
must have been built.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from flask.testing import FlaskClient

from catalogue.edition import open_edition
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.reading.file_places import model_of
from catalogue.web import create_app

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
NOT_NEEDED = re.compile(r"<script\b[^>]*src=[^>]*></script>|<link\b(?![^>]*stylesheet)[^>]*>")


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


def standing_alone(visitor: FlaskClient, page: str) -> str:
    """A page with its style in it, and without what it would load."""

    def style(link: re.Match[str]) -> str:
        return f"<style>{visitor.get(link[1]).text}</style>"

    return STYLE.sub(style, NOT_NEEDED.sub("", page))


def main(base: str, folder: Path) -> None:
    """Write the pages."""
    visitor = create_app(open_edition(Path("build"))).test_client()
    folder.mkdir(parents=True, exist_ok=True)
    for file in changed(base):
        path = address(file)
        answer = visitor.get(path) if path else None
        if answer and answer.status_code == 200:
            (folder / f"{file.stem}.html").write_text(standing_alone(visitor, answer.text), "utf-8")
            print(f"{folder / file.stem}.html")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
