"""What a page says of its entry to machines: JSON-LD in the words of schema.org."""

from __future__ import annotations

from typing import Any

from catalogue.model.entries import Knowledge, Measure, Project, Solution
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.named_places import NamedPlace

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def measure_data(one: MeasureRecord, address: str, project_address: str) -> dict[str, Any]:
    """A measure as an article about it, part of what is told of its model project."""
    measure = one.measure
    data = article_data(address, measure)
    data["isPartOf"] = {"@type": "CreativeWork", "name": one.project.name, "url": project_address}
    if measure.start:
        data["temporalCoverage"] = f"{measure.start}/{measure.end or '..'}"
    return data


def article_data(address: str, entry: Measure | Solution | Knowledge) -> dict[str, Any]:
    """An entry as an article: the entry is the work, its sources are what it is based on."""
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": entry.title,
        "description": entry.subtitle or entry.title,
        "inLanguage": "de",
        "dateModified": entry.as_of,
        "license": LICENCE,
        "isBasedOn": [source.url for source in entry.sources],
    }
    if entry.title_en:
        data["alternateName"] = {"@value": entry.title_en, "@language": "en"}
    if entry.asked_as:
        data["keywords"] = entry.asked_as
    return data


def project_data(project: Project, address: str, places: list[NamedPlace]) -> dict[str, Any]:
    """A model project."""
    return {
        "@context": CONTEXT,
        "@type": "Project",
        "@id": address,
        "url": project.website or address,
        "name": project.name,
        "description": project.summary,
        "areaServed": [{"@type": "AdministrativeArea", "name": place.name} for place in places],
        "subjectOf": [source.url for source in project.sources],
    }


def site_data(name: str, address: str) -> dict[str, Any]:
    """The site with its search."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": name,
        "url": address,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{address}suche?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }
