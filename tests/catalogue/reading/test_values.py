"""Types come from the models, not from YAML's guesses, and every value knows its place in the file."""

from __future__ import annotations

import yaml

from catalogue.model.entries import Measure, Municipality
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, MUNICIPALITY, OTHER_MEASURE, PROJECT


def test_a_measure_is_read_with_its_prose(folder: Folder) -> None:
    measure = folder.read().measures["musterstadt-rufbus"]
    assert measure.title == "Rufbus"
    assert measure.funding[0].amount_eur == 65000
    assert measure.open_source is True
    assert measure.body.startswith("## Ausgangslage")
    assert measure.body.endswith("[Bestellung](https://example.org/app).")


def test_a_number_as_a_title_stays_text(folder: Folder) -> None:
    folder.replace(MEASURE, "title: Rufbus", "title: 2023")
    assert folder.read().measures["musterstadt-rufbus"].title == "2023"


def test_no_and_off_stay_text(folder: Folder) -> None:
    folder.replace(MEASURE, "title: Rufbus", "title: no")
    assert folder.read().measures["musterstadt-rufbus"].title == "no"


def test_an_official_key_keeps_its_zeros_even_without_quotes(folder: Folder) -> None:
    folder.replace(MUNICIPALITY, '"14001000"', "09001000")
    folder.replace(MUNICIPALITY, "federal_state: sachsen", "federal_state: bayern")
    assert folder.read().municipalities["musterstadt"].ags == "09001000"


def test_an_optional_key_without_a_value_is_absent(folder: Folder) -> None:
    folder.replace(MEASURE, "licence: EUPL-1.2", "licence:")
    folder.replace(MEASURE, "open_source: true", "open_source: null")
    measure = folder.read().measures["musterstadt-rufbus"]
    assert measure.licence is None
    assert measure.open_source is None


def test_folded_text_becomes_one_line(folder: Folder) -> None:
    folder.replace(MEASURE, "  - Rund 40 Fahrgäste am Tag", "  - >-\n    Rund 40 Fahrgäste\n    am Tag")
    assert folder.read().measures["musterstadt-rufbus"].results[0].text == "Rund 40 Fahrgäste am Tag"


def test_decomposed_umlauts_become_one_character(folder: Folder) -> None:
    folder.replace(MEASURE, "fährt abends", "fa\u0308hrt abends")
    folder.replace(MEASURE, "title: Rufbus", 'title: "Bu\\u0308rgerbus"')
    measure = folder.read().measures["musterstadt-rufbus"]
    assert "fährt abends" in measure.body
    assert measure.title == "Bürgerbus"


def test_bom_and_crlf_change_nothing_in_the_entry(folder: Folder) -> None:
    before = folder.read().measures["musterstadt-rufbus"]
    folder.write(MEASURE, b"\xef\xbb\xbf" + FILES[MEASURE].replace("\n", "\r\n").encode())
    assert folder.read().measures["musterstadt-rufbus"] == before


def test_three_dashes_in_the_prose_do_not_end_it(folder: Folder) -> None:
    folder.replace(MEASURE, "## Lösung", "---\n\n## Lösung")
    assert folder.problems() == []
    assert "Kleinbus" in folder.read().measures["musterstadt-rufbus"].body


def test_every_value_knows_its_place(folder: Folder) -> None:
    file = folder.read().entries["measure"]["musterstadt-rufbus"]
    assert file.position(("title",)) == (3, 8)
    assert file.position(("audiences", 1)) == (9, 5)
    assert file.position(("funding", 0, "amount_eur")) == (19, 17)
    assert file.position(("sources", 1, "url")) == (34, 10)
    assert file.position(("body",)) == (47, 1)


def test_places_are_those_of_the_values_in_the_text(folder: Folder) -> None:
    lines = FILES[PROJECT].split("\n")
    file = folder.read().entries["project"]["musterstadt"]
    for key in ("name", "lead", "cohort", "summary"):
        line, column = file.position((key,))
        assert lines[line - 1][column - 1 :] == getattr(file.entry, key)


def test_a_measure_knows_its_project_and_its_file(folder: Folder) -> None:
    content = folder.read()
    assert content.project_of("musterstadt-rufbus") == "musterstadt"
    assert content.entries["measure"]["musterstadt-rufbus"].path == MEASURE


def test_terms_of_a_vocabulary_are_found_by_id(folder: Folder) -> None:
    content = folder.read()
    assert content.terms("statuses")["betrieb"].label.de == "betrieb"
    assert content.terms("no-such-vocabulary") == {}


def test_what_is_written_as_yaml_is_read_back_the_same(folder: Folder) -> None:
    measure = folder.read().measures["musterstadt-rufbus"]
    values = measure.model_dump(exclude_none=True)
    prose = values.pop("body")
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    folder.write(MEASURE, f"---\n{text}---\n{prose}\n")
    assert folder.problems() == []
    assert folder.read().measures["musterstadt-rufbus"] == measure


def test_published_entries_come_with_what_their_folder_adds(folder: Folder) -> None:
    placed = {entry.id: place for entry, place in folder.read().published()}
    assert placed["musterstadt-pegel"] == {"project": "musterstadt"}
    assert placed["nachbarort"] == {}


def test_counts_are_those_of_the_files(folder: Folder) -> None:
    counts = folder.read().counts()
    assert (counts[Measure.kind], counts[Municipality.kind]) == (2, 2)


def test_the_checksum_changes_with_one_byte_and_with_a_name(folder: Folder) -> None:
    checksums = {folder.read().sha256}
    folder.replace(OTHER_MEASURE, "Bäche stehen", "Bäche  stehen")
    checksums.add(folder.read().sha256)
    (folder.root / OTHER_MEASURE).rename(folder.root / OTHER_MEASURE.replace("pegel", "pegel2"))
    checksums.add(folder.read().sha256)
    assert len(checksums) == 3


def test_progress_is_told_to_the_end(folder: Folder) -> None:
    from catalogue.reading.content import read_content

    told: list[tuple[int, int]] = []
    content = read_content(folder.root, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(content.paths), len(content.paths))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
