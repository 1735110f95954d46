"""Opening an edition to be served: it proves itself before anybody asks for it."""

from __future__ import annotations

import sqlite3

from flask import Flask

from catalogue.edition import Edition, EditionDamaged
from catalogue.edition.damage import Damage, DamageKind
from catalogue.edition.proving import prove
from catalogue.queries.entry_paths import first_paths
from catalogue.web import WrongSetting, create_app
from catalogue.web.edition_access import close, database

FIRST_PAGES = ("/", "/suche?q=bus", "/en/", "/vorschlaege?q=b")
"""Pages that are asked for before an edition is served: they search, and open what is opened at the first use."""

REFUSED = 400
"""Statuses from here on mean that a page failed."""


def open_proven(edition: Edition, trusted_key: str = "") -> Flask:
    """The application over an edition whose files are those that were built, and which answers its first pages.

    With a key to trust, its manifest must be signed with it. Raises EditionDamaged if it fails in anything, WrongSetting if
    a setting cannot be meant, MinisignMissing if a signature cannot be checked.
    """
    prove(edition, trusted_key)
    app = open_built(edition)
    try:
        if damage := _damage_of_pages(app):
            raise EditionDamaged(edition.folder, [damage])
    except sqlite3.Error as error:
        close(app)
        raise _unopened(edition, error) from error
    except EditionDamaged:
        close(app)
        raise
    return app


def open_built(edition: Edition) -> Flask:
    """The application over an edition that this installation has built a moment ago, and so need not be proven.

    Raises EditionDamaged if it cannot be opened, WrongSetting if a setting cannot be meant.
    """
    try:
        return create_app(edition)
    except WrongSetting:
        raise
    except Exception as error:  # whatever is wrong with it, it is not to be served
        raise _unopened(edition, error) from error


def prove_opening(edition: Edition, trusted_key: str = "") -> None:
    """Open an edition as a server would, and close it. Raises what `open_proven` raises."""
    close(open_proven(edition, trusted_key))


def _damage_of_pages(app: Flask) -> Damage | None:
    """The first page that fails, of the first pages and one of each kind of entry."""
    with app.app_context():
        of_entries = first_paths(database())
    visitor = app.test_client()
    for path in (*FIRST_PAGES, *of_entries):
        if (status := visitor.get(path).status_code) >= REFUSED:
            return Damage(DamageKind.PAGE, path, str(status))
    return None


def _unopened(edition: Edition, error: Exception) -> EditionDamaged:
    return EditionDamaged(
        edition.folder, [Damage(DamageKind.UNOPENED, detail=f"{type(error).__name__}: {error}")]
    )
