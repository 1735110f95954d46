"""What an entry is: the one definition of the content format.

JSON Schema, tables, columns, the template of a new entry and the checks are derived from these models.
Descriptions are German, since editors read them in their tools and researchers in Datasette.
Each module holds a kind of entry, or a part that several share; all of them are imported from here. They know no files
and no other entries: see `reading` and `checking` for those.
"""

from __future__ import annotations

from catalogue.model.entries.contacts import Contact
from catalogue.model.entries.costs import Cost, Funding
from catalogue.model.entries.entry import BODY, DocumentedEntry, Entry
from catalogue.model.entries.goals import Goal, GoalExample, GoalRule, StatedCount
from catalogue.model.entries.knowledge import GLOSSARY, Knowledge
from catalogue.model.entries.labels import Label
from catalogue.model.entries.measures import Measure
from catalogue.model.entries.municipalities import Municipality
from catalogue.model.entries.organisations import Organisation, Partner, Partners
from catalogue.model.entries.parts import Part
from catalogue.model.entries.projects import Project
from catalogue.model.entries.reports import Drawdown, Figure, Remark, Report
from catalogue.model.entries.retired import Retired, RetiredId
from catalogue.model.entries.reuses import Reuse
from catalogue.model.entries.roadmap import Criterion, Stage
from catalogue.model.entries.search_words import CompoundWords, Concept, Thesaurus
from catalogue.model.entries.software import Repository
from catalogue.model.entries.solutions import Requirement, Solution
from catalogue.model.entries.sources import Source
from catalogue.model.entries.statements import Statement
from catalogue.model.entries.vocabularies import Vocabulary, VocabularyTerm

__all__ = (
    "BODY",
    "ENTRIES",
    "GLOSSARY",
    "PUBLISHED",
    "CompoundWords",
    "Concept",
    "Contact",
    "Cost",
    "Criterion",
    "DocumentedEntry",
    "Drawdown",
    "Entry",
    "Figure",
    "Funding",
    "Goal",
    "GoalExample",
    "GoalRule",
    "Knowledge",
    "Label",
    "Measure",
    "Municipality",
    "Organisation",
    "Part",
    "Partner",
    "Partners",
    "Project",
    "Remark",
    "Report",
    "Repository",
    "Requirement",
    "Retired",
    "RetiredId",
    "Reuse",
    "Solution",
    "Source",
    "Stage",
    "StatedCount",
    "Statement",
    "Thesaurus",
    "Vocabulary",
    "VocabularyTerm",
)

PUBLISHED: tuple[type[DocumentedEntry], ...] = (
    Municipality,
    Project,
    Measure,
    Solution,
    Reuse,
    Stage,
    Criterion,
    Report,
    Goal,
    Knowledge,
)
"""The kinds that have a table and a page, referenced ones first."""

ENTRIES: tuple[type[Entry], ...] = (*PUBLISHED, Vocabulary, Thesaurus, CompoundWords, Partners, Retired)
"""All kinds of entry."""
