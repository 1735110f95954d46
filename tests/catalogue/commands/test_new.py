"""`catalogue new`: a new entry from options or from answers, at its place, checked, and never over another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalogue.checking import check
from catalogue.cli import main
from catalogue.commands import new as command
from catalogue.reading.content import read_content
from catalogue.reading.problems import as_text, errors
from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE

BODY = "Ein Bus fährt auf Bestellung durch alle Ortsteile der Stadt."
SOURCE = ("--source", "https://example.org/neu", "Der Bus fährt")
MEASURE_OPTIONS = (
    *("--project", "musterstadt", "--title", "Bürgerbus für Ältere #1", "--set", "subtitle=Bus: auf Anruf"),
    *("--set", "fields=mobilitaet, klima-umwelt", "--set", "kinds=app", "--set", "status=betrieb"),
    *("--set", "status_date=2026-05", *SOURCE, "--set", f"body={BODY}"),
)


def files(content: Path) -> set[str]:
    return {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def answer(content: Path, monkeypatch: pytest.MonkeyPatch):
    """Call the command in a terminal and give it the answers, a line each."""

    def call(*arguments: str, answers: tuple[str, ...]) -> Result:
        monkeypatch.setattr(command, "is_terminal", lambda: True)
        return CliRunner().invoke(
            main, ["new", *arguments, "--content", str(content)], input="".join(f"{one}\n" for one in answers)
        )

    return call


def test_a_measure_from_options_stands_at_its_place_and_has_no_errors(content: Path, run: Run) -> None:
    result = run("new", "measure", *MEASURE_OPTIONS, "--content", content)
    assert result.exit_code == 0
    path = content / "measures/musterstadt/musterstadt-buergerbus-fuer-aeltere-1.md"
    assert f"Angelegt: {path}\n" in result.stdout
    assert path.read_text("utf-8") == (
        "---\n"
        "id: musterstadt-buergerbus-fuer-aeltere-1\n"
        "title: 'Bürgerbus für Ältere #1'\n"
        "subtitle: 'Bus: auf Anruf'\n"
        "fields: [mobilitaet, klima-umwelt]\n"
        "kinds: [app]\n"
        "status: betrieb\n"
        "status_date: 2026-05\n"
        f"recorded: {date.today().isoformat()}\n"
        "sources:\n"
        "  - url: https://example.org/neu\n"
        "    title: Der Bus fährt\n"
        "---\n"
        "\n"
        f"{BODY}\n"
    )
    assert as_text(errors(check(read_content(content)))) == ""


def test_what_is_still_missing_is_told_with_its_line_and_the_next_step(content: Path, run: Run) -> None:
    result = run("new", "measure", *MEASURE_OPTIONS, "--content", content)
    assert "musterstadt-buergerbus-fuer-aeltere-1.md:3:8: Warnung: " in result.stdout
    assert "[subtitle-en-missing]" in result.stdout
    assert "catalogue check" in result.stderr


def test_a_second_entry_of_that_name_gets_an_id_of_its_own(content: Path, run: Run) -> None:
    for _ in range(2):
        assert run("new", "measure", *MEASURE_OPTIONS, "--content", content).exit_code == 0
    assert (content / "measures/musterstadt/musterstadt-buergerbus-fuer-aeltere-1-2.md").is_file()


def test_a_file_that_exists_is_not_overwritten(content: Path, run: Run) -> None:
    before = (content / MEASURE).read_bytes()
    result = run("new", "measure", *MEASURE_OPTIONS, "--id", Path(MEASURE).stem, "--content", content)
    assert result.exit_code == 1
    assert "gibt es schon" in result.stderr
    assert (content / MEASURE).read_bytes() == before


@pytest.mark.parametrize("entry_id", ["../../ausbruch", "/tmp/ausbruch", "Ä b"])
def test_an_id_of_another_form_is_refused(content: Path, run: Run, entry_id: str) -> None:
    before = files(content.parent)
    result = run("new", "measure", *MEASURE_OPTIONS, "--id", entry_id, "--content", content)
    assert result.exit_code == 2
    assert "--id" in result.stderr
    assert files(content.parent) == before


def test_without_a_terminal_all_that_lacks_is_named_with_its_option(content: Path, run: Run) -> None:
    before = files(content)
    result = run("new", "solution", "--content", content)
    assert result.exit_code == 2
    for option in ("--title", "--set subtitle=", "--set fields=", "--set body=", "--source URL TITEL"):
        assert option in result.stderr
    assert "curated" not in result.stderr
    assert files(content) == before


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("fields=mobil", "Möglich sind: mobilitaet"),
        ("status_date=1.5.2026", "Meinten Sie „2026-05-01“?"),
        ("statut=betrieb", "Meinten Sie „status“?"),
        ("website=www.a.de", "https://"),
        ("status", "SCHLÜSSEL=WERT"),
        ("licence=GPLv3", "GPL-3.0-only"),
    ],
)
def test_a_wrong_value_is_told_with_its_remedy_and_nothing_is_written(
    content: Path, run: Run, setting: str, told: str
) -> None:
    before = files(content)
    result = run("new", "measure", *MEASURE_OPTIONS, "--set", setting, "--content", content)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert files(content) == before


def test_words_of_people_become_those_of_the_file(content: Path, run: Run) -> None:
    options = ("--set", "open_source=ja", "--set", "contact={name: Stadt, url: 'https://example.org/k'}")
    assert run("new", "measure", *MEASURE_OPTIONS, *options, "--content", content).exit_code == 0
    entry = read_content(content).measures["musterstadt-buergerbus-fuer-aeltere-1"]
    assert entry.open_source is True
    assert entry.contact
    assert entry.contact.name == "Stadt"


def test_an_unknown_project_is_told_with_those_that_there_are(content: Path, run: Run) -> None:
    result = run("new", "measure", "--title", "Bus", "--content", content)
    assert result.exit_code == 2
    assert "Möglich sind: musterstadt" in result.stderr


def test_in_a_terminal_it_asks_until_every_answer_is_right(content: Path, answer) -> None:
    answers = (
        *("gibt es nicht", "Smart City Musterstadt"),  # project
        *("Bürgerbus", "Bus auf Anruf"),  # title, subtitle
        *("1, mobil", "mobilitaet"),  # fields
        *("app", "betrieb"),
        *("bald", "2026-05"),  # kinds, status, date
        *("zu kurz", BODY),
        *("www.example.org", "Titel", "https://example.org/neu", "Der Bus fährt", ""),  # sources
    )
    result = answer("measure", answers=answers)
    assert result.exit_code == 0, result.output
    assert "„gibt es nicht“ steht nicht zur Wahl" in result.stderr
    assert "ist kein Datum" in result.stderr
    assert "keine Webadresse" in result.stderr
    entry = read_content(content).measures["musterstadt-buergerbus"]
    assert (entry.title, entry.status, entry.body) == ("Bürgerbus", "betrieb", BODY)
    assert as_text(errors(check(read_content(content)))) == ""


def test_a_choice_may_be_its_number(content: Path, answer) -> None:
    answers = ("1", "Bürgerbus", "Bus auf Anruf", "mobilitaet", "app", "2", "2026", BODY, *SOURCE[1:], "")
    assert answer("measure", answers=answers).exit_code == 0
    assert read_content(content).measures["musterstadt-buergerbus"].status == "betrieb"


def test_a_municipality_takes_its_facts_from_the_register(content: Path, answer) -> None:
    (content / "register").mkdir()
    (content / "register/municipalities.csv").write_text(
        "key,name,addition,state,population,latitude,longitude\n"
        "09162000,Neuort,Stadt,BY,6000,48.1,11.5\n"
        "09163001,Neuortsdorf,,BY,900,48.1,11.5\n",
        "utf-8",
    )
    (content / "register/districts.csv").write_text("key,name,population\n09162,Altkreis,6000\n", "utf-8")
    result = answer("municipality", answers=("Neuotr", "1", *SOURCE[1:], ""))
    assert result.exit_code == 0, result.output
    assert "Neuort (Stadt, Altkreis, BY, 09162000)" in result.stderr
    entry = read_content(content).municipalities["neuort"]
    assert (entry.name, entry.ags, entry.federal_state, entry.municipality_kind) == (
        "Neuort",
        "09162000",
        "bayern",
        "kleinstadt",
    )


@pytest.mark.parametrize("answers", [(), ("1",), ("1", "Bürgerbus", "Bus auf Anruf")])
def test_who_stops_leaves_nothing(content: Path, answer, answers: tuple[str, ...]) -> None:
    before = files(content)
    assert answer("measure", answers=answers).exit_code == 1
    assert files(content) == before


def test_the_template_is_printed_and_nothing_is_written(content: Path, run: Run) -> None:
    before = files(content)
    result = run("new", "knowledge", "--template", "--content", content)
    assert result.exit_code == 0
    assert result.stdout.startswith("---\n")
    assert "Begriffe: normen, studien" in result.stdout
    assert files(content) == before
