"""Templates cannot be checked for types; a name that does not exist must fail there, not show as nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError


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
