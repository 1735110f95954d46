"""What decides on reuse must agree within an entry. The mark `▸` stands where the problem must be told."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, PROJECT, SOLUTION

READ = "    read: 2026-11-20\n    note: Lesbarer Spiegel"
EMAIL = "  email: rufbus@smartcity.example.org"

FAULTY = {
    "a range that ends below its start": (SOLUTION, "up_to_eur: 30000", "up_to_eur: ▸20000", "cost-range"),
    "a cost that says nothing": (SOLUTION, "  - covers: monatlich\n    amount_eur: 400", "  - ▸covers: monatlich", "cost-empty"),
    "an unknown scope": (SOLUTION, "covers: monatlich", "covers: ▸stündlich", "unknown-term"),
    "the same repository twice": (SOLUTION, "url: https://example.org/app", "url: ▸https://example.org/quelltext/", "repository-twice"),
    "a licence that the entry has": (SOLUTION, "    licence: EUPL-1.2", "    licence: ▸MIT OR LicenseRef-Beispiel", "licence-twice"),
    "an unknown part": (SOLUTION, "part: app", "part: ▸ap", "unknown-term"),
    "a reading that is still to come": (SOLUTION, READ, "    read: ▸2031-11-20", "day-in-future"),
    "a release that is still to come": (SOLUTION, READ, f"{READ}\n    last_release: ▸2031-11", "day-in-future"),
    "a change that is still to come": (SOLUTION, "last_commit: 2025", "last_commit: ▸2031", "day-in-future"),
    "a person's address": (SOLUTION, EMAIL, "  email: ▸erika.muster@example.org", "private-email"),
    "a person's short address": (SOLUTION, EMAIL, "  email: ▸e-muster@example.org", "private-email"),
    "no address": (SOLUTION, EMAIL, "  email: ▸rufbus at example.org", "wrong-email"),
    "a person's name": (SOLUTION, "name: Projektbüro Rufbus", "name: ▸Frau Muster", "private-name"),
    "a licence without a name": (SOLUTION, "LicenseRef-Beispiel\n", "LicenseRef-Beispeil\n", "licence-unnamed"),
    "the former key of costs": (MEASURE, "open_source: true", "open_source: true\n▸cost: 5", "former-key"),
    "the former key of repositories": (
        MEASURE,
        "open_source: true",
        "open_source: true\n▸repository: https://example.org/q",
        "former-key",
    ),
    "a look without what was compared": (MEASURE, "recorded: 2026-11-23", "recorded: 2026-11-23\nlast_verified: ▸2026-11-24", "verified-what"),
    "a look without its day": (MEASURE, "recorded: 2026-11-23", "recorded: 2026-11-23\nverified: ▸Stand", "verified-when"),
    "a look before the gathering": (SOLUTION, "last_verified: 2026-11-23", "last_verified: ▸2026-11-22", "verified-before-recorded"),
    "a contact that leads nowhere": (PROJECT, "recorded:", "contact:\n  ▸name: Stabsstelle\nrecorded:", "contact-empty"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "code"), FAULTY.values(), ids=[*FAULTY])
def test_what_does_not_agree_is_told(folder: Folder, path: str, old: str, new: str, code: str) -> None:
    if "▸" not in new:
        folder.replace(path, old, new)
        assert [p.code for p in folder.problems()] == [code]
        return
    place = folder.spoil(path, old, new)
    assert (*place, code) in [(p.path, p.line, p.column, p.code) for p in folder.problems()]


@pytest.mark.parametrize(
    "email",
    [
        "smartcity@zwoenitz.de",
        "info@smart-village.app",
        "smart.city@stadt.de",
        "stabsstelle-digitalisierung@stadt.de",
        "post@kreis.de",
        "digital.team@a.de",
    ],
)
def test_the_address_of_an_office_is_no_person(folder: Folder, email: str) -> None:
    folder.replace(SOLUTION, "rufbus@smartcity.example.org", email)
    assert folder.problems() == []


def test_the_former_key_comes_with_the_new_form(folder: Folder) -> None:
    folder.replace(MEASURE, "open_source: true", "open_source: true\nrepository: https://example.org/q")
    (problem,) = folder.problems()
    assert "„repositories“ als Liste" in problem.message
    assert "„read: “" in problem.message


def test_solutions_with_one_repository_are_told(folder: Folder) -> None:
    text = (folder.root / SOLUTION).read_text("utf-8")
    other = text.replace("id: rufbus-baukasten", "id: anderes").replace(
        "title: Rufbus-Baukasten\nsub", "title: Anderes\nsub"
    )
    folder.write("solutions/anderes.md", other)
    assert "repositories-twice" in {p.code for p in folder.problems()}
