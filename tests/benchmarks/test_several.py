"""Measures what several briefings cost: a question routed over 1, 5 and 20 copies of the shipped one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from tests.shipped import BRIEFING, CONTESTED, FOLDER, ROOT

if TYPE_CHECKING:
    from pathlib import Path

WANTED_MS = 2.0  # p50 for each briefing that a question fits
NAMES_ONE = "How many civilians died in Weekvillage{number}?"


def copies(folder: Path, number: int) -> Path:
    """Make a folder with the shipped briefing so many times, each with a place of its own."""
    shutil.copytree(FOLDER, folder)
    for n in range(1, number):
        other = shutil.copytree(folder / BRIEFING, folder / f"week-{n}")
        file = other / "briefing.toml"
        text = file.read_text(encoding="utf-8")
        place = f'[[place]]\nid = "weekvillage"\nname = "W"\naliases.en = ["weekvillage{n}"]\n\n[[topic]]'
        text = text.replace("[[topic]]", place, 1)
        file.write_text(
            re.sub(r"edition_date = .*", f"edition_date = 2027-01-{n:02}", text), encoding="utf-8"
        )
    return folder


@pytest.mark.parametrize("number", [1, 5, 20])
def test_routing(tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int) -> None:
    folder = copies(tmp_path / "knowledge", number)
    began = perf_counter()
    knowledge = Knowledge(Settings(folder, cache=False))
    assert len(knowledge.indexes()) == number
    compiled = perf_counter() - began
    phrasings = [text for claim in knowledge.index(BRIEFING).briefing.claims for text in claim.phrasings][:60]
    kinds = {
        "fits all": phrasings,
        "names one": [NAMES_ONE.format(number=n % number or 1) for n in range(60)],
    }
    lines = [f"\n{number} briefings: compiled in {compiled:.2f} s"]
    for kind, questions in kinds.items():
        times = []
        for question in (*questions[:5], *questions):
            start = perf_counter()
            ask(knowledge, question)
            times.append(1_000 * (perf_counter() - start))
        times = sorted(times[5:])
        lines.append(f"  {kind}: p50 {median(times):.2f} ms, slowest {times[-1]:.2f} ms")
        assert median(times) < WANTED_MS * (number if kind == "fits all" else 2)
    cold = []
    for _ in range(6):
        start = perf_counter()
        run = [sys.executable, "-m", "bot", "ask", "--knowledge", str(folder), CONTESTED]
        environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
        subprocess.run(run, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        cold.append(perf_counter() - start)
    lines.append(f"  cold start: {median(cold[1:]):.2f} s, the first without a cache {cold[0]:.2f} s")
    with capsys.disabled():
        print("\n".join(lines))
