"""How much each word of a query says of what it is about.

Things are named by nouns, which German writes with a capital: in a question the odd verb may be rarer than the
thing, but it is not what is looked for. How the texts of all entries write a word tells what it is, as those who
ask often write everything small.
"""

from __future__ import annotations

from collections.abc import Mapping

from search.german import Token, fold, stem
from search.vocabulary import WordsByStem

_VAGUE = """
    Alternative Angebot Anfang Art Aufgabe Beispiel Bereich Dinge Erfahrung Fall Form Frage Grund Gründe Hilfe Idee
    Info Infos Information Konzept Lage Leute Lösung Mensch Menschen Mittel Möglichkeit Ort Problem Probleme Projekt
    Sache Sachen Schwierigkeit Situation Stelle Teil Thema Tipp Tipps Typ Umgang Unterschied Ursache Vorschlag
    Vorteil Nachteil Weg Weise Ziel Zweck Ärger
"""

VAGUE = frozenset(stem(fold(word)) for word in _VAGUE.split())
"""Stems of nouns that say nothing of what a question is about."""

_ASPECTS = """
    Adresse Ansprechpartner Ansprechpartnerin Ansprechperson Auskunft Budget City Digitalisierung Ergebnis Ergebnisse
    Förderung Fördermittel Förderprojekt Kommune Kontakt Kontaktperson Kosten Maßnahme Maßnahmen Modellkommune
    Modellprojekt Partner Projektpartner Smart Stand Status Strategie Überblick Verantwortliche Website Zuständigkeit
"""

ASPECTS = frozenset(stem(fold(word)) for word in _ASPECTS.split())
"""Stems of what every entry may say of itself: beside a place they ask for what runs there."""

_GENERIC_PARTS = """
    Angebot Anlage Art Bereich Betrieb Form Gang Gebiet Konzept Lage Lösung Mittel Platz Projekt Punkt Seite Stand
    Stätte Stelle Stoff Stück System Teil Werk Wesen Zeug
"""

GENERIC_PARTS = frozenset(stem(fold(word)) for word in _GENERIC_PARTS.split())
"""Stems of parts that tell hardly anything of a compound: who asks for a Wasserwerk does not want a Bauwerk."""


class Salience:
    """Tells what a query is about from what only goes with it."""

    def __init__(self, words: WordsByStem, written: Mapping[str, int]) -> None:
        """`written` tells how many documents write each word so."""
        self._words = words
        self._written = written

    def names_thing(self, token: Token) -> bool:
        """Whether a word is a noun that names a thing: no number, verb, adjective or adverb, and no vague noun."""
        return not token.folded.isdigit() and token.stem not in VAGUE and self._is_noun(token)

    def _is_noun(self, token: Token) -> bool:
        """Whether most documents that have the word write it with a capital; also if none has it."""
        capital = small = 0
        for word in self._words.with_any((token.stem,)):
            if fold(word) == token.folded:
                if word[0].islower():
                    small += self._written[word]
                else:
                    capital += self._written[word]
        return capital >= small
