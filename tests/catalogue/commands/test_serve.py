"""`catalogue serve`: what is said before the first page. What is served is tested in `tests/catalogue/server`."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from catalogue.edition import build
from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE


def test_a_taken_port_is_named_with_the_remedy(run: Run, content: Path, output: Path) -> None:
    build(content, output)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--content", content, "--output", output, "--port", port)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Fehler: Unter 127.0.0.1:{port} lässt sich nichts anbieten: der Port ist schon belegt. "
        "Wählen Sie mit --port einen anderen Port (make serve PORT=8080) oder mit --host eine andere Adresse.\n"
    )


def test_an_address_of_another_machine_is_named_too(run: Run, content: Path, output: Path) -> None:
    build(content, output)
    result = run("serve", "--content", content, "--output", output, "--host", "192.0.2.1")
    assert result.exit_code == 1
    assert result.stderr.startswith("Fehler: Unter 192.0.2.1:8000 lässt sich nichts anbieten: ")


def test_a_folder_without_an_edition_is_no_edition(run: Run, tmp_path: Path) -> None:
    result = run("serve", "--edition", tmp_path)
    assert result.exit_code == 1
    assert "catalogue build" in result.stderr


def test_without_edition_and_content_it_says_what_to_name(run: Run, tmp_path: Path) -> None:
    result = run("serve", "--content", tmp_path / "content", "--output", tmp_path / "build")
    assert result.exit_code == 2
    assert "gebaut." not in result.stderr
    assert "--content" in result.stderr
    assert "--edition" in result.stderr


def test_faulty_content_without_an_edition_cannot_be_served(run: Run, content: Path, output: Path) -> None:
    (content / MEASURE).write_text("---\n", "utf-8")
    result = run("serve", "--content", content, "--output", output)
    assert result.exit_code == 1
    assert "Es gibt noch keine Ausgabe; sie wird jetzt gebaut." in result.stderr
    assert "nichts gebaut" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "70000"], "70000"),
        (["--watch", "--edition", "."], "--edition"),
        (["--content", "gibt-es-nicht", "--output", "gibt-es-nicht"], "gibt-es-nicht"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(run: Run, arguments: list[str], told: str) -> None:
    result = run("serve", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_watching_an_output_among_the_entries_is_refused(run: Run, content: Path, output: Path) -> None:
    build(content, output)
    inside = content / "build"
    output.rename(inside)
    result = run("serve", "--watch", "--content", content, "--output", inside)
    assert result.exit_code == 2
    assert "--output" in result.stderr
