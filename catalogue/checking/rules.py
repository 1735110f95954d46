"""Checking across entries: that ids name something, terms are known, and nothing stands twice.

Which values are references or terms is told by the entry models; this module lists no fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz

from catalogue.model import curation
from catalogue.model.entries import (
    Criterion,
    Goal,
    Knowledge,
    Measure,
    Municipality,
    Project,
    Reference,
    Report,
    Solution,
    Stage,
    Term,
    Vocabulary,
)
from catalogue.reading.content import Content, at
from catalogue.reading.entry_file import EntryFile, Mention
from catalogue.reading.problems import Problem
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown, suggestion
from catalogue.reading.yaml_values import Location

LICENCES = "licences"

SAME_TITLE_PERCENT = 92
"""Similarity from which two titles of one project are probably those of one measure."""

KINDS = {
    Measure.kind: "einer Maßnahme",
    Project.kind: "eines Modellprojekts",
    Municipality.kind: "einer Kommune",
    Solution.kind: "einer Lösung",
    Knowledge.kind: "eines Wissenseintrags",
    Stage.kind: "einer Phase der Roadmap",
    Report.kind: "eines Dokuments",
}
"""Kinds of entry in the genitive."""

FOUND_BY_ID = tuple(
    model.kind for model in (Measure, Project, Solution, Stage, Criterion, Report, Goal, Knowledge)
)
"""Kinds whose ids must differ from each other's; a municipality may be called like its project."""

Known = Mapping[str, None]


def check(content: Content) -> list[Problem]:
    """Every problem of the content, those found while reading included, in the order of files and lines."""
    found = [*content.problems, *_empty(content), *_missing_vocabularies(content)]
    terms = {v.id: dict.fromkeys(content.terms(v.id)) for v in content.vocabularies}
    for file in content.files:
        flaws = [*_mentions(file, content, terms)]
        if file.kind == Measure.kind:
            flaws += _project(file, content)
        flaws += [*_licence(file, content), *_group(file), *_curated(file)]
        found.extend(content.problem(file, flaw) for flaw in flaws)
    found.extend(content.problem(file, flaw) for file, flaw in [*_same_id(content), *_same_title(content)])
    return sorted(found)


def _empty(content: Content) -> Iterator[Problem]:
    if not content.files:
        message = "In diesem Ordner gibt es keinen Eintrag. Nennen Sie mit --content den richtigen."
        yield at(content.root, Flaw(1, 1, "no-entries", message))


def _missing_vocabularies(content: Content) -> Iterator[Problem]:
    """One problem for each vocabulary that entries use and that has no file."""
    used = {m.target.vocabulary for f in content.files for m in f.mentions if isinstance(m.target, Term)}
    for name in sorted(used - content.ids.get(Vocabulary.kind, {}).keys()):
        message = "Dieses Vokabular fehlt. Legen Sie die Datei an; Einträge verwenden seine Begriffe."
        yield at(content.root / Vocabulary.folder / f"{name}.yaml", Flaw(1, 1, "missing-vocabulary", message))


def _mentions(file: EntryFile, content: Content, terms: Mapping[str, Known]) -> Iterator[Flaw]:
    """Every term is in its vocabulary, every id names an entry, and no list names one twice."""
    seen: set[tuple[Location, str]] = set()
    for mention in file.mentions:
        value, target = mention.value, mention.target
        if isinstance(target, Term):
            if target.vocabulary in terms and value not in terms[target.vocabulary]:
                yield _unknown_term(mention, target, terms[target.vocabulary])
        elif not any(value in content.ids.get(kind, {}) for kind in target.kinds):
            yield _unknown_id(mention, target, content)
        elif value == file.id and file.kind in target.kinds:
            message = "Der Eintrag verweist auf sich selbst. Löschen Sie den Verweis."
            yield Flaw(*mention.place, "own-id", message)
        if isinstance(mention.location[-1], int):
            key = (mention.location[:-1], value)
            if key in seen:
                message = f"{shown(value)} steht schon in dieser Liste. Löschen Sie die Wiederholung."
                yield Flaw(*mention.place, "value-twice", message, "warning")
            seen.add(key)


def _unknown_term(mention: Mention, target: Term, known: Known) -> Flaw:
    otherwise = f"Die Begriffe stehen in {Vocabulary.folder}/{target.vocabulary}.yaml."
    message = f"Den Begriff {shown(mention.value)} gibt es im Vokabular „{target.vocabulary}“ nicht. "
    return Flaw(*mention.place, "unknown-term", message + suggestion(mention.value, known, otherwise))


def _unknown_id(mention: Mention, target: Reference, content: Content) -> Flaw:
    known = [entry_id for kind in target.kinds for entry_id in content.ids.get(kind, {})]
    kinds = " oder ".join(KINDS[kind] for kind in target.kinds)
    message = f"{shown(mention.value)} ist nicht die Kennung {kinds}. "
    otherwise = "Legen Sie den Eintrag an oder löschen Sie den Verweis."
    return Flaw(*mention.place, "unknown-id", message + suggestion(mention.value, known, otherwise))


def _project(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """A measure lies in the folder of its project, and its id starts with the project's."""
    known = content.ids.get(Project.kind, {})
    if file.folder not in known:
        near = suggestion(file.folder, known, "Legen Sie es an oder benennen Sie den Ordner um.")
        message = f"Zum Ordner {shown(file.folder)} gibt es kein Modellprojekt. {near}"
        yield Flaw(1, 1, "unknown-project", message)
    elif not file.id.startswith(f"{file.folder}-"):
        message = f"Die Kennung muss mit „{file.folder}-“ beginnen, dem Ordner ihres Modellprojekts."
        yield Flaw(*file.place(("id",)), "id-without-project", message)


def _group(file: EntryFile) -> Iterator[Flaw]:
    """An entry lies in the folder that one of its fields names."""
    field = file.entry.grouped_by if file.entry else None
    if field and getattr(file.entry, field) != file.folder:
        message = (
            f"Die Datei liegt im Ordner {shown(file.folder)}, „{field}“ ist aber "
            f"{shown(getattr(file.entry, field))}. Verschieben Sie die Datei oder ändern Sie den Wert."
        )
        yield Flaw(*file.place((field,)), "folder-differs", message)


def _curated(file: EntryFile) -> Iterator[Flaw]:
    """A solution is marked as curated if, and only if, it fulfils the rule."""
    if not isinstance(file.entry, Solution):
        return
    open_conditions = curation.unmet(evidence(file.entry))
    if file.entry.curated and open_conditions:
        told = " ".join(curation.CONDITIONS[condition] for condition in open_conditions)
        message = (
            f"Zu einer kuratierten Lösung fehlt: {told} Ergänzen Sie es, oder setzen Sie „curated: false“."
        )
        yield Flaw(*file.place(("curated",)), "not-curated", message)
    elif not file.entry.curated and not open_conditions:
        message = "Die Lösung erfüllt die Regel für kuratierte Lösungen. Setzen Sie „curated: true“."
        yield Flaw(*file.place(("curated",)), "could-be-curated", message, "warning")


def evidence(solution: Solution) -> curation.Evidence:
    """What the rule for curated solutions looks at."""
    return curation.Evidence(
        solution.status,
        solution.problem,
        len(solution.requirements),
        bool(solution.open_source),
        [(reuse.kind, reuse.status) for reuse in solution.reused_by],
        len(solution.sources),
    )


def _licence(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """The licence is one that Open CoDE admits; others are told, since the code cannot be published there."""
    known = content.terms(LICENCES)
    if isinstance(file.entry, Measure | Solution) and file.entry.licence and known:
        words = re.findall(r"[^\s()]+", file.entry.licence)
        others = [word for word in words if word not in known and word not in ("AND", "OR", "WITH")]
        if others:
            message = (
                f"Die Lizenz {', '.join(others)} steht nicht auf der Liste von Open CoDE. "
                "Prüfen Sie die Angabe."
            )
            yield Flaw(*file.place(("licence",)), "licence-not-listed", message, "warning")


def _same_id(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Files with one id; told at each of them, since the newer one may be any.

    All kinds that the search finds share one space of ids.
    """
    files: dict[tuple[str, str], list[EntryFile]] = {}
    for file in content.files:
        files.setdefault(("" if file.kind in FOUND_BY_ID else file.kind, file.id), []).append(file)
    for same in files.values():
        for file in same if len(same) > 1 else []:
            other = next(o.path for o in same if o is not file)
            message = f"Die Kennung „{shown(file.id)[1:-1]}“ hat auch {other}. Vergeben Sie eine andere."
            yield file, Flaw(*file.place(("id",)), "id-twice", message)


def _same_title(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Two measures of a project with nearly one title are probably the same measure."""
    titles: dict[str, list[tuple[str, EntryFile]]] = {}
    for file in content.files:
        if isinstance(file.entry, Measure):
            titles.setdefault(file.folder, []).append((file.entry.title.casefold(), file))
    for measures in titles.values():
        for (title, file), (other_title, other) in combinations(measures, 2):
            if fuzz.ratio(title, other_title, score_cutoff=SAME_TITLE_PERCENT):
                for one, two in ((file, other), (other, file)):
                    message = f"Fast den gleichen Titel hat {two.path}. Ist es dieselbe Maßnahme?"
                    yield one, Flaw(*one.place(("title",)), "title-twice", message, "warning")
