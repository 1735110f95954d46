"""What people may search for, shown where they do not know how to begin."""

EXAMPLES = (
    "Bus auf dem Dorf",
    "Bäume gießen mit Sensoren",
    "Hochwasser früh erkennen",
    "Leerstand in der Innenstadt",
    "Hilfe für Ältere am Smartphone",
    "Bürger mitreden lassen",
)
