"""What a repository says of its software becomes values of an entry; what is not sure or not public is left out."""

from __future__ import annotations

from typing import Any

import pytest

from catalogue.editing.repository_files import NothingTold, told_by_repository, with_repositories

TODAY = "2026-11-30"

PUBLIC_CODE = """\
publiccodeYmlVersion: "0.4"
name: Rufbus
url: "https://github.com/musterstadt/rufbus.git"
landingURL: https://rufbus.example.org
softwareVersion: 1.10
releaseDate: 2026-05-01
softwareType: standalone/mobile
platforms: [android, ios]
legal:
  license: EUPL-1.2
maintenance:
  contacts:
    - name: Erika Mustermann
      email: erika.mustermann@example.org
"""

APP = """\
city-app-yml-version: "1.0"
name: "Bürger-App"
provider: "Stadt Musterstadt"
app_type: "Native App"
development_status: "Production"
license:
  name: "GNU GENERAL PUBLIC LICENSE, Version 3"
  url: "https://gitlab.opencode.de/musterstadt/app/-/blob/master/LICENSE.md"
contact:
  - name: "Erika Mustermann"
website: "https://app.example.org"
opencode_repository: "https://gitlab.opencode.de/musterstadt/app"
deployed_in_municipalities:
  - "Musterstadt"
  - "Nachbarort"
"""


def values(name: str, text: str) -> dict[str, Any]:
    return told_by_repository(name, text, TODAY).values


def test_publiccode_gives_licence_repository_kind_and_page() -> None:
    assert values("publiccode.yml", PUBLIC_CODE) == {
        "software_kind": "mobil",
        "website": "https://rufbus.example.org",
        "repositories": [
            {
                "url": "https://github.com/musterstadt/rufbus",
                "part": "ganz",
                "version": "1.10",
                "last_release": "2026-05-01",
                "read": TODAY,
            }
        ],
        "licence": "EUPL-1.2",
        "open_source": True,
    }


@pytest.mark.parametrize(
    ("platforms", "kind"),
    [("[web]", "web"), ("[android, ios]", "mobil"), ("[web, android]", None), ("[amiga]", None)],
)
def test_without_a_type_the_platforms_tell_the_kind_if_they_agree(platforms: str, kind: str | None) -> None:
    assert values("publiccode.yml", f"name: a\nplatforms: {platforms}\n").get("software_kind") == kind


def test_city_app_gives_the_same_and_tells_what_it_leaves_out() -> None:
    told = told_by_repository("city_app.yml", APP, TODAY)
    assert told.values == {
        "software_kind": "mobil",
        "website": "https://app.example.org",
        "repositories": [
            {"url": "https://gitlab.opencode.de/musterstadt/app", "part": "ganz", "read": TODAY}
        ],
        "licence": "GPL-3.0",
        "open_source": True,
    }
    assert [one.split()[0] for one in told.left_out] == ["2", "der"]


@pytest.mark.parametrize("name", ["publiccode.yml", "city_app.yml"])
def test_no_person_is_taken(name: str) -> None:
    assert "Mustermann" not in str(told_by_repository(name, PUBLIC_CODE if name < "d" else APP, TODAY))


@pytest.mark.parametrize(
    ("licence", "told"),
    [("MIT", "MIT"), ("GPLv3", "GPL-3.0"), ("AGPL-3.0-only", "AGPL-3.0-only"), ("frei nutzbar", None)],
)
def test_a_licence_is_taken_if_it_can_be_told_for_certain(licence: str, told: str | None) -> None:
    found = told_by_repository("publiccode.yml", f"name: a\nlegal:\n  license: {licence}\n", TODAY)
    assert found.values.get("licence") == told
    assert bool(found.left_out) is (told is None)


@pytest.mark.parametrize("text", ["", "nur Text", "- a\n- b\n", "a: [\n"])
def test_what_holds_no_keys_is_refused(text: str) -> None:
    with pytest.raises(NothingTold):
        told_by_repository("publiccode.yml", text, TODAY)


def test_a_repository_that_is_known_is_renewed_and_another_added() -> None:
    old = [
        {
            "url": "https://www.github.com/a/b/",
            "part": "app",
            "version": "1",
            "read": "2020-01-01",
            "note": "x",
        }
    ]
    new = [
        {"url": "https://github.com/a/b", "part": "ganz", "version": "2", "read": TODAY},
        {"url": "https://github.com/a/c", "part": "ganz", "read": TODAY},
    ]
    assert with_repositories(old, new) == [{**old[0], "version": "2", "read": TODAY}, new[1]]
