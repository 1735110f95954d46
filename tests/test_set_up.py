"""`make` notices a set-up that cannot be used here and makes it anew; what is missing is said in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = getattr(sys, "_base_executable", sys.executable)

pytestmark = pytest.mark.skipif(
    shutil.which("make") is None or find_spec("ensurepip") is None,
    reason="needs make and a Python that makes virtual environments: apt install make python3-venv",
)


def make(folder: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run make in a folder, as if it were not run by make."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=inherited | ({"PATH": path} if path is not None else {}),
        capture_output=True,
        text=True,
        check=False,
    )


def set_up(folder: Path) -> str:
    """Make the virtual environment, without any package in it, and give what make said."""
    done = make(folder, ".venv/made-for", f"PYTHON={PYTHON}")
    assert done.returncode == 0, done.stderr
    return done.stdout


def is_whole(folder: Path) -> bool:
    """Whether the folder's virtual environment is its own and has pip."""
    tried = subprocess.run(
        [folder / ".venv/bin/python", "-m", "pip", "--version"], capture_output=True, check=False
    )
    said = tried.stdout.decode()
    return tried.returncode == 0 and str(folder / ".venv") in said


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a space and an umlaut in its name that has the Makefile."""
    folder = tmp_path / "Käthes Katalog"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment as the Makefile makes it, to be copied: making one takes seconds."""
    folder = tmp_path_factory.mktemp("environment")
    shutil.copy(ROOT / "Makefile", folder)
    set_up(folder)
    return folder / ".venv"


@pytest.fixture
def ready(project: Path, environment: Path) -> Path:
    """The folder with a set-up that says it is its own."""
    shutil.copytree(environment, project / ".venv", symlinks=True)
    mark = project / ".venv/made-for"
    mark.write_text(f"{project}\n{mark.read_text('utf-8').splitlines()[1]}\n", "utf-8")
    return project


def without_pip(folder: Path) -> Path:
    for packages in (folder / ".venv").glob("lib/python*/site-packages"):
        shutil.rmtree(packages / "pip")
    return folder


def with_dangling_interpreter(folder: Path) -> Path:
    python = folder / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/gibt/es/nicht/python3")
    return folder


def moved(folder: Path) -> Path:
    return folder.rename(folder.with_name("verschoben"))


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(folder, folder.with_name("kopiert"), symlinks=True))


def interrupted(folder: Path) -> Path:
    (folder / ".venv/made-for").unlink()
    return folder


def of_another_python(folder: Path) -> Path:
    (folder / ".venv/made-for").write_text(f"{folder}\n3.0\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    "spoil", [without_pip, with_dangling_interpreter, moved, copied, interrupted, of_another_python]
)
def test_a_set_up_that_cannot_be_used_is_made_anew(ready: Path, spoil: Callable[[Path], Path]) -> None:
    folder = spoil(ready)
    said = set_up(folder)
    assert "made anew" in said
    assert is_whole(folder)


def test_a_whole_set_up_stays(ready: Path) -> None:
    mark = ready / ".venv/mark"
    mark.touch()
    assert "made anew" not in set_up(ready)
    assert mark.exists()


@pytest.mark.parametrize("arguments", [("help",), (), ("-n", "serve"), ("--dry-run", "test")])
def test_looking_does_not_touch_a_broken_set_up(project: Path, arguments: tuple[str, ...]) -> None:
    (project / ".venv").mkdir()
    make(project, *arguments)
    assert (project / ".venv").exists()


def test_a_missing_python_is_named_with_the_remedy(project: Path) -> None:
    done = make(project, "serve", "PYTHON=python3-gibt-es-nicht")
    assert done.returncode != 0
    assert "python3-gibt-es-nicht is missing" in done.stdout
    assert "apt install" in done.stdout


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("*version_info*3*11*) exit 1;;", "3.11 or newer"),
        ("*ensurepip*) exit 1;;", "apt install python3-venv"),
    ],
)
def test_an_unfit_python_is_told_in_one_sentence(project: Path, answers: str, told: str) -> None:
    python = project / "old-python"
    python.write_text(f'#!/bin/sh\ncase "$*" in {answers} esac\nexec "{PYTHON}" "$@"\n', "utf-8")
    python.chmod(0o755)
    done = make(project, "serve", "PYTHON=./old-python")
    assert done.returncode != 0
    assert told in done.stdout
    assert not (project / ".venv").exists()


def test_serve_takes_a_port(project: Path) -> None:
    assert "serve --port 8123" in make(project, "-n", "serve", "PORT=8123").stdout
