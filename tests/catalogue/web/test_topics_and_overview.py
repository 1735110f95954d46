"""Topics and the overview count what the database holds."""

from __future__ import annotations

from math import dist

from catalogue.queries.connection import connect
from catalogue.web.ring import HEIGHT, RADIUS, THICKEST, WIDTH, ring
from tests.catalogue.web.reading_pages import by_id, links, text


def test_every_topic_has_a_valid_page_with_its_measures(page):
    topics = [address for address in links(page("/themen").find(".//main")) if address.startswith("/themen/")]
    assert len(topics) == 14 + 33
    for address in topics[::4]:
        assert any(a.startswith("/massnahmen/") for a in links(page(address))), address


def test_no_id_is_both_a_field_and_a_kind(real_edition):
    db = connect(real_edition.database)
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


def test_the_ring_of_fields_and_its_table_show_the_same_pairs(page, real_edition):
    section = page("/ueberblick").find(".//section[@aria-labelledby='gemeinsam']")
    rows = section.findall(".//tbody/tr")
    assert len(section.findall(".//{*}svg/{*}path")) == len(rows)
    assert len(section.findall(".//{*}svg/{*}a")) == 14
    first, count = text(rows[0].find("th")), int(text(rows[0].find("td")))
    db = connect(real_edition.database)
    labels = dict(db.execute("SELECT id, label_de FROM fields").fetchall())
    one, other = (next(i for i, label in labels.items() if label == name) for name in first.split(" – "))
    both = "SELECT measure FROM measures_fields WHERE field = ?"
    assert count == len(db.execute(f"{both} INTERSECT {both}", (one, other)).fetchall())


def test_names_on_a_ring_stand_at_equal_distances_and_lines_join_them():
    drawn = ring([(n, n, f"/{n}") for n in "abcd"], {("a", "c"): 4, ("b", "d"): 2})
    middle = (WIDTH / 2, HEIGHT / 2)
    assert {round(dist((node.x, node.y), middle)) for node in drawn.nodes} == {RADIUS}
    assert [node.anchor for node in drawn.nodes] == ["middle", "start", "middle", "end"]
    assert [line.thickness for line in drawn.lines] == [THICKEST / 2, THICKEST]
    a, c = drawn.nodes[0], drawn.nodes[2]
    assert drawn.lines[-1].path.startswith(f"M{a.x} {a.y}Q")
    assert drawn.lines[-1].path.endswith(f" {c.x} {c.y}")
