"""The answer on what the terms of a vocabulary mean."""

from __future__ import annotations

from typing import Any

from catalogue.api.answers import DescribedTerm, TermAnswer
from catalogue.api.context import Context


def terms(context: Context, asked: Any) -> TermAnswer:
    """The terms of a vocabulary in its order."""
    described = context.words.described(asked.id).values()
    return TermAnswer(
        edition=context.edition,
        items=[
            DescribedTerm(id=one.id, label=one.label, description=one.description, website=one.website)
            for one in described
        ],
    )
