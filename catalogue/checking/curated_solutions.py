"""That solutions are marked as curated if, and only if, they fulfil the rule (`model.curation`)."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model import curation
from catalogue.model.entries import Solution
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw


def curated_by_rule(file: EntryFile) -> Iterator[Flaw]:
    """A solution is marked as curated if, and only if, it fulfils the rule."""
    if not isinstance(file.entry, Solution):
        return
    open_conditions = curation.unmet(evidence(file.entry))
    if file.entry.curated and open_conditions:
        told = " ".join(curation.CONDITIONS[condition] for condition in open_conditions)
        message = (
            f"Zu einer kuratierten Lösung fehlt: {told} Ergänzen Sie es, oder setzen Sie „curated: false“."
        )
        yield Flaw(*file.position(("curated",)), "not-curated", message)
    elif not file.entry.curated and not open_conditions:
        message = "Die Lösung erfüllt die Regel für kuratierte Lösungen. Setzen Sie „curated: true“."
        yield Flaw(*file.position(("curated",)), "could-be-curated", message, "warning")


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
