"""`make sbom` names every library that is served with, as the lock has them, and what each says of its licence."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOCKED = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the recipe of the target, run with the interpreter of this test, has put its files."""
    if shutil.which("make") is None:
        pytest.skip("no make: apt install make")
    folder = tmp_path_factory.mktemp("sbom")
    settings = [f"BIN={shlex.quote(str(Path(sys.executable).parent))}", f"SBOM={shlex.quote(str(folder))}"]
    shown = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "sbom", *settings],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    recipe = "\n".join(line for line in shown.stdout.splitlines() if str(folder) in line)
    subprocess.run(["bash", "-euo", "pipefail", "-c", recipe], cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_bill_names_what_is_locked(made: Path) -> None:
    bill: dict[str, Any] = json.loads((made / "sbom.cdx.json").read_text("utf-8"))
    named = {component["name"]: component["version"] for component in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "smart-city-katalog"
    assert named == LOCKED
    assert len(named) > 70


def test_the_bill_has_the_sums_of_what_is_installed(made: Path) -> None:
    bill: dict[str, Any] = json.loads((made / "sbom.cdx.json").read_text("utf-8"))
    for component in bill["components"]:
        sums = [sum_ for reference in component["externalReferences"] for sum_ in reference["hashes"]]
        assert sums, component["name"]


def test_the_list_of_licences_has_a_row_for_every_library(made: Path) -> None:
    rows = (made / "licences.md").read_text("utf-8").splitlines()
    names = {re.sub("[._]", "-", row.split("|")[1].strip().lower()) for row in rows[2:]}
    elsewhere = {"brotlicffi", "cffi", "pycparser", "backports-zstd"}  # for other interpreters
    assert names >= {re.sub("[._]", "-", name) for name in LOCKED} - elsewhere
