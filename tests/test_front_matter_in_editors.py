"""VS Code and `npm run front-matter` hold the front matter of `.md` files to the schemas of their kinds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from catalogue.cli import main
from catalogue.model.entries import BODY
from catalogue.model.schema import MODELS
from tests.small_content import KNOWLEDGE, MEASURE, SOLUTION, write_small_content

ROOT = Path(__file__).parent.parent
CONFIGURATION = ".remarkrc.mjs"
PACKAGES = ROOT / "node_modules"


def test_every_kind_in_markdown_has_its_schema_and_its_files() -> None:
    text = (ROOT / CONFIGURATION).read_text("utf-8")
    told = dict(re.findall(r"'build/schema/(\w+)\.schema\.json': \['([^']+)'\]", text))
    assert {*told} == {kind for kind, model in MODELS.items() if BODY in model.model_fields}
    for kind, files in told.items():
        assert files.startswith(f"content/{MODELS[kind].folder}/")
        assert [*ROOT.glob(files)]


def test_every_package_has_one_version() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked[""]["devDependencies"] == wanted
    for name, version in wanted.items():
        assert locked[f"node_modules/{name}"]["version"] == version
    assert all(one.get("integrity") for name, one in locked.items() if name)


@pytest.mark.skipif(
    not (shutil.which("node") and (PACKAGES / ".package-lock.json").exists()),
    reason="needs Node.js and what `npm ci` installs",
)
def test_faults_are_found_at_their_lines_and_right_entries_have_none(tmp_path: Path) -> None:
    folder = tmp_path / "Käthes Katalog"
    content = write_small_content(folder / "content")
    shutil.copy(ROOT / CONFIGURATION, folder)
    (folder / "node_modules").symlink_to(PACKAGES)
    schemas = folder / "build/schema"
    CliRunner().invoke(main, ["schema", "--content", str(content), "--output", str(schemas)])
    assert said_of(folder, MEASURE, SOLUTION, KNOWLEDGE).count("no issues found") == 3
    text = (content / MEASURE).read_text("utf-8")
    wrong = text.replace("status: betrieb\n", "status: laeuft\n").replace("spaces:", "räume:")
    (content / MEASURE).write_text(wrong, "utf-8")
    lines = wrong.splitlines()
    told = said_of(folder, MEASURE)
    assert re.search(rf"{lines.index('status: laeuft') + 1}:9-\S+ +warning Must be equal to one of", told)
    assert re.search(rf"{lines.index('räume: [ortsteile]') + 1}:1 +warning Den Schlüssel „räume“", told)


def said_of(folder: Path, *files: str) -> str:
    """What the command says of files of the content."""
    command = ["node_modules/.bin/remark", "--no-color", "--no-stdout", *(f"content/{one}" for one in files)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stderr
