"""Whatever a program asks, allowed or not, the answer is one that the OpenAPI document describes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.openapi import from_wsgi

from catalogue.api.operations import OPERATIONS
from catalogue.web import create_app

FEW = settings(
    max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
REQUESTS = [
    pytest.param(operation, mode, id=f"{operation.name}-{mode.value}")
    for operation in OPERATIONS
    for mode in GenerationMode
    if (operation.name, mode) != ("kinds", GenerationMode.NEGATIVE)  # it has nothing that could be wrong
]


@pytest.fixture(scope="module")
def interface(real_edition):
    """The interface as its own document describes it; answers come uncompressed, as Schemathesis unpacks none here."""
    schema = from_wsgi("/api/openapi.json", create_app(real_edition, {"COMPRESS_MIMETYPES": []}))
    schema.config.checks.negative_data_rejection.expected_statuses = ["4xx"]  # 414 refuses too
    return schema


@pytest.mark.parametrize(("operation", "mode"), REQUESTS)
def test_every_answer_is_as_described(interface, operation, mode):
    @FEW
    @given(case=interface[operation.path]["GET"].as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate()

    ask()
