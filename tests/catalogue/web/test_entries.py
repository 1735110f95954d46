"""The pages of measures and model projects show everything that their entries tell."""

from __future__ import annotations

import json
from datetime import date

import pytest

from catalogue.queries.connection import connect
from catalogue.queries.projects import project_measures
from catalogue.web import create_app, page_parts
from tests.catalogue.web.reading_pages import links, text


def test_a_measure_shows_its_facts_text_results_lessons_and_sources(page):
    measure = page("/massnahmen/zwoenitz-erzmobil")
    shown = text(measure)
    assert text(measure.find(".//h1")) == "ERZmobil"
    for part in (
        "im Betrieb, Stand ",
        "Was daraus wurde",
        "Was andere daraus lernen können",
        "Quellen",
    ):
        assert part in shown
    for fact in (
        "Landkreis Mittelsachsen (Anpassung, geplant, Februar 2023)",
        "IAV",
        "Elektrokleinbus",
        "23. November 2026",
    ):
        assert fact in shown
    assert "https://www.mobilikon.de/praxisbeispiel/erzmobil-zwoenitz" in links(measure)


def test_a_measure_leads_to_its_project_and_to_similar_measures_elsewhere(page):
    addresses = links(page("/massnahmen/zwoenitz-erzmobil"))
    assert "/projekte/zwoenitz" in addresses
    others = [
        a for a in addresses if a.startswith("/massnahmen/") and not a.startswith("/massnahmen/zwoenitz-")
    ]
    assert len(others) >= 3


def test_a_measure_leads_to_what_else_runs_in_its_place(page):
    other = links(page("/massnahmen/zwoenitz-erzmobil").find(".//section[@aria-labelledby='dort']"))
    assert [address.split("-")[0] for address in other[:-1]] == ["/massnahmen/zwoenitz"] * 6
    assert "/massnahmen/zwoenitz-erzmobil" not in other
    assert other[-1] == "/projekte/zwoenitz"


@pytest.mark.parametrize(
    ("verified", "told"),
    [("2026-11-23", "heute"), ("2026-08-20", "vor 3 Monaten"), ("2026-11-30", ""), ("2026-08", "")],
)
def test_the_age_of_a_verification_is_told_roughly(real_edition, verified, told):
    app = create_app(real_edition)
    with app.test_request_context("/"):
        assert page_parts.age(verified, date(2026, 11, 23)) == told


def test_a_discontinued_measure_says_why(page):
    assert "ländlichen Raum nicht wirtschaftlich" in text(page("/massnahmen/cottbus-cloudio"))


def test_an_unknown_status_is_called_unknown(page, real_edition):
    db = connect(real_edition.database)
    measure = db.execute("SELECT id FROM measures WHERE status = 'unbekannt' LIMIT 1").fetchone()
    assert "Stand unbekannt" in text(page(f"/massnahmen/{measure['id']}"))


def test_a_project_lists_all_its_measures(page, real_edition):
    db = connect(real_edition.database)
    ids = project_measures(db, "bad-belzig")
    addresses = links(page("/projekte/bad-belzig"))
    assert ids
    assert all(f"/massnahmen/{measure_id}" in addresses for measure_id in ids)


def test_the_list_of_projects_names_all_of_them(page, real_edition):
    listed = [a for a in links(page("/projekte")) if a.startswith("/projekte/")]
    assert len(set(listed)) == real_edition.manifest["counts"]["project"] == 73


@pytest.mark.parametrize("kind", ["massnahmen", "projekte"])
def test_every_entry_has_a_valid_page(page, real_edition, kind):
    db = connect(real_edition.database)
    table = {"massnahmen": "measures", "projekte": "projects"}[kind]
    ids = [row["id"] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")]
    for entry_id in ids[:: 1 if kind == "projekte" else 7]:
        page(f"/{kind}/{entry_id}")


@pytest.mark.parametrize(
    "address", ["/massnahmen/gibt-es-nicht", "/projekte/gibt-es-nicht", "/gibt-es-nicht", "/static/x.css"]
)
def test_a_page_that_does_not_exist_offers_the_search(page, address):
    missing = page(address, status=404)
    assert "Diese Seite gibt es nicht" in text(missing)
    assert missing.find(".//form[@action='/suche']") is not None


def test_style_sheets_and_fonts_may_be_kept_for_a_year(visitor, page):
    for sheet in page("/").iterfind(".//link[@rel='stylesheet']"):
        response = visitor.get(sheet.get("href"))
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]


def test_no_page_sets_a_cookie_or_asks_another_host(visitor, page):
    for address in ("/", "/suche?q=app", "/massnahmen/zwoenitz-erzmobil", "/projekte"):
        assert "Set-Cookie" not in visitor.get(address).headers
        parsed = page(address)
        loaded = [e.get("src") for e in parsed.iterfind(".//*[@src]")]
        loaded += [
            e.get("href")
            for e in parsed.iterfind(".//link")
            if e.get("rel") in ("stylesheet", "icon", "preload")
        ]
        assert all(str(target).startswith("/static/") for target in loaded)


def test_a_fault_has_a_page_too(real_edition):
    app = create_app(real_edition)
    app.add_url_rule("/fault", "fault", lambda: 1 / 0)
    response = app.test_client().get("/fault")
    assert response.status_code == 500
    assert "Das hat nicht geklappt" in response.text


def test_an_entry_tells_machines_what_it_is(page):
    measure = page("/massnahmen/zwoenitz-erzmobil")
    data = json.loads(text(measure.find(".//script[@type='application/ld+json']")))
    assert data["headline"] == "ERZmobil"
    assert data["dateModified"] == "2026-11-23"
    assert measure.find(".//meta[@property='og:title']").get("content") == "ERZmobil"
    project = json.loads(text(page("/projekte/zwoenitz").find(".//script[@type='application/ld+json']")))
    assert project["@type"] == "Project"


def test_a_measure_can_be_cited_and_mended(real_edition):
    config = {"EDIT_ADDRESS": "https://git.example/content", "REPORT_ADDRESS": "mailto:fehler@example.org"}
    shown = create_app(real_edition, config).test_client().get("/massnahmen/zwoenitz-erzmobil").text
    assert "https://git.example/content/measures/zwoenitz/zwoenitz-erzmobil.md" in shown
    assert "mailto:fehler@example.org" in shown
    assert f"Ausgabe {real_edition.id}" in shown


@pytest.mark.parametrize(
    "path",
    [
        "/massnahmen/zwoenitz-erzmobil",
        "/loesungen/erzmobil",
        "/bedarf/rufbus",
        "/wissen/normen/din-spec-91357",
    ],
)
@pytest.mark.parametrize(("root", "marks"), [("", "„“"), ("/en", "“”")])
def test_a_page_is_cited_with_its_own_address_and_the_quotation_marks_of_its_language(
    page, path, root, marks
):
    cited = text(page(root + path).find(".//cite"))
    assert cited.endswith(f"://localhost{root}{path}")
    assert (cited[0], cited.partition(", Smart")[0][-1]) == tuple(marks)


def test_a_measure_names_the_facts_that_no_source_tells(page, real_edition):
    (silent,) = (
        connect(real_edition.database)
        .execute(
            """
        SELECT m.id FROM measures m JOIN completeness c ON c.kind = 'measure' AND c.id = m.id
         WHERE NOT c.licence AND NOT c.repository AND NOT c.cost ORDER BY m.id LIMIT 1
        """
        )
        .fetchone()
    )
    shown = page(f"/massnahmen/{silent}")

    def untold(place: str) -> str:
        return text(shown.find(f".//*[@aria-labelledby='{place}']")).partition(
            "Dazu sagen die Quellen nichts: "
        )[2]

    assert "Kosten" in untold("kosten")
    assert "Lizenz" in untold("bedarf")
    assert "Quelltext" in untold("weiteres")


def test_a_status_that_the_end_has_overtaken_is_shown_as_outdated(page):
    assert "Stand veraltet: in Erprobung" in text(page("/massnahmen/iserlohn-digital-lotsen"))
    assert "Stand veraltet" not in text(page("/massnahmen/zwoenitz-erzmobil").find(".//article/header"))
