"""The kinds of entry that have pages, each declared once: what it is called, where its pages are, what lists show of it.

Routes, site map, news, newsletter, suggestions, tabs of the search and Datasette's own search derive from here. What an
entry of a kind holds is defined in `entries`.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.model.entries import (
    Criterion,
    DocumentedEntry,
    Goal,
    Knowledge,
    Label,
    Measure,
    Municipality,
    Project,
    Report,
    Reuse,
    Solution,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry."""

    model: type[DocumentedEntry]
    singular: Label
    plural: Label
    genitive: str
    """German, with the article, as in „die Kennung einer Maßnahme“."""
    folder: str = ""
    """What stands before the id in the address of a page; empty for a kind without pages of its own."""
    title: str = "title"
    """The field that names an entry."""
    lines: tuple[str, ...] = ("subtitle",)
    """Fields that say what an entry is, of which a list shows the first that is filled."""
    full_text: tuple[str, ...] = ()
    """Fields that the search over the data looks into, if that of the site does not find it; if none, its title."""
    searched: bool = False
    """Whether the search of the site finds it."""

    @property
    def name(self) -> str:
        """The English word that stands for it in addresses, files and tables."""
        return self.model.kind

    def path(self, entry: DocumentedEntry) -> str:
        """The path of an entry's page below the address of the site; empty if it has none."""
        group = f"{getattr(entry, entry.grouped_by)}/" if entry.grouped_by else ""
        return f"{self.folder}{group}{entry.id}" if self.folder else ""


KINDS: tuple[Kind, ...] = (
    Kind(
        Solution,
        Label(de="Lösung", en="Solution"),
        Label(de="Lösungen", en="Solutions"),
        "einer Lösung",
        folder="/loesungen/",
        searched=True,
    ),
    Kind(
        Measure,
        Label(de="Maßnahme", en="Measure"),
        Label(de="Maßnahmen", en="Measures"),
        "einer Maßnahme",
        folder="/massnahmen/",
        searched=True,
    ),
    Kind(
        Knowledge,
        Label(de="Wissen", en="Knowledge"),
        Label(de="Wissen", en="Knowledge"),
        "eines Wissenseintrags",
        folder="/wissen/",
        lines=("subtitle", "form", "knowledge_kind"),
        searched=True,
    ),
    Kind(
        Project,
        Label(de="Modellprojekt", en="Model project"),
        Label(de="Modellprojekte", en="Model projects"),
        "eines Modellprojekts",
        folder="/projekte/",
        title="name",
        lines=("lead",),
        searched=True,
    ),
    Kind(
        Goal,
        Label(de="Ziel", en="Goal"),
        Label(de="Ziele", en="Goals"),
        "eines Ziels",
        folder="/ziele/",
        lines=("statement",),
        searched=True,
    ),
    Kind(
        Criterion,
        Label(de="Kriterium der Roadmap", en="Criterion of the roadmap"),
        Label(de="Roadmap", en="Roadmap"),
        "eines Kriteriums der Roadmap",
        folder="/roadmap/",
        lines=("question",),
        searched=True,
    ),
    Kind(
        Municipality,
        Label(de="Kommune", en="Municipality"),
        Label(de="Kommunen", en="Municipalities"),
        "einer Kommune",
        folder="/kommunen/",
        title="name",
        lines=(),
    ),
    Kind(
        Stage,
        Label(de="Phase der Roadmap", en="Stage of the roadmap"),
        Label(de="Phasen der Roadmap", en="Stages of the roadmap"),
        "einer Phase der Roadmap",
        lines=("goal",),
    ),
    Kind(
        Report,
        Label(de="Dokument", en="Document"),
        Label(de="Dokumente", en="Documents"),
        "eines Dokuments",
        lines=("publisher",),
    ),
    Kind(
        Reuse,
        Label(de="Nachnutzung", en="Reuse"),
        Label(de="Nachnutzungen", en="Reuses"),
        "einer Nachnutzung",
        title="id",
        lines=("note",),
        full_text=("name", "note"),
    ),
)
"""All kinds of published entry, in the order in which lists show them."""

KINDS_BY_NAME = {kind.name: kind for kind in KINDS}
"""The same by name."""
