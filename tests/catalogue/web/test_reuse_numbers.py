"""Every page, filter and download tells the same number of reuses as the one query of the edition."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from catalogue.exports.whole_edition import files_of
from catalogue.queries import overview, reuses
from catalogue.queries.connection import connect
from tests.catalogue.web.reading_pages import links, parsed, text

ELSEWHERE = re.compile(r"andernorts (einmal|([0-9]+)-mal) im Einsatz")

NUMBERS = """
SELECT l.entry_kind, l.entry,
       sum(r.reuse_kind <> 'genannt') AS reported,
       sum(r.status = 'im-einsatz'
           AND r.reuse_kind IN ('uebernommen', 'angepasst', 'gemeinsame-entwicklung')) AS in_use_elsewhere,
       sum(r.reuse_kind = 'genannt') AS named
  FROM reuses_of_entries l JOIN reuses r ON r.id = l.reuse GROUP BY 1, 2
"""
"""The one query: what the numbers of an entry mean."""


@pytest.fixture(scope="module")
def db(real_edition):
    return connect(real_edition.database)


@pytest.fixture(scope="module")
def numbers(db):
    """Reported reuses, and those in use elsewhere, of each entry, by kind and id."""
    return {(row[0], row[1]): (row[2], row[3]) for row in db.execute(NUMBERS)}


def told(card):
    """How often a card says that its entry is in use elsewhere."""
    match = ELSEWHERE.search(text(card))
    return int(match[2] or 1) if match else 0


def cards(page, folder):
    """The number that each card of a page tells, by the id of its entry."""
    found = [card for card in page.iterfind(".//article") if "kern-card" in card.get("class", "")]
    return {
        links(card)[0].removeprefix(folder): told(card) for card in found if links(card)[0].startswith(folder)
    }


def of(numbers, kind):
    """The numbers of use elsewhere of a kind of entry that are not 0, by id."""
    return {entry: there for (of_kind, entry), (_, there) in numbers.items() if of_kind == kind and there}


def test_the_views_count_as_the_query(db, numbers):
    for view, kind, entry in (
        ("measures_overview", "measure", "id"),
        ("projects_overview", "project", "id"),
    ):
        rows = db.execute(f"SELECT {entry}, reuse_count, in_use_elsewhere_count FROM {view}")
        assert {row[0]: (row[1], row[2]) for row in rows if row[1]} == {
            one: both for (of_kind, one), both in numbers.items() if of_kind == kind and both[0]
        }
    rows = db.execute("SELECT entry_kind, entry, reported, in_use_elsewhere FROM reuse_numbers")
    assert {(row[0], row[1]): (row[2], row[3]) for row in rows} == numbers


def test_the_list_of_solutions_counts_as_the_query(page, numbers):
    listed = cards(page("/loesungen"), "/loesungen/")
    assert {one: there for one, there in listed.items() if there} == of(numbers, "solution")


def test_the_overview_ranks_solutions_and_measures_that_are_part_of_none(page, db, numbers):
    rows = page("/ueberblick").findall(".//*[@aria-labelledby='nachgenutzt']//tbody/tr")
    ranked = {links(row)[0]: tuple(int(text(cell)) for cell in row.findall("td")[-2:]) for row in rows}
    kinds = {"loesungen": "solution", "massnahmen": "measure"}
    for address, (there, reported) in ranked.items():
        _, folder, entry = address.split("/")
        assert numbers[kinds[folder], entry] == (reported, there)
    part = {row[0] for row in db.execute("SELECT measure FROM solutions_measures")}
    ranks = sorted(
        (there, reported)
        for (kind, entry), (reported, there) in numbers.items()
        if reported and (kind == "solution" or (kind == "measure" and entry not in part))
    )
    assert [*ranked.values()] == ranks[::-1][: len(ranked)]
    assert {"/loesungen/hal-plan", "/loesungen/consul-democracy"} <= set(ranked)


def test_transfers_counts_every_record_once(page, db):
    reported, there, named = db.execute(
        "SELECT sum(reported), sum(in_use_elsewhere), sum(NOT reported) FROM transfers"
    ).fetchone()
    shown = page("/transfers")
    assert [
        text(item.find(".//strong")) for item in shown.find(".//ul[@class='figure-list']").iterfind("li")
    ] == [str(reported), str(there), str(named)]
    assert len(shown.findall(".//section[@aria-labelledby='tabelle']//tbody/tr")) == reported
    assert len(shown.findall(".//section[@aria-labelledby='genannt']//tbody/tr")) == named
    assert reported + named == db.execute("SELECT count(*) FROM reuses").fetchone()[0]


@pytest.fixture
def section(visitor):
    """Gives the section of a page that a heading names, read alone, as there are hundreds of pages; nothing if it has none."""

    def get(address, heading):
        begin, end = f'<section aria-labelledby="{heading}">', "</section>"
        _, found, after = visitor.get(address).text.partition(begin)
        return (
            parsed(f"<!doctype html><title>-</title>{begin}{after.partition(end)[0]}{end}") if found else None
        )

    return get


def summary(reported, there, named):
    """What a page says of these numbers."""
    told = "Eine berichtete Nachnutzung" if reported == 1 else f"{reported} berichtete Nachnutzungen"
    of_them = "eine" if there == 1 else there
    told += (
        f", davon {of_them} andernorts im Einsatz" if there else ", noch keine davon andernorts im Einsatz"
    )
    if not reported:
        told = "Keine Quelle berichtet von einer Nachnutzung"
    few = "eine Stelle" if named == 1 else f"{named} Stellen"
    return f"{told}; {few} nur genannt." if named else f"{told}."


@pytest.mark.parametrize(
    ("kind", "folder"), [("measure", "massnahmen"), ("solution", "loesungen"), ("project", "projekte")]
)
def test_the_page_of_everything_that_is_reused_tells_the_numbers_of_the_query(section, db, kind, folder):
    counted = db.execute(f"SELECT * FROM ({NUMBERS}) WHERE entry_kind = ?", (kind,)).fetchall()
    assert counted
    for _, entry, reported, there, named in counted:
        shown = section(f"/{folder}/{entry}", "nutzer")
        assert text(shown.find(".//p")) == summary(reported, there, named), entry
        assert len(shown.findall(".//ul/li")) == reported, entry


@pytest.mark.parametrize("kind", ["measure", "solution", "project"])
def test_no_page_of_what_nobody_reuses_tells_of_reuse(section, db, kind):
    table, folder = {
        "measure": ("measures", "massnahmen"),
        "solution": ("solutions", "loesungen"),
        "project": ("projects", "projekte"),
    }[kind]
    others = (
        f"SELECT id FROM {table} WHERE id NOT IN (SELECT entry FROM reuses_of_entries) ORDER BY id LIMIT 5"
    )
    for (entry,) in db.execute(others):
        assert section(f"/{folder}/{entry}", "nutzer") is None


def test_a_measure_and_the_solution_it_alone_is_part_of_tell_of_the_same_places(section, db):
    pairs = db.execute(
        """
        SELECT s.measure, s.solution FROM solutions_measures s
         WHERE s.measure IN (SELECT entry FROM reuses_of_entries WHERE entry_kind = 'measure')
         GROUP BY s.solution HAVING count(*) = 1
        """
    ).fetchall()
    assert pairs
    for measure, solution in pairs:
        told = [
            [text(item).split(" (")[0] for item in section(address, "nutzer").iterfind(".//ul/li")]
            for address in (f"/massnahmen/{measure}", f"/loesungen/{solution}")
        ]
        assert told[0] == told[1], measure


def test_every_topic_lists_the_reported_records_of_what_is_about_it(section, db):
    sql = """
        SELECT count(DISTINCT r.id) FROM reuses r JOIN reuses_of_entries l ON l.reuse = r.id
         WHERE r.reuse_kind <> 'genannt' AND l.entry IN (
               SELECT measure FROM measures_fields WHERE field = :topic
                UNION SELECT measure FROM measures_kinds WHERE kind = :topic
                UNION SELECT solution FROM solutions_fields WHERE field = :topic
                UNION SELECT solution FROM solutions_kinds WHERE kind = :topic)
    """
    for (topic,) in db.execute("SELECT id FROM fields UNION SELECT id FROM solution_kinds").fetchall():
        shown = section(f"/themen/{topic}", "nachgenutzt")
        listed = len(shown.findall(".//li")) if shown is not None else 0
        assert listed == db.execute(sql, {"topic": topic}).fetchone()[0], topic


def test_every_municipality_lists_what_it_reuses(section, db):
    counted = db.execute(
        "SELECT municipality, count(*) FROM reuses WHERE municipality IS NOT NULL GROUP BY 1"
    ).fetchall()
    for municipality, records in counted:
        shown = section(f"/kommunen/{municipality}", "uebernommen")
        assert len(shown.findall(".//ul/li")) == records, municipality


def test_the_filter_finds_what_is_in_use_elsewhere(visitor, numbers):
    hits = json.loads(visitor.get("/suche.json?nachgenutzt=ja").data)["hits"]
    kinds = ("measure", "solution")
    found = {(hit["kind"], hit["id"]) for hit in hits}
    assert found == {key for key, (_, there) in numbers.items() if there and key[0] in kinds}


def test_the_filter_finds_the_solutions_that_the_list_calls_curated(visitor, page, db):
    curated = {row[0] for row in db.execute("SELECT id FROM solutions WHERE curated")}
    hits = json.loads(visitor.get("/suche.json?kuratiert=ja").data)["hits"]
    assert {hit["id"] for hit in hits} == curated
    section = page("/loesungen").find(".//section[@aria-labelledby='kuratiert']")
    assert {address.split("/")[2] for address in links(section)} == curated
    assert overview.counts(db).curated == len(curated)


def test_saved_hits_count_as_the_query(visitor, numbers):
    table = csv.DictReader(
        io.StringIO(visitor.get("/suche.csv?typ=measure&nachgenutzt=ja").data.decode("utf-8-sig")),
        delimiter=";",
    )
    rows = {
        row["Kennung"]: (int(row["Zahl der Nachnutzungen"]), int(row["davon andernorts im Einsatz"]))
        for row in table
    }
    assert rows == {one: numbers["measure", one] for one in of(numbers, "measure")}


def test_json_csv_and_data_package_hold_the_records_that_count(real_edition, db, numbers):
    exported = json.loads(files_of(real_edition, "json", [])[""])
    for measure in exported["measures_in_context"]:
        records = measure["reuses"]
        reported = sum(one["reported"] for one in records)
        there = sum(one["in_use_elsewhere"] for one in records)
        assert (reported, there) == numbers.get(("measure", measure["id"]), (0, 0))
    assert len(exported["reuses"]) == db.execute("SELECT count(*) FROM reuses").fetchone()[0]
    package = files_of(real_edition, "datapackage", [])
    for name in ("reuses", "reuses_of_entries"):
        rows = list(csv.reader(io.StringIO(package[f"{name}.csv"].decode())))
        assert len(rows) - 1 == db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    sheet = csv.DictReader(
        io.StringIO(files_of(real_edition, "csv", [])[""].decode("utf-8-sig")), delimiter=";"
    )
    lines = {
        row["Kennung"]: len([x for x in row["Wer es nutzt oder nutzen will"].split(" | ") if x])
        for row in sheet
    }
    merely_named = 1
    assert lines["bad-belzig-app"] == numbers["measure", "bad-belzig-app"][0] + merely_named


def test_every_record_names_a_page_that_says_it(db):
    assert all(one.pages for one in reuses.all_reuses(db))


def test_nobody_reuses_what_is_their_own(db):
    own = db.execute(
        """
        SELECT r.id FROM reuses r JOIN reuses_of_entries l ON l.reuse = r.id AND l.entry_kind = 'project'
          JOIN projects_municipalities p ON p.project = l.entry AND p.municipality = r.municipality
        """
    ).fetchall()
    assert own == []
