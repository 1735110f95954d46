"""Who takes part in measures and operates solutions, and what is known of them."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import Entry
from catalogue.model.entries.parts import Part
from catalogue.model.values import Citation, MunicipalityId, PartnerKind, Text


class Partner(Part):
    """Eine Stelle, die mitwirkt."""

    name: Text = Field(title="Name", description="Name der Stelle", examples=["IAV GmbH"])
    role: Text | None = Field(
        None,
        title="Aufgabe",
        description="Aufgabe oder Organisationseinheit",
        examples=["Professur Sozioinformatik"],
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["bilanz"]
    )


class Organisation(Part):
    """Was über eine Stelle bekannt ist, die an Maßnahmen mitwirkt oder Lösungen betreibt."""

    name: Text = Field(
        title="Name", description="Name der Stelle, wie ihn alle Einträge schreiben", examples=["TU Dresden"]
    )
    kind: PartnerKind | None = Field(
        None,
        title="Art",
        description="Art der Stelle, wo ihr Name oder ein Eintrag sie sagt",
        examples=["hochschule"],
    )
    municipality: MunicipalityId | None = Field(
        None,
        title="Kommune",
        description="Kennung der Kommune, wenn die Stelle eine ist",
        examples=["zwoenitz"],
    )
    spellings: list[Text] = Field(
        [],
        title="Andere Schreibweisen",
        description="Andere Schreibweisen",
        examples=[["Technische Universität Dresden"]],
    )


class Partners(Entry):
    """Die Stellen, die an Maßnahmen mitwirken: je Stelle ein Name, ihre Art und andere Schreibweisen."""

    kind = "partners"
    folder = "vocabulary"

    organisations: list[Organisation] = Field(
        min_length=1, title="Stellen", description="Die Stellen, nach Namen"
    )
    no_names: list[Text] = Field(
        [],
        title="Keine Namen",
        description="Was keine Stelle nennt",
        examples=[["örtliche Vereine", "Volkshochschule"]],
    )
