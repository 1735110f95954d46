"""What an entry is called on a page: as its authors call it, and on English pages in English where it has English words.

On an English page German words are marked as German, so that they are read aloud and hyphenated rightly.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from flask_babel import ngettext
from markupsafe import Markup

from catalogue.facts.wording import STATUS_UNKNOWN
from catalogue.model.values import UNKNOWN
from catalogue.queries.english_names import english_names
from catalogue.queries.needs import Need
from catalogue.web.edition_access import ask_once, term, words
from catalogue.web.languages import language
from catalogue.web.page_parts import segments
from search import Hit, Segments, plain_text


@dataclass(frozen=True, slots=True)
class Worded:
    """Words in a language. In a template they stand as HTML that tells the language where the page has another."""

    html: Markup
    text: str
    language: str

    def __html__(self) -> str:
        if self.language == language():
            return self.html
        return Markup('<span lang="{}">{}</span>').format(self.language, self.html)

    def __str__(self) -> str:
        return self.text


def register(app: Flask) -> None:
    """Give all templates the functions of this module."""
    app.jinja_env.globals.update(
        title_of=title_of,
        line_of=line_of,
        hit_title=hit_title,
        hit_line=hit_line,
        need_label=need_label,
        need_question=need_question,
        need_places=need_places,
        status_in_text=status_in_text,
    )


def title_of(entry_id: str, german: str) -> Worded:
    """The name of an entry, whose German name is given, in the language of the page as far as possible."""
    return _worded(german, _english(entry_id)[0])


def line_of(entry_id: str, german: str | None) -> Worded:
    """What an entry is, in a line; the German one is given."""
    return _worded(german or "", _english(entry_id)[1])


def hit_title(hit: Hit) -> Worded:
    """The name of an entry that was found, with what matched in it."""
    return _marked(hit.title, hit.title_en)


def hit_line(hit: Hit) -> Worded:
    """What an entry is that was found, with what matched in it."""
    return _marked(hit.one_liner, hit.one_liner_en)


def need_label(need: Need) -> str:
    """What a need is called in the language of the page."""
    return need.name_en if language() == "en" else need.name_de


def need_question(need: Need) -> str | None:
    """How people ask for a need, in the language of the page."""
    return need.question_en if language() == "en" else need.question_de


def need_places(need: Need) -> str:
    """How many places are about a need and how far they are: `9 Orte (4 im Betrieb, 4 in Planung, 1 eingestellt)`."""
    standing = ", ".join(f"{one.places} {status_in_text(one.status)}" for one in need.by_status)
    everyone: str = ngettext("ein Ort", "%(num)s Orte", need.places)
    return f"{everyone} ({standing})"


def status_in_text(status: str) -> str:
    """The name of a status within a sentence: English names of terms begin with a capital letter otherwise."""
    name = words().say(STATUS_UNKNOWN) if status == UNKNOWN else term("statuses", status).label
    return name.lower() if language() == "en" else name


def _english(entry_id: str) -> tuple[str | None, str | None]:
    known = ask_once(english_names).get(entry_id) if language() == "en" else None
    return (known.title_en, known.line_en) if known else (None, None)


def _worded(german: str, english: str | None) -> Worded:
    text = english or german
    return Worded(Markup.escape(text), text, "en" if english else "de")


def _marked(german: Segments, english: Segments) -> Worded:
    is_english = language() == "en" and bool(english)
    chosen = english if is_english else german
    return Worded(segments(chosen), plain_text(chosen), "en" if is_english else "de")
