"""Measures how well claims are found by their phrasings, on any set of questions.

    python tests/benchmarks/phrasings.py --phrasings P.jsonl --questions Q.jsonl [--semantic] [--json]

Both files have a JSON object a line with `text` and `claim`, null for a question that no claim covers. The
questions are answered by the code that the bot uses; when to abstain is set from the phrasings alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from bot.answering.retrieval.building import build
from bot.desk.settings import SemanticSettings, shipped_knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.retrieval.ranking import Ranking


def main(arguments: Sequence[str]) -> int:
    """Print an object a question, or a table of how many were right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--phrasings", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--semantic", action="store_true", help="rank with a sentence encoder as well")
    parser.add_argument("--json", action="store_true", help="print an object a question")
    parser.add_argument("--peers", action="store_true", help="measure what else could be picked as well")
    options = parser.parse_args(arguments)
    encode = None
    if options.semantic:
        from bot.desk.encoding import open_encoder  # noqa: PLC0415 - an extra

        encode = open_encoder(SemanticSettings(enabled=True)).encode
    known = frozenset((shipped_knowledge() / "words.en.txt").read_text().split())
    phrasings = [(row["claim"], row["text"]) for row in _rows(options.phrasings)]
    began = perf_counter()
    retrieval = build(phrasings, encode=encode, known=known)
    built = perf_counter() - began
    questions = _rows(options.questions)
    rankings, seconds = [], []
    for question in questions:
        began = perf_counter()
        rankings.append(retrieval.rank(question["text"], known=known, encode=encode))
        seconds.append(perf_counter() - began)
    if options.json:
        for ranking in rankings:
            first = ranking.matches[0] if ranking.matches else None
            row = {
                "claim": first.claim if first else None,
                "score": round(first.score, 4) if first else 0.0,
                "abstains": not ranking.covered,
            }
            print(json.dumps(row, ensure_ascii=False))
    else:
        print(f"{len(phrasings)} phrasings, built in {built:.1f} s")
        print(_table([question["claim"] for question in questions], rankings, seconds))
    if options.peers:
        _measure_peers(phrasings, questions)
    return 0


def _measure_peers(phrasings: list[tuple[str, str]], questions: list[dict[str, str]]) -> None:
    from tests.benchmarks.peers import PEERS  # noqa: PLC0415 - some are an extra

    claims, texts = [claim for claim, _ in phrasings], [text for _, text in phrasings]
    covered = [question for question in questions if question["claim"] is not None]
    for name, build_peer in PEERS.items():
        if name == "ours":
            continue
        try:
            find = build_peer(claims, texts)
        except ImportError:
            print(f"{name:34}not installed: pip install -e '.[bench]'")
            continue
        began = perf_counter()
        right = [find(question["text"]) == question["claim"] for question in covered]
        each = 1000 * (perf_counter() - began) / max(len(covered), 1)
        print(f"{name:34}{_percent(np.array(right))} at 1, {each:.2f} ms a question")


def _rows(file: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


def _table(claims: list[str | None], rankings: list[Ranking], seconds: list[float]) -> str:
    inside = np.array([claim is not None for claim in claims])
    first = [ranking.matches[0] if ranking.matches else None for ranking in rankings]
    right = np.array(
        [one is not None and one.claim == claim for one, claim in zip(first, claims, strict=True)]
    )
    scores = np.array([one.score if one else 0.0 for one in first])
    answered = np.array([ranking.covered for ranking in rankings])
    certain = np.array([ranking.certain for ranking in rankings])
    p50, p99 = np.percentile(np.array(seconds) * 1000, [50, 99])
    rows = [
        ("questions covered / not", f"{inside.sum()} / {(~inside).sum()}"),
        ("accuracy at 1", _percent(right[inside])),
        ("AUROC of covered against not", _auroc(scores[inside], scores[~inside])),
        ("covered: answered right", _percent((right & answered)[inside])),
        ("not covered: abstained", _percent(~answered[~inside])),
        ("coverage", _percent(answered[inside])),
        ("selective risk", _percent(~right[answered])),
        ("coverage, without a choice", _percent(certain[inside])),
        ("selective risk, without a choice", _percent(~right[certain])),
        ("p50 / p99 a question", f"{p50:.2f} / {p99:.2f} ms"),
    ]
    return "\n".join(f"{name:34}{value}" for name, value in rows)


def _percent(true: np.ndarray) -> str:
    return f"{100 * true.mean():.1f} %" if len(true) else "-"


def _auroc(inside: np.ndarray, outside: np.ndarray) -> str:
    """Return how often a covered question scores above one that is not, ties counted half."""
    if not len(inside) or not len(outside):
        return "-"
    ordered = np.sort(outside)
    below = np.searchsorted(ordered, inside) + np.searchsorted(ordered, inside, side="right")
    return f"{100 * below.mean() / (2 * len(outside)):.1f} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
