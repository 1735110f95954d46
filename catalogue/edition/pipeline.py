"""Building an edition: content is checked, then baked into `<output>/editions/<id>/`, which becomes the current one.

`current` is switched in one step and last; with errors in the content nothing changes.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import search
from catalogue.checking import check
from catalogue.edition.checksums import file_sums
from catalogue.edition.field_changes import FIELD_CHANGES, field_change_rows
from catalogue.edition.former_ids import FORMER_IDS, former_id_rows
from catalogue.edition.full_text import write_full_text
from catalogue.edition.history import history
from catalogue.edition.identity import Past, code_version, identify
from catalogue.edition.origin import commit_of, day_of
from catalogue.edition.part_cache import previous_index, read_with_cache, results_kept_in
from catalogue.edition.publishing import EDITIONS, publish, remove_leftovers, switch, unfinished_folder
from catalogue.edition.reader import FORMAT, Edition, EditionMissing, open_edition
from catalogue.edition.side_process import beside
from catalogue.edition.static_assets import write_assets
from catalogue.edition.tables import Row
from catalogue.edition.translations import write_translations
from catalogue.reading.content import Content
from catalogue.reading.kept_results import KeptResults
from catalogue.reading.problems import Problem


class ContentFaulty(Exception):
    """The content has errors; nothing was built."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the edition, the warnings of the check, whether it is new, and whether git told its history."""

    edition: Edition
    warnings: list[Problem]
    seconds: float
    fresh: bool
    history: bool


Progress = Callable[[str, int, int], None]
"""Told how far a stage is: its name, how many entries are done, how many there are."""


def build(content: Path, output: Path, jobs: int = 1, progress: Progress = lambda *_: None) -> Built:
    """Check and bake the content folder into an edition under `output` and make it the current one.

    With two or more `jobs`, database and index are written side by side. Raises ContentFaulty, and changes
    nothing, if the check finds an error; OSError if something cannot be written.
    """
    started = time.perf_counter()
    (output / EDITIONS).mkdir(parents=True, exist_ok=True)
    remove_leftovers(output)
    read = read_with_cache(content, output, lambda done, total: progress("Lesen", done, total))
    with collector_spared():
        problems = check(read)
        if any(problem.severity == "error" for problem in problems):
            raise ContentFaulty(problems)
        kept = results_kept_in(output)
        changes = history(read, kept)
        past: Past = {"changes": changes, FIELD_CHANGES.name: field_change_rows(read, kept)}
        edition_id = identify(read, past)
        folder = output / EDITIONS / edition_id
        fresh = not switch(output, folder)
        if fresh:
            with unfinished_folder(output) as part:
                bake(read, past, kept, part, edition_id, previous_index(output), jobs, progress)
                write_manifest(part, read, edition_id, day_of(read, changes), commit_of(content))
                publish(output, part, folder)
            if not switch(output, folder, is_proven=True):  # whoever opens it proves it again
                raise EditionMissing(folder)
    seconds = time.perf_counter() - started
    return Built(open_edition(folder), problems, seconds, fresh, bool(past["changes"]))


@contextmanager
def collector_spared() -> Iterator[None]:
    """Let the garbage collector pass over what is there already: all entries, which stay until the end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def bake(
    read: Content,
    past: Past,
    kept: KeptResults,
    part: Path,
    edition_id: str,
    previous: Path | None,
    jobs: int,
    progress: Progress,
) -> None:
    """Write all parts into the folder `part`; if there are two jobs or more, all others beside the index, which takes longest."""

    def write_files() -> None:
        write_assets(part / "static", previous.with_name("static") if previous else None)
        write_translations(part / "translations")

    def write_beside() -> None:
        write_files()
        write_tables(read, past, kept, part, edition_id, earlier_german(read, previous))

    if jobs < 2:
        write_files()
        german = write_search(read, part, previous, progress)
        write_tables(read, past, kept, part, edition_id, german)
    else:
        with beside(write_beside):
            german = write_search(read, part, previous, progress)
    write_full_text(part / "catalogue.db", part / "index", search.PlainTerms(german))


def write_tables(
    read: Content, past: Past, kept: KeptResults, part: Path, edition_id: str, german: search.German
) -> None:
    """Write the database and what its tables and columns mean. Raises OSError if there is no space left."""
    from catalogue.edition.canned_queries import CANNED_QUERIES
    from catalogue.edition.database import write_database
    from catalogue.edition.needs import NEEDS, NEEDS_ENTRIES, needs_rows
    from catalogue.edition.places import PLACES, place_rows
    from catalogue.edition.table_metadata import table_metadata

    facts = {"id": edition_id, "content_sha256": read.sha256, "format": str(FORMAT), "code": code_version()}
    entries = (entry for entry, _ in read.published())
    needs, about = needs_rows(entries, read.thesaurus, german, kept)
    further: dict[str, Sequence[Row]] = {
        **past,
        PLACES.name: place_rows(
            read.register, read.districts, read.municipalities.values(), read.vocabularies
        ),
        FORMER_IDS.name: former_id_rows(read),
        NEEDS.name: needs,
        NEEDS_ENTRIES.name: about,
    }
    try:
        write_database(
            part / "catalogue.db",
            read.vocabularies,
            read.published(),
            facts,
            further,
            read.partner_names,
            kept,
        )
    except sqlite3.OperationalError as error:
        raise OSError(f"catalogue.db: {error}") from error
    catalogue = {
        "tables": table_metadata(read.vocabularies),
        "queries": {query.name: query.metadata() for query in CANNED_QUERIES},
    }
    metadata = {"databases": {"catalogue": catalogue}}
    (part / "metadata.json").write_text(json.dumps(metadata, ensure_ascii=False, indent=1), "utf-8")


def earlier_german(read: Content, previous: Path | None) -> search.German:
    """The analysis of the search before its index is written, with what an earlier edition of the same code knows."""
    from catalogue.edition.search_documents import language

    return search.read_german(language(read), previous)


def write_search(read: Content, part: Path, previous: Path | None, progress: Progress) -> search.German:
    """Write the search index, reusing what an earlier edition of the same code holds; gives its analysis."""
    from catalogue.edition.search_documents import documents, language

    found = list(documents(read))
    return search.write_index(
        found,
        language(read),
        part / "index",
        reuse=previous,
        progress=lambda done: progress("Suchindex", done, len(found)),
    )


def write_manifest(part: Path, read: Content, edition_id: str, day: str, commit: str | None) -> None:
    """Write what the edition is: id, day, commit if it is known, format, code, checksum of the content, counts, and its files.

    Comes last, as it tells the checksums of all others.
    """
    manifest = {
        "id": edition_id,
        "day": day,
        "commit": commit,
        "format": FORMAT,
        "code": code_version(),
        "content_sha256": read.sha256,
        "counts": read.counts(),
        "files": file_sums(part),
    }
    (part / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
