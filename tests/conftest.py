"""What tests of several rooms share: the edition of the real content, built once for all workers."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from catalogue.edition import Edition, build, open_edition

CONTENT = Path(__file__).parent.parent / "content"
LONGEST = {"test_every_page.py", "test_container.py"}


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a good part of the tests waits for servers and browsers."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take minutes begin first, so that at the end no worker is left alone with one of them."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def real_output(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An output folder whose current edition holds the real content; workers share one."""
    base = tmp_path_factory.getbasetemp()
    output = (base if worker_id == "master" else base.parent) / "real"
    output.mkdir(exist_ok=True)
    with (output / ".building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        build(CONTENT, output)
    return output


@pytest.fixture(scope="session")
def real_edition(real_output: Path) -> Edition:
    """The edition of the real content."""
    return open_edition(real_output)
