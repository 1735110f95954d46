"""`catalogue publish`, `rollback`, `list`, `verify`, `prune`: what an operator does with editions, and reads of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from catalogue.edition import Edition, build, open_edition
from catalogue.edition.holding import Hold
from catalogue.edition.publishing import UNFINISHED
from tests.catalogue.commands.conftest import Run
from tests.damages import cut_index, flip_bytes
from tests.small_content import MEASURE

NEEDS_MINISIGN = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="minisign is not installed (apt install minisign)"
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Three editions in the output folder of somebody who builds, the oldest first."""
    from tests.small_content import write_small_content

    folder = tmp_path_factory.mktemp("built")
    content, made = write_small_content(folder / "content"), []
    for name in ("Rufbus", "Nachtbus", "Morgenbus"):
        with (content / MEASURE).open("a") as file:
            file.write(f"\n{name}.\n")
        made.append(build(content, folder / "build").edition)
    return made


@pytest.fixture
def published(run: Run, editions: list[Edition], output: Path) -> list[Edition]:
    """The three editions, published one after the other."""
    for edition in editions:
        assert run("publish", edition.folder, "--output", output).exit_code == 0
    return editions


def current(output: Path) -> str:
    """The id of the edition that is current."""
    return open_edition(output).id


def test_publishing_copies_an_edition_and_makes_it_current(
    run: Run, editions: list[Edition], output: Path
) -> None:
    result = run("publish", editions[0].folder, "--output", output)
    assert result.exit_code == 0
    assert f"Ausgabe {editions[0].id} vom {editions[0].day} ist jetzt die aktuelle" in result.stdout
    taken = open_edition(output)
    assert taken.manifest == editions[0].manifest
    assert taken.folder != editions[0].folder
    assert not any(file.stat().st_mode & 0o222 for file in taken.folder.rglob("*") if file.is_file())


def test_an_output_folder_stands_for_its_current_edition(
    run: Run, editions: list[Edition], output: Path
) -> None:
    built = editions[0].folder.parents[1]
    assert run("publish", built, "--output", output).exit_code == 0
    assert current(output) == open_edition(built).id


def test_an_edition_that_is_there_already_becomes_current_again(
    run: Run, published: list[Edition], output: Path
) -> None:
    assert run("publish", output / "editions" / published[0].id, "--output", output).exit_code == 0
    assert current(output) == published[0].id
    assert len(list((output / "editions").iterdir())) == 3


def test_a_damaged_edition_is_refused_and_all_stays_as_it_was(
    run: Run, published: list[Edition], output: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(published[0].folder, copy)
    cut_index(copy)
    result = run("publish", copy, "--output", output)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Fehler: Die Ausgabe in „{copy}“ ist beschädigt: „index/")
    assert current(output) == published[-1].id


def test_what_is_no_edition_cannot_be_published(run: Run, output: Path, tmp_path: Path) -> None:
    result = run("publish", tmp_path / "nothing", "--output", output)
    assert result.exit_code == 1
    assert "catalogue build" in result.stderr


def test_rolling_back_goes_back_further_each_time_until_there_is_nothing(
    run: Run, published: list[Edition], output: Path
) -> None:
    first, second, third = (edition.id for edition in published)
    seen = [(run("rollback", "--output", output).exit_code, current(output)) for _ in range(2)]
    assert seen == [(0, second), (0, first)]
    run("publish", output / "editions" / third, "--output", output)
    assert run("rollback", "--output", output).exit_code == 0
    assert current(output) == first


def test_rolling_back_passes_over_an_edition_that_is_damaged(
    run: Run, published: list[Edition], output: Path
) -> None:
    flip_bytes(output / "editions" / published[1].id)
    result = run("rollback", "--output", output)
    assert current(output) == published[0].id
    assert "wird übersprungen: „catalogue.db“ hat einen anderen Inhalt" in result.stderr


def test_without_an_earlier_edition_nothing_is_rolled_back(
    run: Run, editions: list[Edition], output: Path
) -> None:
    run("publish", editions[0].folder, "--output", output)
    result = run("rollback", "--output", output)
    assert result.exit_code == 1
    assert "keine frühere Ausgabe" in result.stderr
    assert current(output) == editions[0].id


def test_the_previous_edition_is_known_whatever_the_clock_says(
    run: Run, published: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock jumps ten years ahead and back: what was current last is still what was current last."""
    a_day = 86_400 * 10**9
    now = os.stat(output).st_mtime_ns
    for edition, jump in zip(published, (3650, 0, -3650), strict=True):
        monkeypatch.setattr("catalogue.edition.publishing.time.time_ns", lambda jump=jump: now + jump * a_day)
        assert run("publish", output / "editions" / edition.id, "--output", output).exit_code == 0
    listed = json.loads(run("list", "--json", "--output", output).stdout)
    assert [one["id"] for one in listed] == [edition.id for edition in reversed(published)]
    run("rollback", "--output", output)
    assert current(output) == published[1].id


def test_the_list_tells_of_each_edition_what_it_is(run: Run, published: list[Edition], output: Path) -> None:
    first, second, third = published
    (output / "kongress").symlink_to(f"editions/{second.id}")
    flip_bytes(output / "editions" / first.id)
    hold = Hold(open_edition(output))
    told = run("list", "--output", output).stdout.splitlines()
    listed = json.loads(run("list", "--json", "--output", output).stdout)
    hold.close()
    assert [line.split()[0] for line in told] == [third.id, second.id, first.id]
    assert told[0].endswith("2 Maßnahmen, 1 Lösungen, 1 Projekte  [aktuell; wird gelesen]")
    assert told[1].endswith("[festgehalten von kongress]")
    assert "beschädigt: „catalogue.db“" in told[2]
    assert [(one["current"], one["served"], one["pinned_by"], bool(one["damages"])) for one in listed] == [
        (True, True, [], False),
        (False, False, ["kongress"], False),
        (False, False, [], True),
    ]


def test_an_empty_folder_has_an_empty_list(run: Run, tmp_path: Path) -> None:
    told = run("list", "--json", "--output", tmp_path)
    assert (json.loads(told.stdout), told.exit_code) == ([], 1)
    assert "catalogue build" in run("list", "--output", tmp_path / "nothing").stderr


def test_pruning_spares_what_is_current_read_or_pinned(
    run: Run, published: list[Edition], output: Path
) -> None:
    first, second, third = (edition.id for edition in published)
    (output / "kongress").symlink_to(f"editions/{second}")
    hold = Hold(open_edition(output / "editions" / first))
    result = run("prune", "--keep", 0, "--output", output)
    assert result.exit_code == 0
    assert {folder.name for folder in (output / "editions").iterdir()} == {first, second, third}
    assert f"Ausgabe {first} bleibt: Sie wird gelesen" in result.stdout
    hold.close()
    assert f"Ausgabe {first} entfernt." in run("prune", "--keep", 0, "--output", output).stdout
    (output / "kongress").unlink()
    run("prune", "--keep", 0, "--output", output)
    assert [folder.name for folder in (output / "editions").iterdir()] == [third]


def test_an_edition_that_cannot_be_removed_is_named_and_ends_the_command_with_an_error(
    run: Run, published: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _second, third = (edition.id for edition in published)
    rename = Path.rename

    def of_somebody_else(path: Path, target: Path) -> Path:
        if path.name == first:
            raise PermissionError(path)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", of_somebody_else)
    result = run("prune", "--keep", 0, "--output", output)
    assert result.exit_code == 1
    assert f"Nicht entfernen ließ sich: {first}." in result.output
    assert {folder.name for folder in (output / "editions").iterdir()} == {first, third}


def test_what_may_not_be_done_leaves_the_current_edition(
    run: Run, published: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their order stands in the times of the folders, which only their owner may change."""

    def of_somebody_else(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("catalogue.edition.publishing.os.utime", of_somebody_else)
    for command in (["rollback"], ["publish", output / "editions" / published[0].id]):
        assert run(*command, "--output", output).exit_code == 1
        assert current(output) == published[-1].id


def test_a_build_spares_an_edition_that_a_link_pins(content: Path, output: Path) -> None:
    first = build(content, output).edition
    (output / "kongress").symlink_to(f"editions/{first.id}")
    for number in range(7):
        with (content / MEASURE).open("a") as file:
            file.write(f"\nNachtrag {number}.\n")
        build(content, output)
    assert first.folder.is_dir()


def test_verifying_names_each_damage_and_what_to_do(run: Run, published: list[Edition], output: Path) -> None:
    assert run("verify", "--edition", output, "--all").exit_code == 0
    folder = output / "editions" / published[0].id
    cut_index(folder)
    flip_bytes(folder)
    assert run("verify", "--edition", output).exit_code == 0
    result = run("verify", "--edition", output, "--all")
    assert result.exit_code == 1
    assert f"Ausgabe {published[0].id}: beschädigt" in result.stdout
    assert "„catalogue.db“ hat einen anderen Inhalt" in result.stderr
    assert ".seg“ hat eine andere Größe" in result.stderr
    assert "catalogue build" in result.stderr
    told = json.loads(run("verify", "--edition", folder, "--json").stdout)
    assert [damage["kind"] for damage in told[0]["damages"]] == ["changed", "size"]


def test_an_edition_without_a_manifest_is_listed_and_verified_as_damaged(
    run: Run, published: list[Edition], output: Path
) -> None:
    folder = output / "editions" / published[-1].id
    (folder / "manifest.json").unlink()
    assert "beschädigt: „manifest.json“ fehlt" in run("list", "--output", output).stdout.splitlines()[0]
    for what in (["--edition", output], ["--edition", folder], ["--edition", output, "--all"]):
        result = run("verify", *what)
        assert result.exit_code == 1
        assert f"Ausgabe {folder.name}: beschädigt" in result.stdout
        assert "„manifest.json“ fehlt" in result.stderr
    assert run("rollback", "--output", output).exit_code == 0
    assert current(output) == published[1].id


def test_a_disk_that_is_full_leaves_all_as_it_was(
    run: Run, editions: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("publish", editions[0].folder, "--output", output)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("catalogue.edition.publishing.shutil.copyfileobj", full)
    result = run("publish", editions[1].folder, "--output", output)
    assert result.exit_code == 1
    assert "der Datenträger ist voll" in result.stderr
    assert current(output) == editions[0].id
    assert not [*(output / "editions").glob(f"*{UNFINISHED}")]


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """A secret key without a password, and its public key."""
    secret, public = tmp_path / "secret.key", tmp_path / "public.pub"
    subprocess.run(
        ["minisign", "-G", "-W", "-s", secret, "-p", public],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    return secret, public


@NEEDS_MINISIGN
def test_an_edition_that_is_signed_is_trusted(
    run: Run, editions: list[Edition], output: Path, tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    secret, public = keys
    assert run("publish", editions[0].folder, "--output", output, "--sign", secret).exit_code == 0
    assert run("verify", "--edition", output, "--trust", public).exit_code == 0
    line = public.read_text().splitlines()[1]
    assert run("verify", "--edition", output, "--trust", line).exit_code == 0
    assert "[aktuell; unterschrieben]" in run("list", "--output", output).stdout
    assert run("publish", output, "--output", tmp_path / "elsewhere", "--trust", public).exit_code == 0


@NEEDS_MINISIGN
def test_what_is_not_signed_or_changed_since_is_not_trusted(
    run: Run, editions: list[Edition], output: Path, tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    secret, public = keys
    refused = run("publish", editions[0].folder, "--output", output, "--trust", public)
    assert refused.exit_code == 1
    assert "die Unterschrift „manifest.json.minisig“ fehlt" in refused.stderr
    run("publish", editions[0].folder, "--output", output, "--sign", secret)
    folder = open_edition(output).folder
    told = {**open_edition(output).manifest, "day": "2001-01-01"}
    (folder / "manifest.json").chmod(0o644)
    (folder / "manifest.json").write_text(json.dumps(told), "utf-8")
    result = run("verify", "--edition", output, "--trust", public)
    assert result.exit_code == 1
    assert "die Unterschrift „manifest.json.minisig“ passt nicht zum öffentlichen Schlüssel" in result.stderr
    served = run("serve", "--edition", folder, "--trust", public, "--port", 1)
    assert served.exit_code == 1
    assert "passt nicht zum öffentlichen Schlüssel" in served.stderr


def test_without_minisign_it_is_said_what_to_install(
    run: Run, editions: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("catalogue.edition.signature.MINISIGN", "no such program")
    (output / "key").parent.mkdir()
    (output / "key").write_text("")
    result = run("publish", editions[0].folder, "--output", output, "--sign", output / "key")
    assert result.exit_code == 1
    assert "apt install minisign" in result.stderr
