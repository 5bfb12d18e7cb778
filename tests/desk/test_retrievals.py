"""Built retrievals are kept as arrays that only their owner can write, and built beside the program."""

from __future__ import annotations

import os
import shutil
import stat
from math import inf
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.answering.retrieval import building
from bot.answering.retrieval.building import build
from bot.answering.retrieval.trust import Trust
from bot.desk import cache, retrievals
from bot.desk.retrievals import read, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.answering.retrieval.ranking import Retrieval

TIMES = {"opening": "open", "closing": "close", "delivery": "deliver bread"}
PHRASINGS = [
    (claim, f"{start} {word} on {day}")
    for claim, word in TIMES.items()
    for start in ("when do you", "can you ever", "do they")
    for day in ("monday", "ramaḍān", "weekdays")
]
QUESTIONS = ["when do you opne", "deliver bread on weekday", "ever clsoe ramadan", "what is this", ""]


@pytest.fixture(params=["trained", "by words"])
def built(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Retrieval:
    if request.param == "by words":
        monkeypatch.setattr(building, "MOST_PHRASINGS", 0)
    return build(PHRASINGS)


@pytest.fixture
def kept(cache_home: Path) -> Path:
    write(build(PHRASINGS), "digest", "bakery")
    (file,) = cache_home.iterdir()
    return file


def test_what_is_read_ranks_as_what_was_written(built: Retrieval) -> None:
    write(built, "digest", "bakery")
    opened = read("digest", "bakery")
    assert opened is not None
    assert [opened.rank(text) for text in QUESTIONS] == [built.rank(text) for text in QUESTIONS]
    assert (opened.claims, opened.calibration) == (built.claims, built.calibration)
    assert opened.spelling.letters.readonly


def test_what_examples_taught_is_kept() -> None:
    taught = Trust((0.1, -5.0), (-99.0,), (inf, -1.7), (0.9, 0.01))
    write(build(PHRASINGS)._replace(trust=taught), "digest", "bakery")
    opened = read("digest", "bakery")
    assert opened is not None
    assert opened.trust == taught


def test_nothing_to_ask_is_kept_too() -> None:
    write(build([]), "digest", "empty")
    opened = read("digest", "empty")
    assert opened is not None
    assert opened.rank("when do you open").matches == ()


def test_encoded_phrasings_are_kept() -> None:
    def encode(texts: list[str]) -> np.ndarray:
        return np.ones((len(texts), 1), np.float32)

    built = build(PHRASINGS, encode=encode)
    write(built, "digest", "bakery", "encoder")
    opened = read("digest", "bakery", "encoder")
    assert opened is not None
    assert opened.rank("open", encode=encode) == built.rank("open", encode=encode)


@pytest.mark.usefixtures("kept")
def test_another_key_is_another_retrieval(cache_home: Path) -> None:
    assert read("digest", "bakery", "encoder") is None
    assert read("another", "bakery") is None
    write(build([]), "another", "bakery")
    assert len(list(cache_home.iterdir())) == 2


@pytest.mark.usefixtures("kept")
def test_other_code_reads_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # With the times of the files, or else a copy would be other code.
    shutil.copytree(cache._PACKAGE, tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "bot")
    assert read("digest", "bakery") is not None
    (tmp_path / "bot" / "answering" / "retrieval" / "terms.py").write_text("other = 1\n")
    assert read("digest", "bakery") is None


def test_only_the_owner_may_write_it(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("which", ["file", "folder"])
def test_what_others_may_write_is_not_read(kept: Path, which: str) -> None:
    (kept if which == "file" else kept.parent).chmod(0o777)
    assert read("digest", "bakery") is None


def test_a_link_is_not_followed(kept: Path, tmp_path: Path) -> None:
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(tmp_path / "elsewhere")
    assert read("digest", "bakery") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda _: b"",
        lambda _: b"something of another kind",
        lambda data: data.replace(b'"margin"', b'"merging"'),
        lambda data: data.replace(b'"claims"', b'"blames"'),
    ],
    ids=["cut", "longer", "empty", "no retrieval", "no calibration", "no claims"],
)
def test_a_spoilt_file_is_passed_over_and_replaced(kept: Path, spoil: Callable[[bytes], bytes]) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert read("digest", "bakery") is None
    write(build(PHRASINGS), "digest", "bakery")
    assert kept.read_bytes() == whole


def test_an_open_one_outlives_its_file(kept: Path) -> None:
    opened = read("digest", "bakery")
    assert opened is not None
    kept.unlink()
    assert opened.rank("when do you open").matches[0].claim == "opening"


@pytest.mark.parametrize(("name", "value", "left"), [("KEPT", 2, 2), ("KEPT_BYTES", 1, 1)])
def test_the_oldest_are_forgotten(
    kept: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: int, left: int
) -> None:
    os.utime(kept, (1, 1))
    monkeypatch.setattr(retrievals, name, value)
    for number in range(3):
        write(build([]), f"digest{number}", "bakery")
    assert len(list(kept.parent.iterdir())) == left
    assert not kept.exists()
    assert read("digest2", "bakery") is not None


def test_what_a_stop_cut_short_is_forgotten_with_the_oldest(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.put(kept.with_name("other.retrieval"), cut_short(), 9, 1_000)
    for file in kept.parent.iterdir():
        os.utime(file, (1, 1))
    monkeypatch.setattr(retrievals, "KEPT", 1)
    write(build([]), "digest", "another")
    assert len(list(kept.parent.iterdir())) == 1


def test_where_nothing_can_be_written_nothing_is_kept(cache_home: Path) -> None:
    cache_home.parent.mkdir(parents=True, exist_ok=True)
    cache_home.touch()
    write(build(PHRASINGS), "digest", "bakery")
    assert read("digest", "bakery") is None
