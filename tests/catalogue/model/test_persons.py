"""No private data: what names an office passes, what names a person does not, and what may be a person's name is noticed."""

from __future__ import annotations

import pytest

from catalogue.model.persons import is_office_address, is_person, may_be_person


@pytest.mark.parametrize(
    "mailbox",
    [
        "info",
        "smartcity",
        "sls",
        "ob",
        "poststelle",
        "landrat",
        "e-government",
        "sekretariat.ref.35",
        "schulamt",
    ],
)
def test_the_mailbox_of_an_office(mailbox):
    assert is_office_address(mailbox)


@pytest.mark.parametrize(
    "mailbox",
    [
        "huber",
        "m.huber",
        "schulz",
        "m.schulz",
        "anna.stadt",
        "jan",
        "joerg",
        "b.stadtmann",
        "stadler",
        "kreisel",
    ],
)
def test_the_mailbox_of_a_person(mailbox):
    assert not is_office_address(mailbox)


def test_a_word_of_the_name_of_the_office_is_none_of_a_person():
    assert is_office_address("rufbus", "Projektbüro Rufbus")


@pytest.mark.parametrize("name", ["Maria Huber", "Huber, Maria", "Frau Huber", "M. Huber"])
def test_the_name_of_a_person(name):
    assert is_person(name)


@pytest.mark.parametrize("name", ["Aylin Yıldız", "Şule Çelik", "Łukasz Nowak", "Huber Anna-Lena"])
def test_names_alone_may_be_a_person(name):
    assert may_be_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Projektbüro Rufbus",
        "Smart City Olpe",
        "Fraunhofer IESE",
        "CityLAB Berlin",
        "Gemeinschaft Urban Stack",
        "Stabsstelle",
    ],
)
def test_what_says_what_kind_of_office_it_is_is_none(name):
    assert not may_be_person(name)
