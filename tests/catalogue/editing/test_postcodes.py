"""Postcodes are joined with municipalities by district and name, and only where there is no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.editing.postcodes import Joined, Locality, as_table, join, read_localities
from catalogue.reading.register import RegisteredPlace, read_register

CONTENT = Path(__file__).parents[3] / "content"


def municipality(key: str, name: str) -> RegisteredPlace:
    return RegisteredPlace(key, name, "", "", "SN", 1_000, None)


REGISTER = [
    municipality("14612000", "Dresden"),
    municipality("14521590", "Stollberg/Erzgeb."),
    municipality("14521420", "Niederdorf"),
    municipality("14626110", "Ebersbach-Neugersdorf"),
    municipality("15082256", "Osternienburger Land"),
    municipality("15082015", "Aken (Elbe)"),
    municipality("12063080", "Dallgow-Döberitz"),
    municipality("12063244", "Premnitz"),
    municipality("09777001", "Berg (Ost)"),
    municipality("09777002", "Berg (West)"),
]


@pytest.mark.parametrize(
    ("district", "locality", "key"),
    [
        ("14612", "Dresden Friedrichstadt", "14612000"),
        ("14612", "Weixdorf", "14612000"),
        ("14521", "Niederdorf", "14521420"),
        ("14521", "Stollberg/Erzgebirge", "14521590"),
        ("14521", "Niederdorf Neubau", "14521420"),
        ("14626", "Neugersdorf", None),
        ("15082", "Osternienburg", "15082256"),
        ("15082", "Aken", "15082015"),
        ("15082", "Chörau", None),
        ("09777", "Berg", None),
        ("14521", "Dresden", None),
        ("99999", "Dresden", None),
    ],
)
def test_a_locality_belongs_to_the_one_municipality_of_its_district_that_is_called_so(
    district, locality, key
):
    register = [*REGISTER, municipality("14626999", "Neugersdorf-Land")]
    assert [one.key for one in join([Locality("01234", locality, district)], register)] == (
        [key] if key else []
    )


def test_a_part_of_a_name_counts_only_where_the_source_does_not_have_the_whole():
    at = [Locality("14727", "Döberitz", "12063")]
    assert join(at, REGISTER) == [Joined("14727", "12063080")]
    at.append(Locality("14624", "Dallgow-Döberitz", "12063"))
    assert join(at, REGISTER) == [Joined("14624", "12063080")]


def test_a_table_of_geonames_is_read_for_germany_only():
    line = "\t".join(
        ("DE", "09366", "Niederdorf", "Sachsen", "SN", "", "00", "", "14521", "50.7", "12.8", "4")
    )
    assert read_localities(f"{line}\n{line.replace('DE', 'AT', 1)}\n") == [
        Locality("09366", "Niederdorf", "14521")
    ]
    with pytest.raises(ValueError, match="Zeile 2"):
        read_localities(f"{line}\nDE;09366")


def test_the_register_has_the_postcodes_of_nearly_all_inhabitants():
    register = read_register(CONTENT)
    with_postcode = sum(place.population for place in register if place.postcodes)
    assert with_postcode / sum(place.population for place in register) > 0.98
    assert len({code for place in register for code in place.postcodes}) > 8_000


def test_the_file_is_in_the_order_in_which_it_is_written():
    text = (CONTENT / "register/postcodes.csv").read_text("utf-8")
    rows = [Joined(*line.split(",")) for line in text.splitlines()[1:]]
    assert as_table(sorted(set(rows))) == text
