"""The languages of the interface: German at `/`, English at `/en`; content stays German.

The path of the site and the first part of an English address are cut off before routing, so every view serves both
languages and `request.script_root` is what links must begin with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from gettext import NullTranslations
from typing import Any, cast

from flask import Flask, Response, g, redirect, request
from flask_babel import Babel, get_translations
from markupsafe import Markup

from catalogue.edition import Edition
from catalogue.model.entries import Label
from catalogue.model.site_address import site_path
from catalogue.web.addresses import Wsgi, root_of_site
from catalogue.web.form_input import LONGEST_QUERY

LANGUAGES = ("de", "en")
ENGLISH_ROOT = "/en"


def register(app: Flask, edition: Edition) -> None:
    """Translate the interface by the address of the page."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(edition.translations)
    Babel(app, locale_selector=language)
    plain = {name: PlainTexts() for name in LANGUAGES}

    def text_of_template(text: str, **values: object) -> Markup:
        """A text in the language of the page, with values filled in."""
        if values:
            return Markup(texts_of_page().gettext(text)) % values
        return plain[language()][text]

    # Jinja's own would go through three calls of templates, which are slow, for each of the thousand texts of a page.
    app.jinja_env.globals.update(_=text_of_template, ngettext=number_of_template)
    site = site_path(app.config["SITE_ADDRESS"] or "")
    app.wsgi_app = roots(app.wsgi_app, site)  # type: ignore[method-assign, assignment]
    app.before_request(follow_browser)
    app.after_request(tell_caches)
    app.context_processor(
        lambda: {
            "root": request.script_root,
            "site": root_of_site(),
            "language": language(),
            "other_languages": other_languages(),
        }
    )


class PlainTexts(dict[str, Markup]):
    """Texts of templates that have no values to fill in, in one language: translated when first shown, then kept.

    Templates name their texts as they stand, so there are no more than the templates have.
    """

    def __missing__(self, text: str) -> Markup:
        self[text] = told = Markup(texts_of_page().gettext(text)) % {}
        return told


def number_of_template(one: str, many: str, num: int, **values: object) -> Markup:
    """The text for a number of things in the language of the page, with it (`num`) and other values filled in."""
    return Markup(texts_of_page().ngettext(one, many, num)) % {"num": num, **values}


def texts_of_page() -> NullTranslations:
    """The translations into the language of the current page, found once a page rather than once a text."""
    if "texts" not in g:
        g.texts = get_translations()
    return cast(NullTranslations, g.texts)


def language() -> str:
    """The language of the current page, found once a page, since every text and name asks for it."""
    if "language" not in g:
        g.language = "en" if request.script_root == root_of_site() + ENGLISH_ROOT else "de"
    return cast(str, g.language)


def in_language(label: Label) -> str:
    """A name in the language of the current page."""
    return label.in_language(language())


def roots(wsgi: Wsgi, site: str) -> Wsgi:
    """Take the path of the site and `/en` off the path of a request and note them as the root of the application.

    A proxy in front may have taken off the path of the site already.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path, root = environ.get("PATH_INFO", ""), site
        path = below(path, site) or path
        if (rest := below(path, ENGLISH_ROOT)) is not None:
            path, root = rest, site + ENGLISH_ROOT
        environ["SCRIPT_NAME"], environ["PATH_INFO"] = root, path
        return wsgi(environ, start_response)

    return answer


def below(path: str, root: str) -> str | None:
    """The path as it is below a root, `/` for the root itself; nothing if it lies elsewhere."""
    if path == root:
        return "/"
    return path.removeprefix(root) if path.startswith(f"{root}/") else None


def follow_browser() -> Response | None:
    """Lead to English who comes to the start page with a browser that asks for English before German."""
    if not depends_on_browser() or request.accept_languages.best_match(LANGUAGES, default="de") != "en":
        return None
    return redirect(f"{root_of_site()}{ENGLISH_ROOT}/")  # type: ignore[return-value]


def depends_on_browser() -> bool:
    """Whether an address gives the language that the browser asks for: the start page, unless one was chosen."""
    return request.path == "/" and language() == "de" and "sprache" not in request.args


def tell_caches(response: Response) -> Response:
    """Let nobody get the language of somebody else from a cache."""
    if depends_on_browser():
        response.vary.add("Accept-Language")
    return response


def other_languages() -> list[tuple[str, str]]:
    """The other languages with the address of this page in them; without what it asks for if that is refused."""
    path = request.full_path.rstrip("?") if len(request.query_string) <= LONGEST_QUERY else request.path
    if language() == "de":
        return [("en", root_of_site() + ENGLISH_ROOT + path)]
    return [("de", root_of_site() + ("/?sprache=de" if request.path == "/" else path))]
