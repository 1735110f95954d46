"""Filling in a form as a browser without scripts does: what stands in it is sent, with what is changed and the button."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.catalogue.web.reading_pages import parsed, text


def filled(html: str) -> dict[str, list[str]]:
    """What a browser would send of the form on a page, without its buttons."""
    sent: dict[str, list[str]] = {}
    for element in parsed(html).find(".//form[@method='post']").iter():
        name = element.get("name")
        if not name or element.get("type") in ("submit", "button"):
            continue
        if element.tag == "textarea":
            sent.setdefault(name, []).append((element.text or "").removeprefix("\n"))
        elif element.tag == "select":
            chosen = [one for one in element.iter("option") if one.get("selected") is not None]
            sent.setdefault(name, []).extend(
                one.get("value") for one in chosen or [*element.iter("option")][:1]
            )
        elif element.tag == "input" and (
            element.get("type") != "checkbox" or element.get("checked") is not None
        ):
            sent.setdefault(name, []).append(element.get("value") or "")
    return sent


def send(visitor: FlaskClient, address: str, sent: dict[str, Any], button: str = "pruefen") -> TestResponse:
    """Press a button of the form."""
    return visitor.post(address, data={**sent, "tun": button})


def told(html: str) -> dict[str, str]:
    """The errors and notes above the form: what they say by the field that they lead to, which must be there."""
    page = parsed(html)
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    links = page.findall(".//section[@id='ergebnis']//li/a")
    assert all(link.get("href")[1:] in ids for link in links)
    return {link.get("href")[1:]: text(link) for link in links}


def written(html: str) -> str:
    """The text of the file that the page offers; empty if there are errors."""
    area = parsed(html).find(".//textarea[@id='dateitext']")
    return "" if area is None else (area.text or "").removeprefix("\n")
