"""Measures how long questions take while another process builds the next edition, and while it is opened.

    python tests/benchmarks/reloading.py [--size 1000000] [--seed 4] [--seconds 5] [--json]

One thread answers questions one after the other, as a server does. Another has a retrieval of as many
phrasings built apart and opens it, then the answers come from the new one. The old one is of another seed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import numpy as np

from bot.desk.retrievals import build_apart
from tests.benchmarks.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.retrieval.ranking import Retrieval

PAUSE = 0.002  # seconds between questions: a server waits for the next


def main(arguments: Sequence[str]) -> int:
    """Print p50, p99 and the longest before, during and after."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=5, help="how long to ask before and after")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        files = [_written(Path(folder), options.size, options.seed + later) for later in range(2)]
        retrieval = build_apart(_phrasings, (str(files[0]),), ("old",))
        assert retrieval is not None
        questions = [asked.text for asked in Corpus(options.size, options.seed).questions()]
        found = Serving(retrieval, questions).through(files[1], options.seconds)
    if options.json:
        print(json.dumps(found))
        return 0
    print(f"{options.size:,} phrasings; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, row in found.items():
        print(f"{name:8}" + "  ".join(f"{what} {value:9.2f}" for what, value in row.items()))
    return 0


class Serving:
    """Answers until told otherwise, from whichever retrieval is there."""

    def __init__(self, retrieval: Retrieval, questions: list[str]) -> None:
        self._retrieval = retrieval
        self._questions = cycle(questions)

    def through(self, file: Path, seconds: float) -> dict[str, dict[str, float]]:
        """Return what was measured before, during and after the build of another retrieval."""
        self._answered(perf_counter() + seconds / 5)
        before = self._answered(perf_counter() + seconds)
        building = Thread(target=self._replace, args=(file,))
        building.start()
        during = self._answered(None, building)
        building.join()
        after = self._answered(perf_counter() + seconds)
        return {"before": _row(before), "during": _row(during), "after": _row(after)}

    def _replace(self, file: Path) -> None:
        retrieval = build_apart(_phrasings, (str(file),), ("new",))
        assert retrieval is not None
        self._retrieval = retrieval

    def _answered(self, until: float | None, building: Thread | None = None) -> list[float]:
        times = []
        while building.is_alive() if building else perf_counter() < (until or 0):
            began = perf_counter()
            self._retrieval.rank(next(self._questions))
            times.append(perf_counter() - began)
            sleep(PAUSE)
        return times


def _written(folder: Path, size: int, seed: int) -> Path:
    file = folder / f"{seed}.tsv"
    with file.open("w") as written:
        written.writelines(f"{claim}\t{text}\n" for claim, text in Corpus(size, seed).phrasings())
    return file


def _phrasings(file: str) -> Iterator[tuple[str, str]]:
    with Path(file).open() as lines:
        for line in lines:
            claim, _, text = line.rstrip("\n").partition("\t")
            yield claim, text


def _row(times: list[float]) -> dict[str, float]:
    p50, p99 = 1000 * np.percentile(times, [50, 99])
    return {"questions": len(times), "p50 ms": p50, "p99 ms": p99, "longest ms": 1000 * max(times)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
