"""How long a page takes while others run SQL that never ends: nothing but the machine's cores may be shared."""

from __future__ import annotations

import asyncio
import sys
import time
from contextlib import suppress
from statistics import quantiles
from urllib.parse import urlencode

import httpx

from tests.benchmarks.served import served

QUERIES = (0, 1, 5, 20)
PAGES = ("/", "/suche?q=mobilit%C3%A4t+auf+dem+land")
TIMES = 100
PAUSE_SECONDS = 0.02
ENDLESS = "with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c"


async def ask_on(client: httpx.AsyncClient) -> None:
    """Ask for an endless query again and again."""
    while True:
        await client.get(f"/daten/catalogue.json?{urlencode({'sql': ENDLESS})}")


async def milliseconds(client: httpx.AsyncClient, page: str, number: int) -> tuple[float, float]:
    """The median and the 99th of 100 times of a page while so many ask for endless queries."""
    asking = [asyncio.create_task(ask_on(client)) for _ in range(number)]
    await asyncio.sleep(1)
    taken = []
    for turn in range(TIMES):
        started = time.perf_counter()
        (await client.get(f"{page}{'&' if '?' in page else '?'}n={turn}")).raise_for_status()
        taken.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(PAUSE_SECONDS)
    for task in asking:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    parts = quantiles(taken, n=100)
    return parts[49], parts[98]


async def measure(address: str) -> None:
    """Print the table."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=120, limits=limits) as client:
        await client.get("/daten/catalogue/measures.json")
        print("| page | queries | p50 ms | p99 ms | p99 more than without ms |\n|---|---:|---:|---:|---:|")
        for page in PAGES:
            alone = 0.0
            for number in QUERIES:
                half, most = await milliseconds(client, page, number)
                alone = alone or most
                print(f"| {page} | {number} | {half:.1f} | {most:.1f} | {most - alone:.1f} |", flush=True)


def main() -> None:
    """Print the table for the real content, or for the edition in the folder that is named."""
    with served(*sys.argv[1:2]) as address:
        asyncio.run(measure(address))


if __name__ == "__main__":
    main()
