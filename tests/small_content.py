"""A tiny valid content folder: an invented town with its project, two measures, an entry of every other kind, and all vocabularies."""

from __future__ import annotations

from pathlib import Path

MEASURE = "measures/musterstadt/musterstadt-rufbus.md"
OTHER_MEASURE = "measures/musterstadt/musterstadt-pegel.md"
PROJECT = "projects/musterstadt.yaml"
MUNICIPALITY = "municipalities/musterstadt.yaml"
STATUSES = "vocabulary/statuses.yaml"
THESAURUS = "vocabulary/thesaurus.yaml"
SOLUTION = "solutions/rufbus-baukasten.md"
REUSE = "reuses/rufbus-baukasten/rufbus-baukasten-nachbarort.yaml"
KNOWLEDGE = "knowledge/studien/nahverkehr-auf-dem-land.md"
CRITERION = "programme/criteria/pilot.yaml"
GOAL = "programme/goals/nahverkehr.yaml"
REPORT = "programme/antwort.yaml"

RETIRED = """\
id: retired
ids:
  - kind: measure
    id: musterstadt-fahrradverleih
    date: 2026-11-30
    reason: Nie begonnen
    instead: [musterstadt-rufbus]
"""
"""A list of retired ids, which the small content itself has none of (`retired.yaml`)."""

TERMS: dict[str, tuple[str, ...]] = {
    "fields": ("mobilitaet", "klima-umwelt"),
    "solution-kinds": ("mobilitaetsangebot", "sensorik-iot", "app"),
    "audiences": ("buergerschaft", "senioren"),
    "spaces": ("ortsteile",),
    "statuses": ("planung", "betrieb", "eingestellt", "unbekannt"),
    "phases": ("umsetzung",),
    "federal-states": ("sachsen", "bayern"),
    "cohorts": ("staffel-1",),
    "project-kinds": ("kleinstadt-landgemeinde",),
    "municipality-kinds": ("kleinstadt", "landgemeinde"),
    "funders": ("bund-mpsc", "kommune", "land-sachsen"),
    "partner-kinds": ("hochschule", "kommune"),
    "reuse-kinds": ("uebernommen", "angepasst", "gemeinsame-entwicklung", "ausweitung", "vorbild", "genannt"),
    "reuse-statuses": ("im-einsatz", "geplant", "unbekannt"),
    "knowledge-kinds": ("studien", "normen"),
    "requirement-kinds": ("daten", "infrastruktur"),
    "reuse-questions": ("it", "geodaten"),
    "reuse-answers": ("it.eigene", "it.niemand", "geodaten.ja", "geodaten.nein"),
    "repository-parts": ("ganz", "app", "server"),
    "software-kinds": ("web", "mobil"),
    "deployments": ("container", "gehostet"),
    "technologies": ("lorawan", "mqtt"),
    "cost-scopes": ("gesamt", "anschaffung", "monatlich", "unklar"),
    "taxes": ("netto", "brutto"),
    "own-licences": ("LicenseRef-Beispiel",),
    "strands": ("technisch", "finanziell"),
    "sizes": ("unter-5000", "5000-bis-20000", "20000-bis-100000", "ab-100000"),
}
"""The terms of each vocabulary."""

FILES: dict[str, str] = {
    PROJECT: """\
id: musterstadt
name: Smart City Musterstadt
lead: Stadt Musterstadt
municipalities: [musterstadt]
cohort: staffel-1
project_kind: kleinstadt-landgemeinde
phase: umsetzung
summary: Musterstadt will seine Ortsteile besser anbinden und früher vor Hochwasser warnen.
recorded: 2026-11-23
sources:
  - url: https://example.org/musterstadt
    title: Smart City Musterstadt
subtitle_en: Better buses and earlier flood warnings
""",
    MUNICIPALITY: """\
id: musterstadt
name: Musterstadt
municipality_kind: kleinstadt
federal_state: sachsen
population: 12000
population_year: 2024
ags: "14001000"
recorded: 2026-11-23
sources:
  - url: https://example.org/gemeinden
    title: Verzeichnis der Gemeinden
""",
    "municipalities/nachbarort.yaml": """\
id: nachbarort
name: Nachbarort
federal_state: bayern
recorded: 2026-11-23
sources:
  - url: https://example.org/gemeinden
    title: Verzeichnis der Gemeinden
""",
    MEASURE: """\
---
id: musterstadt-rufbus
title: Rufbus
subtitle: Kleinbus auf Bestellung
fields: [mobilitaet]
kinds: [mobilitaetsangebot, app]
audiences:
  - buergerschaft
  - senioren
spaces: [ortsteile]
status: betrieb
status_date: 2023-01
start: 2022
end: 2024-06
partners:
  - name: Verkehrsbetrieb Musterstadt
funding:
  - funder: bund-mpsc
    amount_eur: 65000
    share_percent: 65
results:
  - Rund 40 Fahrgäste am Tag
lessons:
  - Wer ohne App anruft, wird ebenso gefahren
  - Ein fester Takt hilft beim Umsteigen
related: [musterstadt-pegel]
open_source: true
licence: EUPL-1.2
recorded: 2026-11-23
sources:
  - url: https://example.org/rufbus
    title: Der Rufbus fährt
    date: 2022-01-29
  - url: https://example.org/bilanz
    title: Ein Jahr Rufbus
title_en: Bus on call
subtitle_en: Minibus on demand
asked_as:
  - Wie kommen wir abends ohne Auto in die Stadt?
  - Anrufsammeltaxi
  - letzter Bus verpasst
  - Bürgerbus statt Linie
  - Oma muss zum Arzt
  - Taxi vom Amt
---

## Ausgangslage

In den Ortsteilen fährt abends kein Bus mehr.

## Lösung

Ein **Kleinbus** kommt auf [Bestellung](https://example.org/app).
""",
    OTHER_MEASURE: """\
---
id: musterstadt-pegel
title: Pegelmessung
subtitle: Sensoren an Bächen
fields: [klima-umwelt]
kinds: [sensorik-iot]
status: planung
status_date: unbekannt
recorded: 2026-11-23
sources:
  - url: https://example.org/pegel
    title: Pegel im Blick
subtitle_en: Sensors in streams
asked_as:
  - Wann läuft der Keller voll?
  - Frühwarnung bei Starkregen
  - Bach tritt über die Ufer
  - Feuerwehr rechtzeitig alarmieren
  - Wasserstand online
  - statt Ablesen an der Latte
---

Sensoren messen, wie hoch die Bäche stehen, und warnen die Feuerwehr.
""",
    SOLUTION: """\
---
id: rufbus-baukasten
title: Rufbus-Baukasten
subtitle: Software für Busse auf Bestellung
curated: true
fields: [mobilitaet]
kinds: [app]
status: betrieb
status_date: 2024-05
problem: In den Ortsteilen fährt abends kein Bus mehr.
requirements:
  - text: Server oder Rechenzentrum
    kind: infrastruktur
    at_least: it.eigene
  - text: Karten der Haltestellen
    kind: daten
    source: [fahrt]
costs:
  - covers: anschaffung
    amount_eur: 20000
    up_to_eur: 30000
    year: 2024
    tax: netto
    note: Einrichtung laut Anbieter
    source: fahrt
  - covers: monatlich
    amount_eur: 400
origins: [musterstadt]
measures: [musterstadt-rufbus]
standards: [GTFS]
licence: MIT OR LicenseRef-Beispiel
licence_note: Die Datei LICENSE nennt nur die EUPL.
licence_source: fahrt
repositories:
  - url: https://example.org/quelltext
    part: server
    version: 1.4.0
    last_release: 2026-05-01
    read: 2026-11-20
  - url: https://example.org/app
    part: app
    licence: EUPL-1.2
    last_commit: 2025
    read: 2026-11-20
    note: Lesbarer Spiegel
software_kind: web
deployment: [container, gehostet]
contact:
  name: Projektbüro Rufbus
  url: https://example.org/kontakt
  email: rufbus@smartcity.example.org
  source: fahrt
results:
  - text: Zwei Orte fahren damit
    source: fahrt
recorded: 2026-11-23
last_verified: 2026-11-23
verified: Stand und Kosten
sources:
  - url: https://example.org/fahrt
    title: Die Fahrt im Rufbus
    date: 2022-01-29
    key: fahrt
  - url: https://example.org/baukasten
    title: Rufbus-Baukasten
subtitle_en: Software for buses on demand
asked_as:
  - Womit plant man Fahrten ohne Fahrplan?
  - Dispositionssoftware
  - App zum Bestellen einer Fahrt
  - Linie lohnt sich nicht
  - Kleinbusse verteilen
  - statt Telefonzentrale
---

Die Software nimmt Fahrtwünsche an und plant die Wege der Busse.
""",
    REUSE: """\
id: rufbus-baukasten-nachbarort
origin: rufbus-baukasten
municipality: nachbarort
reuse_kind: uebernommen
status: im-einsatz
date: 2024-03
recorded: 2026-11-23
sources:
  - url: https://example.org/nachbarort
    title: Nachbarort fährt mit
""",
    KNOWLEDGE: """\
---
id: nahverkehr-auf-dem-land
title: Nahverkehr auf dem Land
knowledge_kind: studien
publisher: Institut für Beispiele
date: 2023-05
solutions: [rufbus-baukasten]
website: https://example.org/studie
recorded: 2026-11-23
sources:
  - url: https://example.org/studie
    title: Nahverkehr auf dem Land
title_en: Local transport in the countryside
subtitle_en: How small places order and pay for buses
asked_as:
  - Was kostet ein Bus für Dörfer?
  - Wer bezahlt den Verkehrsbetrieb?
  - Gutachten zum Busverkehr
  - Vergleich kleiner Gemeinden
  - Ausschreibung von Fahrten
  - Zahlen für den Kreistag
---

Die Studie vergleicht, wie kleine Orte ihren Nahverkehr bestellen und bezahlen.
""",
    "programme/stages/pilotphase.yaml": """\
id: pilotphase
title: Pilotphase
position: 1
goal: Die Lösung läuft für eine Testgruppe.
recorded: 2026-11-23
sources:
  - url: https://example.org/roadmap
    title: Roadmap
""",
    CRITERION: """\
id: pilot
title: Pilotprojekt durchführen
stage: pilotphase
position: 1
strands: [technisch]
strands_stated: true
text: Der Pilot stellt die Lösung einer Testgruppe bereit.
question: Läuft ein Pilot mit fester Dauer?
solutions: [rufbus-baukasten]
recorded: 2026-11-23
sources:
  - url: https://example.org/roadmap
    title: Roadmap
asked_as:
  - Wie testen wir das im Kleinen?
  - Probebetrieb
  - erst mit wenigen ausprobieren
  - Versuch im Alltag
  - Testgruppe finden
  - Wie lange erproben?
""",
    REPORT: """\
id: antwort
title: Antwort auf eine Anfrage
publisher: Parlament
date: 2024-12
figures:
  - name: transfers
    text: Übertragungen von Lösungen
    value: 46
    unit: Fälle
    question: 2
drawdowns:
  - half_year: 2021-H1
    amount_eur: 2444000
    question: 1
recorded: 2026-11-23
sources:
  - url: https://example.org/antwort
    title: Antwort
""",
    GOAL: """\
id: nahverkehr
title: Besserer Nahverkehr
position: 1
report: antwort
question: 33
counts:
  - count: 47
    text: Maßnahmen zum Nahverkehr
rules:
  - field: mobilitaet
    kind: mobilitaetsangebot
mapping_note: Gezählt sind Mobilitätsangebote.
recorded: 2026-11-23
sources:
  - url: https://example.org/antwort
    title: Antwort
asked_as:
  - Wie kommen die Leute ohne Auto weg?
  - mehr Busse
  - Mobilität für alle
  - weniger Autos im Ort
  - Anschluss an die Bahn
  - Schüler und Alte befördern
""",
    THESAURUS: """\
id: thesaurus
concepts:
  - id: oepnv
    label: Nahverkehr
  - id: rufbus
    label: Rufbus
    everyday: [Bus auf Bestellung]
    broader: [oepnv]
""",
    "vocabulary/compound-words.yaml": """\
id: compound-words
words:
  - [bus, ruf, pegel, messung]
""",
}
"""Every file but the vocabularies, by its path in the content folder."""


def vocabulary(name: str, terms: tuple[str, ...]) -> str:
    """The text of a vocabulary's file."""
    lines = [f"id: {name}", f"label: {{de: {name}, en: {name}}}", "description: Nur zum Testen", "terms:"]
    for term in terms:
        lines += [
            f"  - id: {term}",
            f"    label: {{de: {term}, en: {term}}}",
            f"    description: Begriff {term}",
        ]
    return "\n".join(lines) + "\n"


def write_small_content(folder: Path) -> Path:
    """Write the content to a folder that is made for it, and return the folder."""
    files = FILES | {f"vocabulary/{name}.yaml": vocabulary(name, terms) for name, terms in TERMS.items()}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
