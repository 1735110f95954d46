"""The shortlist: it lives in the address, compares up to five measures, and gives files to take along."""

from __future__ import annotations

import re

import pytest

from catalogue.exports.paper import Paper
from catalogue.exports.paper_process import PaperTooLong
from catalogue.web import downloads
from tests.catalogue.web.reading_pages import by_id, links, text

SIX = (
    "zwoenitz-erzmobil",
    "cottbus-cloudio",
    "bad-belzig-app",
    "zwoenitz-app",
    "zwoenitz-makerspace",
    "zwoenitz-pegelsensoren",
)


def address(*ids, path="/merkliste"):
    return f"{path}?{'&'.join(f'id={i}' for i in ids)}"


def compared(shown):
    return [
        links(head)[0].rpartition("/")[2]
        for head in shown.iterfind(".//section/div/table/thead//th")
        if links(head)
    ]


def test_an_empty_list_says_how_to_fill_it(page):
    shown = page("/merkliste")
    assert "Noch steht hier nichts" in text(shown)
    assert by_id(shown, "q") is not None
    assert shown.find(".//table") is None


def test_measures_stand_side_by_side_in_the_order_of_the_address(page):
    shown = page(address(*SIX[:3]))
    assert compared(shown) == list(SIX[:3])
    rows = {text(row.find("th")): row for row in shown.iterfind(".//tbody/tr")}
    assert "Zwönitz (Sachsen)" in text(rows["Wo"])
    assert "keine Angabe in den Quellen" in text(rows["Quelloffen"])


def test_facts_that_no_compared_measure_tells_stand_in_one_line(page):
    shown = page(address(*SIX[:3]))
    heads = [text(head) for head in shown.iterfind(".//tbody/tr/th")]
    found = re.search(r"bei keinem der verglichenen Einträge etwas: ([^.]+)\.", text(shown))
    assert found
    assert not {*found[1].split(", ")} & {*heads}


def test_each_measure_can_be_removed_by_a_link(page):
    remove = page(address(*SIX[:2])).iterfind(".//thead//a[@data-shortlist-remove]")
    assert [a.get("href") for a in remove] == [address(SIX[1]), address(SIX[0])]


def test_a_measure_counts_once(page):
    assert compared(page(address(SIX[0], SIX[0]))) == [SIX[0]]


def test_unknown_measures_are_named_and_left_out(page):
    shown = page(address("gibt-es-nicht", SIX[0]))
    assert "gibt-es-nicht" in text(shown.find(".//div[@role='note']"))
    assert compared(shown) == [SIX[0]]
    assert not any("gibt-es-nicht" in link for link in links(shown.find(".//main")))


def test_of_more_than_five_the_first_five_are_compared_and_the_page_says_so(page):
    shown = page(address(*SIX))
    assert compared(shown) == list(SIX[:5])
    assert "Auf der Liste stehen 6 Einträge" in text(shown)
    listed = shown.find(".//section[@aria-labelledby='vergleich']/ol")
    assert len(listed) == 6
    assert address(SIX[5], *SIX[:5]) in links(listed)


def test_further_measures_are_found_on_the_page(page):
    shown = page(address(SIX[0]) + "&q=Bus")
    to_add = [a.get("href") for a in shown.iterfind(".//a[@data-shortlist-add]")]
    assert to_add
    assert all(a.startswith(address(SIX[0]) + "&id=") for a in to_add)
    assert address(SIX[0], SIX[0]) not in to_add


@pytest.mark.parametrize(
    "query", ["?id=%00&id=%3Cscript%3E", "?id=", "?" + "id=x&" * 200, "?id=" + "x" * 9999]
)
def test_nonsense_is_no_error(page, query):
    page(f"/merkliste{query}")


def test_a_measure_links_to_its_shortlist_and_papers(page):
    found = links(page(f"/massnahmen/{SIX[0]}"))
    assert address(SIX[0]) in found
    assert f"/massnahmen/{SIX[0]}/steckbrief.pdf" in found
    assert f"/massnahmen/{SIX[0]}/steckbrief.docx" in found


@pytest.mark.parametrize(
    ("wanted", "media_type", "start"),
    [
        (f"/massnahmen/{SIX[0]}/steckbrief.pdf", "application/pdf", b"%PDF"),
        (f"/massnahmen/{SIX[0]}/steckbrief.docx", "application/vnd.openxmlformats", b"PK"),
        (address(*SIX, path="/merkliste.pdf"), "application/pdf", b"%PDF"),
        (address(*SIX, path="/merkliste.docx"), "application/vnd.openxmlformats", b"PK"),
        (address(*SIX, path="/merkliste.csv"), "text/csv", b"\xef\xbb\xbfKennung;Name;"),
        (address(*SIX, path="/merkliste.json"), "application/json", b"{"),
    ],
)
def test_files_come_with_their_type_and_a_name(visitor, wanted, media_type, start):
    answer = visitor.get(wanted)
    assert answer.status_code == 200
    assert answer.mimetype.startswith(media_type)
    assert answer.data.startswith(start)
    assert "filename=" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "wanted",
    [
        "/massnahmen/gibt-es-nicht/steckbrief.pdf",
        f"/massnahmen/{SIX[0]}/steckbrief.odt",
        "/merkliste.pdf",
        "/merkliste.docx?id=x",
        "/merkliste.csv",
        "/merkliste.json?id=x",
    ],
)
def test_files_of_nothing_are_not_found(visitor, wanted):
    assert visitor.get(wanted).status_code == 404


MIXED = ("dipas", "zwoenitz-erzmobil")


def test_measures_and_solutions_stand_side_by_side(page):
    shown = page(address(*MIXED))
    assert compared(shown) == list(MIXED)
    rows = {
        text(row.find("th")): [text(cell) for cell in row.findall("td")]
        for row in shown.iterfind(".//tbody/tr")
    }
    assert "Geodatendienste" in rows["Was man zur Übernahme braucht"][0]
    assert "Personenbeförderungsrecht" in rows["Was man zur Übernahme braucht"][1]
    assert rows["Modellprojekt"][0].endswith("–")


def test_what_is_added_may_be_a_solution(page):
    shown = page(address(MIXED[1]) + "&q=dipas")
    found = links(shown.find(".//ul[@class='to-add']"))
    assert f"/loesungen/dipas?liste={MIXED[1]}" in found


def test_table_and_json_hold_solutions_too(visitor):
    table = visitor.get(address(*MIXED, path="/merkliste.csv")).data.decode("utf-8-sig")
    assert [line.split(";")[0] for line in table.splitlines()][1:] == list(MIXED)
    told = visitor.get(address(*MIXED, path="/merkliste.json")).json
    assert [one["id"] for one in told["solutions"]] == ["dipas"]
    assert [one["id"] for one in told["measures"]] == ["zwoenitz-erzmobil"]


def test_a_paper_that_takes_too_long_is_given_up_with_a_page(visitor, monkeypatch):
    def too_long(_form: str, paper: Paper) -> bytes:
        raise PaperTooLong(paper.title)

    monkeypatch.setattr(downloads.papers, "make", too_long)
    german = visitor.get(f"/massnahmen/{SIX[0]}/steckbrief.pdf")
    assert (german.status_code, german.headers["Retry-After"]) == (503, "60")
    assert "Das Papier war nicht rechtzeitig fertig" in german.text
    english = visitor.get(address(*SIX, path="/en/merkliste.docx"))
    assert english.status_code == 503
    assert "The paper was not ready in time" in english.text
