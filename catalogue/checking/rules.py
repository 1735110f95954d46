"""All rules across entries, applied to the content; each subject has a module of its own.

Which values are references or terms is told by the entry models; no rule lists fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from catalogue.checking.copies import copies
from catalogue.checking.curated_solutions import curated_by_rule
from catalogue.checking.duplicates import same_id, same_title
from catalogue.checking.future import in_future, last_day
from catalogue.checking.licences import OWN_LICENCES, licence_flaws
from catalogue.checking.partners import partner_flaws
from catalogue.checking.permanent_ids import ids_given_anew, vanished_ids
from catalogue.checking.phrases import common_phrases, missing_words
from catalogue.checking.placement import grouping_folder, project_folder
from catalogue.checking.places import facts_of_key, name_of_key, places_of_project
from catalogue.checking.references import Known, missing_vocabularies, unknown_and_repeated
from catalogue.checking.reuses import reuse_flaws, same_reuse, stated_elsewhere
from catalogue.checking.sources import sources_told_differently
from catalogue.checking.technologies import other_spellings, words_of_two_terms
from catalogue.model.entries import Measure
from catalogue.reading.content import Content, at
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.problems import Problem
from catalogue.reading.text_file import Flaw


def check(content: Content, today: date | None = None) -> list[Problem]:
    """Every problem of the content, those found while reading included, in the order of files and lines."""
    last = last_day(content, today or date.today())
    found = [*content.problems, *_empty(content), *missing_vocabularies(content), *vanished_ids(content)]
    terms = {v.id: dict.fromkeys(content.terms(v.id)) for v in content.vocabularies}
    for file in content.files:
        found.extend(content.problem(file, flaw) for flaw in flaws_beside_others(file, content, terms, last))
    found.extend(content.problem(file, flaw) for file, flaw in _compared(content))
    return sorted(found)


def flaws_beside_others(
    file: EntryFile, content: Content, terms: Mapping[str, Known], last: str
) -> Iterator[Flaw]:
    """What is wrong with one file when those that it names are known. `last` is the latest day that can have been."""
    yield from unknown_and_repeated(file, content, terms)
    if file.kind == Measure.kind:
        yield from project_folder(file, content)
    yield from licence_flaws(file, terms.get(OWN_LICENCES, {}))
    yield from grouping_folder(file)
    yield from curated_by_rule(file, content)
    yield from places_of_project(file, content)
    yield from name_of_key(file, content)
    yield from in_future(file, last)
    yield from facts_of_key(file, content)
    yield from missing_words(file)
    yield from reuse_flaws(file, content)
    yield from stated_elsewhere(file, content)


def _compared(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """What two or more files say alike, or differently: an id, a title, a phrase, a partner, a source, a word."""
    yield from same_id(content)
    yield from ids_given_anew(content)
    yield from same_title(content)
    yield from copies(content)
    yield from same_reuse(content)
    yield from common_phrases(content)
    yield from partner_flaws(content)
    yield from sources_told_differently(content)
    yield from other_spellings(content)
    yield from words_of_two_terms(content)


def _empty(content: Content) -> Iterator[Problem]:
    if not content.files:
        message = "In diesem Ordner gibt es keinen Eintrag. Nennen Sie mit --content den richtigen."
        yield at(content.root, Flaw(1, 1, "no-entries", message))
