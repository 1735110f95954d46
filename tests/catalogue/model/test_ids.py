"""Names become ids and parts of addresses without umlauts and signs."""

from __future__ import annotations

from catalogue.model.ids import address_of_place, words_of_id


def test_an_id_has_the_words_of_the_name():
    assert words_of_id("Mobilität für Ältere (2. Stufe)") == ["mobilitaet", "fuer", "aeltere", "2", "stufe"]
    assert words_of_id("Café Großstadt") == ["cafe", "grossstadt"]


def test_places_stand_in_addresses_without_umlauts_and_signs():
    assert address_of_place("Höchstädt i.Fichtelgebirge") == "hoechstaedt-i-fichtelgebirge"
    assert address_of_place("Rotenburg (Wümme)") == "rotenburg"
