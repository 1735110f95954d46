"""What an entry says of cost, software and contact must agree: what others need to know who want to take it over."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.persons import may_be_person
from catalogue.model.web_addresses import page_of
from catalogue.reading.repeats import repeats
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.values_in_data import Data, parts, text
from catalogue.reading.yaml_values import Values


def condition_flaws(data: Data, values: Values) -> Iterator[Flaw]:
    """Every rule on costs, repositories, licences and contact that an entry breaks."""
    yield from _costs(data, values)
    yield from _repositories(data, values)
    yield from _contact(data, values)
    if text(data, "licence_note") and not (text(data, "licence") or data.get("repositories")):
        message = "Ein Näheres zur Lizenz braucht eine Lizenz oder ein Verzeichnis („repositories“), von dem es spricht."
        yield Flaw(*values.position(("licence_note",)), "licence-note-alone", message)


def _costs(data: Data, values: Values) -> Iterator[Flaw]:
    for n, cost in parts(data, "costs"):
        amount, most = text(cost, "amount_eur"), text(cost, "up_to_eur")
        if not amount and not text(cost, "note") and not values.incomplete:
            message = "Diese Kosten sagen nichts. Nennen Sie „amount_eur“ oder „note“."
            yield Flaw(*values.position(("costs", n)), "cost-empty", message)
        if (most and not amount) or (most.isdecimal() and amount.isdecimal() and int(most) <= int(amount)):
            message = "„up_to_eur“ ist der größte Betrag einer Spanne: Er ist größer als „amount_eur“, das dazugehört."
            yield Flaw(*values.position(("costs", n, "up_to_eur")), "cost-range", message)


def _repositories(data: Data, values: Values) -> Iterator[Flaw]:
    for at, _, line in repeats("repositories", "url", data, values, page_of):
        message = f"Dieses Verzeichnis steht schon in Zeile {line}. Löschen Sie eines von beiden."
        yield Flaw(*at, "repository-twice", message)
    for n, repository in parts(data, "repositories"):
        if text(repository, "licence") and text(repository, "licence") == text(data, "licence"):
            message = "Diese Lizenz hat schon der Eintrag. Löschen Sie die Zeile."
            yield Flaw(*values.position(("repositories", n, "licence")), "licence-twice", message, "warning")


def _contact(data: Data, values: Values) -> Iterator[Flaw]:
    contact = data.get("contact")
    if isinstance(contact, dict) and not {"url", "email"} & contact.keys() and not values.incomplete:
        message = "Nennen Sie unter „contact“ eine Seite („url“) oder die Adresse einer Stelle („email“)."
        yield Flaw(*values.position(("contact",)), "contact-empty", message)
    name = text(contact, "name") if isinstance(contact, dict) else ""
    if may_be_person(name):
        message = (
            f"{shown(name)} kann der Name einer Person sein. Nennen Sie die Stelle oder die Aufgabe; ist es eine Stelle, so sagen Sie, "
            "was für eine: „Projektbüro …“."
        )
        yield Flaw(*values.position(("contact", "name")), "perhaps-private-name", message, "warning")
