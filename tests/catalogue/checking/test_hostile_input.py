"""Whatever an editor or a stranger puts into a file, the check names it: place, code, and what to do."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalogue.reading.problems import Problem, Severity
from tests.catalogue.conftest import Folder
from tests.small_content import (
    FILES,
    MEASURE,
    MUNICIPALITY,
    OTHER_MEASURE,
    PROJECT,
    REUSE,
    SOLUTION,
    STATUSES,
    THESAURUS,
)

OF_ITS_OWN = (
    FILES[OTHER_MEASURE]
    .replace(
        "Sensoren messen, wie hoch die Bäche stehen, und warnen die Feuerwehr.",
        "An jeder Haltestelle steht ein Rad, das Gäste für einen Tag leihen.",
    )
    .replace("asked_as:\n  - ", "asked_as:\n  - Rad und ")
    .replace("Frühwarnung bei", "Rad bei")
    .replace("Bach tritt", "Rad rollt")
    .replace("Feuerwehr rechtzeitig", "Gäste rechtzeitig")
    .replace("Wasserstand online", "Leihrad online")
    .replace("statt Ablesen", "Räder")
)
"""A measure with a text of its own, to be given an id and a title of its own."""

Spoil = Callable[[Folder], None]


@dataclass(frozen=True)
class Case:
    """What is done to the small content, and the one problem that follows from it."""

    name: str
    spoil: Spoil
    path: str
    line: int
    column: int
    code: str
    told: str
    severity: Severity = "error"


def replace(path: str, old: str, new: str) -> Spoil:
    return lambda folder: folder.replace(path, old, new)


def write(path: str, data: str | bytes) -> Spoil:
    return lambda folder: folder.write(path, data)


def encode(path: str, change: Callable[[str], bytes]) -> Spoil:
    return lambda folder: folder.write(path, change(FILES[path]))


def link(path: str, target: Path | str) -> Spoil:
    def spoil(folder: Folder) -> None:
        (folder.root / path).symlink_to(target)

    return spoil


def fifo(folder: Folder) -> None:
    os.mkfifo(folder.root / "projects/rohr.yaml")


def second_file_with_one_id(folder: Folder) -> None:
    folder.write("projects/zweitstadt.yaml", FILES[PROJECT].replace("id: musterstadt", "id: zweitstadt"))
    folder.write("measures/zweitstadt/musterstadt-pegel.md", FILES[OTHER_MEASURE])


BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n"

YAML = [
    Case(
        "an unclosed quote",
        replace(MEASURE, "title: Rufbus", 'title: "Rufbus'),
        MEASURE,
        3,
        8,
        "yaml",
        "das gleiche Zeichen",
    ),
    Case(
        "an unclosed bracket",
        replace(MEASURE, "[mobilitaet]", "[mobilitaet"),
        MEASURE,
        5,
        9,
        "yaml",
        "nicht geschlossen",
    ),
    Case(
        "a colon in the text",
        replace(MEASURE, "title: Rufbus", "title: Rufbus: neu"),
        *(MEASURE, 3, 14, "yaml", "in Anführungszeichen"),
    ),
    Case(
        "a line without a colon",
        replace(MEASURE, "subtitle: Kleinbus", "subtitle Kleinbus"),
        *(MEASURE, 4, 1, "yaml", "fehlt der Doppelpunkt"),
    ),
    Case(
        "indentation that fits nothing",
        replace(MEASURE, "    title: Ein Jahr", "   title: Ein Jahr"),
        *(MEASURE, 35, 4, "yaml", "Einrückung"),
    ),
    Case(
        "an at sign at the start",
        replace(MEASURE, ": Rufbus", ": @Rufbus"),
        MEASURE,
        3,
        8,
        "yaml",
        "Anführungszeichen",
    ),
    Case(
        "a tabulator",
        replace(MEASURE, "    title: Ein Jahr", "\ttitle: Ein Jahr"),
        *(MEASURE, 35, 1, "yaml-tab", "durch Leerzeichen"),
    ),
    Case(
        "a duplicate key",
        replace(MEASURE, "open_source: true", "open_source: true\ntitle: Anderer"),
        *(MEASURE, 28, 1, "duplicate-key", "steht schon in Zeile 3"),
    ),
    Case(
        "a duplicate key in a list",
        replace(MEASURE, "    date: 2022-01-29", "    title: Noch einer"),
        *(MEASURE, 33, 5, "duplicate-key", "steht schon in Zeile 32"),
    ),
    Case(
        "aliases that explode",
        write(PROJECT, BOMB),
        PROJECT,
        1,
        4,
        "yaml-alias",
        "Schreiben Sie den Wert aus",
    ),
    Case(
        "an alias",
        replace(PROJECT, "lead: Stadt", "lead: *Stadt"),
        PROJECT,
        3,
        7,
        "yaml-alias",
        "Anführungszeichen",
    ),
    Case(
        "a tag",
        replace(PROJECT, "lead: Stadt", "lead: !!python/name:os.system Stadt"),
        PROJECT,
        3,
        7,
        "yaml-tag",
        "Typangaben",
    ),
    Case(
        "nesting a thousand deep",
        write(PROJECT, "name: " + "[" * 1000 + "]" * 1000),
        *(PROJECT, 1, 18, "too-deep", "Ebenen"),
    ),
    Case(
        "block nesting a thousand deep",
        write(PROJECT, "".join(f"{' ' * n}a:\n" for n in range(1000))),
        *(PROJECT, 13, 13, "too-deep", "Klammern"),
    ),
    Case(
        "a list as a key",
        replace(PROJECT, "lead:", "? [a, b]\n:"),
        PROJECT,
        3,
        3,
        "yaml-key",
        "einfaches Wort",
    ),
    Case(
        "two documents",
        write(PROJECT, FILES[PROJECT] + "---\nid: x\n"),
        PROJECT,
        14,
        1,
        "yaml-documents",
        "teilen",
    ),
    Case(
        "a list instead of keys",
        write(PROJECT, "- musterstadt\n"),
        PROJECT,
        1,
        1,
        "wrong-type",
        "schlüssel: Wert",
    ),
    Case(
        "a text instead of keys",
        write(PROJECT, "musterstadt\n"),
        PROJECT,
        1,
        1,
        "wrong-type",
        "schlüssel: Wert",
    ),
    Case("only comments", write(PROJECT, "# noch nichts\n"), PROJECT, 1, 1, "empty-file", "nach der Vorlage"),
    Case(
        "a surrogate as an escape",
        replace(PROJECT, "lead: Stadt", 'lead: "\\ud800 Stadt" #'),
        *(PROJECT, 3, 10, "yaml", "einfache Anführungszeichen"),
    ),
]

BYTES = [
    Case("an empty file", write(MEASURE, b""), MEASURE, 1, 1, "empty-file", "löschen Sie sie"),
    Case("only blank lines", write(MEASURE, b"\n \n\n"), MEASURE, 1, 1, "empty-file", "löschen Sie sie"),
    Case(
        "a byte-order mark",
        encode(MEASURE, lambda text: text.encode("utf-8-sig")),
        *(MEASURE, 1, 1, "byte-order-mark", "ohne BOM", "warning"),
    ),
    Case(
        "CRLF line ends",
        encode(MEASURE, lambda text: text.replace("\n", "\r\n").encode()),
        *(MEASURE, 1, 4, "line-ends", "auf LF um", "warning"),
    ),
    Case(
        "Latin-1 bytes",
        encode(MEASURE, lambda text: text.encode("latin-1")),
        *(MEASURE, 22, 18, "not-utf-8", "als UTF-8"),
    ),
    Case(
        "binary content",
        write(MEASURE, b"\x89PNG\r\n\x1a\n\x00\x00\x00"),
        MEASURE,
        1,
        1,
        "binary",
        "als Textdatei",
    ),
    Case("UTF-16", encode(MEASURE, lambda text: text.encode("utf-16")), MEASURE, 1, 1, "binary", "UTF-8"),
    Case(
        "NFD umlauts",
        encode(MEASURE, lambda text: unicodedata.normalize("NFD", text).encode()),
        *(MEASURE, 22, 18, "decomposed", "in NFC", "warning"),
    ),
    Case(
        "a control character",
        replace(MEASURE, "title: Rufbus", "title: Ruf\x07bus"),
        *(MEASURE, 3, 11, "control-character", "U+0007. Löschen"),
    ),
    Case(
        "a control character as an escape",
        replace(MEASURE, "title: Rufbus", 'title: "Ruf\\x1bbus"'),
        *(MEASURE, 3, 8, "control-character", "U+001B. Löschen"),
    ),
    Case(
        "text that runs from right to left",
        replace(MEASURE, "fährt abends", "fährt \u202eabends"),
        *(MEASURE, 49, 25, "control-character", "U+202E"),
    ),
    Case(
        "a file over 1 MB",
        write(MEASURE, "x" * 1_000_001),
        MEASURE,
        1,
        1,
        "file-too-large",
        "1,0 MB, erlaubt ist 1 MB",
    ),
]

FILE_SYSTEM = [
    Case(
        "a symbolic link to a file outside",
        link("projects/passwd.yaml", "/etc/passwd"),
        *("projects/passwd.yaml", 1, 1, "link-outside", "die Datei selbst"),
    ),
    Case(
        "a symbolic link to a folder outside",
        link("measures/draussen", "/"),
        *("measures/draussen", 1, 1, "link-outside", "die Datei selbst"),
    ),
    Case(
        "a symbolic link in a circle",
        link("projects/kreis.yaml", "kreis.yaml"),
        *("projects/kreis.yaml", 1, 1, "unreadable", "im Kreis"),
    ),
    Case(
        "a symbolic link to nothing",
        link("projects/nichts.yaml", "fehlt.yaml"),
        *("projects/nichts.yaml", 1, 1, "unreadable", "ins Leere"),
    ),
    Case("a named pipe", fifo, "projects/rohr.yaml", 1, 1, "unreadable", "keine gewöhnliche Datei"),
    Case(
        "a file that is not read",
        write("projects/notiz.txt", "Notiz"),
        *("projects/notiz.txt", 1, 1, "stray-file", "measures/<projekt>/<kennung>.md"),
    ),
    Case(
        "a measure outside its project's folder",
        write("measures/musterstadt-rad.md", FILES[MEASURE]),
        *("measures/musterstadt-rad.md", 1, 1, "stray-file", "nach measures/musterstadt/musterstadt-rad.md"),
    ),
]

FRONT_MATTER = [
    Case(
        "no front matter",
        replace(MEASURE, "---\nid", "id"),
        MEASURE,
        1,
        1,
        "front-matter-start",
        "mit einer Zeile „---“",
    ),
    Case(
        "no end of the front matter",
        replace(MEASURE, "---\n\n## Ausgangslage", "## Ausgangslage"),
        *(MEASURE, 52, 1, "front-matter-end", "zweite Zeile „---“ fehlt"),
    ),
    Case(
        "prose as a key",
        replace(MEASURE, "open_source: true", "open_source: true\nbody: Der Text"),
        *(MEASURE, 28, 1, "unknown-key", "unter der zweiten Zeile"),
    ),
    Case(
        "no prose",
        write(OTHER_MEASURE, FILES[OTHER_MEASURE].split("Sensoren messen")[0]),
        *(OTHER_MEASURE, 21, 1, "too-short", "mindestens 40 Zeichen"),
    ),
    Case(
        "raw HTML in the prose",
        replace(MEASURE, "Ein **Kleinbus**", "Ein <b>Kleinbus</b>"),
        *(MEASURE, 53, 5, "raw-html", "Schreiben Sie Markdown"),
    ),
    Case(
        "a script in the prose",
        replace(MEASURE, "Ein **Kleinbus**", "<script>alert(1)</script>"),
        *(MEASURE, 53, 1, "raw-html", "nicht erlaubt"),
    ),
    Case(
        "a script that is not closed",
        replace(MEASURE, "Ein **Kleinbus**", "<script src=//example.org"),
        *(MEASURE, 53, 1, "raw-html", "nicht erlaubt"),
    ),
    Case(
        "a link that runs a script",
        replace(MEASURE, "(https://example.org/app)", "(javascript:alert(1))"),
        *(MEASURE, 53, 41, "unsafe-link", "https://, http:// oder mailto:"),
    ),
    Case(
        "a disguised link that runs a script",
        replace(MEASURE, "(https://example.org/app)", "( JAVA&#115;cript&#58;alert(1))"),
        *(MEASURE, 53, 42, "unsafe-link", "Prüfen Sie die Adresse"),
    ),
    Case(
        "a reference that runs a script",
        replace(MEASURE, "In den Ortsteilen", "[a]: data:text/html,x\n\nIn den Ortsteilen"),
        *(MEASURE, 49, 6, "unsafe-link", "Prüfen Sie die Adresse"),
    ),
    Case("a picture", replace(MEASURE, " [Bestellung]", " ![Bild]"), MEASURE, 53, 28, "image", "als Quelle"),
    Case(
        "a title in the prose",
        replace(MEASURE, "## Lösung", "# Lösung"),
        MEASURE,
        51,
        1,
        "heading",
        "mit „## “",
    ),
]

VALUES = [
    Case(
        "a misspelt key",
        replace(MEASURE, "subtitle:", "subtitel:"),
        *(MEASURE, 4, 1, "unknown-key", "Meinten Sie „subtitle“?"),
    ),
    Case(
        "an unknown key",
        replace(MEASURE, "open_source: true", "open_source: true\nwetter: gut"),
        *(MEASURE, 28, 1, "unknown-key", "Löschen Sie ihn; welche es gibt, zeigt „catalogue schema measure“"),
    ),
    Case(
        "reuses at what is reused",
        replace(MEASURE, "open_source: true", "open_source: true\nreused_by: [zwoenitz]"),
        *(MEASURE, 28, 1, "unknown-key", "steht je Stelle in einer Datei im Ordner reuses"),
    ),
    Case(
        "the German name of a key",
        replace(MEASURE, "subtitle:", "untertitel:"),
        *(MEASURE, 4, 1, "unknown-key", "Meinten Sie „subtitle“?"),
    ),
    Case(
        "the German name of a key in a source",
        replace(MEASURE, "    date: 2022-01-29", "    datum: 2022-01-29"),
        *(MEASURE, 33, 5, "unknown-key", "Meinten Sie „date“?"),
    ),
    Case(
        "an unknown key in a source",
        replace(MEASURE, "    date: 2022-01-29", "    wetter: 2022-01-29"),
        *(MEASURE, 33, 5, "unknown-key", "Möglich sind: url, title, date, key."),
    ),
    Case(
        "a missing key",
        replace(MEASURE, "status: betrieb\n", ""),
        *(MEASURE, 2, 1, "missing-key", "fehlt der Schlüssel „status“ (Stand der Maßnahme"),
    ),
    Case(
        "a missing key in a list",
        replace(MEASURE, "    title: Ein Jahr Rufbus\n", ""),
        *(MEASURE, 34, 5, "missing-key", "„title“ (Titel der Seite)"),
    ),
    Case(
        "an empty key",
        replace(MEASURE, ": Rufbus", ":"),
        MEASURE,
        3,
        1,
        "missing-value",
        "„title“ hat keinen Wert",
    ),
    Case(
        "an empty text",
        replace(MEASURE, ": Rufbus", ': " "'),
        MEASURE,
        3,
        8,
        "too-short",
        "kein Text. Ergänzen Sie ihn",
    ),
    Case(
        "an empty text that may be left out",
        replace(MEASURE, "licence: EUPL-1.2", 'discontinued_reason: ""'),
        *(MEASURE, 28, 22, "too-short", "löschen Sie den Schlüssel"),
    ),
    Case(
        "no id",
        replace(PROJECT, "id: musterstadt\n", ""),
        PROJECT,
        1,
        1,
        "missing-key",
        "„id“ (Kennung: Dateiname",
    ),
    Case(
        "a title that is too long",
        replace(MEASURE, "title: Rufbus", f"title: {'x' * 121}"),
        *(MEASURE, 3, 8, "too-long", "121 Zeichen, erlaubt sind 120"),
    ),
    Case(
        "text where a list is expected",
        replace(MEASURE, "fields: [mobilitaet]", "fields: mobilitaet"),
        *(MEASURE, 5, 9, "wrong-type", "„mobilitaet“ ist keine Liste"),
    ),
    Case(
        "an empty list",
        replace(MEASURE, "fields: [mobilitaet]", "fields: []"),
        MEASURE,
        5,
        9,
        "too-short",
        "mindestens einen",
    ),
    Case(
        "an empty item",
        replace(MEASURE, "  - Rund 40 Fahrgäste am Tag", "  -\n  - Rund 40"),
        *(MEASURE, 22, 4, "wrong-type", "ein einzelner Text"),
    ),
    Case(
        "a list where text is expected",
        replace(MEASURE, "title: Rufbus", "title: [Rufbus]"),
        *(MEASURE, 3, 8, "wrong-type", "ein einzelner Text stehen. Beispiel: ERZmobil."),
    ),
    Case(
        "text where keys are expected",
        replace(MEASURE, "  - name: Verkehrsbetrieb", "  - Verkehrsbetrieb"),
        *(MEASURE, 16, 5, "wrong-type", "Schlüssel mit Werten stehen (name, role, source)"),
    ),
    Case(
        "points in a number",
        replace(MEASURE, "amount_eur: 65000", "amount_eur: 65.000"),
        *(MEASURE, 19, 17, "wrong-type", "„65.000“ ist keine ganze Zahl. Schreiben Sie nur Ziffern"),
    ),
    Case(
        "a number below zero",
        replace(MEASURE, "amount_eur: 65000", "amount_eur: -1"),
        *(MEASURE, 19, 17, "out-of-range", "„-1“ ist zu klein; erlaubt ist ab 0"),
    ),
    Case(
        "a number that no computer holds",
        replace(MEASURE, "amount_eur: 65000", f"amount_eur: {'9' * 6000}"),
        *(MEASURE, 19, 17, "out-of-range", "zu groß"),
    ),
    Case(
        "a number that no database holds",
        replace(MEASURE, "amount_eur: 65000", f"amount_eur: {'9' * 30}"),
        *(MEASURE, 19, 17, "out-of-range", "erlaubt ist bis 100.000.000.000"),
    ),
    Case(
        "no number",
        replace(MEASURE, "share_percent: 65", "share_percent: viel"),
        MEASURE,
        20,
        20,
        "wrong-type",
        "keine Zahl",
    ),
    Case(
        "a number that is none",
        replace(MEASURE, "share_percent: 65", "share_percent: nan"),
        *(MEASURE, 20, 20, "wrong-type", "Schreiben Sie"),
    ),
    Case(
        "no truth value",
        replace(MEASURE, "open_source: true", "open_source: vielleicht"),
        *(MEASURE, 27, 14, "wrong-type", "true oder false"),
    ),
    Case(
        "no date",
        replace(MEASURE, "start: 2022", "start: Frühjahr 2022"),
        *(MEASURE, 13, 8, "wrong-date", "Schreiben Sie 2023, 2023-06 oder 2023-06-18"),
    ),
    Case(
        "an impossible date",
        replace(MEASURE, "2022-01-29", "2022-02-30"),
        *(MEASURE, 33, 11, "wrong-date", "Das Datum „2022-02-30“ gibt es nicht"),
    ),
    Case(
        "a misspelt unknown",
        replace(MEASURE, "status_date: 2023-01", "status_date: unbekant"),
        *(MEASURE, 12, 14, "wrong-date", "oder „unbekannt“"),
    ),
    Case(
        "an impossible status date",
        replace(MEASURE, "status_date: 2023-01", "status_date: 2023-13"),
        *(MEASURE, 12, 14, "wrong-date", "„2023-13“ gibt es nicht"),
    ),
    Case(
        "an address that runs a script",
        replace(MEASURE, "https://example.org/bilanz", "javascript:alert(1)"),
        *(MEASURE, 34, 10, "wrong-url", "mit https:// am Anfang"),
    ),
    Case(
        "an address without a scheme",
        replace(MEASURE, "https://example.org/bilanz", "www.example.org"),
        *(MEASURE, 34, 10, "wrong-url", "„www.example.org“ ist keine Webadresse"),
    ),
    Case(
        "an address without a host",
        replace(MEASURE, "https://example.org/bilanz", "https:///"),
        *(MEASURE, 34, 10, "wrong-url", "keine Webadresse"),
    ),
    Case(
        "an address of data",
        replace(MEASURE, "https://example.org/bilanz", "data:text/html,x"),
        *(MEASURE, 34, 10, "wrong-url", "keine Webadresse"),
    ),
    Case(
        "no SPDX expression",
        replace(MEASURE, "EUPL-1.2", "Freie Lizenz"),
        *(MEASURE, 28, 10, "wrong-licence", "zum Beispiel EUPL-1.2"),
    ),
    Case(
        "half an SPDX expression",
        replace(MEASURE, "EUPL-1.2", "MIT AND"),
        *(MEASURE, 28, 10, "wrong-licence", "kein SPDX-Ausdruck"),
    ),
    Case(
        "an SPDX id of yesterday",
        replace(MEASURE, "EUPL-1.2", "GPL-3.0+"),
        *(MEASURE, 28, 10, "wrong-licence", "Meinten Sie „GPL-3.0-or-later“?"),
    ),
    Case(
        "an SPDX expression that nests without end",
        replace(MEASURE, "EUPL-1.2", "'" + "(" * 5000 + "MIT" + ")" * 5000 + "'"),
        *(MEASURE, 28, 10, "wrong-licence", "kein SPDX-Ausdruck"),
    ),
    Case(
        "an id with an umlaut",
        replace(STATUSES, "  - id: planung", "  - id: plänung"),
        *(STATUSES, 5, 9, "wrong-form", "Erlaubt sind"),
    ),
    Case(
        "an official key of the wrong length",
        replace(MUNICIPALITY, "14001000", "1400100"),
        *(MUNICIPALITY, 7, 6, "wrong-form", "Beispiel: 12069020"),
    ),
    Case(
        "no source",
        replace(
            PROJECT,
            "sources:\n  - url: https://example.org/musterstadt\n    title: Smart City Musterstadt\n",
            "",
        ),
        *(PROJECT, 1, 1, "missing-key", "„sources“ (Öffentliche Seiten"),
    ),
    Case(
        "an empty list of sources",
        replace(
            PROJECT,
            "\n  - url: https://example.org/musterstadt\n    title: Smart City Musterstadt\n",
            " []\n",
        ),
        *(PROJECT, 10, 10, "too-short", "mindestens einen"),
    ),
]

CONSISTENCY = [
    Case(
        "an id that differs from the file name",
        replace(PROJECT, "id: musterstadt", "id: musterdorf"),
        *(PROJECT, 1, 5, "id-differs", "„musterdorf“ ist nicht der Dateiname „musterstadt“"),
    ),
    Case(
        "an end before the start",
        replace(MEASURE, "end: 2024-06", "end: 2021-12"),
        *(MEASURE, 14, 6, "end-before-start", "vor dem Beginn 2022"),
    ),
    Case(
        "a status after the last look",
        replace(MEASURE, "status_date: 2023-01", "status_date: 2027"),
        *(MEASURE, 12, 14, "status-in-future", "nach dem Tag 2026-11-23"),
    ),
    Case(
        "an end without a reason",
        replace(MEASURE, "status: betrieb", "status: eingestellt"),
        *(MEASURE, 11, 9, "reason-missing", "„discontinued_reason“ den Grund"),
    ),
    Case(
        "a reason without an end",
        replace(MEASURE, "start: 2022", "discontinued_reason: Kein Geld"),
        *(MEASURE, 13, 22, "reason-without-end", "passt nicht zum Stand „betrieb“"),
    ),
    Case(
        "a reuse by nobody",
        replace(REUSE, "municipality: nachbarort\n", ""),
        *(REUSE, 1, 5, "reuse-who", "entweder „municipality“"),
    ),
    Case(
        "one source twice",
        replace(MEASURE, "https://example.org/bilanz", "https://example.org/rufbus"),
        *(MEASURE, 34, 10, "source-twice", "steht schon in Zeile 31", "warning"),
    ),
    Case(
        "a term that stands twice in its vocabulary",
        replace(STATUSES, "  - id: betrieb", "  - id: planung"),
        *(STATUSES, 8, 9, "id-twice", "steht schon in Zeile 5"),
    ),
    Case(
        "a concept that names no concept",
        replace(THESAURUS, "broader: [oepnv]", "broader: [opnv]"),
        *(THESAURUS, 8, 15, "unknown-term", "Meinten Sie „oepnv“?"),
    ),
]

ACROSS = [
    Case(
        "an unknown term",
        replace(MEASURE, "status: betrieb", "status: bertieb"),
        *(MEASURE, 11, 9, "unknown-term", "Meinten Sie „betrieb“?"),
    ),
    Case(
        "an unknown term in a list",
        replace(MEASURE, "  - senioren", "  - Senioren"),
        *(MEASURE, 9, 5, "unknown-term", "Meinten Sie „senioren“?"),
    ),
    Case(
        "a term like no other",
        replace(MEASURE, "[mobilitaetsangebot, app]", "[mobilitaetsangebot, xyz]"),
        *(MEASURE, 6, 29, "unknown-term", "Möglich sind: mobilitaetsangebot, sensorik-iot, app."),
    ),
    Case(
        "an unknown municipality",
        replace(REUSE, "municipality: nachbarort", "municipality: nachbaort"),
        *(REUSE, 3, 15, "unknown-id", "nicht die Kennung einer Kommune. Meinten Sie „nachbarort“?"),
    ),
    Case(
        "an unknown term in a nested map",
        replace(SOLUTION, "    kind: daten", "    kind: Daten"),
        *(SOLUTION, 16, 11, "unknown-term", "Meinten Sie „daten“?"),
    ),
    Case(
        "an unknown municipality of a project",
        replace(PROJECT, "[musterstadt]", "[musterstadt, entenhausen]"),
        *(PROJECT, 4, 31, "unknown-id", "Legen Sie den Eintrag in municipalities/ an"),
    ),
    Case(
        "an unknown measure",
        replace(MEASURE, "related: [musterstadt-pegel]", "related: [musterstadt-pegl]"),
        *(MEASURE, 26, 11, "unknown-id", "Meinten Sie „musterstadt-pegel“?"),
    ),
    Case(
        "a measure related to itself",
        replace(MEASURE, "related: [musterstadt-pegel]", "related: [musterstadt-rufbus]"),
        *(MEASURE, 26, 11, "own-id", "verweist auf sich selbst"),
    ),
    Case(
        "a value twice in a list",
        replace(MEASURE, "  - senioren", "  - buergerschaft"),
        *(MEASURE, 9, 5, "value-twice", "steht schon in dieser Liste", "warning"),
    ),
    Case(
        "a measure of an unknown project",
        write(
            "measures/musterstatt/musterstatt-rad.md",
            OF_ITS_OWN.replace("id: musterstadt-pegel", "id: musterstatt-rad"),
        ),
        *("measures/musterstatt/musterstatt-rad.md", 1, 1, "unknown-project", "Meinten Sie „musterstadt“?"),
    ),
    Case(
        "an id that does not name the project",
        write(
            "measures/musterstadt/rad.md",
            OF_ITS_OWN.replace("musterstadt-pegel", "rad").replace("Pegelm", "Radm"),
        ),
        *("measures/musterstadt/rad.md", 2, 5, "id-without-project", "muss mit „musterstadt-“ beginnen"),
    ),
    Case(
        "a vocabulary that is missing",
        lambda folder: (folder.root / STATUSES).unlink(),
        *(STATUSES, 1, 1, "missing-vocabulary", "Legen Sie die Datei an"),
    ),
]

CASES = [*YAML, *BYTES, *FILE_SYSTEM, *FRONT_MATTER, *VALUES, *CONSISTENCY, *ACROSS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_is_named_with_place_and_remedy(case: Case, folder: Folder) -> None:
    case.spoil(folder)
    (problem,) = folder.problems()
    assert problem.path == str(folder.root / case.path)
    assert (problem.line, problem.column, problem.code, problem.severity) == (
        case.line,
        case.column,
        case.code,
        case.severity,
    )
    assert case.told in problem.message
    assert "\n" not in str(problem)


def test_the_small_content_itself_has_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


def test_two_files_with_one_id_are_told_at_both(folder: Folder) -> None:
    second_file_with_one_id(folder)
    twice = [problem for problem in folder.problems() if problem.code == "id-twice"]
    assert [Path(problem.path).parent.name for problem in twice] == ["musterstadt", "zweitstadt"]
    assert [(problem.line, problem.column) for problem in twice] == [(2, 5), (2, 5)]
    assert "hat auch measures/zweitstadt/musterstadt-pegel.md" in twice[0].message


def test_two_measures_with_nearly_one_title_are_told_at_both(folder: Folder) -> None:
    text = OF_ITS_OWN.replace("musterstadt-pegel", "musterstadt-pegelstand")
    folder.write(
        "measures/musterstadt/musterstadt-pegelstand.md", text.replace("Pegelmessung", "Pegel-Messung")
    )
    found = folder.problems()
    assert [problem.code for problem in found] == ["title-twice", "title-twice"]
    assert {problem.severity for problem in found} == {"warning"}


def test_every_error_of_a_file_is_told_in_one_run(folder: Folder) -> None:
    folder.replace(MEASURE, "subtitle:", "subtitel:")
    folder.replace(MEASURE, "status: betrieb", "status: bertieb")
    folder.replace(MEASURE, "end: 2024-06", "end: 2021")
    folder.replace(MEASURE, "65000", "65.000")
    folder.replace(MEASURE, "related: [musterstadt-pegel]", "related: [musterstadt-pegl]")
    folder.replace(MEASURE, "https://example.org/bilanz", "ftp://example.org")
    folder.replace(MEASURE, "Ein **Kleinbus**", "Ein <b>Kleinbus</b>")
    folder.replace(PROJECT, "cohort: staffel-1", "cohort: staffel-9")
    assert [(problem.line, problem.code) for problem in folder.problems()] == [
        (4, "unknown-key"),
        (11, "unknown-term"),
        (14, "end-before-start"),
        (19, "wrong-type"),
        (26, "unknown-id"),
        (34, "wrong-url"),
        (53, "raw-html"),
        (5, "unknown-term"),
    ]


def test_a_broken_file_does_not_make_references_to_it_errors(folder: Folder) -> None:
    folder.write(PROJECT, "[")
    folder.write(MUNICIPALITY, "")
    folder.write(STATUSES, "- nichts")
    folder.write(OTHER_MEASURE, "nichts")
    codes = [problem.code for problem in folder.problems()]
    assert codes == ["front-matter-start", "empty-file", "yaml", "wrong-type"]


def test_a_folder_without_entries_is_an_error(tmp_path: Path) -> None:
    (problem,) = Folder(tmp_path).problems()
    assert problem.code == "no-entries"


def test_hidden_files_and_guides_are_left_alone(folder: Folder) -> None:
    for name in (".DS_Store", "README.md", "projects/README.md", ".obsidian/workspace.json"):
        folder.write(name, "x")
    assert folder.problems() == []


def test_a_file_name_cannot_break_the_line_of_its_problem(folder: Folder) -> None:
    name = os.fsdecode(b"projects/b\xf6se\n\x1b[31m.yaml")
    folder.write(name, "id: x")
    (problem,) = folder.problems()
    assert problem.code == "stray-file"
    assert str(problem).isprintable()


def test_a_value_cannot_break_the_line_of_its_problem(folder: Folder) -> None:
    folder.replace(MEASURE, "status: betrieb", 'status: "a\\nb\\tc"')
    (problem,) = folder.problems()
    assert "„a b c“" in problem.message


def test_problems_are_sorted_by_file_and_place(folder: Folder) -> None:
    for path in (MEASURE, PROJECT, MUNICIPALITY):
        folder.write(path, "")
    found: list[Problem] = folder.problems()
    assert found == sorted(found)
