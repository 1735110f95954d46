"""The worked examples answer their question from the downloads of the real edition, with a chart."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from catalogue.edition import Edition
from catalogue.exports.whole_edition import FORMS, download_of

EXAMPLES = Path(__file__).parents[3] / "deploy" / "datasette" / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.stem for script in SCRIPTS])
def test_an_example_draws_its_chart(script: Path, real_edition: Edition, tmp_path: Path) -> None:
    usage = re.search(rf"python {script.name} (\S+) \S+\.svg", script.read_text("utf-8"))
    assert usage is not None
    (form,) = (name for name, form in FORMS.items() if form.file_name == usage[1])
    (tmp_path / usage[1]).write_bytes(download_of(real_edition, form))
    command = [sys.executable, str(script), usage[1], "chart.svg"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 8
    assert ElementTree.parse(tmp_path / "chart.svg").getroot().tag.endswith("svg")


def test_every_example_stands_in_their_readme() -> None:
    told = (EXAMPLES / "README.md").read_text("utf-8")
    assert len(SCRIPTS) == 3
    assert re.findall(r"\]\((\w+\.py)\)", told) == [
        "completeness_by_field.py",
        "most_reused.py",
        "fields_by_size.py",
    ]
