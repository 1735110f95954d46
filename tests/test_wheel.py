"""The wheel does the whole work outside of the checkout: check, build, search and serve a folder of entries."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import urllib.request
from pathlib import Path

import pytest

from tests.catalogue.server.test_serving import free_port
from tests.small_content import write_small_content

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a virtual environment that has the wheel, and of the tests' own only what the wheel needs."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("catalogue", "search"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, source], check=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    [wheel] = folder.glob("*.whl")
    python = folder / "venv/bin/python"
    subprocess.run([*pip, f"--python={python}", "install", "--no-deps", "--no-index", wheel], check=True)
    [packages] = folder.glob("venv/lib/python*/site-packages")
    # The other packages stand in for what an installer would fetch; an editable installation among them is not seen.
    others = ascii(sysconfig.get_path("purelib"))  # such files are read in the encoding of the locale
    (packages / "needed.pth").write_text(f"import sys; sys.path.append({others})\n", "ascii")
    return folder / "venv/bin/catalogue"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside of the checkout with entries in it."""
    write_small_content(tmp_path / "content")
    return tmp_path


def call(catalogue: Path, elsewhere: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command says in the folder."""
    return subprocess.run(
        [catalogue, *arguments], cwd=elsewhere, env=environment(), capture_output=True, text=True, check=False
    )


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def test_it_checks_builds_and_searches(catalogue: Path, elsewhere: Path) -> None:
    checked = call(catalogue, elsewhere, "check")
    assert checked.returncode == 0, checked.stderr
    built = call(catalogue, elsewhere, "build")
    assert "2 Maßnahmen" in built.stdout, built.stderr
    found = call(catalogue, elsewhere, "search", "Rufbus")
    assert "musterstadt-rufbus" in found.stdout, found.stderr


def test_it_serves_pages_with_their_styles(catalogue: Path, elsewhere: Path) -> None:
    command = [catalogue, "serve", "--port", str(free_port())]
    with subprocess.Popen(
        command,
        cwd=elsewhere,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            address = next(line for line in lines if "http://" in line).split("unter ")[1].split()[0]
            with urllib.request.urlopen(f"{address}massnahmen/musterstadt-rufbus", timeout=30) as page:
                html = page.read().decode()
            style = html.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
            with urllib.request.urlopen(address.rstrip("/") + style, timeout=30) as sheet:
                assert sheet.status == 200
            with urllib.request.urlopen(f"{address}en", timeout=30) as page:
                assert 'lang="en"' in page.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
    assert process.returncode == 0


def test_without_entries_it_says_what_to_name(catalogue: Path, tmp_path: Path) -> None:
    told = call(catalogue, tmp_path, "serve")
    assert told.returncode == 2
    assert "--content" in told.stderr
