"""A git repository whose commits happen on days of the test's choice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def git(root: Path, *arguments: str, day: str = "2026-01-01") -> None:
    """Run git in a folder, as the same person, at noon of a day. Without git the test is skipped."""
    if shutil.which("git") is None:
        pytest.skip("no git: apt install git")
    who = {
        f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, env=os.environ | who | when)
