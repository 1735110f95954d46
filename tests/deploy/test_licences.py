"""Every file says under which licence it stands, and every library that is served with stands under one that fits.

The rule: the code is EUPL-1.2, so a library may stand under a permissive licence, which asks for no more than a notice, or
under one that article 5 of the EUPL names as compatible (its appendix). All others are refused, unknown ones too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from license_expression import get_spdx_licensing

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")

PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "PSF-2.0",
    "Zlib",
}

COMPATIBLE = {
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "CECILL-2.0",
    "CECILL-2.1",
    "EPL-1.0",
    "EUPL-1.1",
    "EUPL-1.2",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "LGPL-2.1-only",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "LiLiQ-R-1.1",
    "LiLiQ-Rplus-1.1",
    "MPL-2.0",
    "OSL-2.1",
    "OSL-3.0",
}
"""The appendix of the EUPL, without CC BY-SA, which it names for works other than software."""

IN_OTHER_WORDS = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "CC0-1.0",
}
"""What libraries call their licence that do not use the names of SPDX."""


@pytest.fixture(scope="module")
def declared() -> dict[str, str]:
    """What each library that is locked and installed says of its licence."""
    locked = re.findall(r"^([a-z0-9._-]+)==", LOCK, re.MULTILINE)
    options = ["--with-system", "--from=mixed", "--format=json", "--packages", *locked]
    listed = subprocess.run(
        [sys.executable, "-m", "piplicenses", *options], check=True, capture_output=True, text=True
    )
    return {library["Name"]: library["License"] for library in json.loads(listed.stdout)}


def test_the_licence_of_every_library_can_be_combined_with_ours(declared: dict[str, str]) -> None:
    licensing: Any = get_spdx_licensing()
    refused = {}
    for library, text in declared.items():
        keys = set(licensing.license_keys(IN_OTHER_WORDS.get(text, text)))
        if not keys or not keys <= PERMISSIVE | COMPATIBLE:
            refused[library] = text
    assert len(declared) > 70
    assert refused == {}


def test_every_file_says_under_which_licence_it_stands() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout: reuse cannot tell files of the project from others")
    lint = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", str(ROOT), "lint"], capture_output=True, text=True
    )
    assert lint.returncode == 0, lint.stdout


def test_the_licence_of_the_code_is_the_one_at_the_top() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8") == (ROOT / "LICENSES/EUPL-1.2.txt").read_text("utf-8")
