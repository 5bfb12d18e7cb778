"""Measures how time, memory and accuracy go with the number of phrasings, beside what else could be picked.

    python tests/benchmarks/scale.py [--sizes 1000 10000 100000 1000000] [--seed 4] [--json] [--chart FILE]

Phrasings and questions are invented (tests/benchmarks/corpus.py); half of the questions have half of their
longer words mistyped. Every library runs in a process of its own, on one thread. A slow one answers only the
first questions. Peers: pip install -e '.[bench]'; one that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.peers import ONE_THREAD, PEERS, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = [1_000, 10_000, 100_000, 1_000_000]
WARMING = 10  # questions before those that count
PATIENCE = 30.0  # seconds for all questions to one peer …
LEAST_ASKED = 20  # … which answers so many at least
MEGABYTE = 1024 * 1024
STYLES = {
    "ours": ("black", "-", "o"),
    "tantivy, fuzzy": ("0.25", "--", "s"),
    "bm25s": ("0.4", "-.", "^"),
    "SQLite FTS5": ("0.55", ":", "D"),
    "rapidfuzz WRatio": ("0.65", (0, (5, 1, 1, 1, 1, 1)), "v"),
}
PACKAGES = ("numpy", "rapidfuzz", "bm25s", "tantivy")


def main(arguments: Sequence[str]) -> int:
    """Print a table of what was measured, or an object a row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--json", action="store_true", help="print an object a row")
    parser.add_argument("--chart", type=Path, help="draw milliseconds a question into this PNG file")
    parser.add_argument("--part", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.part:
        _part(*options.part)
        return 0
    if not options.json:
        print(_machine())
        print(_HEAD)
    rows = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            _apart("corpus", folder, str(size), str(options.seed))
            for peer in options.peers:
                row = _apart("peer", folder, peer)
                if row is None:
                    print(f"{peer} is not installed: left out", file=sys.stderr)
                    continue
                row |= {"phrasings": size, "peer": peer}
                rows.append(row)
                print(json.dumps(row) if options.json else _line(row), flush=True)
    if options.chart:
        _draw(rows, options.chart)
    return 0


def _apart(*part: str) -> dict[str, Any] | None:
    """Run a part of the benchmark in a process of its own; None where a library is missing."""
    environment = ONE_THREAD | {"XDG_CACHE_HOME": f"{part[1]}/cache"}
    command = [sys.executable, __file__, "--part", *part]
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] | None = json.loads(run.stdout)
    return found


def _part(kind: str, folder: str, *how: str) -> None:
    result: dict[str, Any] | None = {}
    if kind == "corpus":
        corpus = Corpus(int(how[0]), int(how[1]))
        with (Path(folder) / "phrasings.tsv").open("w") as written:
            written.writelines(f"{claim}\t{text}\n" for claim, text in corpus.phrasings())
        (Path(folder) / "questions.json").write_text(json.dumps(corpus.questions()))
    else:
        try:
            result = _measured(Path(folder), how[0])
        except ModuleNotFoundError:
            result = None
    print(json.dumps(result))


def _measured(folder: Path, peer: str) -> dict[str, Any]:
    claims, texts = [], []
    with (folder / "phrasings.tsv").open() as lines:
        for line in lines:
            claim, text = line.rstrip("\n").split("\t")
            claims.append(sys.intern(claim))
            texts.append(text)
    data = _peak()
    began = perf_counter()
    find = PEERS[peer](claims, texts)
    built = perf_counter() - began
    row: dict[str, Any] = {}
    if peer == "ours":
        began = perf_counter()
        find = opened()
        row["open_ms"] = 1000 * (perf_counter() - began)
    questions = json.loads((folder / "questions.json").read_text())
    for text, _, _ in questions[:WARMING]:
        find(text)
    wall, own, right, mistyped = [], [], [], []
    began = perf_counter()
    for text, claim, typo in questions:
        started, spent = perf_counter(), thread_time()
        found = find(text)
        own.append(thread_time() - spent)
        wall.append(perf_counter() - started)
        right.append(found == claim)
        mistyped.append(typo)
        if perf_counter() - began > PATIENCE and len(wall) >= LEAST_ASKED:
            break
    p50, p99 = 1000 * np.percentile(wall, [50, 99])
    own50, own99 = 1000 * np.percentile(own, [50, 99])
    row |= {"asked": len(wall), "p50_ms": p50, "p99_ms": p99, "own_p50_ms": own50, "own_p99_ms": own99}
    row |= {
        "clean": _percent(right, mistyped, wanted=False),
        "mistyped": _percent(right, mistyped, wanted=True),
    }
    return row | {"build_s": built, "data_mb": data, "peak_mb": _peak(), "load": os.getloadavg()[0]}


def _peak() -> float:
    """Return the most memory that this process ever had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE


def _percent(right: list[bool], mistyped: list[bool], *, wanted: bool) -> float:
    return 100 * float(np.mean([one for one, typo in zip(right, mistyped, strict=True) if typo is wanted]))


_HEAD = (
    "phrasings  peer              p50 / p99 ms      CPU p50 / p99     clean  mistyped  asked"
    "  build s  peak MB (data)  open ms  load"
)


def _line(row: dict[str, Any]) -> str:
    opening = f"{row['open_ms']:7.0f}" if "open_ms" in row else f"{'-':>7}"
    return (
        f"{row['phrasings']:9,}  {row['peer']:16}  {row['p50_ms']:7.2f} / {row['p99_ms']:7.2f} "
        f"{row['own_p50_ms']:7.2f} / {row['own_p99_ms']:7.2f}  {row['clean']:5.1f} {row['mistyped']:8.1f}"
        f"{row['asked']:8}{row['build_s']:9.1f}{row['peak_mb']:9.0f} ({row['data_mb']:4.0f}) {opening}"
        f"{row['load']:6.1f}"
    )


def _machine() -> str:
    versions = []
    for package in PACKAGES:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            versions.append(f"no {package}")
    today = datetime.now(UTC).date()
    return f"{today}, {os.cpu_count()} cores, Python {platform.python_version()}, {', '.join(versions)}"


def _draw(rows: list[dict[str, Any]], file: Path) -> None:
    from matplotlib.figure import Figure  # noqa: PLC0415 - only for a chart

    figure = Figure(figsize=(7, 4.2), dpi=150, layout="constrained")
    axes = figure.add_subplot()
    for peer, (colour, line, marker) in STYLES.items():
        own = [row for row in rows if row["peer"] == peer]
        if not own:
            continue
        sizes = [row["phrasings"] for row in own]
        weight = 2.4 if peer == "ours" else 1.3
        times = [row["p50_ms"] for row in own]
        axes.plot(sizes, times, color=colour, linestyle=line, marker=marker, linewidth=weight, label=peer)
        if peer == "ours":
            slowest = [row["p99_ms"] for row in own]
            axes.fill_between(sizes, times, slowest, color="0.85", label="ours, up to p99")
    axes.set(xscale="log", yscale="log", xlabel="phrasings", ylabel="ms a question, p50, one thread")
    axes.xaxis.set_major_formatter(lambda size, _: f"{size:,.0f}")
    axes.yaxis.set_major_formatter(lambda milliseconds, _: f"{milliseconds:,g}")
    axes.grid(visible=True, which="major", color="0.9")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="upper left")
    figure.savefig(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
