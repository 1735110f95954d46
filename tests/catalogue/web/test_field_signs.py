"""Every field of action has a sign, and pages point to it."""

from __future__ import annotations

from xml.etree import ElementTree

from catalogue.edition.static_assets import OWN
from catalogue.queries.connection import connect


def test_every_field_has_a_sign(real_edition):
    signs = {element.get("id") for element in ElementTree.parse(OWN / "fields.svg").getroot()}
    fields = {row[0] for row in connect(real_edition.database).execute("SELECT id FROM fields")}
    assert fields == signs


def test_the_sheet_of_signs_that_pages_point_to_is_served(page, visitor):
    addresses = {use.get("href").partition("#")[0] for use in page("/").iterfind(".//{*}use")}
    assert any("/fields." in address for address in addresses)
    assert {visitor.get(address).mimetype for address in addresses} == {"image/svg+xml"}
