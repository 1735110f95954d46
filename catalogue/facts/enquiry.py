"""The letter by which a municipality asks another one about an entry, ready to be sent as an e-mail.

It asks for what decides and no source tells, and is German whatever the language of the page: so are those who answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from catalogue.facts.answers import Answer
from catalogue.facts.contacts import Addressee
from catalogue.facts.questions import Question
from catalogue.model.entries import Measure, Solution

UNTOLD = {
    Question.COST: "Was hat die Einführung gekostet, und was kostet der Betrieb im Jahr?",
    Question.USERS: "Wer nutzt es außer Ihnen?",
}
"""What is asked where no source answers a question."""

ALWAYS = (
    "Was braucht es vor Ort an Personal, Technik und Beschlüssen?",
    "Wie haben Sie es beschafft, und wer betreibt es heute?",
    "Was würden Sie heute anders machen?",
)
"""What entries tell in part at best."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A letter about an entry. `email` is empty where only a page is known, whose address is `page`, if any."""

    email: str
    page: str
    subject: str
    body: str

    @property
    def mailto(self) -> str:
        """The address that opens the letter in a mail program (RFC 6068); empty without an e-mail address."""
        if not self.email:
            return ""
        lines = self.body.replace("\n", "\r\n")
        return f"mailto:{quote(self.email, safe='@')}?subject={_encoded(self.subject)}&body={_encoded(lines)}"


def enquiry(entry: Measure | Solution, answers: Iterable[Answer], to: Addressee, address: str) -> Enquiry:
    """The letter about an entry, whose page has this `address`, to whom it leads."""
    asked = [UNTOLD[one.question] for one in answers if one.question in UNTOLD and not one.short]
    questions = "\n".join(f"- {question}" for question in (*asked, *ALWAYS))
    return Enquiry(
        email=to.email or "",
        page=to.page or "",
        subject=f"Anfrage zu „{entry.title}“",
        body=(
            "Guten Tag,\n\n"
            f"im Smart-City-Katalog haben wir „{entry.title}“ gefunden ({entry.subtitle}): {address}\n"
            "Wir prüfen, ob wir das auch können, und hätten dazu einige Fragen:\n\n"
            f"{questions}\n\n"
            "Über eine kurze Antwort oder einen Termin für ein Gespräch freuen wir uns.\n\n"
            "Mit freundlichen Grüßen\n"
            "[Name, Stelle und Kommune]"
        ),
    )


def _encoded(text: str) -> str:
    return quote(text, safe="")
