"""The form for entries: it keeps what was typed, tells errors at their fields, and gives what the reader accepts."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.editing.form import MOST_ROWS
from catalogue.model.entries import DocumentedEntry, Measure
from catalogue.reading.entry_file import read_entry_file
from catalogue.web import create_app
from catalogue.web.entry_form import KINDS, LARGEST_BYTES, MOST_FIELDS
from tests.catalogue.web.filling_in import filled, send, told, written
from tests.catalogue.web.reading_pages import parsed, text

CONTENT = Path(__file__).parents[3] / "content"
NEW = "/mitmachen/neu/measure"
RIGHT = {
    "project": "zwoenitz",
    "title": "Rufbus: der zweite",
    "subtitle": "Bus auf Bestellung",
    "fields": ["mobilitaet"],
    "kinds": ["app"],
    "status": "betrieb",
    "status_date": "2026-05",
    "body": "## Ausgangslage\r\n\r\nAbends fuhr kein Bus mehr.\r\n\r\n## Lösung\r\n\r\nEin Kleinbus kommt auf Bestellung.",
    "recorded": "2026-11-23",
    "sources-0-url": "https://www.zwoenitz.de/rufbus",
    "sources-0-title": "Platz #1: der Rufbus",
}


def test_a_whole_entry_becomes_a_file_that_the_reader_accepts(visitor):
    answer = send(visitor, NEW, RIGHT)
    file = written(answer.text)
    path = "measures/zwoenitz/zwoenitz-rufbus-der-zweite.md"
    assert f"content/{path}" in answer.text
    read = read_entry_file(Path(path), Measure, file.encode())
    assert read.flaws == ()
    assert read.entry.title == RIGHT["title"]
    assert read.entry.sources[0].title == "Platz #1: der Rufbus"


def test_the_file_can_be_downloaded(visitor):
    answer = send(visitor, NEW, RIGHT, "datei")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="zwoenitz-rufbus-der-zweite.md"'
    assert answer.text == written(send(visitor, NEW, RIGHT).text)


@pytest.mark.parametrize("kind", ["measure", "solution"])
def test_the_preview_is_the_page_of_the_entry_and_says_that_it_is_one(visitor, kind):
    known = {"measure": "zwoenitz-erzmobil", "solution": "erzmobil"}[kind]
    address = f"/mitmachen/aendern/{kind}/{known}"
    sent = filled(visitor.get(address).text) | {"title": "<script>alert(1)</script> & Co"}
    shown = send(visitor, address, sent, "vorschau")
    page = parsed(shown.text)
    assert text(page.find(".//h1")) == "<script>alert(1)</script> & Co"
    assert "<script>alert" not in shown.text
    assert "Vorschau" in text(page.find(".//main"))
    assert (
        page.find(".//section[@class='answer']") is not None or page.find(".//*[@id='quellen']") is not None
    )
    new = send(visitor, NEW, RIGHT, "vorschau") if kind == "measure" else None
    assert new is None or text(parsed(new.text).find(".//h1")) == RIGHT["title"]


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"title": ""}, "title", "Name der Maßnahme"),
        ({"project": ""}, "project", "Wählen Sie"),
        ({"fields": []}, "fields", "Handlungsfelder"),
        ({"status_date": "5.2026"}, "status_date", "2026-05"),
        ({"sources-0-title": ""}, "sources-0-title", "Titel der Seite"),
        ({"sources-0-url": "www.zwoenitz.de"}, "sources-0-url", "https://www.zwoenitz.de"),
        ({"recorded": "2099-01-01"}, "recorded", ""),
        ({"body": "Kurz."}, "body", ""),
        ({"kinds": ["gibt-es-nicht"]}, "kinds", "gibt-es-nicht"),
        ({"uses": "gibt-es-nicht"}, "uses", "Kennung"),
        ({"contact-email": "keine"}, "contact-email", ""),
        ({"costs-0-amount_eur": "1.200 €", "costs-0-covers": "anschaffung"}, "costs-0-amount_eur", "1200"),
        ({"id": "zwoenitz-erzmobil"}, "id", "hat auch measures/zwoenitz/zwoenitz-erzmobil.md"),
        ({"id": "ulm-rufbus"}, "id", "zwoenitz-"),
    ],
)
def test_an_error_stands_above_and_at_its_field_and_everything_is_kept(visitor, change, field, says):
    sent = RIGHT | change
    answer = send(visitor, NEW, sent)
    found = told(answer.text)
    assert says in found[field]
    assert written(answer.text) == ""
    page = parsed(answer.text)
    owner = page.find(f".//*[@id='{field}']")
    assert f"{field}-meldung" in owner.get("aria-describedby")
    assert page.find(f".//*[@id='{field}-meldung']") is not None
    assert page.find(".//section[@id='ergebnis']").get("role") == "alert"
    kept = filled(answer.text)
    for name, value in sent.items():
        typed = value if isinstance(value, list) else [value.replace("\r\n", "\n")] if value else []
        assert [one for one in kept.get(name, []) if one] == typed, name


def test_what_another_entry_says_too_is_told_at_its_field(visitor):
    sent = filled(visitor.get("/mitmachen/aendern/measure/zwoenitz-erzmobil").text)
    copied = send(visitor, NEW, sent | {"id": "zwoenitz-rufbus-der-zweite", "project": "zwoenitz"})
    found = told(copied.text)
    assert "zwoenitz-erzmobil.md" in found["title"]
    assert "100 Prozent" in found["body"]
    assert any("Wort für Wort" in message for message in found.values())
    other = send(visitor, NEW, RIGHT | {"sources-0-url": sent["sources-0-url"]})
    assert "Für dieselbe Seite" in told(other.text)["sources-0-title"]


def test_a_reuse_that_is_told_already_is_an_error(visitor, db):
    known = db.execute("SELECT id FROM reuses WHERE municipality IS NOT NULL ORDER BY id").fetchone()[0]
    sent = filled(visitor.get(f"/mitmachen/aendern/reuse/{known}").text) | {"id": f"{known}-2"}
    found = told(send(visitor, "/mitmachen/neu/reuse", sent).text)
    assert "Dieselbe Nachnutzung steht in" in found["municipality"]


def test_words_that_are_wanted_are_a_note_at_their_field_and_no_error(visitor):
    found = told(send(visitor, NEW, RIGHT).text)
    assert set(found) == {"asked_as", "subtitle_en"}


def test_another_row_keeps_what_is_there_and_checks_nothing(visitor):
    answer = visitor.post(NEW, data=RIGHT | {"title": "", "mehr": "sources"})
    kept = filled(answer.text)
    assert kept["sources-0-title"] == ["Platz #1: der Rufbus"]
    assert kept["sources-1-url"] == [""]
    assert parsed(answer.text).find(".//section[@id='ergebnis']") is None


def test_a_list_of_texts_has_a_line_each_and_a_statement_its_source(visitor):
    sent = RIGHT | {
        "technologies": "Kasse\r\nApp (iOS, Android)\r\n\r\n",
        "results-0-text": "40 Fahrgäste",
        "results-2-text": "2.700 im Jahr",
        "results-2-source": "bilanz",
        "sources-0-key": "bilanz",
    }
    file = written(send(visitor, NEW, sent).text)
    entry = read_entry_file(
        Path("measures/zwoenitz/zwoenitz-rufbus-der-zweite.md"), Measure, file.encode()
    ).entry
    assert entry.technologies == ["Kasse", "App (iOS, Android)"]
    assert [(one.text, one.source) for one in entry.results] == [
        ("40 Fahrgäste", ()),
        ("2.700 im Jahr", ("bilanz",)),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_begins_with_the_entry_and_gives_it_back_whole(visitor, db, kind):
    table = {"measure": "measures", "solution": "solutions", "reuse": "reuses"}[kind]
    ids = [row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")]
    for entry_id in ids[:: max(1, len(ids) // 8)]:
        address = f"/mitmachen/aendern/{kind}/{entry_id}"
        answer = send(visitor, address, filled(visitor.get(address).text))
        file = written(answer.text)
        assert file, (entry_id, told(answer.text))
        assert told(answer.text) == {}, entry_id
        path = re.search(r"<code>content/([^<]+)</code>", answer.text)[1]
        before = read_entry_file(Path(path), KINDS[kind], (CONTENT / path).read_bytes()).entry
        after = read_entry_file(Path(path), KINDS[kind], file.encode()).entry
        assert told_of(after) == told_of(before)


def told_of(entry: DocumentedEntry) -> dict[str, object]:
    """The values of an entry; blanks around the text of a file mean nothing."""
    values = entry.model_dump()
    return {name: value.strip() if name == "body" else value for name, value in values.items()}


def test_the_forge_is_opened_with_name_and_text_or_says_what_to_do(real_edition):
    github = create_app(
        real_edition, {"EDIT_ADDRESS": "https://github.com/a/b/edit/main/content"}
    ).test_client()
    answer = send(github, NEW, RIGHT)
    link = parsed(answer.text).find(".//section[@id='ergebnis']//a[@target='_blank']").get("href")
    asked = parse_qs(urlsplit(link).query)
    assert asked["value"] == [written(answer.text)]
    assert asked["filename"] == ["content/measures/zwoenitz/zwoenitz-rufbus-der-zweite.md"]
    long = send(github, NEW, RIGHT | {"body": RIGHT["body"] + " Sehr ausführlich." * 600})
    assert "zu lang" in long.text
    gitlab = create_app(
        real_edition, {"EDIT_ADDRESS": "https://gitlab.example/a/b/-/edit/main/content"}
    ).test_client()
    answer = send(gitlab, NEW, RIGHT)
    assert "/-/new/main?file_name=content%2Fmeasures%2F" in answer.text
    assert "nimmt GitLab nicht" in answer.text
    assert (
        "/-/edit/main/content/solutions/erzmobil.md"
        in send(
            gitlab,
            "/mitmachen/aendern/solution/erzmobil",
            filled(gitlab.get("/mitmachen/aendern/solution/erzmobil").text),
        ).text
    )


def test_terms_whose_order_means_something_are_chosen_one_by_one(visitor):
    sent = RIGHT | {"fields": ["soziales-teilhabe", "", "mobilitaet", ""]}
    answer = send(visitor, NEW, sent)
    assert "fields: [soziales-teilhabe, mobilitaet]" in written(answer.text)
    assert filled(answer.text)["fields"] == ["soziales-teilhabe", "mobilitaet", "", ""]


def test_what_is_sent_is_bounded(visitor):
    too_long = visitor.post(NEW, data={"body": "x" * (LARGEST_BYTES + 1)})
    assert too_long.status_code == 413
    assert "kürzen" in too_long.text
    too_many = visitor.post(NEW, data={f"a{n}": "" for n in range(MOST_FIELDS + 1)})
    assert too_many.status_code == 400
    assert "noch einmal" in too_many.text
    rows = visitor.post(NEW, data={f"sources-{n}-title": "t" for n in range(200)} | {"tun": "pruefen"})
    assert len([name for name in filled(rows.text) if name.startswith("sources-")]) <= MOST_ROWS * 4


SECONDS = 5
"""Of the processor, for a form that is as hostile as its size allows."""


@pytest.mark.parametrize("button", ["pruefen", "vorschau"])
@pytest.mark.parametrize(
    "typed",
    [
        {"body": "[" * 40_000},
        {"body": "<a " * 9_000},
        {"uses": "\r\n".join(f"x{n}" for n in range(9_000))},
        {"technologies": "a\r\n" * 15_000},
        {"fields": [f"x{n}" for n in range(2_900)]},
        {"sources-0-url": "http://" * 12_000},
        {"sources-0-url": "https://" + "a." * 40_000},
        {f"sources-{n}-url": "x" for n in range(2_900)},
        {"title": "- [{&a *a,'" * 3_000},
        {"costs-0-amount_eur": "9" * 100_000, "costs-0-covers": "anschaffung"},
        {"status_date": "9" * 100_000},
        {"contact-email": "a@" * 30_000},
    ],
    ids=lambda typed: next(iter(typed)),
)
def test_a_hostile_form_is_answered_in_time(visitor, typed, button):
    begun = time.process_time()
    answer = send(visitor, NEW, RIGHT | typed, button)
    assert answer.status_code == 200
    assert time.process_time() - begun < SECONDS
    assert len(answer.data) < 3_000_000


def test_of_very_many_errors_the_first_are_told_and_the_others_counted(visitor):
    answer = send(visitor, NEW, RIGHT | {f"sources-{n}-url": "x" for n in range(60)})
    last = parsed(answer.text).findall(".//section[@id='ergebnis']//li")[-1]
    assert re.fullmatch(r"… und \d+ weitere\.", text(last))


@pytest.mark.parametrize(
    "address", ["/mitmachen/neu/project", "/mitmachen/neu/x", "/mitmachen/aendern/measure/gibt-es-nicht"]
)
def test_there_is_no_form_for_what_there_is_not(visitor, address):
    assert visitor.get(address).status_code == 404
    assert visitor.post(address).status_code == 404


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(
        [
            "'",
            '"',
            "---",
            "- a: b",
            "!!python/object",
            "&a *a",
            "{{ 7*7 }}",
            "<b>",
            "\x00",
            "\ufeff",
            "../../x",
            "a\r\nb: c",
            "#",
            "|",
            ": ",
            "„“",
        ]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(
            [*RIGHT, "id", "asked_as", "costs-0-note", "contact-name", "results-1-text", "sources-9-url"]
        ),
        HOSTILE,
    )
)
def test_whatever_is_typed_the_page_stands_and_nothing_gets_out_of_its_field(visitor, typed):
    answer = send(visitor, NEW, RIGHT | typed)
    assert answer.status_code == 200
    page = parsed(answer.text)
    assert page.find(".//b") is None
    file = written(answer.text)
    if file:
        path = re.search(r"<code>content/([^<]+)</code>", answer.text)[1]
        read = read_entry_file(Path(path), Measure, file.encode())
        assert read.entry is not None
        assert read.entry.status == RIGHT["status"] or "status" in typed


def test_an_id_made_of_the_name_is_not_kept_so_that_it_follows_the_project_chosen_later(visitor):
    answer = send(visitor, NEW, {**RIGHT, "project": ""})
    assert "Wählen Sie es aus" in answer.text
    assert 'value="rufbus-der-zweite"' not in answer.text
