"""Reading the content folder: which files there are, what each gave, and all of it together.

What one file alone can tell is found by `entry_file`; what needs other entries is `checking`'s.
Nothing here raises for bad content: every flaw becomes a `Problem`, and the file gives no entry.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, cast

from catalogue.model.entries import (
    CompoundWords,
    Criterion,
    DocumentedEntry,
    Entry,
    Goal,
    Knowledge,
    Measure,
    Municipality,
    Partners,
    Project,
    Retired,
    RetiredId,
    Reuse,
    Solution,
    Thesaurus,
    Vocabulary,
    VocabularyTerm,
)
from catalogue.model.partners import PartnerNames
from catalogue.model.reuse import Family, Key, by_entry
from catalogue.reading.entry_file import EntryFile, read_entry_file, unread
from catalogue.reading.file_places import model_of, not_read, printable
from catalogue.reading.problems import Problem
from catalogue.reading.register import (
    CENSUS_YEAR,
    REGISTER_FILES,
    RegisteredPlace,
    read_districts,
    read_register,
)
from catalogue.reading.text_file import Flaw, leaves, link_outside, read_bytes
from search.collector import collector_paused

NOT_ENTRIES = ("README.md",)


class KeptFiles(Protocol):
    """What files gave that were read before, by path and checksum."""

    def get(self, key: tuple[str, str], /) -> EntryFile | None:
        """What a file gave, if it was read."""

    def set(self, key: tuple[str, str], value: EntryFile, /) -> None:
        """Keep what a file gave."""


class InMemory(dict[tuple[str, str], EntryFile]):
    """What files gave, kept for another state of the same content."""

    def set(self, key: tuple[str, str], value: EntryFile) -> None:
        """Keep what a file gave."""
        self[key] = value


@dataclass
class Content:
    """What every file gave, in the order of their paths, and every problem found while reading."""

    root: Path
    files: list[EntryFile]
    problems: list[Problem]
    sha256: str
    paths: list[str]
    """Every path that was looked at, also those that are no entries."""

    @cached_property
    def entries(self) -> dict[str, dict[str, EntryFile]]:
        """Files that gave an entry, by kind and id; of two files with one id the first."""
        found: dict[str, dict[str, EntryFile]] = {}
        for file in self.files:
            if file.entry:
                found.setdefault(file.kind, {}).setdefault(file.id, file)
        return found

    @cached_property
    def ids(self) -> dict[str, dict[str, None]]:
        """By kind the ids that stand for a file, also for one with errors: its id and its name."""
        found: dict[str, dict[str, None]] = {}
        for file in self.files:
            found.setdefault(file.kind, {}).update({file.id: None, Path(file.path).stem: None})
        return found

    def _of(self, model: type[Entry]) -> dict[str, Any]:
        return {entry_id: file.entry for entry_id, file in self.entries.get(model.kind, {}).items()}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id."""
        return self._of(Measure)

    @cached_property
    def projects(self) -> dict[str, Project]:
        """Model projects by id; what stands in the entry of their only municipality is taken over from there."""
        return {
            project_id: self._with_its_place(project) for project_id, project in self._of(Project).items()
        }

    def _with_its_place(self, project: Project) -> Project:
        place = (
            self.municipalities.get(project.municipalities[0]) if len(project.municipalities) == 1 else None
        )
        if place is None:
            return project
        states = [place.federal_state] if place.federal_state else project.federal_states
        taken_over = {
            "federal_states": states,
            "population": place.population,
            "population_year": place.population_year,
        }
        return project.model_copy(update=taken_over)

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """Municipalities by id; the population of one that the register has is taken over from there."""
        return {place_id: self._as_registered(place) for place_id, place in self._of(Municipality).items()}

    def _as_registered(self, place: Municipality) -> Municipality:
        registered = self.places_by_key.get(place.ags) if place.ags else None
        if registered is None:
            return place
        return place.model_copy(update={"population": registered.population, "population_year": CENSUS_YEAR})

    @cached_property
    def solutions(self) -> dict[str, Solution]:
        """Solutions by id."""
        return self._of(Solution)

    @cached_property
    def reuses(self) -> dict[str, Reuse]:
        """Reuse records by id."""
        return self._of(Reuse)

    @cached_property
    def family(self) -> Family:
        """Which measures, solutions and projects belong together, and so for what a reuse counts."""
        return Family(self.projects, self.solutions, {one: self.project_of(one) for one in self.measures})

    @cached_property
    def reuses_of(self) -> dict[Key, list[Reuse]]:
        """The reuses that count for each measure, solution and project, by kind and id."""
        return by_entry(self.family, self.reuses.values())

    @cached_property
    def knowledge(self) -> dict[str, Knowledge]:
        """Knowledge by id."""
        return self._of(Knowledge)

    @cached_property
    def goals(self) -> dict[str, Goal]:
        """Municipal goals by id."""
        return self._of(Goal)

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """Criteria of the roadmap by id."""
        return self._of(Criterion)

    @cached_property
    def register(self) -> list[RegisteredPlace]:
        """Every municipality of the register."""
        return read_register(self.root)

    @cached_property
    def places_by_key(self) -> dict[str, RegisteredPlace]:
        """Every municipality and district of the register, by its key."""
        return {place.key: place for place in (*self.register, *self.districts)}

    @cached_property
    def districts(self) -> list[RegisteredPlace]:
        """Every district of the register."""
        return read_districts(self.root, self.register)

    @cached_property
    def vocabularies(self) -> list[Vocabulary]:
        """Vocabularies, by id."""
        return sorted(self._of(Vocabulary).values(), key=lambda v: str(v.id))

    @cached_property
    def _terms(self) -> dict[str, dict[str, VocabularyTerm]]:
        return {v.id: {term.id: term for term in v.terms} for v in self.vocabularies}

    @cached_property
    def _terms_by_word(self) -> dict[str, dict[str, str]]:
        return {v.id: v.terms_by_word() for v in self.vocabularies}

    @property
    def thesaurus(self) -> Thesaurus | None:
        """The thesaurus, if there is one."""
        return next(iter(self._of(Thesaurus).values()), None)

    @property
    def compound_words(self) -> CompoundWords | None:
        """The parts of compound words, if there are any."""
        return next(iter(self._of(CompoundWords).values()), None)

    @cached_property
    def former_ids(self) -> dict[Key, str]:
        """The id that an entry has today, by its kind and each id that it had before."""
        return {
            (kind, former): entry_id
            for kind, files in self.entries.items()
            for entry_id, file in files.items()
            if isinstance(file.entry, DocumentedEntry)
            for former in file.entry.former_ids
        }

    @cached_property
    def retired_ids(self) -> list[RetiredId]:
        """The ids of entries that are gone."""
        lists: Iterator[Retired] = iter(self._of(Retired).values())
        return [one for listed in lists for one in listed.ids]

    @cached_property
    def partner_names(self) -> PartnerNames:
        """What the list of organisations says of the names of partners."""
        return PartnerNames(next(iter(self._of(Partners).values()), None))

    def terms(self, vocabulary: str) -> dict[str, VocabularyTerm]:
        """The terms of a vocabulary by id; none if there is no such vocabulary."""
        return self._terms.get(vocabulary, {})

    def term_of(self, vocabulary: str, word: str) -> str | None:
        """The id of the term that a free word stands for; none if the vocabulary has none for it."""
        return self._terms_by_word.get(vocabulary, {}).get(word.casefold())

    def project_of(self, measure_id: str) -> str:
        """The id of a measure's project: the folder of its file."""
        return self.entries[Measure.kind][measure_id].folder

    def only_solution_of(self, measure_id: str) -> Solution | None:
        """The solution that a measure is part of; none if it is part of none or of several."""
        found = self._solutions_by_measure.get(measure_id, ())
        return found[0] if len(found) == 1 else None

    def own_measures_of(self, solution: Solution) -> list[Measure]:
        """The measures that are part of a solution and of no other."""
        return [self.measures[one] for one in solution.measures if self.only_solution_of(one) is solution]

    @cached_property
    def _solutions_by_measure(self) -> dict[str, list[Solution]]:
        found: dict[str, list[Solution]] = {}
        for solution in self.solutions.values():
            for measure_id in solution.measures:
                found.setdefault(measure_id, []).append(solution)
        return found

    def published(self) -> Iterator[tuple[DocumentedEntry, dict[str, str]]]:
        """Every entry with a page of its own, and the ids that its folder adds."""
        for files in self.entries.values():
            for file in files.values():
                if isinstance(file.entry, DocumentedEntry):
                    entry = self._completed(file.id, file.entry)
                    yield entry, dict.fromkeys(entry.placed_in, file.folder)

    def _completed(self, entry_id: str, entry: DocumentedEntry) -> DocumentedEntry:
        """An entry with what is taken over from its place or from the register."""
        if isinstance(entry, Project):
            return self.projects[entry_id]
        return self.municipalities[entry_id] if isinstance(entry, Municipality) else entry

    def counts(self) -> dict[str, int]:
        """How many entries of each kind there are."""
        return {kind: len(files) for kind, files in sorted(self.entries.items())}

    def problem(self, file: EntryFile, flaw: Flaw) -> Problem:
        """A flaw with the path of its file."""
        return at(self.root / file.path, flaw)


def read_content(
    root: Path,
    cache: KeptFiles | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Content:
    """Read every file of the content folder. `progress` is told how many of all files are read."""
    with collector_paused():
        return _read(root, cache, progress)


def _read(root: Path, cache: KeptFiles | None, progress: Callable[[int, int], None]) -> Content:
    found = sorted(find_files(root), key=lambda path: path.parts)
    resolved = root.resolve()
    files: list[EntryFile] = []
    problems: list[Problem] = []
    whole = hashlib.sha256()
    for relative in sorted(REGISTER_FILES.intersection(found)):
        whole.update(
            f"{relative.as_posix()}\n{hashlib.sha256((root / relative).read_bytes()).hexdigest()}\n".encode()
        )
    for done, relative in enumerate(found, start=1):
        path = root / relative
        if relative in REGISTER_FILES:
            progress(done, len(found))
            continue
        model = model_of(relative)
        data = read_bytes(path, resolved) if model else _not_read(path, resolved, relative, found)
        if model is None or isinstance(data, Flaw):
            problems.append(at(path, cast(Flaw, data)))
            if model:
                files.append(unread(relative, model))
        else:
            checksum = hashlib.sha256(data).hexdigest()
            whole.update(f"{relative.as_posix()}\n{checksum}\n".encode())
            file = cache.get((relative.as_posix(), checksum)) if cache else None
            if file is None:
                file = read_entry_file(relative, model, data)
                if cache:
                    cache.set((relative.as_posix(), checksum), file)
            problems.extend(at(path, flaw) for flaw in file.flaws)
            files.append(file)
        progress(done, len(found))
    return Content(root, files, problems, whole.hexdigest(), [str(root / path) for path in found])


def find_files(root: Path) -> Iterator[Path]:
    """Every file below the folder, relative to it, and links to folders; hidden ones and guides left out."""
    for folder, folders, names in os.walk(root):
        within = Path(folder).relative_to(root)
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in names:
            if not name.startswith(".") and name not in NOT_ENTRIES:
                yield within / name


def _not_read(path: Path, root: Path, relative: Path, files: list[Path]) -> Flaw:
    """What to say of a file, or of a link to a folder, that is not read."""
    return link_outside() if path.is_symlink() and leaves(path, root) else not_read(relative, files)


def at(path: Path, flaw: Flaw) -> Problem:
    """A flaw with the path of its file."""
    return Problem(printable(str(path)), flaw.line, flaw.column, flaw.code, flaw.message, flaw.severity)
