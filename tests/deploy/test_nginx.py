"""The site of nginx in front of the catalogue: what comes through, what is kept, what is bounded, what goes no further.

Only names of this machine are put in: ports, folders, a certificate of the test's own.
"""

from __future__ import annotations

import re
import socket
import ssl
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from getpass import getuser
from pathlib import Path

import httpx
import pytest

from tests.deploy.conftest import DEPLOY, SITE_ADDRESS, free_port, tool, wait_for

HOST = "katalog.example"
DEBIAN = Path("/etc/nginx")

PACKS_TIGHTLY = any((DEBIAN / "modules-enabled").glob("*brotli*"))

HEADER_SECONDS = 1
"""How long a client may take for its headers here; ten times as long elsewhere."""

OWN_FOLDERS = "".join(
    f"{kind}_temp_path {{folder}}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


class Visitor(httpx.Client):
    """Somebody who comes over TLS from an address of their own and knows the site by its name."""

    def __init__(self, port: int, authority: Path, address: str = "127.0.0.1") -> None:
        trusted = ssl.create_default_context(cafile=str(authority))
        limits = httpx.Limits(max_connections=50)
        transport = httpx.HTTPTransport(verify=trusted, local_address=address, limits=limits)
        base = f"https://127.0.0.1:{port}"
        super().__init__(base_url=base, transport=transport, headers={"Host": HOST}, timeout=30)

    def send(self, request: httpx.Request, **options: object) -> httpx.Response:
        request.extensions["sni_hostname"] = HOST
        return super().send(request, **options)  # type: ignore[arg-type]


class Nginx:
    """A running nginx: its ports, what it trusts, its log."""

    def __init__(self, folder: Path, port: int, plain_port: int) -> None:
        self.folder, self.port, self.plain_port = folder, port, plain_port

    def visitor(self, address: str = "127.0.0.1") -> Visitor:
        """A visitor with an address of 127.0.0.0/8."""
        return Visitor(self.port, self.folder / "tls/fullchain.pem", address)

    @property
    def log(self) -> str:
        """What it wrote of requests."""
        return (self.folder / "katalog.log").read_text("utf-8")


def put_in(text: str, changes: dict[str, str]) -> str:
    """The text with all changes made, each of which must have its place."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def write_configuration(folder: Path, upstream: int, port: int, plain_port: int) -> None:
    """The files of `deploy/nginx` within Debian's own, with the names of this machine."""
    changes = {
        "listen 443 ssl http2": f"listen 127.0.0.1:{port} ssl http2",
        "listen 80": f"listen 127.0.0.1:{plain_port}",
        "/etc/ssl/katalog/": f"{folder}/tls/",
        "/var/cache/nginx/": f"{folder}/cache-",
        "/var/log/nginx/": f"{folder}/",
        "client_header_timeout 10s": f"client_header_timeout {HEADER_SECONDS}s",
    }
    site = (DEPLOY / "nginx/katalog.conf").read_text("utf-8")
    site = re.sub(r"^ *listen \[::\].*\n", "", site, flags=re.MULTILINE)
    (folder / "conf.d").mkdir()
    (folder / "conf.d/katalog.conf").write_text(put_in(site, changes), "utf-8")
    where = (DEPLOY / "nginx/upstream.conf").read_text("utf-8")
    (folder / "conf.d/upstream.conf").write_text(
        put_in(where, {"127.0.0.1:8000": f"127.0.0.1:{upstream}"}), "utf-8"
    )
    if PACKS_TIGHTLY:
        (folder / "conf.d/brotli.conf").write_text((DEPLOY / "nginx/brotli.conf").read_text("utf-8"), "utf-8")
    frame = {
        "user www-data;": f"user {getuser()};\ndaemon off;",
        "pid /run/nginx.pid": f"pid {folder}/pid",
        "/var/log/nginx/": f"{folder}/",
        "include /etc/nginx/sites-enabled/*;": OWN_FOLDERS.format(folder=folder),
        "/etc/nginx/conf.d/": f"{folder}/conf.d/",
    }
    (folder / "nginx.conf").write_text(put_in((DEBIAN / "nginx.conf").read_text("utf-8"), frame), "utf-8")


@pytest.fixture(scope="module")
def nginx(upstream: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Nginx with the files of `deploy/nginx` in front of the catalogue."""
    program, openssl = tool("nginx"), tool("openssl")
    folder, port, plain_port = tmp_path_factory.mktemp("nginx"), free_port(), free_port()
    (folder / "tls").mkdir()
    key, certificate = folder / "tls/privkey.pem", folder / "tls/fullchain.pem"
    made_for = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-days", "2", "-nodes"]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-keyout", key, "-out", certificate, *made_for],
        check=True,
        capture_output=True,
    )
    write_configuration(folder, upstream, port, plain_port)
    command = [program, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command)
    try:
        wait_for(f"http://127.0.0.1:{plain_port}/", process)
        yield Nginx(folder, port, plain_port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_pages_data_and_files_come_through_with_their_headers(nginx: Nginx) -> None:
    with nginx.visitor() as visitor:
        page = visitor.get("/massnahmen/musterstadt-rufbus")
        assert page.status_code == 200
        assert "Rufbus" in page.text
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["ETag"].startswith("W/")
        assert visitor.get("/daten/catalogue/measures.json").json()["rows"]
        assert visitor.get("/gibt-es-nicht").status_code == 404
        style = re.search(r'href="(/static/[^"]+\.css)"', page.text)
        assert style
        assert "immutable" in visitor.get(style[1]).headers["Cache-Control"]


def test_every_answer_over_tls_says_once_to_come_over_nothing_else(nginx: Nginx) -> None:
    """The catalogue does, and nginx where it answers itself: what is too long, and what it has kept."""
    with nginx.visitor() as visitor:
        again = ["/hilfe", "/hilfe"]
        for path in (*again, "/gibt-es-nicht", "/daten/catalogue/measures.json", "/?x=" + "y" * 20_000):
            answer = visitor.get(path)
            assert answer.headers.get_list("Strict-Transport-Security") == ["max-age=31536000"], path
    plain = httpx.get(f"http://127.0.0.1:{nginx.plain_port}/", headers={"Host": HOST})
    assert "Strict-Transport-Security" not in plain.headers


@pytest.mark.parametrize("packing", ["br", "gzip", "identity"])
def test_answers_come_packed_as_the_browser_likes_it(nginx: Nginx, packing: str) -> None:
    with nginx.visitor() as visitor:
        page = visitor.get("/hilfe", headers={"Accept-Encoding": packing})
        data = visitor.get("/daten/catalogue/measures.json", headers={"Accept-Encoding": packing})
        assert page.headers.get("Content-Encoding", "identity") == packing
        if packing != "br" or PACKS_TIGHTLY:
            assert data.headers.get("Content-Encoding", "identity") == packing
        assert "</html>" in page.text
        assert data.json()["rows"]


def test_an_answer_is_kept_and_later_asked_for_by_its_etag(nginx: Nginx) -> None:
    with nginx.visitor() as visitor:
        states = [visitor.get("/themen").headers["X-Cache"] for _ in range(3)]
        time.sleep(3.5)  # nginx counts whole seconds
        later = visitor.get("/themen").headers["X-Cache"]
        assert states == ["MISS", "HIT", "HIT"]
        assert later == "REVALIDATED"


def test_who_has_an_answer_does_not_get_it_again(nginx: Nginx) -> None:
    with nginx.visitor() as visitor:
        etag = visitor.get("/ueberblick").headers["ETag"]
        again = visitor.get("/ueberblick", headers={"If-None-Match": etag})
        assert again.status_code == 304
        assert again.content == b""


def test_the_start_page_is_kept_by_language(nginx: Nginx) -> None:
    with nginx.visitor() as visitor:
        assert visitor.get("/", headers={"Accept-Language": "de"}).status_code == 200
        english = visitor.get("/", headers={"Accept-Language": "en"})
        assert english.headers["Location"].endswith("/en/")


def test_a_flood_from_one_address_is_told_to_wait_and_others_are_not(nginx: Nginx) -> None:
    with nginx.visitor("127.0.0.2") as flooding, ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda _: flooding.get("/hilfe"), range(500)))
    with nginx.visitor("127.0.0.3") as other:
        assert other.get("/hilfe").status_code == 200
    codes = Counter(answer.status_code for answer in answers)
    assert codes.keys() == {200, 429}
    assert codes[200] >= 200
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.headers["Retry-After"] == "10"
    assert "Bitte warten Sie" in refused.text


def test_what_takes_long_to_make_is_bounded_more_tightly(nginx: Nginx) -> None:
    with nginx.visitor("127.0.0.4") as flooding, ThreadPoolExecutor(8) as threads:
        data = list(threads.map(lambda _: flooding.get("/daten/catalogue/measures.json"), range(60)))
        page = flooding.get("/hilfe")
    assert Counter(answer.status_code for answer in data)[429] > 20
    assert page.status_code == 200


def test_only_the_configured_name_is_answered_and_goes_on(nginx: Nginx) -> None:
    with nginx.visitor() as visitor:
        claims = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
        atom = visitor.get("/neues.atom", headers=claims)
        assert "evil.example" not in atom.text + str(atom.headers)
        assert SITE_ADDRESS in atom.text
    plain = f"http://127.0.0.1:{nginx.plain_port}/suche?q=bus"
    with pytest.raises(httpx.TransportError):
        httpx.get(plain, headers={"Host": "evil.example"})
    moved = httpx.get(plain, headers={"Host": HOST})
    assert (moved.status_code, moved.headers["Location"]) == (308, f"{SITE_ADDRESS}/suche?q=bus")


def test_the_site_speaks_http_2(nginx: Nginx) -> None:
    curl = tool("curl")
    told = subprocess.run(
        [
            *(curl, "--silent", "--cacert", str(nginx.folder / "tls/fullchain.pem"), "--output", "/dev/null"),
            *("--write-out", "%{http_version} %{http_code}", "--resolve", f"{HOST}:{nginx.port}:127.0.0.1"),
            f"https://{HOST}:{nginx.port}/hilfe",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "2 200"


def test_who_sends_half_a_request_is_let_go(nginx: Nginx) -> None:
    context = ssl.create_default_context(cafile=str(nginx.folder / "tls/fullchain.pem"))
    with (
        socket.create_connection(("127.0.0.1", nginx.port)) as raw,
        context.wrap_socket(raw, server_hostname=HOST) as connection,
    ):
        connection.sendall(b"GET / HTTP/1.1\r\nHost: katalog.example\r\nX-")
        connection.settimeout(HEADER_SECONDS + 10)
        with suppress(ConnectionResetError):
            assert connection.recv(10_000) == b""


def test_slow_readers_cost_others_nothing(nginx: Nginx) -> None:
    """Twenty who ask for all styles again and again and read nothing of them."""
    context = ssl.create_default_context(cafile=str(nginx.folder / "tls/fullchain.pem"))
    with nginx.visitor() as visitor:
        style = max(re.findall(r'href="(/static/[^"]+\.css)"', visitor.get("/hilfe").text), key=len)
        slow = []
        for _ in range(20):
            raw = socket.socket()
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            raw.bind(("127.0.0.5", 0))
            raw.connect(("127.0.0.1", nginx.port))
            slow.append(context.wrap_socket(raw, server_hostname=HOST))
            slow[-1].sendall(f"GET {style} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode() * 50)
        started = time.monotonic()
        assert visitor.get("/projekte").status_code == 200
        assert time.monotonic() - started < 5
        for connection in slow:
            connection.close()


def test_the_log_tells_neither_who_asked_nor_what_for(nginx: Nginx) -> None:
    with nginx.visitor("127.0.0.9") as visitor:
        visitor.get("/suche?q=geheimes")
        codes = {visitor.get("/suche?q=geheimes").status_code for _ in range(300)}
    logs = [path.read_text("utf-8") for path in nginx.folder.glob("*.log")]
    assert 429 in codes
    assert "GET /suche" in nginx.log
    assert len(logs) >= 3
    assert not [text for text in logs if "geheimes" in text or "127.0.0.9" in text]
