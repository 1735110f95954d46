"""The page of the interface for programs: its examples work, and it tells what the declaration says."""

from __future__ import annotations

import re
import shlex
from html import unescape
from urllib.parse import urlsplit

import pytest

from catalogue.api.operations import OPERATIONS


@pytest.mark.parametrize("root", ["", "/en"])
def test_every_example_works_as_it_stands(visitor, root):
    page = visitor.get(f"{root}/api/").text
    examples = [unescape(found) for found in re.findall(r"<code>(curl .*?)</code>", page)]
    assert len(examples) >= len([operation for operation in OPERATIONS if not operation.entry]) + 2
    for example in examples:
        command, address = shlex.split(example)
        parts = urlsplit(address)
        answer = visitor.get(f"{parts.path}?{parts.query}")
        assert (command, parts.netloc, answer.status_code) == ("curl", "localhost", 200), example
        assert answer.json.get("total", 1) > 0, example


def test_every_link_of_the_page_leads_somewhere(visitor, page):
    links = {link.get("href") for link in page("/api/").iter("a")}
    asked = [link for link in links if link.startswith("/api")]
    assert len(asked) > 20
    assert [link for link in asked if visitor.get(link).status_code != 200] == []


def test_parameters_and_fields_are_told_with_what_they_may_be(page):
    text = "".join(page("/api/").itertext())
    assert "So viele auf einmal: eine Zahl von 1 bis 100" in text
    assert "items.status.label" in text
    assert "staffel-1" in text


def test_without_the_slash_it_is_found_whatever_the_host_is_called(visitor):
    answer = visitor.get("/api", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.headers["Location"]) == (301, "/api/")
