"""What a person types and what should come of it."""

from pathlib import Path
from unicodedata import normalize

import pytest

from search import Answer, Document, Engine, Language, Segments, open_index, write_index


def ids(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


def marked(segments: Segments) -> list[str]:
    return [text for text, is_match in segments if is_match]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Bus auf dem Dorf", "bachhausen-dorfflitzer"),
        ("Bus auf Bestellung", "bachhausen-dorfflitzer"),
        ("on-demand bus", "bachhausen-dorfflitzer"),
        ("Bäume gießen Sensor", "waldkirchen-baeume"),
        ("baeume giessen", "waldkirchen-baeume"),
        ("Hochwaser Warnung", "bachhausen-pegel"),
        ("Überschwemmung", "bachhausen-pegel"),
        ("Bürger mitreden", "bachhausen-mitreden"),
        ("burgerbeteiligung plattform", "bachhausen-mitreden"),
        ("Amt kommt ins Dorf", "waldkirchen-rathausbus"),
        ("digital twin", "altstadt-zwilling"),
        ("wie Altstadt am Berg Daten zeigt", "altstadt-cockpit"),
        ("Füllstandssensor", "altstadt-muell"),
        ("verkehrs zählung", "altstadt-verkehr"),
        ("Dorfflitzer", "bachhausen-dorfflitzer"),
        ("Wer hat schon einen Digitalen Zwilling?", "altstadt-zwilling"),
    ],
)
def test_finds_what_is_meant(engine: Engine, query: str, first: str) -> None:
    assert ids(engine.search(query))[0] == first


def test_an_entry_called_like_the_whole_query_comes_first(tmp_path: Path) -> None:
    documents = (
        Document("zählung", "measure", "Verkehrszählung", "Bus und Bahn", terms=("Bus", "Rufbus", "Linie")),
        Document("norm", "knowledge", "DIN SPEC 91357: Offene Plattform", aliases=("OUP",)),
        Document(
            "plattform", "measure", "Plattform", "DIN SPEC 91357", technologies=("DIN SPEC 91357", "OUP")
        ),
    )
    write_index(documents, Language(), tmp_path)
    engine = open_index(tmp_path)
    for query in ("DIN SPEC 91357", "din spec 91357", "OUP", "DIN SPEC 91357: Offene Plattform"):
        assert ids(engine.search(query))[0] == "norm"
    assert ids(engine.search("DIN SPEC 91357 Plattform")) != []


def test_a_kind_of_it_is_found_too(engine: Engine) -> None:
    assert "bachhausen-dorfflitzer" in ids(engine.search("ÖPNV"))


def test_the_word_itself_comes_before_a_kind_of_it(engine: Engine) -> None:
    assert ids(engine.search("ÖPNV"))[0] == "waldkirchen-linie"


def test_the_last_word_may_be_unfinished(engine: Engine) -> None:
    assert "waldkirchen-baeume" in ids(engine.search("Bodenfeu"))


def test_a_place_lifts_what_is_there(engine: Engine) -> None:
    assert ids(engine.search("Bus Bayern"))[0] == "waldkirchen-linie"
    assert ids(engine.search("Bus Sachsen"))[0] == "bachhausen-dorfflitzer"


def test_a_place_alone_lists_what_is_there(engine: Engine) -> None:
    found = ids(engine.search("Waldkirchen"))
    assert len(found) == 3
    assert all(id_.startswith("waldkirchen") for id_ in found)


def test_nothing_typed_lists_all_the_best_documented_first(engine: Engine) -> None:
    answer = engine.search("")
    assert answer.total == len(engine) == 10
    assert ids(answer)[:2] == ["bachhausen-dorfflitzer", "waldkirchen-baeume"]


def test_nonsense_finds_nothing(engine: Engine) -> None:
    assert engine.search("qqqqqqq").total == 0


def test_a_phrase_must_stand_so(engine: Engine) -> None:
    assert ids(engine.search('"nach Fahrplan"')) == ["waldkirchen-linie"]
    assert engine.search('"Fahrplan nach"').total == 0


def test_a_minus_leaves_out(engine: Engine) -> None:
    assert "waldkirchen-linie" not in ids(engine.search("Bus -Ehrenamtliche"))
    assert engine.search("-Bus").total == 10 - 2


def test_one_of_two_will_do(engine: Engine) -> None:
    assert {"altstadt-zwilling", "altstadt-muell"} <= set(ids(engine.search("Zwilling OR Container")))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("feld:mobilität", {"bachhausen-dorfflitzer", "waldkirchen-linie", "altstadt-verkehr"}),
        ("feld:verkehr", {"bachhausen-dorfflitzer", "waldkirchen-linie", "altstadt-verkehr"}),
        ('status:"in Planung"', {"bachhausen-mitreden", "waldkirchen-linie"}),
        ("land:Sachsen feld:mobilitaet", {"bachhausen-dorfflitzer"}),
        ("ort:Waldkirchen feld:klima", {"waldkirchen-baeume"}),
        ("lizenz:eupl", {"altstadt-zwilling"}),
        ("jahr:2021..2022 feld:klima", {"bachhausen-pegel", "waldkirchen-baeume"}),
        ("2018-2019", {"waldkirchen-linie"}),
    ],
)
def test_prefixes_filter(engine: Engine, query: str, expected: set[str]) -> None:
    assert set(ids(engine.search(query))) == expected


def test_every_facet_of_the_documents_is_a_prefix(engine: Engine) -> None:
    assert {"typ", "projekt", "feld", "status", "lizenz", "ort", "jahr"} <= set(engine.prefixes)
    assert len(ids(engine.search("projekt:altstadt"))) == 4


def test_a_facet_that_is_new_is_a_prefix_at_once(tmp_path: Path) -> None:
    documents = (
        Document("a", "measure", "Bus", facets={"farbe": ("rot",)}),
        Document("b", "measure", "Bus", facets={"farbe": ("blau",)}),
    )
    write_index(documents, Language(labels={"farbe": {"rot": ("Rot", "red")}}), tmp_path)
    engine = open_index(tmp_path)
    assert ids(engine.search("Bus farbe:red")) == ["a"]
    assert ids(engine.search("Bus -farbe:Rot")) == ["b"]


@pytest.mark.parametrize(
    ("query", "excluded"),
    [
        ("-feld:mobilität", {"bachhausen-dorfflitzer", "waldkirchen-linie", "altstadt-verkehr"}),
        ('-status:"in Planung"', {"bachhausen-mitreden", "waldkirchen-linie"}),
        ("-projekt:waldkirchen", {"waldkirchen-baeume", "waldkirchen-rathausbus", "waldkirchen-linie"}),
        ("-ort:Waldkirchen", {"waldkirchen-baeume", "waldkirchen-rathausbus", "waldkirchen-linie"}),
        ("-land:Bayern", {"waldkirchen-baeume", "waldkirchen-rathausbus", "waldkirchen-linie"}),
        ("-jahr:2018", {"waldkirchen-linie"}),
        ("-2018-2019", {"waldkirchen-linie"}),
        ('-"ohne festen Fahrplan"', {"bachhausen-dorfflitzer"}),
        ("-feld:Dorfflitzer", {"bachhausen-dorfflitzer"}),
        ("-jahr:bald", set()),
        ("-und", set()),
        ("-!", set()),
    ],
)
def test_a_minus_leaves_out_whatever_follows(engine: Engine, query: str, excluded: set[str]) -> None:
    everything = set(ids(engine.search("")))
    assert everything - set(ids(engine.search(query))) == excluded


def test_a_prefix_without_such_a_term_is_a_word(engine: Engine) -> None:
    assert ids(engine.search("feld:Dorfflitzer"))[0] == "bachhausen-dorfflitzer"
    assert engine.search("feld:qqqqqqq").total == 0


def test_filters_narrow_and_any_of_their_terms_will_do(engine: Engine) -> None:
    answer = engine.search("", {"feld": ["mobilitaet", "klima-umwelt"], "status": ["betrieb"]})
    assert answer.total == 4


def test_years_are_a_filter_too(engine: Engine) -> None:
    assert set(ids(engine.search("", {"jahr": ["2018-2020"]}))) == {"waldkirchen-linie", "bachhausen-pegel"}


def test_facets_count_exactly(engine: Engine) -> None:
    counts = dict(engine.search("").facets["feld"])
    assert counts["mobilitaet"] == 3
    assert counts["klima-umwelt"] == 3


def test_the_own_selection_of_a_facet_does_not_shrink_its_counts(engine: Engine) -> None:
    answer = engine.search("", {"feld": ["mobilitaet"]})
    assert dict(answer.facets["feld"]) == dict(engine.search("").facets["feld"])
    assert dict(answer.facets["status"]) == {"betrieb": 2, "planung": 1}


def test_every_count_is_what_one_gets_by_choosing_it(engine: Engine) -> None:
    chosen = {"status": ["betrieb"]}
    for name, counts in engine.search("Bus", chosen).facets.items():
        for term, count in counts:
            assert engine.search("Bus", {**chosen, name: [term]}).total == count


def test_an_empty_answer_tells_which_filter_hides_what(engine: Engine) -> None:
    answer = engine.search("Bus", {"feld": ["beteiligung"], "status": ["betrieb"]})
    assert answer.total == 0
    assert [(near.facet, near.count > 0) for near in answer.relaxed] == [("feld", True)]


def test_says_what_was_probably_meant(engine: Engine) -> None:
    assert engine.search("Hochwaser Warnung").did_you_mean == "Hochwasser Warnung"
    assert engine.search("Zwiling").did_you_mean == "Zwilling"


@pytest.mark.parametrize(
    "query", ["Hochwasser", "Rufbus", "Bus auf dem Dorf", "qqqqqqq", "", "Pegelsensoren"]
)
def test_says_nothing_if_the_query_was_fine(engine: Engine, query: str) -> None:
    assert engine.search(query).did_you_mean is None


def test_another_form_of_a_word_is_no_better_spelling(tmp_path: Path) -> None:
    text = "Kurse zum Erklären von Hochwasser und von Klärungen."
    language = Language(compound_words=("wasser",))
    write_index([Document("kurs", "measure", "Kurs", "Kurs", text=text)], language, tmp_path)
    assert open_index(tmp_path).search("Wassererklärung").did_you_mean is None


def test_marks_the_words_that_matched_also_synonyms_and_parts(engine: Engine) -> None:
    hit = engine.search("Bus auf Bestellung").hits[0]
    assert "Rufbus" in [word for snippet in hit.snippets for word in marked(snippet)]
    hit = engine.search("Pegel").hits[0]
    assert "Pegelsensoren" in marked(hit.one_liner)


def test_snippets_are_whole_sentences(engine: Engine) -> None:
    (snippet,) = engine.search("SMS").hits[0].snippets
    assert "".join(text for text, _ in snippet) == "Die Feuerwehr wird z. B. per SMS gewarnt."


def test_segments_give_the_text_unchanged(engine: Engine) -> None:
    hit = engine.search("Rufbus").hits[0]
    assert "".join(text for text, _ in hit.title) == "Dorfflitzer"


def test_a_hit_explains_itself_on_request(engine: Engine) -> None:
    hit = engine.search("Überschwemmung", explain=True).hits[0]
    assert any(
        m.word == "Pegelsensoren" and m.field == "one_liner" and m.how == "concept" for m in hit.explanation
    )
    assert not engine.search("Überschwemmung").hits[0].explanation


def test_sorts_by_name_both_ways(engine: Engine) -> None:
    names = ["".join(t for t, _ in hit.title) for hit in engine.search("", sort="name").hits]
    assert names == sorted(names)
    assert ids(engine.search("", sort="-name")) == ids(engine.search("", sort="name"))[::-1]


def test_pages_continue_each_other(engine: Engine) -> None:
    whole = ids(engine.search(""))
    assert (
        ids(engine.search("", page=1, page_size=4)) + ids(engine.search("", page=2, page_size=4)) == whole[:8]
    )
    assert not engine.search("", page=99).hits


def test_the_same_question_gets_the_same_answer(engine: Engine, folder: object) -> None:
    from pathlib import Path

    import search

    again = search.open_index(Path(str(folder)))
    for query in ("Bus", "Sensor Stadt", "", "kleine Gemeinde"):
        assert again.search(query) == engine.search(query)


def test_suggests_entries_terms_and_places(engine: Engine) -> None:
    assert ("Dorfflitzer", "measure") in [(s.text, s.kind) for s in engine.suggest("dorf")]
    assert ("Mobilität", "feld") in [(s.text, s.kind) for s in engine.suggest("mobi")]
    assert ("Waldkirchen", "ort") in [(s.text, s.kind) for s in engine.suggest("wald")]
    assert [s.text for s in engine.suggest("zähl")] == ["Verkehrszählung mit Kameras"] or not engine.suggest(
        "zähl"
    )
    assert engine.suggest("") == []


@pytest.mark.parametrize(
    "typed",
    ["3d-stadtmodell", "3d stadtmodell", "3D Stadtmodell", "3dstadtmodell", "stadtmodell", "3-d stadt"],
)
def test_suggestions_accept_hyphens_spaces_and_joined_words_alike(tmp_path: Path, typed: str) -> None:
    write_index([Document("modell", "measure", "3D-Stadtmodell")], Language(), tmp_path)
    assert [s.id for s in open_index(tmp_path).suggest(typed)] == ["modell"]


def test_tells_what_it_did_not_find(engine: Engine) -> None:
    answer = engine.search("Bus für den Schafstall")
    assert answer.not_found == ("Schafstall",)
    assert answer.total
    assert not answer.says_nothing


def test_only_fillers_find_nothing_and_are_told(engine: Engine) -> None:
    answer = engine.search("was ist das")
    assert (answer.total, answer.says_nothing, answer.not_found) == (0, True, ())
    assert not engine.search("").says_nothing
    assert ids(engine.search('und "nach Fahrplan"')) == ["waldkirchen-linie"]


def test_similar_entries_come_from_elsewhere_too(engine: Engine) -> None:
    near = [id_ for id_, _ in engine.similar("bachhausen-dorfflitzer")]
    assert "bachhausen-dorfflitzer" not in near
    assert near[0].startswith("waldkirchen")
    assert "waldkirchen-linie" in near
    assert engine.similar("nobody") == []


@pytest.mark.parametrize(
    "query",
    [
        "Bäume gießen",
        "Zwönitz",
        "Bürger",
        "ort:Münster",
        '"für Bürger"',
        "Würzburg -Übung",
        "Schlüssel OR Tür",
    ],
)
def test_decomposed_letters_find_what_composed_ones_find(real_edition, query: str) -> None:
    engine = open_index(real_edition.index)
    composed, decomposed = (normalize(form, query) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert engine.search(decomposed) == engine.search(composed)
    assert engine.suggest(decomposed.split()[0]) == engine.suggest(composed.split()[0])
