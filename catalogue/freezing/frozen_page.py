"""A page of the site as it stands in a frozen copy: links are relative, and what needs the site says so.

The page passes through tag by tag; whatever needs no change stays as it was written, byte by byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from catalogue.freezing.addresses import SEARCHED
from catalogue.freezing.links import Links

Attributes = list[tuple[str, str | None]]

SCRIPTS = ("navigation", "print", "frozen", "frozen_search")
"""Scripts that work without the site."""

ASKS_SITE = "search"
"""The relation of the head that describes the site's own search."""

ADDRESSES = ("href", "src", "action")

OF_LINKS_ALONE = ("href", "hreflang", "rel", "download", "data-refresh", "data-shortlist-link")
"""What makes no sense on a link that leads nowhere."""

LOOKS = "kern-"
"""What the names of classes begin with that make a link look like one, or like a button."""

CONTROLS = ("input", "select", "textarea", "button")


@dataclass(frozen=True, slots=True)
class Words:
    """What a copy says, in the language of the page."""

    only_live: str
    form: str
    moved: str


@dataclass(slots=True)
class _Form:
    """A form that is being read."""

    start: str
    names: set[str]
    is_search: bool
    has_questions: bool = False


class FrozenPage(HTMLParser):
    """Rewrites one page; see `frozen_page`."""

    def __init__(self, links: Links, words: Words) -> None:
        super().__init__(convert_charrefs=False)
        self._links = links
        self._words = words
        self._written: list[str] = []
        self._outer: list[str] = []
        self._form: _Form | None = None
        self._dropped: tuple[str, int] | None = None
        self._svg_depth = 0
        self._end_of_link = ""

    def text(self) -> str:
        """The page so far."""
        return "".join(self._written)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._dropped:
            name, depth = self._dropped
            self._dropped = (name, depth + (tag == name))
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "svg":
            self._svg_depth += 1
        if self._is_needless(tag, given):
            if tag not in ("link", "meta", "input"):
                self._dropped = (tag, 1)
        elif tag == "a":
            self._start_link(attrs, given)
        elif tag == "form":
            self._start_form(attrs, given)
        else:
            if self._form:
                self._note_control(tag, given)
            self._written.append(self._start_tag(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if not self._dropped:
            self._written.append(self._start_tag(tag, attrs, closed=True))

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            name, depth = self._dropped
            depth -= tag == name
            self._dropped = (name, depth) if depth else None
        elif tag == "a":
            self._written.append(self._end_of_link)
        elif tag == "form" and self._form:
            self._end_form(self._form)
        else:
            if tag == "svg":
                self._svg_depth -= 1
            self._written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._write(self._links.without_origin(data, in_markup=True))

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._write(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._write(f"<!{decl}>")

    def _write(self, text: str) -> None:
        if not self._dropped:
            self._written.append(text)

    def _is_needless(self, tag: str, given: dict[str, str]) -> bool:
        """Whether an element goes: scripts and buttons that ask the site, and relations to what the copy lacks."""
        if tag == "script":
            if "src" in given:
                return given["src"].rpartition("/")[2].partition(".")[0] not in SCRIPTS
            return not self._links.live  # what it tells machines are whole addresses
        if tag == "link":
            return given.get("rel") == ASKS_SITE or self._links.relative(given.get("href", "")) is None
        return tag == "button" and any(name.startswith("data-shortlist") for name in given)

    def _start_tag(self, tag: str, attrs: Attributes, closed: bool = False) -> str:
        """A start tag with its addresses made relative."""
        kept = [
            (name, self._links.relative(value or "") if name in ADDRESSES else value)
            for name, value in attrs
            if not name.startswith("data-suggestions")
        ]
        if kept == attrs:
            return self._links.without_origin(self.get_starttag_text() or "", in_markup=True)
        return _tag(tag, kept, closed)

    def _start_link(self, attrs: Attributes, given: dict[str, str]) -> None:
        relative = self._links.relative(given.get("href", ""))
        if "href" not in given or relative is not None:
            changed = [(name, relative if name == "href" else value) for name, value in attrs]
            same = relative == given.get("href")
            self._written.append(self.get_starttag_text() or "" if same else _tag("a", changed))
            self._end_of_link = "</a>"
            return
        live = self._links.on_live_site(given["href"])
        tag = "a" if live else "g" if self._svg_depth else "span"
        classes = [name for name in given.get("class", "").split() if live or not name.startswith(LOOKS)]
        kept = [(name, value) for name, value in attrs if name not in (*OF_LINKS_ALONE, "class")]
        kept += [("href", live), ("rel", "external")] if live else []
        self._written.append(_tag(tag, [*kept, ("class", " ".join([*classes, "only-live"]))]))
        self._end_of_link = f"</{tag}>" if self._svg_depth else f"</{tag}>{self._sign()}"

    def _sign(self) -> str:
        """What stands behind a link that only the live site has: a sign for the eyes, words for the ears."""
        words = escape(self._words.only_live)
        return f'<span class="only-live__sign" aria-hidden="true">°</span><span class="kern-sr-only"> ({words})</span>'

    def _start_form(self, attrs: Attributes, given: dict[str, str]) -> None:
        action = self._links.relative(given.get("action", ""))
        start = _tag("form", [(n, action if n == "action" else v) for n, v in attrs])
        is_search = given.get("role") == "search" and bool(action)
        self._form = _Form(start, set(), is_search)
        self._outer, self._written = self._written, []

    def _note_control(self, tag: str, given: dict[str, str]) -> None:
        assert self._form
        self._form.has_questions |= tag == "fieldset"
        if tag in CONTROLS and given.get("name"):
            self._form.names.add(given["name"])

    def _end_form(self, form: _Form) -> None:
        """Keep a form that the search of the copy answers; of others keep the questions to be read, if they ask any."""
        inner, self._written, self._form = "".join(self._written), self._outer, None
        if form.is_search and form.names <= set(SEARCHED):
            self._written += [form.start, inner, "</form>"]
            return
        self._written.append(
            f'<p class="kern-body kern-body--small only-live__form">{escape(self._words.form)}</p>'
        )
        if form.has_questions:
            self._written += ['<fieldset class="only-live__questions" disabled>', inner, "</fieldset>"]


def _tag(tag: str, attrs: Attributes, closed: bool = False) -> str:
    told = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
    return f"<{tag}{told}{'/' if closed else ''}>"


def frozen_page(html: str, links: Links, words: Words) -> str:
    """A page of the site as it stands in the copy; `links` learns where it leads."""
    page = FrozenPage(links, words)
    page.feed(html)
    page.close()
    return page.text()


def moved_page(location: str, language: str, links: Links, words: Words) -> str:
    """What stands where the site leads on to another address: a file cannot, so its page does."""
    leads_to = escape(links.relative(location) or links.on_live_site(location) or "")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{words.moved}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={leads_to}">\n<meta name="robots" content="noindex">\n'
        f'<p><a href="{leads_to}">{words.moved}</a></p>\n</html>\n'
    )
