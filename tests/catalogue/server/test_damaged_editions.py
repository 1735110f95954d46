"""A damaged edition is never served: the operator reads one sentence, the visitor sees the last edition that is whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from catalogue.cli import main
from catalogue.edition import build, open_edition
from catalogue.server import site
from catalogue.server.site import CurrentSite
from tests.catalogue.server.test_changing_editions import PAGE, rename, visitor
from tests.damages import DAMAGES, flip_bytes

Harm = Callable[[Path], object]


@pytest.fixture(autouse=True)
def always_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every request look for another edition."""
    monkeypatch.setattr(site, "LOOK_SECONDS", 0)


@pytest.fixture(params=DAMAGES.values(), ids=DAMAGES.keys())
def damage(request: pytest.FixtureRequest) -> tuple[Harm, str]:
    """What is done to an edition, and what is told of it."""
    harm: tuple[Harm, str] = request.param
    return harm


def serve(*arguments: object) -> Result:
    """Call a server that has nothing to serve."""
    return CliRunner().invoke(main, ["serve", "--port", "1", *map(str, arguments)])


def ask(current: CurrentSite, *paths: str) -> list[httpx.Response]:
    """Answers of a site."""

    async def visit() -> list[httpx.Response]:
        async with visitor(current) as client:
            return [await client.get(path) for path in paths]

    return asyncio.run(visit())


def test_a_server_of_that_edition_does_not_start_and_says_why(output: Path, damage: tuple[Harm, str]) -> None:
    harm, told = damage
    folder = open_edition(output).folder
    harm(folder)
    result = serve("--edition", folder)
    assert result.exit_code == 1
    assert "Der Katalog steht unter" not in result.output
    if folder.joinpath("manifest.json").exists() or folder.joinpath("catalogue.db").exists():
        assert result.stderr.startswith(f"Fehler: Die Ausgabe in „{folder}“ ist beschädigt: ")
        assert told in result.stderr
        assert "catalogue build" in result.stderr


def test_without_another_edition_a_server_does_not_start_and_says_why(
    output: Path, damage: tuple[Harm, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    harm, told = damage
    folder = open_edition(output).folder
    harm(folder)
    monkeypatch.setattr("catalogue.server.listen", lambda *_: nullcontext())
    result = serve("--output", output, "--content", output / "no content")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Fehler: Die Ausgabe in „{folder}“ wird nicht angeboten: ")
    assert told in result.stderr
    assert "Port" not in result.stderr


def test_at_the_start_the_last_edition_that_is_whole_is_served(
    content: Path, output: Path, damage: tuple[Harm, str], caplog: pytest.LogCaptureFixture
) -> None:
    harm, told = damage
    whole = open_edition(output).id
    harm(rename(content, output, "Nachtbus"))
    answers = ask(CurrentSite(output), PAGE, "/", "/suche?q=rufbus")
    assert {answer.status_code for answer in answers} == {200}
    assert "Nachtbus" not in answers[0].text
    (said,) = caplog.messages
    assert told in said
    assert f"Die Ausgabe {whole} wird weiter angeboten." in said


def test_a_damaged_edition_does_not_take_over_and_is_told_once(
    content: Path, output: Path, damage: tuple[Harm, str], caplog: pytest.LogCaptureFixture
) -> None:
    harm, told = damage
    whole, current = open_edition(output).id, CurrentSite(output)
    (before,) = ask(current, PAGE)
    harm(rename(content, output, "Nachtbus"))
    with caplog.at_level(logging.ERROR):
        answers = ask(current, PAGE, "/", PAGE, "/suche?q=rufbus", PAGE)
    assert {answer.status_code for answer in answers} == {200}
    assert [answer.text for answer in answers].count(before.text) == 3
    (said,) = caplog.messages
    assert told in said
    assert f"Die Ausgabe {whole} wird weiter angeboten." in said


def test_once_it_was_mended_at_its_place_it_takes_over(content: Path, output: Path) -> None:
    current = CurrentSite(output)
    flip_bytes(rename(content, output, "Nachtbus"))
    (before,) = ask(current, PAGE)
    build(content, output)
    (after,) = ask(current, PAGE)
    assert ["Nachtbus" in answer.text for answer in (before, after)] == [False, True]


def test_an_edition_of_which_a_page_fails_does_not_take_over(
    content: Path, output: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Its files are as they were built, but another code built them."""
    current = CurrentSite(output)
    monkeypatch.setattr("catalogue.server.opening.FIRST_PAGES", ("/massnahmen/gibt-es-nicht",))
    rename(content, output, "Nachtbus")
    (answer,) = ask(current, PAGE)
    assert "Nachtbus" not in answer.text
    assert "die Seite „/massnahmen/gibt-es-nicht“ antwortet mit dem Status 404" in caplog.text
