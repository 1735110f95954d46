"""What people may search for, shown where they do not know how to begin."""

from __future__ import annotations

from flask_babel import gettext as _


def examples() -> tuple[str, ...]:
    """Searches that find something, in the language of the page."""
    return (
        _("Bus auf dem Dorf"),
        _("Bäume gießen mit Sensoren"),
        _("Hochwasser früh erkennen"),
        _("Leerstand in der Innenstadt"),
        _("Hilfe für Ältere am Smartphone"),
        _("Bürger mitreden lassen"),
    )
