"""Templates cannot be checked for types; a name that does not exist must fail there, not show as nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from catalogue.edition import Edition
from catalogue.web import create_app


@dataclass(frozen=True, slots=True)
class Bench:
    """A record with one field."""

    title: str


@pytest.mark.parametrize(
    "template", ["{{ bench.tittle }}", "{% if bench.tittle %}{% endif %}", "{{ banch }}"]
)
def test_a_renamed_field_fails_instead_of_showing_nothing(visitor, template):
    jinja = visitor.application.jinja_env
    assert jinja.from_string("{{ bench.title }}").render(bench=Bench("Bank")) == "Bank"
    with pytest.raises(UndefinedError, match=r"tittle|banch"):
        jinja.from_string(template).render(bench=Bench("Bank"))


def test_a_template_is_compiled_once_however_many_editions_are_opened(
    real_edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = ("/", "/suche?q=bus")
    first, second = (create_app(real_edition, {"TESTING": True}) for _ in range(2))
    told = [first.test_client().get(page).text for page in pages]
    compiled: list[object] = []
    monkeypatch.setattr(second.jinja_env, "compile", lambda *what, **_: compiled.append(what))
    assert [second.test_client().get(page).text for page in pages] == told
    assert compiled == []
