"""Measures what somebody waits for: a question within the program, and a whole run of the program."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.checking import check
from tests.shipped import CONTESTED, ROOT, knowledge, learnt_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

WANTED_P99 = 2.0  # milliseconds for one question over the shipped briefing
WANTED_RATIO = 2.0  # of a run that asks to one that imports pydantic and rapidfuzz
RUNS = 25
MESSAGES = {
    "mentions": "<@123> " * 570,
    "ids": " ".join(f"A{n}-B{n}" for n in range(10, 400)),
    "question marks": "? " * 2_000,
    "no words": " ".join(f"zq{n}x" for n in range(600)),
    "numbers": ", ".join(f"{n} soldiers in sector {n}" for n in range(10, 170)),
}
STRANGE = [
    "What is the capital of France?",
    "hw many pakstani soldeirs dieed in kabbul",
    "¿Cuántos soldados murieron?",
]


@pytest.mark.parametrize(
    ("kind", "rounds"), [("covered", 2_000), ("strange", 1_000), ("long", 100), ("no words", 20)]
)
def test_a_question(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], kind: str, rounds: int
) -> None:
    covered = [phrasing for claim in knowledge().index().briefing.claims for phrasing in claim.phrasings]
    asked = {
        "covered": covered,
        "strange": STRANGE,
        "long": [" ".join(covered)[:10_000]],
        "no words": [" ".join(f"zq{n}x" for n in range(320))],
    }[kind]
    turn = cycle(asked)
    benchmark.pedantic(
        lambda question: ask(knowledge(), question), setup=lambda: ((next(turn),), {}), rounds=rounds
    )
    times = sorted(1_000 * time for time in benchmark.stats.stats.data)
    p50, p99 = times[rounds // 2], times[rounds * 99 // 100]
    with capsys.disabled():
        print(f"\n{kind}: p50 {p50:.2f} ms, p99 {p99:.2f} ms of {rounds} questions, wanted {WANTED_P99:g} ms")


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_long_message(benchmark: BenchmarkFixture, kind: str) -> None:
    """Check what nobody can: a message is checked beside the others' questions, and still holds up checks."""
    benchmark.pedantic(lambda: check(knowledge(), MESSAGES[kind]), rounds=3)


def test_a_cold_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run all in turn, so that a slow moment of the machine slows all; compiled, as `make` leaves it."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", "bot"], cwd=ROOT, check=True)
    imports = [sys.executable, "-c", "import pydantic, rapidfuzz"]
    asks = [sys.executable, "-m", "bot", "ask"]
    programs = {
        "imports": imports,
        "ask": [*asks, CONTESTED],
        "ask with a typing error": [*asks, "hw many soldeirs"],
        "ask what the examples are asked": [*asks, STRANGE[0]],
        "the same with typing errors": [*asks, "why is Islamabad so corss with its nieghbour"],
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    environment = os.environ | {"XDG_CACHE_HOME": str(learnt_in(tmp_path))}
    subprocess.run(programs["ask"], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for _ in range(RUNS):
        for name, program in programs.items():
            start = perf_counter()
            subprocess.run(program, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            times[name].append(1_000 * (perf_counter() - start))
    base = statistics.median(times.pop("imports"))
    with capsys.disabled():
        print(f"\nimport pydantic, rapidfuzz: {base:.0f} ms")
        for name, found in times.items():
            median = statistics.median(found)
            print(f"{name}: {median:.0f} ms, {median / base:.2f} times as long, wanted {WANTED_RATIO:g}")
