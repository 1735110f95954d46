"""What feeds and the site map list."""

from __future__ import annotations

from catalogue.queries import feeds


def test_the_site_map_has_every_entry_and_topic_once_by_path(db):
    paths = [page.path for page in feeds.dated_pages(db)]
    assert paths == sorted(set(paths))
    assert {"/massnahmen/zwoenitz-erzmobil", "/projekte/zwoenitz", "/themen/mobilitaet"} <= set(paths)


def test_a_topic_is_as_new_as_the_measure_that_was_verified_last(db):
    [(newest,)] = db.execute("SELECT max(coalesce(last_verified, recorded)) FROM measures")
    pages = {page.path: page.as_of for page in feeds.dated_pages(db)}
    assert pages["/themen/mobilitaet"] == newest


def test_a_field_lists_its_measures_verified_last_first(db):
    items = feeds.latest(db, "mobilitaet", 30)
    of_field = {
        row["measure"] for row in db.execute("SELECT measure FROM measures_fields WHERE field = 'mobilitaet'")
    }
    assert len(items) == 30
    assert {item.entry for item in items} <= of_field
    assert [item.date for item in items] == sorted((item.date for item in items), reverse=True)
    assert all(item.path == f"/massnahmen/{item.entry}" for item in items)
