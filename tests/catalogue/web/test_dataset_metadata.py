"""What catalogues of data read: DCAT-AP.de in two forms, checked against shapes, and schema.org on the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyshacl
import pytest
from flask.testing import FlaskClient
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from catalogue.edition import Edition
from catalogue.exports.whole_edition import FORMS
from catalogue.web import create_app

SHAPES = Path(__file__).parent.parent / "exports" / "dcat-ap-de.ttl"
FORMATS = {"jsonld": "json-ld", "rdf": "xml"}
SITE = "https://example.org/katalog"


@pytest.fixture(scope="module")
def offered(real_edition: Edition) -> FlaskClient:
    """A visitor of a site with an address, all downloads of which are made."""
    app = create_app(real_edition, {"TESTING": True, "SITE_ADDRESS": SITE})
    for form in FORMS.values():
        assert app.extensions["downloads"].wait(form, 120)
    return app.test_client()


def metadata(visitor: FlaskClient, form: str) -> Graph:
    """The metadata as rdflib reads it."""
    answer = visitor.get(f"/daten/dcat.{form}")
    assert answer.status_code == 200
    return Graph().parse(data=answer.text, format=FORMATS[form])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("made", ["made", "unmade"])
def test_the_metadata_are_what_dcat_ap_de_asks_for(
    offered: FlaskClient,
    real_edition: Edition,
    form: str,
    made: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    visitor = offered
    if made == "unmade":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        visitor = create_app(real_edition, {"TESTING": True}).test_client()
    graph = metadata(visitor, form)
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert conforms, report
    assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == len(FORMS)


def test_the_shapes_refuse_what_lacks_something(offered: FlaskClient) -> None:
    for lacking in (
        DCTERMS.title,
        DCTERMS.publisher,
        DCTERMS.license,
        DCAT.theme,
        DCAT.contactPoint,
        DCAT.accessURL,
    ):
        graph = metadata(offered, "rdf")
        graph.remove((None, lacking, None))
        assert not pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")[0], lacking


def test_both_forms_say_the_same(offered: FlaskClient) -> None:
    assert isomorphic(metadata(offered, "jsonld"), metadata(offered, "rdf"))


def test_every_download_is_named_with_size_and_checksum(offered: FlaskClient) -> None:
    graph = metadata(offered, "jsonld")
    for form in FORMS.values():
        address = URIRef(f"{SITE}/daten/downloads/{form.file_name}")
        (distribution,) = graph.subjects(DCAT.downloadURL, address)
        answer = offered.get(f"/daten/downloads/{form.file_name}")
        assert int(graph.value(distribution, DCAT.byteSize)) == len(answer.data)
        assert graph.value(distribution, DCTERMS.title, any=True) is not None


def test_all_addresses_are_whole(offered: FlaskClient) -> None:
    for triple in metadata(offered, "rdf"):
        assert all(isinstance(term, Literal) or re.match("https?://", str(term)) for term in triple)


def test_an_address_for_mistakes_is_the_contact(real_edition: Edition) -> None:
    app = create_app(real_edition, {"TESTING": True, "REPORT_ADDRESS": "mailto:a@example.org"})
    assert "hasEmail" in app.test_client().get("/daten/dcat.rdf").text
    assert "contributorID" not in app.test_client().get("/daten/dcat.rdf").text


def test_the_page_leads_to_the_metadata_and_tells_search_engines(offered: FlaskClient) -> None:
    page = offered.get("/daten/downloads").text
    for form in FORMATS:
        assert re.search(rf'<link rel="alternate" type="[^"]+" href="/katalog/daten/dcat\.{form}"', page)
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(told)
    assert data["@type"] == "Dataset"
    assert {one["contentUrl"] for one in data["distribution"]} == {
        f"{SITE}/daten/downloads/{form.file_name}" for form in FORMS.values()
    }
    assert all(len(one["sha256"]) == 64 for one in data["distribution"])
    assert 50 < len(data["description"]) < 5000, "what search engines for data sets ask for"
