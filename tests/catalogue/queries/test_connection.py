"""Connections to an edition's database."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from catalogue.queries.connection import Connections


def test_a_connection_serves_one_request_after_the_other_in_whatever_thread(real_edition) -> None:
    connections = Connections(real_edition.database)

    def asked() -> int:
        connection = connections.take()
        assert connection.execute("SELECT count(*) FROM measures").fetchone()[0] > 0
        connections.give_back(connection)
        return id(connection)

    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        used = [pool.submit(asked).result() for pool in (one, other, one)]

    assert len(set(used)) == 1


def test_requests_at_the_same_time_have_connections_of_their_own(real_edition) -> None:
    connections = Connections(real_edition.database)

    assert connections.take() is not connections.take()


def test_a_connection_that_was_given_back_is_closed_with_the_edition(real_edition) -> None:
    connections = Connections(real_edition.database)
    connection = connections.take()
    connections.give_back(connection)

    connections.close()

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
