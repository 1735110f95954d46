"""The terms of vocabularies, in the language of the interface."""

from __future__ import annotations

import pytest

from catalogue.queries import vocabularies


def test_terms_come_in_the_order_of_their_vocabulary(db):
    order = [row["id"] for row in db.execute("SELECT id FROM statuses ORDER BY position")]
    terms = vocabularies.terms(db, "statuses", "de")
    assert list(terms) == order
    assert all(term.id == key for key, term in terms.items())


def test_labels_come_in_the_language_that_is_asked_for(db):
    assert vocabularies.terms(db, "fields", "de")["mobilitaet"].label == "Mobilität und Verkehr"
    assert vocabularies.terms(db, "fields", "en")["mobilitaet"].label == "Mobility and transport"


def test_what_is_no_name_of_a_table_is_refused(db):
    with pytest.raises(ValueError, match="fields; DROP"):
        vocabularies.terms(db, "fields; DROP TABLE fields", "de")


def test_every_table_of_terms_is_known_by_name(db):
    tables = vocabularies.tables(db)
    assert {"fields", "statuses", "federal_states"} <= set(tables)
    assert tables == sorted(tables)
    assert all(vocabularies.terms(db, table, "de") for table in tables)
