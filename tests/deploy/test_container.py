"""The image is really built, on a Debian made here in place of the image from a registry, and runs as it would elsewhere:
its root is read-only, its user an ordinary one.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from catalogue.edition import Edition
from tests.deploy.conftest import DEPLOY, ROOT, free_port, tool, wait_for

CONTAINERFILE = DEPLOY / "container/Containerfile"

DEBIAN = ("--variant=minbase", "--include=python3,python3-venv,ca-certificates", "--skip=output/dev")
SMALL = [
    *("--aptopt=Acquire::Languages none", "--dpkgopt=path-exclude=/usr/share/doc/*"),
    *("--dpkgopt=path-exclude=/usr/share/locale/*", "--dpkgopt=path-exclude=/usr/share/man/*"),
]

OF_THIS_MACHINE = [path for path in ("/etc/ssl/certs", "/etc/pip.conf") if Path(path).exists()]
"""Where pip finds packages and whom it trusts is up to the machine that builds."""

MOST_MB = 850

IN_THE_ROOT = 'cd "$($BUILDAH mount "$0")" && '

AS_IN_A_CLUSTER = """
mkdir -p dev && mount --make-rprivate / && mount --bind . . && cd "$PWD" && mount -o remount,bind,ro .
mount -t tmpfs -o mode=1777 tmpfs tmp && mount --rbind /dev dev
exec /usr/sbin/chroot --userspec=10001:10001 . env --ignore-environment "$@"
"""
"""Runs a command with nothing to write to but /tmp. `$0` is a container; then come environment and command."""


class Builder:
    """Buildah with storage of its own."""

    def __init__(self, folder: Path) -> None:
        storage = [f"--root={folder}/storage", f"--runroot={folder}/run", "--storage-driver=overlay"]
        self.command = [tool("buildah"), *storage]
        folders = {"TMPDIR": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self._environment = os.environ | folders | {"BUILDAH": shlex.join(self.command)}
        self._in_names = [] if os.geteuid() == 0 else [self.command[0], *storage, "unshare"]

    def __call__(self, *arguments: str) -> str:
        """Run it; gives what it prints."""
        return self._run([*self.command, *arguments])

    def look(self, container: str, command: str) -> str:
        """Run a command of the shell in the folder where a container's files lie; gives what it prints."""
        return self._run([*self._in_names, "sh", "-ec", IN_THE_ROOT + command, container])

    def start(self, container: str, *command: str) -> subprocess.Popen[bytes]:
        """Start a command in a container."""
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        shell = ["sh", "-ec", IN_THE_ROOT + AS_IN_A_CLUSTER.strip(), container]
        whole = [*self._in_names, *apart, *shell, *command]
        return subprocess.Popen(whole, env=self._environment, start_new_session=True)

    def remove(self, folder: Path) -> None:
        """Remove a folder with files of any user of its containers."""
        self("umount", "--all")
        let_go = 'umount --quiet --recursive "$0/storage/overlay"; rm -rf "$0"'  # root's storage is a mount of its own
        self._run([*self._in_names, "sh", "-c", let_go, str(folder)])

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout.strip()


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Buildah, with a Debian that has Python as its image `base`."""
    mmdebstrap = tool("mmdebstrap")
    if os.geteuid():
        tool("newuidmap", "uidmap")
    folder = tmp_path_factory.mktemp("images")
    builder = Builder(folder)
    try:
        subprocess.run([mmdebstrap, *DEBIAN, *SMALL, "bookworm", folder / "base.tar"], check=True)
        container = builder("from", "scratch")
        builder("add", "--quiet", container, str(folder / "base.tar"), "/")
        builder("commit", "--quiet", "--rm", container, "localhost/base")
        yield builder
    finally:
        builder.remove(folder)


@pytest.fixture(scope="module")
def image(builder: Builder, edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The image with an edition baked in."""
    context = tmp_path_factory.mktemp("context")
    for name in ("LICENSE", "README.md", "pyproject.toml", "requirements.lock", ".dockerignore"):
        shutil.copy(ROOT / name, context)
    for room in ("catalogue", "search"):
        shutil.copytree(ROOT / room, context / room, ignore=shutil.ignore_patterns("__pycache__"))
    baked = f"build/editions/{edition.id}"
    shutil.copytree(edition.folder, context / baked)
    builder(
        *("build", "--quiet", "--isolation=chroot", "--format=docker", "--pull-never", "--tag=katalog"),
        *("--build-arg=BASE=localhost/base", f"--build-arg=EDITION={baked}", "--build-arg=VERSION=0"),
        *(f"--volume={path}:{path}:ro" for path in OF_THIS_MACHINE),
        f"--file={CONTAINERFILE}",
        str(context),
    )
    return "localhost/katalog"


@pytest.fixture(scope="module")
def told(builder: Builder, image: str) -> Any:
    """What the image tells of itself."""
    return json.loads(builder("inspect", "--type=image", image))["Docker"]["config"]


@pytest.fixture(scope="module")
def container(builder: Builder, image: str) -> str:
    """A container of the image."""
    return builder("from", "--pull-never", image)


@pytest.fixture(scope="module")
def operating_port() -> int:
    """The port that tells how the container goes."""
    return free_port()


@pytest.fixture(scope="module")
def answering(builder: Builder, container: str, told: Any, operating_port: int) -> Iterator[str]:
    """The address of the container, whose own command has been started in it with the environment that it names."""
    port = free_port()
    ports = ["--port", str(port), "--metrics-port", str(operating_port)]
    process = builder.start(container, *told["Env"], *told["Cmd"], *ports)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(
            process.pid, signal.SIGKILL
        )  # what runs in it became another user's and outlives who started it
        process.wait(timeout=20)


def test_the_image_runs_as_an_ordinary_user_and_says_what_it_is(told: Any) -> None:
    assert told["User"] == "10001:10001"
    assert told["Labels"]["org.opencontainers.image.licenses"] == "EUPL-1.2"
    assert told["Labels"]["org.opencontainers.image.version"] == "0"
    assert told["ExposedPorts"].keys() == {"8000/tcp", "9100/tcp"}


def test_the_container_answers_with_its_root_read_only(answering: str) -> None:
    start = httpx.get(f"{answering}/")
    assert start.status_code == 200
    style = re.search(r'href="(/static/[^"]+\.css)"', start.text)
    assert style
    assert httpx.get(answering + style[1]).status_code == 200
    assert "Rufbus" in httpx.get(f"{answering}/suche?q=Bus", timeout=30).text
    assert httpx.get(f"{answering}/daten/catalogue/measures.json", timeout=60).json()["rows"]
    assert httpx.get(f"{answering}/daten/downloads/smart-city-katalog.xlsx", timeout=60).status_code == 200


@pytest.mark.usefixtures("answering")
def test_the_health_check_tells_whether_it_answers(
    builder: Builder, container: str, told: Any, operating_port: int
) -> None:
    kind, *command = told["Healthcheck"]["Test"]
    here = [part.replace(":9100/", f":{operating_port}/") for part in command]
    nowhere = [part.replace(":9100/", ":1/") for part in command]
    assert kind == "CMD"
    assert here != command
    assert builder.start(container, *told["Env"], *here).wait(timeout=60) == 0
    assert builder.start(container, *told["Env"], *nowhere).wait(timeout=60) != 0


def test_nothing_can_be_written_but_below_tmp(builder: Builder, container: str, told: Any) -> None:
    tries = "touch /tmp/x && ! touch /x /srv/katalog/x /opt/katalog/x 2>/dev/null"
    assert builder.start(container, *told["Env"], "sh", "-c", tries).wait(timeout=60) == 0


def test_the_image_is_small_and_has_no_compiler(builder: Builder, container: str) -> None:
    assert int(builder.look(container, "du -sk .").split()[0]) / 1000 < MOST_MB
    assert not builder.look(container, "find . -path '*/bin/gcc*'")


def test_the_image_is_made_of_named_files_alone() -> None:
    """Neither secrets nor what lies about gets into it."""
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE.read_text("utf-8"), re.MULTILINE)
    sources = {source for line in copied for source in shlex.split(line)} - {"${EDITION}"}
    let_in = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in let_in
    assert {f"!{source}" for source in sources} <= set(let_in)
