"""The four questions that decide whether a municipality can do the same."""

from __future__ import annotations

from enum import StrEnum

from catalogue.model.entries import Label


class Question(StrEnum):
    """A question that decides on reuse; its value names it on pages."""

    COST = "kosten"
    NEEDS = "bedarf"
    USERS = "nutzung"
    CONTACT = "kontakt"


QUESTIONS: dict[Question, Label] = {
    Question.COST: Label(de="Was es kostet", en="What it costs"),
    Question.NEEDS: Label(de="Was es braucht", en="What it takes"),
    Question.USERS: Label(de="Wer nutzt es", en="Who uses it"),
    Question.CONTACT: Label(de="Wen fragen", en="Whom to ask"),
}
"""The questions in the order in which they are answered, as readers see them."""

SHORT_LABELS: dict[Question, Label] = {
    Question.COST: Label(de="Kosten", en="Cost"),
    Question.NEEDS: Label(de="Braucht", en="Takes"),
    Question.USERS: Label(de="Nutzung", en="Use"),
    Question.CONTACT: Label(de="Kontakt", en="Contact"),
}
"""The same in a word, for lists."""

UNANSWERED: dict[Question, Label] = {
    Question.COST: Label(de="Keine Quelle nennt einen Betrag", en="No source names an amount"),
    Question.NEEDS: Label(de="Keine Angabe in den Quellen", en="Not told by the sources"),
    Question.USERS: Label(de="Keine Quelle berichtet von einer Nachnutzung", en="No source reports a reuse"),
    Question.CONTACT: Label(de="Keine Quelle nennt eine Ansprechstelle", en="No source names a contact"),
}
"""What stands in the place of an answer in few words that no source gives."""
