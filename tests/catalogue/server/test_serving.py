"""One process serves pages and data, and follows the current edition."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalogue.edition import build
from tests.small_content import MEASURE, write_small_content

PATIENCE_SECONDS = 60

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(*arguments: str, said: int = subprocess.PIPE) -> subprocess.Popen[str]:
    """Start the command; a server that nobody listens to must not write into a pipe."""
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "serve", *arguments]
    process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, text=True)
    started.append(process)
    return process


started: list[subprocess.Popen[str]] = []


@pytest.fixture(autouse=True)
def no_server_stays() -> Iterator[None]:
    """End the servers that a failing test leaves running."""
    before = len(started)
    yield
    for process in started[before:]:
        process.kill()
        process.communicate()


def get(port: int, path: str) -> tuple[int, str]:
    """Status and text of an address, as soon as the server answers; what is no text is made one."""
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
                return response.status, response.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > waited_until:
                raise
            time.sleep(0.05)


def datasette_of(pid: int) -> int:
    """The id of the process that a server has for Datasette."""
    children = subprocess.run(
        ["pgrep", "-f", "-P", str(pid), "datasette_main"], stdout=subprocess.PIPE, text=True
    )
    return int(children.stdout)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path, Path]]:
    """A server over a small edition: its port, content and output."""
    folder = tmp_path_factory.mktemp("served")
    content, output, port = write_small_content(folder / "content"), folder / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )
    yield port, content, output
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=20)
    finally:
        process.kill()


def test_pages_come_from_the_edition(served):
    port, *_ = served
    assert get(port, "/")[0] == 200
    assert get(port, "/massnahmen/musterstadt-rufbus")[0] == 200
    assert get(port, "/massnahmen/gibt-es-nicht")[0] == 404


def test_answers_on_a_kept_connection_do_not_wait_for_the_network(served):
    """Linux confirms the first packets of a connection at once, later ones only after 40 ms."""
    port, *_ = served
    get(port, "/")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    milliseconds = []
    for _ in range(40):
        started = time.perf_counter()
        connection.request("GET", "/favicon.ico")
        connection.getresponse().read()
        milliseconds.append((time.perf_counter() - started) * 1000)
    assert min(milliseconds[20:]) < 30


def test_datasette_answers_sql_and_describes_its_columns(served):
    port, *_ = served
    status, text = get(port, "/daten/catalogue.json?sql=select+count(*)+as+n+from+measures&_shape=array")
    assert status == 200
    assert json.loads(text) == [{"n": 2}]
    assert "Name der Maßnahme" in get(port, "/daten/catalogue/measures")[1]


def first_visitors(port: int) -> list[int]:
    """Status of what twenty visitors of the data get who all come at once."""
    paths = ("/daten/", "/daten/catalogue", "/daten/catalogue/measures", "/daten/catalogue.json?sql=select+1")
    with ThreadPoolExecutor(20) as visitors:
        return list(visitors.map(lambda path: get(port, path)[0], paths * 5))


def test_all_of_the_first_visitors_of_the_data_are_answered(tmp_path):
    content, output, port = write_small_content(tmp_path / "content"), tmp_path / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )
    get(port, "/hilfe")
    after_start = first_visitors(port)
    file = content / MEASURE
    file.write_text(file.read_text("utf-8") + "\nNachtrag.\n", "utf-8")
    build(content, output)
    time.sleep(1.2)
    after_switch = first_visitors(port)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)
    assert after_start == after_switch == [200] * 20


def test_datasette_stops_long_queries(served):
    port, *_ = served
    endless = "with+recursive+c(n)+as+(select+1+union+all+select+n%2B1+from+c)+select+count(*)+from+c"
    started = time.monotonic()
    status, text = get(port, f"/daten/catalogue.json?sql={endless}")
    assert status == 400
    assert "Die Abfrage dauert zu lange und wurde abgebrochen." in text
    assert time.monotonic() - started < 20
    assert get(port, "/")[0] == 200


def test_datasette_offers_the_views_and_the_whole_file(served):
    port, *_ = served
    status, text = get(port, "/daten/catalogue/measures_overview.json?_shape=array")
    assert status == 200
    assert {row["id"] for row in json.loads(text)} == {"musterstadt-rufbus", "musterstadt-pegel"}
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/daten/catalogue.db", timeout=30) as response:
        assert response.read(16) == b"SQLite format 3\0"
    assert "musterstadt-pegel" in get(port, "/daten/catalogue/measures.csv?_search=feuerwehr")[1]


PAGES = (
    "/",
    "/massnahmen/musterstadt-rufbus",
    "/daten/",
    "/daten/catalogue",
    "/daten/catalogue.json",
    "/daten/catalogue/measures",
    "/daten/gibt-es-nicht",
    "/daten/catalogue/measures?_where=%27",
    "/daten/catalogue.json?sql=select+%27",
    "/daten/catalogue.json?sql=select+*+from+pragma_database_list()",
    "/daten/catalogue.json?sql=select+*+from+pragma_database_list&_trace=1",
    "/daten/-/metadata.json",
    "/daten/-/databases.json",
    "/daten/%2D/databases.json",
    "/daten/-/config.json",
    "/daten/-/threads.json",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_tells_where_the_files_lie(served, path):
    port, _, output = served
    text = get(port, path)[1]
    assert str(output) not in text
    assert str(ROOT) not in text


@pytest.mark.parametrize(
    "name",
    ["databases.json", "threads.json", "versions.json", "plugins.json", "allow-debug", "permissions", ""],
)
def test_pages_about_the_machine_are_not_there(served, name):
    port, *_ = served
    status, text = get(port, f"/daten/-/{name}")
    assert status == 404
    assert "Smart-City-Katalog" in text


def test_style_sheets_of_datasette_are_there(served):
    port, *_ = served
    assert get(port, "/daten/-/static/app.css")[0] == 200


@pytest.mark.parametrize(
    "sql",
    [
        "delete from measures",
        "update measures set title = ''",
        "drop table measures",
        "create table x (y)",
        "attach database '/tmp/x.db' as x",
        "pragma journal_mode = wal",
        "vacuum into '/tmp/x.db'",
        "select load_extension('x')",
        "with x as (select 1) insert into measures_fts(measures_fts) values ('rebuild')",
    ],
)
def test_datasette_refuses_everything_but_reading(served, sql):
    port, *_ = served
    assert get(port, f"/daten/catalogue.json?{urllib.parse.urlencode({'sql': sql})}")[0] == 400


def test_a_new_edition_is_served_without_a_restart(served):
    port, content, output = served
    file = content / MEASURE
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Umbenannter "), "utf-8")
    build(content, output)
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while "Umbenannter" not in get(port, "/massnahmen/musterstadt-rufbus")[1]:
        assert time.monotonic() < waited_until
        time.sleep(0.3)


def test_without_an_edition_it_builds_first_and_says_so(tmp_path):
    content, port = write_small_content(tmp_path / "content"), free_port()
    process = start("--output", str(tmp_path / "build"), "--content", str(content), "--port", str(port))
    assert get(port, "/")[0] == 200
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=20)[0]
    assert "Es gibt noch keine Ausgabe; sie wird jetzt gebaut." in said
    assert f"http://127.0.0.1:{port}/" in said


def test_a_server_outlives_its_folder(tmp_path):
    """Someone cleans up under a running server: pages that need no further file are still there."""
    content, output, port = write_small_content(tmp_path / "content"), tmp_path / "build", free_port()
    build(content, output)
    process = start("--output", str(output), "--content", str(content), "--port", str(port))
    assert get(port, "/")[0] == 200
    shutil.rmtree(output)
    time.sleep(1.2)
    assert get(port, "/gibt-es-nicht")[0] == 404
    build(content, output)
    time.sleep(1.2)
    assert get(port, "/massnahmen/musterstadt-rufbus")[0] == 200
    process.send_signal(signal.SIGINT)
    assert "Traceback" not in process.communicate(timeout=20)[0]
    assert process.returncode == 0


def test_a_port_that_is_taken_is_told_with_the_remedy(tmp_path, served):
    port, content, output = served
    process = start("--output", str(output), "--content", str(content), "--port", str(port))
    said = process.communicate(timeout=60)[0]
    assert process.returncode != 0
    assert "--port" in said
    assert "Traceback" not in said


def test_watching_first_builds_what_changed_before(tmp_path):
    content, output, port = write_small_content(tmp_path / "content"), tmp_path / "build", free_port()
    build(content, output)
    file = content / MEASURE
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Nachtbus "), "utf-8")
    process = start("--output", str(output), "--content", str(content), "--port", str(port), "--watch")
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while "Nachtbus" not in get(port, "/massnahmen/musterstadt-rufbus")[1]:
        assert time.monotonic() < waited_until
        time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


def test_watching_survives_errors_in_the_content(tmp_path):
    content, output, port = write_small_content(tmp_path / "content"), tmp_path / "build", free_port()
    file = content / MEASURE
    good = file.read_text("utf-8")
    process = start("--output", str(output), "--content", str(content), "--port", str(port), "--watch")
    assert get(port, "/massnahmen/musterstadt-rufbus")[0] == 200
    file.write_text("---\nid: [", "utf-8")
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while f"{file}:" not in get(port, "/massnahmen/musterstadt-rufbus")[1]:
        assert time.monotonic() < waited_until
        time.sleep(0.3)
    file.write_text(good.replace("title: ", "title: Nachtbus "), "utf-8")
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while "Nachtbus" not in get(port, "/massnahmen/musterstadt-rufbus")[1]:
        assert time.monotonic() < waited_until
        time.sleep(0.3)
    assert f"{file}:" not in get(port, "/massnahmen/musterstadt-rufbus")[1]
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=20)[0]
    assert "musterstadt-rufbus.md:" in said
    assert "Traceback" not in said


def test_watching_rebuilds_after_a_change(tmp_path):
    content, port = write_small_content(tmp_path / "content"), free_port()
    process = start(
        "--output", str(tmp_path / "build"), "--content", str(content), "--port", str(port), "--watch"
    )
    assert get(port, "/massnahmen/musterstadt-rufbus")[0] == 200
    file = content / MEASURE
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Nachtbus "), "utf-8")
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while "Nachtbus" not in get(port, "/massnahmen/musterstadt-rufbus")[1]:
        assert time.monotonic() < waited_until
        time.sleep(0.3)
    os.kill(process.pid, signal.SIGINT)
    process.communicate(timeout=20)
    shutil.rmtree(tmp_path / "build")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells")
def test_editions_that_are_no_longer_served_are_let_go(tmp_path):
    content, output, port = write_small_content(tmp_path / "content"), tmp_path / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )

    def held() -> tuple[int, int]:
        """Threads and open files of the server."""
        return tuple(len(os.listdir(f"/proc/{process.pid}/{kind}")) for kind in ("task", "fd"))

    def visit() -> None:
        for path in ("/", "/suche?q=bus", "/daten/catalogue/measures.json", "/daten/"):
            assert get(port, path)[0] == 200

    visit()
    before = held()
    for number in range(5):
        file = content / MEASURE
        file.write_text(file.read_text("utf-8") + f"\nNachtrag {number}.\n", "utf-8")
        build(content, output)
        time.sleep(1.1)
        visit()
    after = held()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)
    # The thread pool of the web frontend grows with use; a leak would be three threads and two files an edition.
    assert after[0] - before[0] < 10
    assert after[1] - before[1] < 8
