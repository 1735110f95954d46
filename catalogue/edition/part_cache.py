"""What a build takes over from the one before: files that were read already, results that were kept, and an index to reuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from catalogue.edition.identity import code_version, installation_version
from catalogue.edition.proving import prove
from catalogue.edition.publishing import CACHE, LOCK, locked
from catalogue.edition.reader import EditionMissing, open_edition
from catalogue.reading.cache import reading_cache
from catalogue.reading.content import Content, read_content
from catalogue.reading.kept_results import KeptResults, kept_results


def read_with_cache(content: Path, output: Path, progress: Callable[[int, int], None]) -> Content:
    """Read the content folder; files that did not change since the last build come from its cache."""
    cached = reading_cache((output / CACHE / f"reading-{installation_version()}").absolute())
    read = read_content(content, cache=cached, progress=progress)
    with locked(output / LOCK):
        cached.save()
    return read


def results_kept_in(output: Path) -> KeptResults:
    """Results of earlier builds of the same code."""
    return kept_results((output / CACHE).absolute(), installation_version())


def previous_index(output: Path) -> Path | None:
    """The index of the current edition, if the same code wrote it and nothing has damaged it."""
    try:
        edition = open_edition(output)
        prove(edition)
    except EditionMissing:
        return None
    return edition.index if edition.manifest["code"] == code_version() else None
