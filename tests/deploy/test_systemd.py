"""The units of systemd are right in themselves, leave the service little to do harm with, and call commands that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from catalogue.cli import main
from catalogue.edition import open_edition
from tests.deploy.conftest import DEPLOY, tool
from tests.repository import git
from tests.small_content import MEASURE, write_small_content

UNITS = [*(DEPLOY / "systemd").glob("*.service"), *(DEPLOY / "systemd").glob("*.timer")]

CATALOGUE = shlex.join([sys.executable, "-c", "from catalogue.cli import main; main()"])

MOST_EXPOSED = 2.0
"""systemd's own measure, from 0 (shut in) to 10 (free); a service without options has 9.6."""

CALL = re.compile(r"^ExecStart=(/opt/katalog/bin/catalogue .*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the units, calling a program that is there: systemd asks for it."""
    folder = tmp_path_factory.mktemp("units")
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/katalog/bin/catalogue", "/bin/true")
        (folder / unit.name).write_text(text.replace("/usr/bin/git", "/bin/true"), "utf-8")
    return folder


def test_systemd_takes_the_units_without_a_word(units: Path) -> None:
    analyze = tool("systemd-analyze", "systemd")
    told = subprocess.run(
        [analyze, "verify", "--man=no", *units.iterdir()], capture_output=True, text=True, timeout=60
    )
    ours = [line for line in told.stderr.splitlines() if "katalog" in line]
    assert ours == []
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("name", ["katalog.service", "katalog-aktualisieren.service"])
def test_a_service_is_shut_in(units: Path, name: str) -> None:
    analyze = tool("systemd-analyze", "systemd")
    told = subprocess.run(
        [analyze, "security", "--offline=true", "--no-pager", units / name], capture_output=True, text=True
    )
    exposed = re.search(r"Overall exposure level for .*: ([\d.]+)", told.stdout)
    assert exposed, told.stderr
    assert float(exposed[1]) <= MOST_EXPOSED


def test_the_timer_starts_a_unit_that_is_there() -> None:
    names = {unit.name for unit in UNITS}
    assert names == {"katalog.service", "katalog-aktualisieren.service", "katalog-aktualisieren.timer"}


def test_every_command_of_a_unit_can_be_called_so() -> None:
    """Its options are read as the command itself would read them; what they name is not there."""
    calls = [call for unit in UNITS for call in CALL.findall(unit.read_text("utf-8"))]
    assert len(calls) >= 4
    for call in calls:
        _, name, *arguments = shlex.split(call)
        command = main.get_command(click.Context(main), name)
        assert command, name
        command.make_context(name, arguments)


def test_the_users_of_the_services_are_made(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    sysusers = tool("systemd-sysusers", "systemd")
    subprocess.run(
        [sysusers, f"--root={tmp_path}", DEPLOY / "systemd/katalog.sysusers"], check=True, capture_output=True
    )
    made = {line.split(":")[0] for line in (tmp_path / "etc/passwd").read_text("utf-8").splitlines()}
    wanted = {
        user for unit in UNITS for user in re.findall(r"^User=(.*)$", unit.read_text("utf-8"), re.MULTILINE)
    }
    assert made == wanted == {"katalog", "katalog-bau"}


def run_update(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the timer does, with the folders of the server below one of the test, until a command fails."""
    unit = (DEPLOY / "systemd/katalog-aktualisieren.service").read_text("utf-8")
    places = {"/srv/katalog": folder / "srv", "/var/lib/katalog-bau": folder / "bau"}
    for command in re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE):
        words = shlex.split(
            command.replace("/opt/katalog/bin/catalogue", CATALOGUE).replace("/usr/bin/git", "git")
        )
        for place, here in places.items():
            words = [word.replace(place, str(here)) for word in words]
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode:
            return done
    return done


def test_the_timer_publishes_what_was_fetched_and_keeps_the_old_one_if_that_is_wrong(tmp_path: Path) -> None:
    origin, source, published = tmp_path / "origin", tmp_path / "srv/quelle", tmp_path / "srv/ausgaben"
    write_small_content(origin / "content")
    git(tmp_path, "init", "--quiet", str(origin))
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--message=first")
    git(tmp_path, "clone", "--quiet", str(origin), str(source))

    assert run_update(tmp_path).returncode == 0
    first = open_edition(published)
    assert run_update(tmp_path).returncode == 0
    assert open_edition(published).id == first.id

    entry = origin / "content" / MEASURE
    entry.write_text(entry.read_text("utf-8") + "\nNachtrag.\n", "utf-8")
    git(origin, "commit", "--quiet", "--all", "--message=second")
    assert run_update(tmp_path).returncode == 0
    second = open_edition(published)
    assert second.id != first.id

    entry.write_text(entry.read_text("utf-8").replace("name:", "nam:", 1), "utf-8")
    git(origin, "commit", "--quiet", "--all", "--message=third")
    assert run_update(tmp_path).returncode == 1
    assert open_edition(published).id == second.id
