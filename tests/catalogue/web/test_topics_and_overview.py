"""Topics and the overview count what the database holds."""

from __future__ import annotations

from catalogue import queries
from tests.catalogue.web.reading_pages import by_id, links, text


def test_every_topic_has_a_valid_page_with_its_measures(page):
    topics = [address for address in links(page("/themen").find(".//main")) if address.startswith("/themen/")]
    assert len(topics) == 14 + 33
    for address in topics[::4]:
        assert any(a.startswith("/massnahmen/") for a in links(page(address))), address


def test_no_id_is_both_a_field_and_a_kind(real_edition):
    db = queries.connect(real_edition.database)
    assert db.execute("SELECT count(*) FROM fields JOIN solution_kinds USING (id)").fetchone()[0] == 0


def test_a_topic_shows_status_experience_and_reuse(page):
    topic = page("/themen/verwaltung-service")
    assert by_id(topic, "stand") is not None
    assert by_id(topic, "erfahrung") is not None
    assert "/massnahmen/bad-belzig-app" in links(topic)


def test_an_unknown_topic_is_not_found(page):
    page("/themen/gibt-es-nicht", status=404)


def test_the_bars_of_the_statuses_add_up_to_all_measures(page, real_edition):
    overview = page("/ueberblick")
    chart = overview.find(".//table[@aria-labelledby='bild-4']")
    numbers = [int(text(row.findall("td")[-1]).replace(".", "")) for row in chart.iterfind("tbody/tr")]
    assert sum(numbers) == real_edition.manifest["counts"]["measure"]


def test_the_longest_bar_fills_the_width(page):
    chart = page("/ueberblick").find(".//table[@aria-labelledby='bild-1']")
    assert max(float(rect.get("width")) for rect in chart.iterfind(".//{*}rect")) == 100


def test_most_reused_names_what_others_build_on(page):
    section = by_id(page("/ueberblick"), "nachgenutzt")
    assert section is not None
    assert "/massnahmen/solingen-open-smartcity-app" in links(page("/ueberblick"))
