"""What a repository says of its own software → values of an entry.

Read are `publiccode.yml` (https://yml.publiccode.tools) and `city_app.yml`, with which the programme describes apps. Only
what an entry has a key for is taken; names and addresses of persons never are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from catalogue.model.numerus import counted
from catalogue.model.values import Spdx
from catalogue.model.web_addresses import page_of
from catalogue.reading.corrections import correction
from catalogue.reading.text_file import on_one_line
from catalogue.reading.yaml_values import read_yaml

KINDS_OF_SOFTWARE = {
    "standalone/web": "web",
    "standalone/mobile": "mobil",
    "standalone/desktop": "desktop",
    "standalone/iot": "iot",
    "standalone/backend": "server",
    "standalone/other": "andere",
    "addon": "erweiterung",
    "library": "bibliothek",
    "configurationFiles": "konfiguration",
}
"""`softwareType` of publiccode.yml → term of the vocabulary `software-kinds`."""

PLATFORMS = {
    "web": "web",
    "android": "mobil",
    "ios": "mobil",
    "windows": "desktop",
    "mac": "desktop",
    "linux": "desktop",
}
"""A platform, where the type is not told, → the same."""

APPS = {
    "native app": "mobil",
    "hybrid app": "mobil",
    "web app": "web",
    "progressive web app": "web",
    "desktop app": "desktop",
}
"""`app_type` of city_app.yml → the same."""

FILE_NAME = re.compile(r"(publiccode|city_app)\.ya?ml", re.IGNORECASE)


class NothingTold(Exception):
    """A file that is not what its name says; the message says so, in German."""


@dataclass(slots=True)
class ToldByRepository:
    """The values that a file gives, and what it says that an entry does not take from there."""

    values: dict[str, Any] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def told_by_repository(name: str, text: str, today: str) -> ToldByRepository:
    """What a file of a repository tells, read on a day. Raises NothingTold if it holds no keys and values."""
    data = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n")).data
    if not isinstance(data, dict):
        raise NothingTold("Hier stehen keine Schlüssel und Werte. Prüfen Sie die Datei.")
    told = _app(data, today) if name.casefold().startswith("city_app") else _public_code(data, today)
    told.values = {key: value for key, value in told.values.items() if value}
    return told


def _public_code(data: Mapping[str, Any], today: str) -> ToldByRepository:
    """The file of https://yml.publiccode.tools/schema.core.html."""
    legal = data.get("legal")
    platforms = [one for one in _list(data.get("platforms")) if isinstance(one, str)]
    kinds = {PLATFORMS[one.casefold()] for one in platforms if one.casefold() in PLATFORMS}
    kind = KINDS_OF_SOFTWARE.get(_text(data, "softwareType")) or (kinds.pop() if len(kinds) == 1 else "")
    told = ToldByRepository(
        {"software_kind": kind, "website": _text(data, "landingURL")}
        | _repository(_text(data, "url"), today, _text(data, "softwareVersion"), _text(data, "releaseDate"))
    )
    _take_licence(told, _text(legal, "license"))
    return told


def _app(data: Mapping[str, Any], today: str) -> ToldByRepository:
    """The file of the programme (schema 2.1.0 of the City App Explorer)."""
    told = ToldByRepository(
        {"software_kind": APPS.get(_text(data, "app_type").casefold(), ""), "website": _text(data, "website")}
        | _repository(_text(data, "opencode_repository"), today, "", "")
    )
    _take_licence(told, _text(data.get("license"), "name") or _text(data, "license"))
    if places := _list(data.get("deployed_in_municipalities")):
        told.left_out.append(
            f"{counted(len(places), 'Einsatzort', 'Einsatzorte')}; je Ort gehört eine Datei nach reuses/"
        )
    if status := _text(data, "development_status"):
        told.left_out.append(f"der Entwicklungsstand „{status}“; „status“ braucht ein Datum und eine Quelle")
    return told


def _take_licence(told: ToldByRepository, licence: str) -> None:
    """The licence, if it can be told for certain. Of a GNU licence named in words only the version is known."""
    if not licence:
        return
    words = correction("spdx", licence.replace("Version ", "v").replace("version ", "v"))
    meant = words.removesuffix("-only") if "only" not in licence.casefold() else words
    try:
        told.values["licence"] = SPDX.validate_python(meant or licence)
    except ValidationError:
        told.left_out.append(f"die Lizenz „{on_one_line(licence)}“, die kein SPDX-Ausdruck ist")
        return
    if told.values.get("repositories"):
        told.values["open_source"] = True


SPDX: TypeAdapter[str] = TypeAdapter(Spdx)


def _repository(url: str, today: str, version: str, release: str) -> dict[str, Any]:
    if not url:
        return {}
    found = {
        "url": url.removesuffix(".git"),
        "part": "ganz",
        "version": version,
        "last_release": release,
        "read": today,
    }
    return {"repositories": [{key: value for key, value in found.items() if value}]}


def with_repositories(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The repositories of an entry with those that a file tells: what is told of one that it has is renewed, others are added."""
    known = {page_of(str(one["url"])): one for one in old}
    for one in new:
        page = page_of(str(one["url"]))
        known[page] = (
            {
                **one,
                **known[page],
                **{key: one[key] for key in ("version", "last_release", "read") if key in one},
            }
            if page in known
            else one
        )
    return [*known.values()]


def _text(data: Any, key: str) -> str:
    value = data.get(key) if isinstance(data, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
