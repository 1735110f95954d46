"""The names in which the quality of the data is told, on its page and on the command line."""

from __future__ import annotations

from catalogue.model.entries import Label

FEATURES: dict[str, Label] = {
    "licence": Label(de="Lizenz", en="Licence"),
    "repository": Label(de="Quelltext oder Daten", en="Source code or data"),
    "users": Label(de="Nachnutzung berichtet", en="Reuse reported"),
    "named_users": Label(de="Nutzer nur genannt", en="Users merely named"),
    "cost": Label(de="Kosten oder Volumen", en="Cost or volume"),
    "contact": Label(de="Eigene Ansprechstelle", en="Contact of its own"),
    "result": Label(de="Ergebnis", en="Result"),
    "status_date": Label(de="Datum des Stands", en="Date of the status"),
    "source_at_fact": Label(de="Quelle an einer Angabe", en="Source at a fact"),
    "website": Label(de="Eigene Seite", en="Page of its own"),
    "verified": Label(de="Mit den Seiten verglichen", en="Compared with the pages"),
}
"""What an entry may say, by the columns of the view `completeness`."""

FACTS: dict[str, Label] = {
    "results": Label(de="Ergebnisse", en="Results"),
    "lessons": Label(de="Erfahrungen", en="Lessons"),
    "costs": Label(de="Kosten", en="Costs"),
    "funding": Label(de="Finanzierung", en="Funding"),
    "licence": Label(de="Lizenzen", en="Licences"),
    "status": Label(de="Stände", en="Statuses"),
    "contact": Label(de="Ansprechstellen", en="Contacts"),
}
"""Facts that may name their sources."""
