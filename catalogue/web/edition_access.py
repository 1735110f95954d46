"""How views reach the edition: its database (a connection lent to each request), its search, and the labels of terms."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g

from catalogue.api.context import Context
from catalogue.api.declaration import Declaration
from catalogue.api.parameters import Known
from catalogue.edition import Edition
from catalogue.facts.answers import ShortAnswer
from catalogue.facts.wording import Wording
from catalogue.queries import vocabularies
from catalogue.queries.connection import Connections, connect
from catalogue.queries.hits import project_names
from catalogue.queries.vocabularies import Term
from catalogue.web.languages import LANGUAGES, language
from search.engine import Engine

Told = TypeVar("Told")


@dataclass
class OpenedEdition:
    """An edition and what was opened of it once for all requests."""

    edition: Edition
    engine: Engine
    connections: Connections = field(init=False)
    short_facts: dict[tuple[str, str], list[ShortAnswer]] = field(default_factory=dict)
    """What cards tell, by language and id, as far as it was asked for (see `short_facts`)."""
    kept: dict[Callable[[sqlite3.Connection], Any], Any] = field(default_factory=dict)
    """What queries told of the whole edition (see `ask_once`)."""

    def __post_init__(self) -> None:
        self.connections = Connections(self.edition.database)

    @cached_property
    def terms(self) -> dict[str, dict[str, dict[str, Term]]]:
        """Terms by language, vocabulary and id: `terms["de"]["fields"]["mobilitaet"]`."""
        with closing(connect(self.edition.database)) as connection:
            tables = vocabularies.tables(connection)
            return {name: {v: vocabularies.terms(connection, v, name) for v in tables} for name in LANGUAGES}

    @cached_property
    def interface(self) -> Declaration:
        """What programs may ask."""
        with closing(connect(self.edition.database)) as connection:
            return Declaration(Known(self.terms["de"], tuple(sorted(project_names(connection)))))


def attach(app: Flask, edition: Edition, engine: Engine) -> None:
    """Give the application its edition, and take a request's connection back at the request's end."""
    app.extensions["edition"] = OpenedEdition(edition, engine)
    app.teardown_appcontext(_give_back)


def close(app: Flask) -> None:
    """Let go of the files of the application's edition; it answers no more requests."""
    closed = app.extensions.pop("edition")
    closed.connections.close()
    closed.engine.close()  # else the search waits in memory for the collector


def opened() -> OpenedEdition:
    """The edition of the current application."""
    return cast(OpenedEdition, current_app.extensions["edition"])


def database() -> sqlite3.Connection:
    """The connection of the current request."""
    if "database" not in g:
        g.database = opened().connections.take()
    return cast(sqlite3.Connection, g.database)


def ask_once(query: Callable[[sqlite3.Connection], Told]) -> Told:
    """What a query tells of the whole edition: asked when it is first needed and then kept, as an edition never changes.

    `query` is a function of a module, and nobody changes what it gives.
    """
    kept = opened().kept
    if query not in kept:
        kept[query] = query(database())
    return cast(Told, kept[query])


def engine() -> Engine:
    """The search of the current edition."""
    return opened().engine


def vocabulary_terms(vocabulary: str) -> dict[str, Term]:
    """All terms of a vocabulary by id, in the language of the interface."""
    return opened().terms[language()][vocabulary]


def term(vocabulary: str, term_id: str) -> Term:
    """A term in the language of the interface; an id that the vocabulary lacks stands for itself."""
    return vocabulary_terms(vocabulary).get(term_id) or Term(term_id, term_id, "")


def context(address: Callable[[str], str]) -> Context:
    """The edition as this request reads it; `address` gives the address of a path below the root of its language."""
    return Context(opened().edition.id, database(), engine(), words(), address)


def words() -> Wording:
    """How facts are told on this page: in its language, as of today."""
    if "words" not in g:
        g.words = Wording(language(), opened().terms[language()], date.today())
    return cast(Wording, g.words)


def _give_back(_: BaseException | None) -> None:
    connection = g.pop("database", None)
    if connection is not None:
        opened().connections.give_back(connection)
