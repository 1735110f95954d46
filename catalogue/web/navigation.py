"""The pages that header, footer and site map lead to, each declared once; and the frame of a page, ready to be drawn.

`templates/frame.html` draws it. Neither needs Flask, so that pages of another application can wear the same frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalogue.model.entries import Label


@dataclass(frozen=True, slots=True)
class PlaceToGo:
    """A page that stands in the navigation."""

    path: str
    label: Label
    text: Label
    """What one finds there, in a few words."""
    stands_for: tuple[str, ...] = ()
    """Paths of pages that stand in no navigation and belong here; what lies below `path` does anyway."""
    in_every_language: bool = True
    """Whether the page exists below the root of each language."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under one heading of the header."""

    id: str
    label: Label
    places: tuple[PlaceToGo, ...]
    rest: Label | None = None
    """The end of the label, which narrow screens leave out."""


SHORTLIST = PlaceToGo(
    "/merkliste",
    Label(de="Merkliste", en="Shortlist"),
    Label(de="Vergleichen und als Ratsvorlage ausgeben", en="Compare and make a council paper"),
)

GROUPS = (
    Group(
        "finden",
        Label(de="Finden", en="Find"),
        (
            PlaceToGo(
                "/suche",
                Label(de="Suche", en="Search"),
                Label(de="In eigenen Worten, mit Filtern", en="In your own words, with filters"),
                stands_for=("/massnahmen",),
            ),
            PlaceToGo(
                "/bedarf",
                Label(de="Bedarf von A bis Z", en="Needs from A to Z"),
                Label(de="Rufbus, Mängelmelder, Bewässerung …", en="Village bus, fault reports, watering …"),
            ),
            PlaceToGo(
                "/themen",
                Label(de="Themen", en="Topics"),
                Label(
                    de="Handlungsfelder und Arten von Lösungen", en="Fields of action and kinds of solution"
                ),
            ),
            PlaceToGo(
                "/ziele",
                Label(de="Ziele", en="Goals"),
                Label(de="Was Kommunen erreichen wollen", en="What municipalities want to achieve"),
            ),
            PlaceToGo(
                "/kommunen",
                Label(de="Kommunen wie wir", en="Places like ours"),
                Label(de="Was in ähnlichen Orten läuft", en="What runs in similar places"),
            ),
            PlaceToGo(
                "/projekte",
                Label(de="Modellprojekte", en="Model projects"),
                Label(
                    de="Alle geförderten Städte, Kreise, Verbünde",
                    en="All funded cities, districts, alliances",
                ),
            ),
        ),
    ),
    Group(
        "loesungen",
        Label(de="Lösungen", en="Solutions"),
        (
            PlaceToGo(
                "/loesungen",
                Label(de="Lösungen zum Übernehmen", en="Solutions to take over"),
                Label(de="Mit Lizenz, Kosten und Prüfung", en="With licence, cost and reuse check"),
            ),
            PlaceToGo(
                "/transfers",
                Label(de="Übertragungen", en="Transfers"),
                Label(de="Wer was von wem übernommen hat", en="Who took over what from whom"),
            ),
        ),
    ),
    Group(
        "wissen",
        Label(de="Wissen", en="Knowledge"),
        rest=Label(de="& Programm", en="& programme"),
        places=(
            PlaceToGo(
                "/wissen",
                Label(de="Wissen", en="Knowledge"),
                Label(de="Studien, Leitfäden, Normen, Fragen", en="Studies, guides, standards, questions"),
            ),
            PlaceToGo(
                "/wissen/glossar",
                Label(de="Begriffe", en="Glossary"),
                Label(de="Fachwörter kurz erklärt", en="Terms explained in short"),
            ),
            PlaceToGo(
                "/roadmap",
                Label(de="Roadmap", en="Roadmap"),
                Label(de="Von der Idee bis zur Übertragung", en="From the idea to the transfer"),
            ),
            PlaceToGo(
                "/roadmap/selbsttest",
                Label(de="Selbsttest", en="Self-check"),
                Label(de="Wo steht unser Vorhaben?", en="Where does our project stand?"),
            ),
            PlaceToGo(
                "/programm",
                Label(de="Programm in Zahlen", en="The programme in figures"),
                Label(de="Mittel, Abruf, Reichweite", en="Funds, drawdown, reach"),
            ),
            PlaceToGo(
                "/neues",
                Label(de="Neues", en="News"),
                Label(de="Was hinzukam oder sich änderte", en="What was added or changed"),
            ),
            PlaceToGo(
                "/mitmachen",
                Label(de="Mitmachen", en="Take part"),
                Label(de="Einträge ergänzen und berichtigen", en="Add and correct entries, in German"),
            ),
            PlaceToGo(
                "/hilfe",
                Label(de="Hilfe", en="Help"),
                Label(de="Suchen, Filtern, Lesen", en="Searching, filtering, reading"),
            ),
        ),
    ),
    Group(
        "daten",
        Label(de="Daten", en="Data"),
        (
            PlaceToGo(
                "/ueberblick",
                Label(de="Überblick", en="Overview"),
                Label(de="Der Katalog in Diagrammen", en="The catalogue in charts"),
            ),
            PlaceToGo(
                "/ueberblick/datenqualitaet",
                Label(de="Datenqualität", en="Data quality"),
                Label(de="Wie vollständig die Angaben sind", en="How complete the facts are"),
            ),
            PlaceToGo(
                "/daten/",
                Label(de="Daten abfragen", en="Query the data"),
                Label(de="Mit SQL auswerten, filtern", en="With SQL, filter"),
                in_every_language=False,
            ),
            PlaceToGo(
                "/daten/schema",
                Label(de="Was die Daten bedeuten", en="What the data mean"),
                Label(de="Jede Tabelle und Spalte", en="Every table and column"),
            ),
            PlaceToGo(
                "/daten/-/dashboards",
                Label(de="Dashboards", en="Dashboards"),
                Label(
                    de="Programm, Nachnutzung, Datenqualität", en="Programme, reuse, data quality, in German"
                ),
                in_every_language=False,
            ),
            PlaceToGo(
                "/api/",
                Label(de="Schnittstelle für Programme", en="Interface for programs"),
                Label(de="Alles als JSON, mit OpenAPI", en="Everything as JSON, with OpenAPI"),
            ),
            PlaceToGo(
                "/daten/downloads",
                Label(de="Daten herunterladen", en="Download the data"),
                Label(de="Für Excel, R, Python, SQL", en="For Excel, R, Python, SQL"),
                stands_for=("/ausgaben",),
            ),
        ),
    ),
)
"""The header: everything that somebody may look for by its name."""

FOOT = (
    PlaceToGo(
        "/neues", Label(de="Neues", en="News"), Label(de="Neues im Katalog", en="News in the catalogue")
    ),
    PlaceToGo(
        "/mitmachen",
        Label(de="Mitmachen", en="Take part"),
        Label(de="Einträge ergänzen und berichtigen", en="Add and correct entries"),
    ),
    PlaceToGo("/hilfe", Label(de="Hilfe", en="Help"), Label(de="Hilfe zur Suche", en="Help with the search")),
    PlaceToGo(
        "/ueber",
        Label(de="Über den Katalog", en="About the catalogue"),
        Label(de="Woher die Angaben kommen", en="Where the facts come from"),
    ),
    PlaceToGo("/uebersicht", Label(de="Übersicht", en="Site map"), Label(de="Alle Seiten", en="All pages")),
    PlaceToGo(
        "/barrierefreiheit",
        Label(de="Barrierefreiheit", en="Accessibility"),
        Label(de="Erklärung zur Barrierefreiheit", en="Accessibility statement"),
    ),
    PlaceToGo(
        "/datenschutz",
        Label(de="Datenschutz", en="Data protection"),
        Label(de="Was von Ihrem Besuch bleibt: nichts", en="What is kept of your visit: nothing"),
    ),
    PlaceToGo(
        "/impressum",
        Label(de="Impressum", en="Imprint"),
        Label(de="Wer verantwortlich ist", en="Who is responsible"),
    ),
)
"""The footer."""

TEXTS = {
    "skip": Label(de="Zum Inhalt springen", en="Skip to content"),
    "main": Label(de="Hauptnavigation", en="Main navigation"),
    "foot": Label(de="Fußnavigation", en="Footer navigation"),
    "edition": Label(de="Ausgabe", en="Edition"),
    "content": Label(de="Inhalte unter", en="Content under"),
    "programme": Label(
        de="Programm unter EUPL-1.2. Alle Angaben stammen aus öffentlichen Quellen, die bei jedem Eintrag stehen.",
        en="program under EUPL-1.2. All facts come from public sources, which stand with every entry.",
    ),
}
"""What header and footer say beside the names of pages."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go as one page shows it."""

    label: str
    text: str
    address: str
    current: str
    """The value of `aria-current`: `page` for the page itself, `true` for one below it, else empty."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A group of the header as one page shows it."""

    id: str
    label: str
    rest: str
    links: tuple[Link, ...]

    @property
    def current(self) -> bool:
        """Whether the page lies here."""
        return any(link.current for link in self.links)


@dataclass(frozen=True, slots=True)
class Frame:
    """Header and footer of one page in its language."""

    site_name: str
    home: str
    groups: tuple[LinkGroup, ...]
    shortlist: Link
    languages: tuple[tuple[str, str], ...]
    """The other languages with the address of this page in each."""
    foot: tuple[Link, ...]
    edition_id: str
    texts: dict[str, str]


def frame(
    path: str,
    language: str,
    site_name: str,
    edition_id: str,
    site: str = "",
    root: str = "",
    languages: tuple[tuple[str, str], ...] = (),
) -> Frame:
    """The frame of the page at `path`, in `language` (`de`, `en`).

    `site` is what addresses begin with that are the same in all languages, `root` what the others begin with;
    `languages` are the other languages with this page's address in each.
    """
    here = place_of(path)

    def link(place: PlaceToGo) -> Link:
        return Link(
            getattr(place.label, language),
            getattr(place.text, language),
            (root if place.in_every_language else site) + place.path,
            "" if here is None or here.path != place.path else "page" if path == place.path else "true",
        )

    return Frame(
        site_name,
        f"{root}/",
        tuple(
            LinkGroup(
                group.id,
                getattr(group.label, language),
                getattr(group.rest, language, ""),
                tuple(map(link, group.places)),
            )
            for group in GROUPS
        ),
        link(SHORTLIST),
        languages,
        tuple(map(link, FOOT)),
        edition_id,
        {name: getattr(text, language) for name, text in TEXTS.items()},
    )


def all_places() -> list[PlaceToGo]:
    """Every place of header and footer, each path once."""
    places = [place for group in GROUPS for place in group.places]
    return list({place.path: place for place in (*FOOT, *places, SHORTLIST)}.values())


def place_of(path: str) -> PlaceToGo | None:
    """The place in the navigation that a page belongs to: its own, else the nearest above it."""
    above = path.rstrip("/")
    while above:
        if above in owners():
            return owners()[above]
        above = above.rpartition("/")[0]
    return None


@cache
def owners() -> dict[str, PlaceToGo]:
    """The place that a path belongs to, for the paths of all places and those that they stand for."""
    return {owned.rstrip("/"): place for place in all_places() for owned in (place.path, *place.stands_for)}
