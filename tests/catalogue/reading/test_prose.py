"""Prose becomes safe HTML for the page and plain text for the search."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.reading.prose import SAFE_SCHEMES, TAGS, flaws, to_html, to_text

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=//example.org></iframe>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x]( \tjavascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>x</script>)",
    "[x]\n\n[x]: javascript:alert(1)",
    "![x](https://example.org/pixel.png)",
    '[x](https://example.org "onmouseover=alert(1)")',
    "<style>body{display:none}</style>",
    "<p onclick=alert(1)>x</p>",
]


class Seen(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def assert_safe(html: str) -> None:
    seen = Seen(html)
    assert seen.tags <= TAGS
    for name, value in seen.attributes:
        assert name in ("href", "title", "align", "rel")
        scheme, colon, _ = (value or "").partition(":")
        if name == "href" and colon and "/" not in scheme:
            assert scheme.lower() in SAFE_SCHEMES, value


def test_paragraphs_headings_lists_and_tables_become_html() -> None:
    html = to_html("## Lösung\n\nEin **Bus**.\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")
    for piece in ("<h2>Lösung</h2>", "<p>Ein <strong>Bus</strong>.</p>", "<li>a</li>", "<td>1</td>"):
        assert piece in html


def test_links_tell_the_other_side_nothing() -> None:
    assert 'rel="noopener external"' in to_html("[x](https://example.org)")


@pytest.mark.parametrize("markdown", HOSTILE)
def test_nothing_hostile_reaches_the_page(markdown: str) -> None:
    assert_safe(to_html(markdown))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(HOSTILE) | st.sampled_from(["\n", "    ", "`", "```\n", "*", "> ", "|", "#"])
    ).map("".join)
)
def test_no_mixture_of_hostile_pieces_reaches_the_page(markdown: str) -> None:
    assert_safe(to_html(markdown))


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_safe_html_and_plain_text(markdown: str) -> None:
    assert_safe(to_html(markdown))
    assert isinstance(to_text(markdown), str)


@pytest.mark.parametrize("markdown", [m for m in HOSTILE if "onmouseover" not in m])
def test_what_the_page_would_drop_is_an_error_in_the_check(markdown: str) -> None:
    assert [*flaws(f"Ein Satz davor.\n\n{markdown}\n", first_line=1)]


@pytest.mark.parametrize(
    "markdown",
    [
        "Kosten < 100 Euro, Nutzen > 1000 Euro.",
        "Siehe [Seite](https://example.org/a_(b)) und [Post](mailto:a@example.org).",
        "Adresse <https://example.org/x> im Text.",
        "[hier]: https://example.org",
        "Mit [Klammern] und (runden).",
        "## Überschrift\n\n### Darunter\n\nText",
        "Platz #1 der Liste",
        "Ja! [Seite](/massnahmen/x)",
    ],
)
def test_usual_prose_has_no_flaw(markdown: str) -> None:
    assert [*flaws(markdown, first_line=1)] == []


def test_flaws_are_told_at_the_line_of_the_file() -> None:
    (flaw,) = flaws("eins\nzwei <br> drei\n", first_line=30)
    assert (flaw.line, flaw.column) == (31, 6)


def test_plain_text_has_no_marks_and_no_headings() -> None:
    text = to_text(
        "## Lösung\n\nEin **Bus** für _alle_, siehe [Plan](https://example.org/x).\n\n- A &amp; B\n1. `C`\n"
    )
    assert text.split() == ["Ein", "Bus", "für", "alle,", "siehe", "Plan.", "A", "&", "B", "C"]


def test_pages_made_at_the_same_time_do_not_mix() -> None:
    texts = [f"## Seite {n}\n\nText **{n}** mit [Link {n}](https://example.org/{n})" for n in range(50)]
    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(to_html, texts)] == [to_html(text) for text in texts]


def test_plain_text_keeps_marks_that_are_none() -> None:
    text = "Die Spalten von_bis und von_bis_zu, 3 * 4 * 5 und *.csv"
    assert to_text(text) == text


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "&#47;/evil.example",
        " //evil.example",
        "/\t/evil.example",
    ],
)
def test_a_link_to_another_host_names_its_scheme(target: str) -> None:
    assert "unsafe-link" in [flaw.code for flaw in flaws(f"Siehe [dort]({target}).", 1)]


@pytest.mark.parametrize(
    "nested",
    [
        "\n".join(f"{'    ' * depth}- a" for depth in range(500)),
        "\n".join(f"{'    ' * depth}1. a" for depth in range(500)),
        "\n".join(f"{chr(9) * depth}* a" for depth in range(500)),
        "- " * 500 + "a",
        "> " * 500 + "a",
    ],
    ids=["a list", "numbers", "tabs", "on one line", "quotes"],
)
def test_deep_nesting_is_refused_and_breaks_no_page(nested: str) -> None:
    assert {"list-depth", "quote-depth"} & {flaw.code for flaw in flaws(nested, 1)}
    assert "a" in to_html(nested)


def test_a_list_in_a_list_is_allowed() -> None:
    assert "list-depth" not in [flaw.code for flaw in flaws("- a\n    - b\n        - c\n", 1)]
