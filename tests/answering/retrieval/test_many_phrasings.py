"""What a million phrasings need, shown on a few thousand that tests/benchmarks/corpus.py invents."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.retrieval import building
from bot.answering.retrieval.building import build
from bot.answering.retrieval.ranking import Retrieval
from tests.benchmarks.corpus import Corpus

SIZE = 5_000


@pytest.fixture(scope="module")
def built() -> Retrieval:
    return build(Corpus(SIZE, 1).phrasings())


def test_so_many_are_ranked_by_words(built: Retrieval) -> None:
    assert len(built.claims) > 100
    assert built.head is None
    assert built.lexical is not None


def test_the_same_seed_invents_the_same() -> None:
    one, other, another = Corpus(100, 1), Corpus(100, 1), Corpus(100, 2)
    phrasings = list(one.phrasings())
    assert phrasings == list(other.phrasings())
    assert one.questions() == other.questions()
    assert phrasings != list(another.phrasings())


@pytest.mark.parametrize("mistyped", [False, True])
def test_nine_in_ten_questions_find_their_claim(built: Retrieval, mistyped: bool) -> None:
    asked = [question for question in Corpus(SIZE, 1).questions() if question.mistyped is mistyped]
    found = [built.rank(question.text).matches for question in asked]
    right = [
        bool(matches) and matches[0].claim == question.claim
        for question, matches in zip(asked, found, strict=True)
    ]
    assert sum(right) > 0.9 * len(asked)


def test_leaving_claims_out_early_changes_no_answer(
    built: Retrieval, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [question.text for question in Corpus(SIZE, 1).questions()[:200]]
    exact = [built.rank(text).matches[:1] for text in asked]
    for name, value in (("MOST_POSTINGS", 200), ("MOST_CHAMPIONS", 50), ("MOST_LIKELY", 100)):
        monkeypatch.setattr(f"bot.answering.retrieval.lexical.{name}", value)
    pruned = build(Corpus(SIZE, 1).phrasings())
    same = [pruned.rank(text).matches[:1] == first for text, first in zip(asked, exact, strict=True)]
    assert sum(same) >= 0.98 * len(same)


def test_phrasings_without_a_word_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_PHRASINGS", 0)
    retrieval = build([("one", "?"), ("one", "the red kite"), ("two", ""), ("three", "the blue kite")])
    assert retrieval.rank("a blue kite").matches[0].claim == "three"
    assert build([("one", "?"), ("two", "")]).rank("kite").matches == ()


def test_scale_is_measured_from_the_command_line(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "tests/benchmarks/scale.py",
        "--sizes",
        "200",
        "--peers",
        "ours",
        "SQLite FTS5",
    ]
    chart = tmp_path / "scale.png"
    run = subprocess.run([*command, "--json", "--chart", chart], capture_output=True, text=True, check=True)
    ours, fts5 = map(json.loads, run.stdout.splitlines())
    assert (ours["peer"], fts5["peer"]) == ("ours", "SQLite FTS5")
    assert ours["mistyped"] > fts5["mistyped"]
    assert {"p50_ms", "p99_ms", "build_s", "peak_mb", "data_mb", "open_ms", "load"} <= ours.keys()
    assert chart.read_bytes().startswith(b"\x89PNG")


def test_reloading_is_measured_from_the_command_line() -> None:
    command = [sys.executable, "tests/benchmarks/reloading.py", "--claims", "40", "--seconds", "0.2"]
    run = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    assert list(found) == ["start", "before", "during", "after"]
    assert all(found[when]["questions"] > 0 for when in ("before", "during", "after"))
