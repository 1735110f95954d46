"""What the interface answers is what the pages show."""

from __future__ import annotations

import pytest

from catalogue.model.facets import FACETS

FIELDS = ["kind", "id", "title", "subtitle", "address", "distant", "projects", "status", "reuses", "recorded"]


def test_the_search_finds_the_same_as_the_page_in_the_same_order(program):
    asked = "q=app&land=bayern&umfang=alles&sortierung=name"
    found = program.get(f"/api/search?{asked}&limit=100").json
    saved = program.get(f"/suche.json?{asked}").json
    assert [item["id"] for item in found["items"]] == [hit["id"] for hit in saved["hits"]]
    assert (found["total"], found["best"]) == (saved["total"], saved["best"])
    assert program.get(found["page"]).status_code == 200


def test_hits_of_every_kind_have_the_same_fields_here_and_in_the_saved_file(program):
    saved = program.get("/suche.json").json["hits"]
    found = program.get("/api/search?limit=100").json["items"]
    assert len({hit["kind"] for hit in saved}) > 4
    [names] = {tuple(sorted(hit.keys() - {"entry"})) for hit in (*saved, *found)}
    assert set(FIELDS) < set(names)


def test_a_solution_tells_what_it_costs_and_who_uses_it(program):
    [dipas] = [i for i in program.get("/api/search?q=dipas&typ=solution").json["items"] if i["id"] == "dipas"]
    entry = program.get("/api/solutions/dipas").json
    assert dipas["open_source"] is True
    assert dipas["status"] == {"id": "betrieb", "label": "im Betrieb"}
    assert [each["id"] for each in dipas["fields"]] == entry["item"]["entry"]["fields"]
    assert dipas["reuses"] == sum(each["reported"] for each in entry["surroundings"]["transfers"])
    assert dipas["in_use_elsewhere"] > 0


def test_facets_count_what_choosing_them_finds(program):
    told = program.get("/api/facets?q=hochwasser").json
    facets = {facet["name"]: facet for facet in told["items"]}
    assert {facet.name for facet in FACETS} < facets.keys()
    for name in ("typ", "land", "projekt", "quelloffen"):
        value = facets[name]["values"][0]
        found = program.get("/api/search", query_string={"q": "hochwasser", name: value["id"]}).json
        assert found["total"] == value["count"] > 0


def test_suggestions_lead_to_pages(program):
    items = program.get("/api/suggestions?q=mob").json["items"]
    assert {"feld", "ort"} & {item["kind"] for item in items}
    assert [item["address"] for item in items if program.get(item["address"]).status_code != 200] == []


def test_a_list_takes_the_filters_of_the_search(program):
    found = program.get("/api/measures?feld=mobilitaet&land=sachsen&jahr=2022-2024&limit=100").json
    assert found["total"] == len(found["items"]) > 0
    assert all("mobilitaet" in item["entry"]["fields"] for item in found["items"])


def test_a_kind_that_is_not_searched_is_narrowed_by_its_own_fields(program):
    found = program.get("/api/municipalities?federal_state=saarland&limit=100").json
    assert {item["entry"]["federal_state"] for item in found["items"]} == {"saarland"}
    both = program.get("/api/municipalities?federal_state=saarland&federal_state=bremen").json
    assert both["total"] > found["total"]


def test_an_entry_tells_what_surrounds_it(program):
    told = program.get("/api/measures/zwoenitz-erzmobil").json
    assert told["item"]["entry"]["title"] == "ERZmobil"
    assert told["item"]["address"] == "/massnahmen/zwoenitz-erzmobil"
    assert told["surroundings"]["projects"] == [{"id": "zwoenitz", "name": "Smart City Zwönitz"}]
    assert "erzmobil" in told["surroundings"]["solutions"]
    assert told["surroundings"]["transfers"]
    assert program.get(told["item"]["self"]).json == told


def test_transfers_are_those_of_the_fields_asked_for(program):
    told = program.get("/api/transfers?kind=uebernommen&status=im-einsatz&limit=100").json
    assert told["total"] == len(told["items"]) > 0
    assert {(each["kind"], each["status"]) for each in told["items"]} == {("uebernommen", "im-einsatz")}
    one = told["items"][0]
    assert all(page["url"].startswith("http") for page in one["pages"])
    again = program.get("/api/transfers", query_string={"origin": one["origin"]}).json
    assert one["id"] in {each["id"] for each in again["items"]}


@pytest.mark.parametrize(
    ("root", "label"), [("", "Mobilität und Verkehr"), ("/en", "Mobility and transport")]
)
def test_names_are_those_of_the_language_and_ids_the_same_in_both(program, root, label):
    [term] = [
        each
        for each in program.get(f"{root}/api/vocabularies/fields").json["items"]
        if each["id"] == "mobilitaet"
    ]
    assert term["label"] == label
    item = program.get(f"{root}/api/search?feld=mobilitaet&typ=measure&limit=1").json["items"][0]
    assert {"id": "mobilitaet", "label": label} in item["fields"]
    assert item["address"].startswith(f"{root}/massnahmen/")


def test_what_is_typed_is_read_as_on_the_page(program):
    composed, decomposed, padded = "Zwönitz", "Zwo\u0308nitz", " Zwönitz\x00"
    totals = [
        program.get("/api/search", query_string={"q": q}).json["total"]
        for q in (composed, decomposed, padded)
    ]
    assert len(set(totals)) == 1
    assert totals[0] > 0


def test_places_are_found_by_a_part_of_their_name_whether_they_have_an_entry_or_not(program):
    found = program.get("/api/places?q=stollberg").json["items"]
    assert found[0]["name"].startswith("Stollberg")
    assert found[0]["federal_state"] == {"id": "sachsen", "label": "Sachsen"}
    one = program.get(found[0]["self"]).json
    assert (one["item"]["key"], one["entry"]) == (found[0]["key"], None)
    assert program.get(one["address"]).status_code == 200
    assert len(program.get("/api/places?q=neustadt&limit=100").json["items"]) > 20
    assert len(program.get("/api/places?q=neustadt&limit=3").json["items"]) == 3
    assert program.get("/api/places?q=%20").json["items"] == []


def test_a_place_leads_to_its_entry(program):
    key = program.get("/api/municipalities/zwoenitz").json["item"]["entry"]["ags"]
    place = program.get(f"/api/places/{key}").json
    assert place["item"]["name"] == "Zwönitz"
    assert program.get(place["entry"]).json["item"]["id"] == "zwoenitz"
