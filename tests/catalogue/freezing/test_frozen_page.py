"""A page in a copy: relative links, marked ways out, no form that nobody answers."""

from __future__ import annotations

import pytest

from catalogue.freezing.addresses import Extent, FrozenAddress
from catalogue.freezing.frozen_page import Words, frozen_page
from catalogue.freezing.links import NOWHERE, Links

WORDS = Words("nur live", "Geht nur live.", "Umgezogen")
HERE = FrozenAddress("/massnahmen/rufbus", "massnahmen/rufbus.html")


def frozen(html: str, live: str = "") -> str:
    return frozen_page(html, Links(HERE, Extent(), live), WORDS)


def test_links_and_files_are_found_from_where_the_page_lies() -> None:
    html = '<a href="/en/projekte/x#karte">x</a><img src="/static/a.svg"><a href="#oben">o</a>'
    assert (
        frozen(html)
        == '<a href="../en/projekte/x.html#karte">x</a><img src="../static/a.svg"><a href="#oben">o</a>'
    )


def test_a_site_below_a_path_is_left_behind() -> None:
    assert (
        frozen('<a href="/katalog/hilfe">?</a>', "https://example.org/katalog")
        == '<a href="../hilfe.html">?</a>'
    )


def test_what_needs_no_change_stays_as_it_was_written() -> None:
    html = "<!doctype html>\n<p  class='x'>&bdquo;A&ldquo; &amp; B &#8211; <br/>C<!-- so --></p><svg viewBox=\"0 0 1 1\"><path d='M0 0'/></svg>"
    assert frozen(html) == html


def test_a_link_to_what_the_copy_lacks_is_text_with_a_sign_and_words_for_the_ears() -> None:
    page = frozen('<a class="kern-btn big" hreflang="de" href="/merkliste?id=x">Merkliste</a>')
    assert page.startswith('<span class="big only-live">Merkliste</span>')
    assert 'aria-hidden="true">°<' in page
    assert "(nur live)" in page


def test_it_leads_to_the_live_site_if_there_is_one() -> None:
    page = frozen('<a href="/k/merkliste?id=x&amp;id=y">Merkliste</a>', "https://example.org/k")
    assert '<a href="https://example.org/k/merkliste?id=x&amp;id=y" rel="external" class="only-live">' in page
    assert "(nur live)" in page


def test_a_point_of_a_map_that_leads_nowhere_stays_a_point() -> None:
    page = frozen('<svg><a href="/merkliste" class="map__point"><circle r="1"/></a></svg>')
    assert page == '<svg><g class="map__point only-live"><circle r="1"/></g></svg>'


def test_a_search_is_sent_to_the_search_of_the_copy() -> None:
    form = '<form action="/suche" method="get" role="search"><input name="q"></form>'
    assert frozen(form) == form.replace("/suche", "../suche.html")


@pytest.mark.parametrize(
    "form",
    [
        '<form action="/projekte"><select name="land"></select></form>',
        '<form action="/suche" role="search"><input type="hidden" name="ort"><input name="q"></form>',
        '<form action="/merkliste" role="search"><input name="q"></form>',
    ],
)
def test_other_forms_are_a_sentence(form: str) -> None:
    page = frozen(f"<p>vor</p>{form}<p>nach</p>")
    assert "Geht nur live." in page
    assert "<form" not in page
    assert "<input" not in page
    assert page.startswith("<p>vor</p>")
    assert page.endswith("<p>nach</p>")


def test_questions_of_a_form_can_still_be_read() -> None:
    page = frozen(
        '<form action="/roadmap/selbsttest"><fieldset><legend>Wer zahlt?</legend><input name="p"></fieldset></form>'
    )
    assert 'disabled><fieldset><legend>Wer zahlt?</legend><input name="p"></fieldset></fieldset>' in page


def test_scripts_and_buttons_that_ask_the_site_are_gone() -> None:
    html = (
        '<script src="/static/search.1.js" defer></script><button data-shortlist-toggle="x"><b>+</b></button>'
        '<script src="/static/navigation.2.js" defer></script><link rel="search" href="/opensearch.xml">'
    )
    assert frozen(html) == '<script src="../static/navigation.2.js" defer></script>'


def test_whole_addresses_of_a_site_that_has_none_become_files_also_in_a_letter() -> None:
    page = frozen(f"<p>Zitieren: {NOWHERE}/massnahmen/rufbus.</p>")
    assert page == "<p>Zitieren: massnahmen/rufbus.html.</p>"
    letter = frozen('<a href="mailto:a@example.org?body=http%3A%2F%2Fcopy.invalid%2Fmassnahmen%2Fx%0D">?</a>')
    assert letter == '<a href="mailto:a@example.org?body=massnahmen%2Fx.html%0D">?</a>'
