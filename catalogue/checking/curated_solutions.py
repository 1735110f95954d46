"""That solutions are marked as curated if, and only if, they fulfil the rule (`model.curation`)."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model import curation
from catalogue.model.entries import Reuse, Solution
from catalogue.model.reuse import is_in_use_elsewhere
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw


def curated_by_rule(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """A solution is marked as curated if, and only if, it fulfils the rule.

    Nothing is said while one of its reuses has errors of its own: it may be the one that counts.
    """
    if not isinstance(file.entry, Solution) or _has_faulty_reuse(file.entry, content):
        return
    open_conditions = curation.unmet(evidence(file.entry, content))
    if file.entry.curated and open_conditions:
        told = " ".join(curation.CONDITIONS[condition] for condition in open_conditions)
        message = (
            f"Zu einer kuratierten Lösung fehlt: {told} Ergänzen Sie es, oder setzen Sie „curated: false“."
        )
        yield Flaw(*file.position(("curated",)), "not-curated", message)
    elif not file.entry.curated and not open_conditions:
        message = "Die Lösung erfüllt die Regel für kuratierte Lösungen. Setzen Sie „curated: true“."
        yield Flaw(*file.position(("curated",)), "could-be-curated", message, "warning")


def evidence(solution: Solution, content: Content) -> curation.Evidence:
    """What the rule for curated solutions looks at."""
    reuses = content.reuses_of.get((Solution.kind, solution.id), [])
    return curation.Evidence(
        solution.status,
        solution.problem,
        len(solution.requirements),
        bool(solution.open_source),
        sum(map(is_in_use_elsewhere, reuses)),
        len(solution.sources),
    )


def _has_faulty_reuse(solution: Solution, content: Content) -> bool:
    """Whether a file in the folders of a solution's reuses gave no entry."""
    folders = {solution.id, *solution.measures}
    return any(f.kind == Reuse.kind and f.entry is None and f.folder in folders for f in content.files)
