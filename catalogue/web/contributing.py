"""The pages that tell editors how to write an entry: every key of every kind, and as much YAML as they need."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, render_template

from catalogue.editing import key_guide
from catalogue.edition.descriptions import english
from catalogue.edition.tables import vocabulary_table
from catalogue.model.entries import PUBLISHED, DocumentedEntry
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries.vocabularies import Term
from catalogue.web.edition_access import vocabulary_terms
from catalogue.web.languages import in_language
from catalogue.web.yaml_primer import LABELS, RULES, UNQUOTED

blueprint = Blueprint("contributing", __name__)


@blueprint.get("/mitmachen/format")
def entry_format() -> str:
    """Every key of every kind of entry with its meaning, what it may hold and an example, and all terms."""
    models = (*PUBLISHED, *key_guide.parts())
    return render_template(
        "entry_format.html",
        models=PUBLISHED,
        common=DocumentedEntry,
        parts=key_guide.parts(),
        guide=key_guide,
        vocabularies=vocabularies(key.vocabulary for model in models for key in key_guide.keys_of(model)),
        english=english,
        kind_name=lambda kind: in_language(KINDS_BY_NAME[kind].singular),
    )


def vocabularies(named: Iterable[str]) -> dict[str, dict[str, Term]]:
    """The terms of the vocabularies that keys name, by vocabulary, in the order of their names."""
    return {name: vocabulary_terms(vocabulary_table(name)) for name in sorted({*named} - {""})}


@blueprint.get("/mitmachen/yaml")
def yaml() -> str:
    """As much YAML as an entry needs, right and wrong side by side."""
    return render_template("yaml_primer.html", rules=RULES, unquoted=UNQUOTED, labels=LABELS)
