"""What the data set is for catalogues of data: DCAT-AP.de for portals of the administration, schema.org for search engines.

Both are told from the same facts. What nobody has said is left out, such as the id that GovData gives to who delivers data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.edition import Edition
from catalogue.exports.downloads import Made
from catalogue.exports.licence import LICENCE
from catalogue.exports.whole_edition import Form
from catalogue.model.entries import Label

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

TITLE = Label(de="Smart-City-Katalog", en="Smart city catalogue")
ABOUT = Label(
    de="Maßnahmen der Modellprojekte Smart Cities, Lösungen zum Übernehmen, Nachnutzungen, Kommunen und Wissen, mit Quellen.",
    en="Measures of Germany's model projects smart cities, solutions to take over, reuses, municipalities and knowledge, with sources.",
)
COUNTRY = Label(de="Deutschland", en="Germany")
KEYWORDS = ("Smart City", "Modellprojekte Smart Cities", "Kommunen", "Digitalisierung", "Nachnutzung")

DCATDE = "http://dcat-ap.de/def/dcatde/"
LICENCE_OF_DCAT = "http://dcat-ap.de/def/licenses/cc-by/4.0"
LEVEL = "http://dcat-ap.de/def/politicalGeocoding/Level/federal"
EU = "http://publications.europa.eu/resource/authority"
GERMAN, GERMANY = f"{EU}/language/DEU", f"{EU}/country/DEU"
THEMES = (f"{EU}/data-theme/REGI", f"{EU}/data-theme/GOVE", f"{EU}/data-theme/TECH")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
VCARD = "http://www.w3.org/2006/vcard/ns#"
SPDX = "http://spdx.org/rdf/terms#"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The facts of a data set as one site offers it."""

    edition: Edition
    publisher: str
    contact: str
    """Where to write to: an address of a page, or `mailto:`."""
    files: list[tuple[Form, Made | None]]
    absolute: Callable[[str], str]
    """Makes a whole address of a path of the site."""

    @property
    def page(self) -> str:
        """The address of the page that offers the data."""
        return self.absolute("/daten/downloads")

    def file(self, form: Form) -> str:
        """The address of a download."""
        return self.absolute(f"/daten/downloads/{form.file_name}")

    @property
    def version(self) -> str:
        """The address of the page that tells what the edition contains."""
        return self.absolute(f"/ausgaben/{self.edition.id}")


def dcat(dataset: Dataset) -> Graph:
    """A catalogue with the data set after DCAT-AP.de 3.0 (https://www.dcat-ap.de/def/dcatde/3.0/spec/)."""
    from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

    vcard = Namespace(VCARD)
    graph = Graph()
    for prefix, namespace in (("dcatde", Namespace(DCATDE)), ("vcard", vcard), ("spdx", Namespace(SPDX))):
        graph.bind(prefix, namespace)
    catalog, one, publisher, contact = (
        URIRef(f"{dataset.page}#{part}") for part in ("katalog", "datensatz", "herausgeber", "kontakt")
    )
    graph.add((publisher, RDF.type, FOAF.Agent))
    graph.add((publisher, FOAF.name, Literal(dataset.publisher, lang="de")))
    for subject, kind in ((catalog, DCAT.Catalog), (one, DCAT.Dataset)):
        graph.add((subject, RDF.type, kind))
        _say(graph, subject, DCTERMS.title, TITLE)
        _say(graph, subject, DCTERMS.description, ABOUT)
        graph.add((subject, DCTERMS.publisher, publisher))
        graph.add((subject, DCTERMS.language, URIRef(GERMAN)))
        graph.add((subject, DCTERMS.spatial, URIRef(GERMANY)))
    graph.add((catalog, FOAF.homepage, URIRef(dataset.absolute("/"))))
    graph.add((catalog, DCAT.themeTaxonomy, URIRef(f"{EU}/data-theme")))
    graph.add((catalog, DCTERMS.license, URIRef(LICENCE_OF_DCAT)))
    graph.add((catalog, DCAT.dataset, one))
    graph.add((contact, RDF.type, vcard.Kind))
    graph.add((contact, vcard.fn, Literal(dataset.publisher)))
    to = vcard.hasEmail if dataset.contact.startswith("mailto:") else vcard.hasURL
    graph.add((contact, to, URIRef(dataset.contact)))
    _describe(graph, one, contact, dataset)
    for form, made in dataset.files:
        _distribute(graph, one, form, made, dataset)
    return graph


def _say(graph: Graph, subject: URIRef, what: URIRef, label: Label) -> None:
    """A text in both languages."""
    from rdflib import Literal

    graph.add((subject, what, Literal(label.de, lang="de")))
    graph.add((subject, what, Literal(label.en, lang="en")))


def _describe(graph: Graph, one: URIRef, contact: URIRef, dataset: Dataset) -> None:
    """What a data set has beside what it shares with its catalogue."""
    from rdflib import DCAT, DCTERMS, FOAF, OWL, XSD, Literal, URIRef

    graph.add((one, DCAT.contactPoint, contact))
    graph.add((one, DCAT.landingPage, URIRef(dataset.page)))
    graph.add((one, DCTERMS.identifier, Literal(dataset.page)))
    graph.add((one, OWL.versionInfo, Literal(dataset.edition.id)))
    graph.add((one, FOAF.page, URIRef(dataset.version)))
    graph.add((one, URIRef(f"{DCATDE}politicalGeocodingLevelURI"), URIRef(LEVEL)))
    for theme in THEMES:
        graph.add((one, DCAT.theme, URIRef(theme)))
    for keyword in KEYWORDS:
        graph.add((one, DCAT.keyword, Literal(keyword, lang="de")))
    if dataset.edition.day:
        graph.add((one, DCTERMS.modified, Literal(dataset.edition.day, datatype=XSD.date)))


def _distribute(graph: Graph, one: URIRef, form: Form, made: Made | None, dataset: Dataset) -> None:
    """A download as a distribution; size and checksum once it is made."""
    from rdflib import DCAT, DCTERMS, RDF, XSD, Literal, URIRef

    distribution = URIRef(f"{dataset.page}#{form.file_name}")
    graph.add((one, DCAT.distribution, distribution))
    graph.add((distribution, RDF.type, DCAT.Distribution))
    _say(graph, distribution, DCTERMS.title, form.name)
    _say(graph, distribution, DCTERMS.description, form.about)
    graph.add((distribution, DCAT.accessURL, URIRef(dataset.page)))
    graph.add((distribution, DCAT.downloadURL, URIRef(dataset.file(form))))
    graph.add((distribution, DCTERMS.license, URIRef(LICENCE_OF_DCAT)))
    credit = f"{dataset.publisher}, Ausgabe {dataset.edition.id}"
    graph.add((distribution, URIRef(f"{DCATDE}licenseAttributionByText"), Literal(credit, lang="de")))
    if form.media_type:
        graph.add((distribution, DCAT.mediaType, URIRef(f"{MEDIA_TYPES}/{form.media_type}")))
    if form.eu_format:
        graph.add((distribution, DCTERMS.format, URIRef(f"{EU}/file-type/{form.eu_format}")))
    if form.is_packed:
        graph.add((distribution, DCAT.packageFormat, URIRef(f"{MEDIA_TYPES}/application/zip")))
    if made:
        checksum, spdx = URIRef(f"{distribution}-sha256"), SPDX
        graph.add((distribution, DCAT.byteSize, Literal(made.bytes, datatype=XSD.nonNegativeInteger)))
        graph.add((distribution, URIRef(f"{spdx}checksum"), checksum))
        graph.add((checksum, RDF.type, URIRef(f"{spdx}Checksum")))
        graph.add((checksum, URIRef(f"{spdx}algorithm"), URIRef(f"{spdx}checksumAlgorithm_sha256")))
        graph.add((checksum, URIRef(f"{spdx}checksumValue"), Literal(made.sha256, datatype=XSD.hexBinary)))


def schema_org(dataset: Dataset, language: str) -> dict[str, Any]:
    """The data set in the words of schema.org, in a language (`de`, `en`)."""
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{dataset.page}#datensatz",
        "name": TITLE.in_language(language),
        "description": ABOUT.in_language(language),
        "url": dataset.page,
        "identifier": dataset.version,
        "version": dataset.edition.id,
        "license": LICENCE["path"],
        "inLanguage": "de",
        "isAccessibleForFree": True,
        "keywords": list(KEYWORDS),
        "spatialCoverage": {"@type": "Country", "name": COUNTRY.in_language(language)},
        "creator": {"@type": "Organization", "name": dataset.publisher, "url": dataset.absolute("/")},
        "distribution": [*_data_downloads(dataset, language)],
    }
    return told | ({"dateModified": dataset.edition.day} if dataset.edition.day else {})


def _data_downloads(dataset: Dataset, language: str) -> Iterator[dict[str, Any]]:
    for form, made in dataset.files:
        told = {
            "@type": "DataDownload",
            "name": form.name.in_language(language),
            "contentUrl": dataset.file(form),
            "encodingFormat": "application/zip" if form.is_packed else form.media_type,
        }
        yield told | ({"contentSize": f"{made.bytes} B", "sha256": made.sha256} if made else {})
