"""Where the pages of entries are."""

from __future__ import annotations

from catalogue.queries.entry_paths import paths


def test_entries_of_all_kinds_are_found_together(db):
    wanted = [("measure", "zwoenitz-erzmobil"), ("project", "zwoenitz"), ("goal", "nahverkehr")]
    assert paths(db, wanted) == {
        ("measure", "zwoenitz-erzmobil"): "/massnahmen/zwoenitz-erzmobil",
        ("project", "zwoenitz"): "/projekte/zwoenitz",
        ("goal", "nahverkehr"): "/ziele/nahverkehr",
    }


def test_the_same_id_of_another_kind_is_left_out(db):
    assert paths(db, [("project", "zwoenitz")]).keys() == {("project", "zwoenitz")}
    assert db.execute("SELECT count(*) FROM entries WHERE id = 'zwoenitz'").fetchone()[0] > 1


def test_entries_that_do_not_exist_have_no_path(db):
    assert paths(db, [("measure", "gibt-es-nicht")]) == {}
    assert paths(db, []) == {}
