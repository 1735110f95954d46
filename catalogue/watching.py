"""Building anew while an editor works: every change of a content file leads to a build, or to a banner that says what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from catalogue.edition.build_process import BuildProcess
from catalogue.web.content_faults import WATCHED

QUIET_SECONDS = 0.05
"""How long nothing must change before a build starts: editors write a file in several steps."""


class Changes(FileSystemEventHandler):
    """Notes that something has changed."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog in a thread of its own."""
        if event.event_type not in ("opened", "closed_no_write"):
            self.happened.set()


def watch(content: Path, output: Path, say: Callable[[str], None], tell_built: Callable[[str], None]) -> None:
    """Build at once and after every change, in the background.

    `say` is told of each build, or of what is wrong; `tell_built` gets the id of each new edition.
    """
    changes = Changes()
    observer = Observer()
    observer.daemon = True
    observer.schedule(changes, str(content), recursive=True)
    observer.start()
    changes.happened.set()  # what changed while nobody watched
    threading.Thread(target=_build_on, args=(changes, content, output, say, tell_built), daemon=True).start()


def _build_on(
    changes: Changes,
    content: Path,
    output: Path,
    say: Callable[[str], None],
    tell_built: Callable[[str], None],
) -> None:
    builder = BuildProcess(content, output)
    while changes.happened.wait():
        while changes.happened.is_set():
            changes.happened.clear()
            threading.Event().wait(QUIET_SECONDS)
        report = builder.build()
        WATCHED.tell(report.faults)
        if report.built:
            tell_built(report.built)
        if report.said:
            say(report.said)
