"""Every answer below `/daten` is as safe as the pages: no foreign code, no formulas, nothing of the machine."""

from __future__ import annotations

import csv
import http.client
import io
import re
import signal
import subprocess
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from catalogue.edition import build
from catalogue.web.headers import HEADERS
from tests.catalogue.server.test_serving import ROOT, free_port, get, start
from tests.small_content import write_small_content

ADDRESSES = (
    "/daten/",
    "/daten/catalogue",
    "/daten/catalogue/measures",
    "/daten/catalogue/measures.json",
    "/daten/catalogue/measures.csv",
    "/daten/catalogue/measures/musterstadt-rufbus",
    "/daten/catalogue?sql=select+1",
    "/daten/catalogue?sql=with+recursive+c(n)+as+(select+1+union+all+select+n+from+c)+select+count(*)+from+c",
    "/daten/catalogue.json?sql=select+%27",
    "/daten/catalogue?" + "x=1&" * 200,
    "/daten/catalogue.db",
    "/daten/gibt-es-nicht",
    "/daten/catalogue/measures/",
    "/daten/-/static/app.css",
    "/daten/-/static/gibt-es-nicht.css",
    "/daten/-/metadata",
    "/daten/-/databases",
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server over a small edition."""
    folder = tmp_path_factory.mktemp("answers")
    content, output, port = write_small_content(folder / "content"), folder / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )
    get(port, "/daten/")
    yield port
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)


def ask(port: int, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """The answer to one request, redirects and errors as they are."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    return connection.getresponse()


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_forbids_foreign_code(port, path):
    headers = ask(port, path).headers
    for name in {*HEADERS} - {"Content-Security-Policy", "Referrer-Policy"}:
        assert headers.get_all(name) == [HEADERS[name]]
    assert headers.get_all("Referrer-Policy") in ([HEADERS["Referrer-Policy"]], ["no-referrer"])
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert "script-src 'self' 'unsafe-inline'" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_page_needs_scripts_or_styles_of_its_own(port, path):
    answer = ask(port, path)
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    if answer.headers["Content-Type"].startswith("text/html"):
        text = answer.read().decode()
        assert not re.search(r"<script(?![^>]* src=)|<style|<[^>]* (?:style|on[a-z]+)=", text)


@pytest.mark.parametrize("path", [path for path in ADDRESSES if "gibt-es-nicht" not in path])
def test_data_that_a_browser_has_are_not_sent_again(port, path):
    first = ask(port, path)
    if first.status != 200:
        assert first.headers["ETag"] is None
        return
    assert first.headers["Cache-Control"] == "no-cache"
    again = ask(port, path, If_None_Match=first.headers["ETag"])
    assert (again.status, again.read()) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert ask(port, path + ("&" if "?" in path else "?") + "y=1").headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "DATA", "RENDER", "FOO"])
@pytest.mark.parametrize(
    "path", ["/daten/", "/daten/catalogue", "/daten/catalogue/measures", "/daten/-/static/app.css"]
)
def test_who_wants_to_write_is_told_how_to_read(port, path, method):
    answer = ask(port, path, method)
    assert answer.status == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "Hier lässt sich nur lesen" in answer.read().decode()


DANGEROUS = ("=1+1", "+49 30 1", "-cmd", "@SUM(A1)", "\tx", "\r\nx", '=HYPERLINK("x";"y")', "=a\nb")
PLAIN = ("-5", "+3.5", "-1,5", "1e-5", "a=b", "Straße „x“", 'mit "Zeichen"', "zwei\nZeilen", "", "x,y")


@pytest.mark.parametrize("more", [{}, {"_dl": "1"}])
def test_no_cell_of_a_csv_is_run_by_a_spreadsheet(port, more):
    values = [*DANGEROUS, *PLAIN]
    sql = " union all ".join(f"select {number} as n, :v{number} as v" for number, _ in enumerate(values))
    asked = {
        "sql": f"{sql} order by n",
        **{f"v{number}": value for number, value in enumerate(values)},
        **more,
    }
    answer = ask(port, f"/daten/catalogue.csv?{urlencode(asked)}")
    assert answer.status == 200
    cells = [row["v"] for row in csv.DictReader(io.StringIO(answer.read().decode(), newline=""))]
    assert cells == [*(f"'{value}" for value in DANGEROUS), *PLAIN]


def test_a_csv_of_many_pages_is_whole(port):
    streamed = ask(port, "/daten/catalogue/sources.csv?_stream=on&_size=max").read().decode()
    assert len(list(csv.reader(io.StringIO(streamed, newline="")))) > 3


@pytest.mark.parametrize(
    "path",
    [
        "/daten/-/static/" + "a" * 300,
        "/daten/-/static/" + "a" * 5000,
        "/daten/-/static/" + "a/" * 3000,
        "/daten/-/static/%00",
        "/daten/-/static/..%2f..%2fapp.py",
        "/daten/-/static/../../../app.py",
        "/daten/-/static/",
        "/daten/-/static-plugins/x/" + "a" * 300,
        "/daten/" + "a" * 5000,
        "/daten/%00",
        "/daten/%ff",
        "/daten/catalogue/" + "a" * 5000,
        "/daten/catalogue/%00",
        "/daten/catalogue/measures/" + "a" * 5000,
        "/daten/catalogue/measures?_next=%00",
        "/daten/catalogue/measures?_sort=%00",
        "/daten/catalogue/measures?_facet=%00",
        "/daten/catalogue/measures?_col=gibt-es-nicht",
        "/daten/catalogue/measures?_col=id&_nocol=id",
        "/daten/catalogue/measures?_search=%22",
        "/daten/catalogue/measures?_search=%00",
        "/daten/catalogue/measures?_shape=x",
        "/daten/catalogue/measures.json?_shape=object&_size=0",
        "/daten/catalogue/measures?id__in=[",
        "/daten/catalogue/measures?id__date=x&id__arraycontains=x",
        "/daten/catalogue/measures.blob",
        "/daten/catalogue/measures/musterstadt-rufbus.blob?_blob_column=x",
        "/daten/catalogue.blob?sql=select+1&_blob_column=x&_blob_hash=y",
        "/daten/catalogue.csv?_stream=on&_next=x",
        "/daten/catalogue?sql=select+:x&x=%00",
        "/daten/catalogue?sql=%00",
        "/daten/catalogue.x?sql=select+1",
    ],
)
def test_no_odd_address_is_a_fault_or_tells_of_the_machine(port, path):
    answer = ask(port, path)
    text = answer.read().decode()
    assert answer.status < 500, text[:500]
    assert "site-packages" not in text
    assert str(ROOT) not in text


@pytest.mark.parametrize(
    "path",
    [
        *("nope", "nope.json", "nope/x", "nope/x.json", "nope/x.csv", "-/query.json?sql=select+1"),
        *("measures_overview/x", "measures/x", "measures/x.csv", "measures/a,b"),
    ],
)
def test_a_table_or_row_that_is_not_there_is_not_found(port, path):
    assert ask(port, f"/daten/catalogue/{path}").status == 404


@pytest.mark.parametrize(
    "host", ["[::1", "a b", "x" * 300, "example.org:x", "", "ä", "@", "example.org/katalog"]
)
@pytest.mark.parametrize("path", ["/", "/neues.atom", "/daten/catalogue/measures.json"])
def test_no_odd_host_is_a_fault(port, path, host):
    assert ask(port, path, Host=host.encode("utf-8").decode("latin-1")).status < 500
