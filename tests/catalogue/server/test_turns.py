"""A few are served at once; others wait, though not in any number and not for ever."""

from __future__ import annotations

import asyncio

import pytest

from catalogue.server.turns import NoRoom, Turns


async def serve(turns: Turns, until: asyncio.Event) -> str:
    async with turns.turn():
        await until.wait()
        return "served"


def test_whom_there_is_no_room_for_is_sent_away_and_those_who_wait_are_served():
    async def come() -> list[object]:
        turns, done = Turns(at_once=2, waiting=3, seconds=60), asyncio.Event()
        visitors = [asyncio.create_task(serve(turns, done)) for _ in range(6)]
        await asyncio.wait(visitors, return_when=asyncio.FIRST_COMPLETED)
        done.set()
        return await asyncio.gather(*visitors, return_exceptions=True)

    *served, sent_away = asyncio.run(come())
    assert served == ["served"] * 5
    assert isinstance(sent_away, NoRoom)


def test_nobody_waits_for_ever_and_the_turn_goes_on_to_others():
    async def come() -> str:
        turns, never, now = Turns(at_once=1, waiting=3, seconds=0.05), asyncio.Event(), asyncio.Event()
        now.set()
        first = asyncio.create_task(serve(turns, never))
        await asyncio.sleep(0)
        with pytest.raises(NoRoom):
            await serve(turns, now)
        first.cancel()
        return await serve(turns, now)

    assert asyncio.run(come()) == "served"
