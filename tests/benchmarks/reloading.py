"""Measures how long questions take while an edition of very many claims is reloaded.

    python tests/benchmarks/reloading.py [--claims 100000] [--seed 4] [--seconds 5] [--json]

A desk answers questions one after the other on its loop, as the bot does, each pinned to a briefing. Then
every hundredth claim is another: the desk reads the folder, proposes and accepts it, as `/knowledge reload`
does, and the answers come from the new edition.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.desk.asking import ask
from bot.desk.desk import open_desk
from bot.desk.reloading import accept, propose
from bot.desk.settings import Settings
from tests.benchmarks.corpus import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.desk.desk import Desk
    from tests.benchmarks.corpus import Asked

PAUSE = 0.002  # seconds between questions: a server waits for the next


class Times(NamedTuple):
    """Seconds from when each question was due to its answer, and those that the thread itself worked."""

    waited: list[float]
    own: list[float]


def main(arguments: Sequence[str]) -> int:
    """Print p50, p99 and the longest before, during and after."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=5, help="how long to ask before and after")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = f"{place}/cache"
        found = asyncio.run(_reloaded(Path(place), options.claims, options.seed, options.seconds))
    if options.json:
        print(json.dumps(found))
        return 0
    print(f"{options.claims:,} claims; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, row in found.items():
        print(f"{name:8}" + "  ".join(f"{what} {value:9.2f}" for what, value in row.items()))
    return 0


async def _reloaded(place: Path, claims: int, seed: int, seconds: float) -> dict[str, dict[str, float]]:
    """Return what was measured before, during and after a reload."""
    folder = place / "knowledge"
    questions = cycle(write_folder(folder, claims, seed))
    began = perf_counter()
    async with open_desk(Settings(folder, storage=place / "bot.sqlite3")) as desk:
        start = {"seconds": perf_counter() - began, "MB": _resident()}
        await _answered(desk, questions, asyncio.create_task(asyncio.sleep(seconds / 5)))
        before = await _answered(desk, questions, asyncio.create_task(asyncio.sleep(seconds)))
        old = desk.knowledge.digest
        shutil.rmtree(folder)
        write_folder(folder, claims, seed, later=True)
        began = perf_counter()
        during = await _answered(desk, questions, asyncio.create_task(_reload(desk)))
        assert desk.knowledge.digest != old
        took = {"seconds": perf_counter() - began, "MB": _resident()}
        after = await _answered(desk, questions, asyncio.create_task(asyncio.sleep(seconds)))
    return {
        "start": start,
        "before": _row(before),
        "during": _row(during) | took,
        "after": _row(after),
    }


async def _reload(desk: Desk) -> None:
    proposal = await propose(desk)
    await accept(desk, proposal, who="benchmark", where=None, why="to measure it")


async def _answered(desk: Desk, questions: Iterator[Asked], until: asyncio.Task[None]) -> Times:
    times = Times([], [])
    while not until.done():
        asked = next(questions)
        due, spent = perf_counter() + PAUSE, thread_time()
        await asyncio.sleep(PAUSE)  # a question that comes while the loop is held up has to wait, too
        ask(desk.knowledge, asked.text, briefing=asked.claim)
        times.waited.append(perf_counter() - due)
        times.own.append(thread_time() - spent)
    await until
    return times


def _resident() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def _row(times: Times) -> dict[str, float]:
    p50, p99 = 1000 * np.percentile(times.waited, [50, 99])
    own50, own99 = 1000 * np.percentile(times.own, [50, 99])
    row = {"questions": len(times.own), "p50 ms": p50, "p99 ms": p99, "longest ms": 1000 * max(times.waited)}
    return row | {"CPU p50": own50, "CPU p99": own99}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
