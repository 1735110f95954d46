"""Building anew while an editor works: every change of a content file leads to a build."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from catalogue.edition import ContentFaulty, build
from catalogue.reading.problems import as_text

QUIET_SECONDS = 0.2
"""How long nothing must change before a build starts: editors write a file in several steps."""


class Changes(FileSystemEventHandler):
    """Notes that something has changed."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog in a thread of its own."""
        if event.event_type not in ("opened", "closed_no_write"):
            self.happened.set()


def watch(content: Path, output: Path, say: Callable[[str], None]) -> None:
    """Build at once and after every change, in the background; `say` is told of each build, or of what is wrong."""
    changes = Changes()
    observer = Observer()
    observer.daemon = True
    observer.schedule(changes, str(content), recursive=True)
    observer.start()
    changes.happened.set()  # what changed while nobody watched
    threading.Thread(target=_build_on, args=(changes, content, output, say), daemon=True).start()


def _build_on(changes: Changes, content: Path, output: Path, say: Callable[[str], None]) -> None:
    while changes.happened.wait():
        while changes.happened.is_set():
            changes.happened.clear()
            threading.Event().wait(QUIET_SECONDS)
        try:
            built = build(content, output)
            if built.fresh:
                say(f"Ausgabe {built.edition.id} in {built.seconds:.1f} s gebaut.")
        except ContentFaulty as fault:
            say(as_text(fault.problems))
        except Exception as error:  # whatever it is, the next change may mend it
            say(f"Nicht gebaut: {type(error).__name__}: {error}")
