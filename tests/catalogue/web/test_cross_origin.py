"""Scripts of other sites may read all data, and ask before if they want to."""

from __future__ import annotations

import pytest

DATA = (
    "/api/search?q=bus",
    "/api/openapi.json",
    "/suche.json?q=bus",
    "/suche.csv?q=bus",
    "/neues.atom",
    "/themen/mobilitaet.atom",
    "/vorschlaege?q=bus",
    "/merkliste.json?id=zwoenitz-erzmobil",
    "/daten/dcat.jsonld",
    "/daten/downloads/smart-city-katalog.parquet.zip",
)
ORIGIN = {"Origin": "https://example.org"}


@pytest.mark.parametrize("path", DATA)
@pytest.mark.parametrize("root", ["", "/en"])
def test_data_may_be_read(visitor, root, path):
    answer = visitor.get(root + path, headers=ORIGIN)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    held = visitor.get(root + path, headers={**ORIGIN, "If-None-Match": answer.headers["ETag"]})
    assert (held.status_code, held.headers["Access-Control-Allow-Origin"]) == (304, "*")


@pytest.mark.parametrize("path", [*DATA, "/daten/catalogue/measures.json"])
def test_who_asks_before_is_told_so(visitor, path):
    asks = {
        **ORIGIN,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = visitor.options(path, headers=asks)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Headers"] == "*"


def test_a_mistake_may_be_read_too(visitor):
    assert visitor.get("/api/search?limit=0").headers["Access-Control-Allow-Origin"] == "*"
    assert visitor.post("/api/search").headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "path", ["/", "/suche?q=bus", "/api/", "/daten/downloads", "/massnahmen/zwoenitz-erzmobil"]
)
def test_pages_are_left_out(visitor, path):
    assert "Access-Control-Allow-Origin" not in visitor.get(path).headers
