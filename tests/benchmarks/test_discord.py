"""Holds the bot in Discord against bare discord.py bots that echo: speed, memory and start, in the same run.

The bots are processes of their own and speak to the same local server over real sockets, in turn. The bare
bots have the bot's intents and no caches either; one echoes the words, the other a card as long as a usual
answer, which is what discord.py itself takes for sending such an answer.

Wanted are at least 0.8 of the throughput of a bare bot and at most 1.2 times its memory. That is printed
beside what was measured and not asserted: on a busy machine one run says little.
"""

from __future__ import annotations

import asyncio
import statistics
from collections import defaultdict
from contextlib import AsyncExitStack
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

from bot.surfaces.discord.running import loop_factory
from tests.benchmarks.load import CHANNELS, PROGRAMS, Run, running
from tests.shipped import knowledge

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import pytest
    from pytest_benchmark.fixture import BenchmarkFixture

WANTED_THROUGHPUT, WANTED_MEMORY = 0.8, 1.2
AT_ONCE, MESSAGES, ROUNDS = 32, 500, 3
ALONE = 600  # questions one after the other
SERVERS = 10_000
STARTS = 4
QUESTIONS = [phrasing for claim in knowledge().index().briefing.claims for phrasing in claim.phrasings]
# What most of the bot's members never ask: in its other languages, and by no name that it knows.
STRANGE = [
    "Wie viele pakistanische Soldaten wurden getötet?",
    "Combien de soldats pakistanais ont été tués ?",
    "¿Cuántos soldados pakistaníes murieron?",
    "کتنے پاکستانی فوجی مارے گئے؟",
    "څومره پاکستاني سرتېري ووژل شول؟",
    "چند سرباز پاکستانی کشته شدند؟",
    "kitne pakistani fauji maare gaye?",
    "Are talks about to be held?",
    "who is ready to sit down together?",
]
BOT = "the bot"


def measured(benchmark: BenchmarkFixture, work: Callable[[], Awaitable[None]]) -> None:
    def run() -> None:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(work())  # type: ignore[arg-type]

    benchmark.pedantic(run, rounds=1)


def ratios(values: dict[str, float]) -> str:
    return ", ".join(f"{values[BOT] / value:.2f} of {name}" for name, value in values.items() if name != BOT)


def test_throughput_and_first_response(
    benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speed: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    alone: dict[str, list[float]] = defaultdict(list)

    async def work() -> None:
        async with AsyncExitStack() as stack:
            runs: dict[str, Run] = {}
            for name in PROGRAMS:
                runs[name] = await stack.enter_async_context(running(name, tmp_path))
                await runs[name].server.ask_many(cycle(QUESTIONS), 200, AT_ONCE)
                await runs[name].rest()
            for number in range(ROUNDS):
                for name, run in runs.items():
                    turn = cycle(QUESTIONS[number * MESSAGES % len(QUESTIONS) :] + QUESTIONS)
                    start, used = perf_counter(), run.cpu()
                    await run.server.ask_many(turn, MESSAGES, AT_ONCE)
                    speed[name].append(MESSAGES / (perf_counter() - start))
                    cpu[name].append(1_000 * (run.cpu() - used) / MESSAGES)
                    alone[name] += await run.server.ask_many(turn, ALONE // ROUNDS, 1)

    measured(benchmark, work)
    with capsys.disabled():
        print(f"\n{'':24}{'messages/s':>12}{'CPU ms each':>13}{'p50 ms':>9}{'p99 ms':>9}")
        for name in PROGRAMS:
            times = sorted(1_000 * one for one in alone[name])
            p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
            rate, each = statistics.median(speed[name]), statistics.median(cpu[name])
            print(f"{name:24}{rate:12.0f}{each:13.2f}{p50:9.2f}{p99:9.2f}")
        print(f"throughput, {AT_ONCE} in flight: ", end="")
        print(ratios({name: statistics.median(speed[name]) for name in PROGRAMS}), end="")
        print(
            f", wanted at least {WANTED_THROUGHPUT}; p50 and p99 from event to first response, one in flight"
        )


def test_memory(benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found: dict[str, float] = {}
    later: dict[str, float] = {}

    async def work() -> None:
        for name in PROGRAMS:
            async with running(name, tmp_path, servers=SERVERS) as run:
                # The socket keeps the order, so that an answer means that all servers are taken in.
                await run.server.ask_many(cycle(QUESTIONS), 200, 8)
                found[name] = run.resident()
                await run.server.ask_many(cycle(STRANGE), 2 * len(STRANGE), 8)
                later[name] = run.resident()

    measured(benchmark, work)
    with capsys.disabled():
        print(
            f"\n{'':24}{'MB':>8}{'later':>8} resident, {SERVERS} servers of 20 channels and 10 roles;", end=""
        )
        print(" later: asked in every language, and what only the phrasings can tell")
        for name, memory in found.items():
            print(f"{name:24}{memory:8.0f}{later[name]:8.0f}")
        print(f"memory: {ratios(found)}, wanted at most {WANTED_MEMORY}")
    assert all(later[BOT] <= WANTED_MEMORY * memory for name, memory in found.items() if name != BOT)


def test_start(benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ready: dict[str, list[float]] = defaultdict(list)
    answered: dict[str, list[float]] = defaultdict(list)

    async def work() -> None:
        for _ in range(STARTS + 1):
            for name in PROGRAMS:
                async with running(name, tmp_path) as run:
                    await run.server.ask(QUESTIONS[0], CHANNELS[0])
                    ready[name].append(run.identified)
                    answered[name].append(perf_counter() - run.started)

    measured(benchmark, work)
    with capsys.disabled():
        print(f"\n{'':24}{'identified s':>13}{'answered s':>12} after the start, the first start left out")
        for name in PROGRAMS:
            first, second = statistics.median(ready[name][1:]), statistics.median(answered[name][1:])
            print(f"{name:24}{first:13.2f}{second:12.2f}")
