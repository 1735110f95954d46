"""The needs, and which entries are about each: the things of the thesaurus that people come for, such as a Rufbus.

An entry is about a need if its title, its subtitle and the phrases by which people ask for it give enough evidence
together. Being mentioned is not enough: a city app with a Mängelmelder is no Mängelmelder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.model.entries import DocumentedEntry, Knowledge, Measure, Solution, Thesaurus
from catalogue.reading.kept_results import KeptResults
from search import German
from search.namings import Namings

NEEDS = DatabaseTable(
    "needs",
    "Bedarfe: die Dinge des Thesaurus, die mindestens drei Maßnahmen sind und deshalb eine Seite haben",
    (
        DatabaseColumn("id", str, "Kennung des Begriffs im Thesaurus", required=True),
        DatabaseColumn("name_de", str, "Übliches Fachwort", required=True),
        DatabaseColumn("name_en", str, "Englisches Wort dafür", required=True),
        DatabaseColumn("question_de", str, "Wie Menschen danach fragen"),
        DatabaseColumn("question_en", str, "Dasselbe auf Englisch"),
        DatabaseColumn("position", int, "Reihenfolge im Thesaurus, ab 1", required=True),
    ),
    ("id",),
)
NEEDS_ENTRIES = DatabaseTable(
    "needs_entries",
    "Welche Maßnahmen, Lösungen und Wissenseinträge zu welchem Bedarf gehören, nach einer Regel über Titel, Untertitel "
    "und Suchwendungen; je Zeile ein Bedarf und ein Eintrag",
    (
        DatabaseColumn("need", str, "Kennung des Bedarfs", "needs", required=True),
        DatabaseColumn("kind", str, "Art des Eintrags: measure, solution, knowledge", required=True),
        DatabaseColumn("entry", str, "Kennung des Eintrags", required=True),
        DatabaseColumn(
            "evidence", int, "Wie viel für die Zugehörigkeit spricht; ab 6 gehört er dazu", required=True
        ),
    ),
    ("need", "kind", "entry"),
)

FEWEST_MEASURES = 3
"""A need with fewer has no page: one cannot compare."""

TITLE = 5
SUBTITLE = 4
"""What it counts if title or subtitle name the need as the thing or its purpose."""

BESIDE = 2
"""What it counts if they name it beside something else."""

LABEL = 1
"""What it counts more if they name it as the thing by its usual word."""

MOST_PHRASES = 4
"""Of the phrases by which people ask for an entry each counts 1, up to this."""

ENOUGH = 6
"""An entry with this much evidence is about the need."""

Named = Measure | Solution | Knowledge


def needs_rows(
    entries: Iterable[DocumentedEntry], thesaurus: Thesaurus | None, german: German, kept: KeptResults
) -> tuple[list[Row], list[Row]]:
    """The rows of the two tables. `german` is the analysis of the search, which tells what a text names.

    The evidence is `kept` by what entries tell, as looking for it takes a while.
    """
    if thesaurus is None:
        return [], []
    concepts = {concept.id: concept for concept in thesaurus.concepts if concept.need}
    sought = repr((german.fingerprint, [(one.id, *one.vague) for one in concepts.values()]))
    known: dict[tuple[str, ...], dict[str, int]] = kept.get("needs", sought) or {}
    found: dict[tuple[str, ...], dict[str, int]] = {}
    namings: Namings | None = None
    members: dict[str, list[Row]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry, Named):
            told = (entry.title, entry.subtitle or "", *entry.asked_as)
            if told in known:
                found[told] = known[told]
            else:
                namings = namings or Namings(german, {one.id: one.vague for one in concepts.values()})
                found[told] = evidence(entry, namings)
            for concept, speaks in found[told].items():
                if speaks >= ENOUGH:
                    members[concept].append((concept, entry.kind, entry.id, speaks))
    if found.keys() != known.keys():
        kept.put("needs", sought, found)
    with_page = {
        concept: rows
        for concept, rows in members.items()
        if sum(kind == Measure.kind for _, kind, *_ in rows) >= FEWEST_MEASURES
    }
    needs = [
        (
            one.id,
            one.label,
            as_heading(one.english[0] if one.english else one.label),
            one.question.de if one.question else None,
            one.question.en if one.question else None,
            position,
        )
        for position, one in enumerate(concepts.values(), start=1)
        if one.id in with_page
    ]
    return needs, sorted(row for rows in with_page.values() for row in rows)


def as_heading(name: str) -> str:
    """A name as it begins a line."""
    return name[:1].upper() + name[1:]


def evidence(entry: Named, namings: Namings) -> dict[str, int]:
    """How much speaks for an entry being about each concept that its title or subtitle names."""
    found: dict[str, int] = defaultdict(int)
    for text, weight in ((entry.title, TITLE), (entry.subtitle or "", SUBTITLE)):
        for concept, naming in namings.named_in(text).items():
            found[concept] += BESIDE if naming.standing == "beside" else weight
            found[concept] += LABEL if naming.by_label and naming.standing == "thing" else 0
    if not found:
        return found
    for concept, phrases in phrases_that_mean(found, entry.asked_as, namings).items():
        found[concept] += min(phrases, MOST_PHRASES)
    return found


def phrases_that_mean(concepts: Iterable[str], phrases: Sequence[str], namings: Namings) -> dict[str, int]:
    """How many of the phrases mean each of the concepts."""
    meant = [namings.meant_in(phrase) for phrase in phrases]
    return {concept: sum(concept in one for one in meant) for concept in concepts}
