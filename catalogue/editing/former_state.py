"""The content as it was at a commit, read from git without touching the working tree."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from catalogue.reading.content import Content, KeptFiles, read_content
from catalogue.reading.git import git


class NoSuchState(Exception):
    """The content cannot be read as it was; the message says why and what to do, in German."""


def base_of(folder: Path, revision: str) -> str:
    """The commit from which the current one branched off a revision; that of the revision itself where it cannot be told.

    Raises NoSuchState if there is no such revision.
    """
    try:
        shallow = git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    except OSError:
        raise NoSuchState("Dazu braucht es git. Installieren Sie es: apt install git") from None
    except subprocess.CalledProcessError:
        raise NoSuchState(f"Der Ordner „{folder}“ liegt in keinem Git-Verzeichnis.") from None
    try:
        commit = git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).strip()
    except subprocess.CalledProcessError:
        remedy = (
            "Dies ist ein flacher Klon; holen Sie den Stand mit: git fetch --depth=1 origin <Zweig>, und nennen Sie FETCH_HEAD."
            if shallow
            else "Nennen Sie einen Zweig oder Commit, zum Beispiel main oder origin/main."
        )
        raise NoSuchState(f"Den Stand „{revision}“ gibt es hier nicht. {remedy}") from None
    try:
        return git(folder, "merge-base", commit, "HEAD").strip()
    except subprocess.CalledProcessError:
        return commit


@contextmanager
def content_at(folder: Path, commit: str, kept: KeptFiles) -> Iterator[Content]:
    """The content folder as it was at a commit; without the folder at that time, an empty one.

    Files that did not change since are taken from `kept`.
    """
    with TemporaryDirectory() as temporary:
        root = Path(temporary) / "content"
        root.mkdir()
        command = ["git", "--no-optional-locks", "-C", str(folder), "archive", "--format=zip", commit, "."]
        made = subprocess.run(command, capture_output=True, check=False)
        if made.returncode == 0:
            with ZipFile(io.BytesIO(made.stdout)) as archive:
                archive.extractall(root)
        yield read_content(root, kept)
