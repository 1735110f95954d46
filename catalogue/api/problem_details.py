"""What the interface says where it cannot answer: problem details as RFC 9457 describes them, each kind declared once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from catalogue.api.described import told
from catalogue.model.entries import Label

PROBLEM_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class KindOfProblem:
    """A kind of problem: its name in the address of its description, its status, what it is, and what to do."""

    name: str
    status: int
    title: Label
    remedy: Label


PROBLEMS = (
    KindOfProblem(
        "parameter",
        400,
        Label(de="Ein Wert der Adresse ist nicht erlaubt", en="A value of the address is not allowed"),
        Label(
            de="Unter „errors“ steht zu jedem Wert, was erlaubt ist. Berichtigen Sie ihn oder lassen Sie ihn weg.",
            en="“errors” tells of each value what is allowed. Correct it or leave it out.",
        ),
    ),
    KindOfProblem(
        "not-found",
        404,
        Label(de="Unter dieser Adresse gibt es nichts", en="There is nothing at this address"),
        Label(
            de="Prüfen Sie die Kennung. /api/openapi.json nennt alle Adressen, die Listen und die Suche nennen alle Kennungen.",
            en="Check the id. /api/openapi.json names all addresses, the lists and the search name all ids.",
        ),
    ),
    KindOfProblem(
        "cursor",
        404,
        Label(de="Zu diesem Cursor gibt es keine Seite", en="There is no page for this cursor"),
        Label(
            de="Ein Cursor gilt nur für die Anfrage, deren Antwort ihn nennt. Beginnen Sie ohne „cursor“ und folgen Sie "
            "jeweils der Adresse unter „next“, ohne sie zu ändern.",
            en="A cursor holds only for the request whose answer names it. Start without “cursor” and follow the address "
            "in “next” each time, without changing it.",
        ),
    ),
    KindOfProblem(
        "expired-cursor",
        410,
        Label(de="Inzwischen gilt eine andere Ausgabe", en="Another edition is current by now"),
        Label(
            de="Ein Cursor gilt nur innerhalb einer Ausgabe, damit beim Blättern nichts fehlt oder doppelt steht. "
            "Beginnen Sie noch einmal ohne „cursor“.",
            en="A cursor holds only within one edition, so that nothing is missing or comes twice. Start again without "
            "“cursor”.",
        ),
    ),
    KindOfProblem(
        "retired",
        410,
        Label(de="Diesen Eintrag gibt es nicht mehr", en="This entry is gone"),
        Label(
            de="„detail“ sagt, warum, und was es stattdessen gibt. Streichen Sie die Kennung.",
            en="“detail” tells why, and what there is instead. Drop the id.",
        ),
    ),
    KindOfProblem(
        "method",
        405,
        Label(de="Hier lässt sich nur lesen", en="One can only read here"),
        Label(de="Fragen Sie mit GET oder HEAD.", en="Ask with GET or HEAD."),
    ),
    KindOfProblem(
        "too-long",
        414,
        Label(de="Diese Adresse ist zu lang", en="This address is too long"),
        Label(de="Wählen Sie weniger Werte.", en="Choose fewer values."),
    ),
    KindOfProblem(
        "request",
        400,
        Label(
            de="Die Anfrage lässt sich so nicht beantworten", en="The request cannot be answered like this"
        ),
        Label(
            de="Vergleichen Sie sie mit den Beispielen unter /api/.",
            en="Compare it with the examples at /api/.",
        ),
    ),
    KindOfProblem(
        "fault",
        500,
        Label(de="Auf unserer Seite ist ein Fehler aufgetreten", en="A fault happened on our side"),
        Label(de="Bitte versuchen Sie es noch einmal.", en="Please try again."),
    ),
    KindOfProblem(
        "busy",
        503,
        Label(de="Der Katalog hat gerade viel zu tun", en="The catalogue is busy"),
        Label(
            de="Bitte versuchen Sie es in einigen Sekunden noch einmal.", en="Please try again in seconds."
        ),
    ),
)
"""All kinds of problem. Of two with one status the first is what the status means by itself."""

PROBLEMS_BY_NAME = {kind.name: kind for kind in PROBLEMS}
"""The same by name."""


class WrongValue(BaseModel):
    """A value that is not allowed."""

    parameter: str = told("Name des Parameters", "Name of the parameter")
    detail: str = told("Was erlaubt ist", "What is allowed")


class ProblemDetails(BaseModel):
    """What is wrong and what to do about it (RFC 9457)."""

    type: str = told(
        "Adresse der Beschreibung dieser Art von Fehler",
        "Address of the description of this kind of problem",
        json_schema_extra={"format": "uri-reference"},
    )
    title: str = told("Was nicht geht", "What is wrong")
    status: int = told("Status der Antwort", "Status of the answer")
    detail: str = told("Was zu tun ist", "What to do")
    errors: list[WrongValue] = told(
        "Die Werte, die nicht erlaubt sind", "The values that are not allowed", []
    )


class Refused(Exception):
    """The request cannot be answered."""

    def __init__(self, kind: str, errors: Sequence[WrongValue] = ()) -> None:
        """`kind` is the name of a kind of problem."""
        super().__init__(kind)
        self.kind = PROBLEMS_BY_NAME[kind]
        self.errors = list(errors)


def problem_of_status(status: int) -> KindOfProblem:
    """The kind of problem that a status of HTTP means by itself."""
    general = PROBLEMS_BY_NAME["request" if status < 500 else "fault"]
    known = next((kind for kind in PROBLEMS if kind.status == status), general)
    return general if known.name == "parameter" else known


def problem_details(
    kind: KindOfProblem,
    language: str,
    home: str,
    status: int | None = None,
    errors: Sequence[WrongValue] = (),
) -> ProblemDetails:
    """A problem as it is told; `home` is the address of the page that describes the kinds of problem."""
    return ProblemDetails(
        type=f"{home}#problem-{kind.name}",
        title=kind.title.in_language(language),
        status=status or kind.status,
        detail=kind.remedy.in_language(language),
        errors=list(errors),
    )
