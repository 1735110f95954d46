"""Whether a list of admitted licences is enough for an expression."""

from __future__ import annotations

import pytest

from catalogue.model.licences import is_admitted, licences_of

ADMITTED = {"MIT", "EUPL-1.2"}


@pytest.mark.parametrize(
    ("expression", "admitted"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("MIT OR GPL-3.0-or-later", True),
        ("MIT AND GPL-3.0-or-later", False),
        ("MIT AND EUPL-1.2", True),
        ("(GPL-3.0-or-later OR EUPL-1.2) AND MIT", True),
        ("LicenseRef-Beispiel", False),
        ("MIT OR LicenseRef-Beispiel", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
    ],
)
def test_of_a_choice_one_is_enough_of_all_together_each_must_be_admitted(
    expression: str, admitted: bool
) -> None:
    assert is_admitted(expression, ADMITTED) is admitted


def test_a_version_alone_is_admitted_as_much_as_that_version_only() -> None:
    assert is_admitted("AGPL-3.0", {"AGPL-3.0-only"})
    assert not is_admitted("AGPL-3.0", {"AGPL-3.0-or-later"})


def test_the_licences_of_an_expression_are_its_words_without_operators() -> None:
    assert licences_of("(MIT OR EUPL-1.2) AND LicenseRef-X") == ["MIT", "EUPL-1.2", "LicenseRef-X"]
