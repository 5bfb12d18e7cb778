"""A folder opens as one edition, whole and proved, from the cache or without."""

from __future__ import annotations

import os
import pickle
import shutil
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.index import Index
from bot.answering.showing.reply import prove
from bot.briefing.folder import digest
from bot.desk import cache
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.errors import ConfigError, KnowledgeError, UnknownNameError
from tests.shipped import BRIEFING, FOLDER, knowledge, plain

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(cache_home: Path, compiled: Path, folder: Path) -> Path:
    """Return the file of the copied briefing, in a cache of the test's own."""
    shutil.copytree(compiled, cache_home)
    file = cache.cache_file(digest(folder), BRIEFING)
    for other in cache_home.iterdir():
        if other != file:
            other.unlink()
    return file


@pytest.fixture
def only_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have loading fail, so that whatever opens comes from the cache."""
    plain().index()  # what is compared with has no cache

    def fail(_: object) -> None:
        raise AssertionError("the knowledge was loaded")

    monkeypatch.setattr("bot.briefing.loader.load", fail)


def statements(index: Index) -> list[str]:
    return [claim.statement for claim in index.briefing.claims]


def test_the_shipped_folder() -> None:
    one = knowledge()
    assert one.briefings == (BRIEFING,)
    assert one.digest == digest(FOLDER)
    assert one.index() is one.index(BRIEFING)


def test_an_unknown_briefing() -> None:
    with pytest.raises(UnknownNameError, match=f"no briefing “flood” here; there are: {BRIEFING}"):
        knowledge().index("flood")


def test_of_several_briefings_one_has_to_be_named(folder: Path) -> None:
    shutil.copytree(folder / BRIEFING, folder / "another")
    several = Knowledge(Settings(folder))
    with pytest.raises(UnknownNameError, match=f"no briefing is named; there are: another, {BRIEFING}"):
        several.index()
    assert several.index("another").briefing.id == "another"
    assert Knowledge(Settings(folder, "another")).index().briefing.id == "another"


def test_a_set_briefing_that_is_not_there() -> None:
    with pytest.raises(ConfigError, match=f'"flood" is set, and the knowledge has only: {BRIEFING}'):
        Knowledge(Settings(FOLDER, "flood")).index()


def test_a_briefing_that_is_named_wins_over_the_set_one(folder: Path) -> None:
    assert Knowledge(Settings(folder, "flood", cache=False)).index(BRIEFING).briefing.id == BRIEFING


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="it cannot be read"):
        Knowledge(Settings(tmp_path / "nowhere"))


def test_every_problem_is_raised_though_a_file_is_missing(folder: Path) -> None:
    (folder / BRIEFING / "claims.toml").unlink()
    (folder / "vocabulary.toml").write_text("strange = 1\n")
    with pytest.raises(KnowledgeError) as caught:
        Knowledge(Settings(folder))
    files = {problem.file.removeprefix(f"{folder}/") for problem in caught.value.problems}
    assert files >= {f"{BRIEFING}/claims.toml", "vocabulary.toml"}


def test_nothing_of_a_bad_folder_is_kept(folder: Path, cache_home: Path) -> None:
    source = folder / BRIEFING / "source.txt"
    source.write_text(source.read_text().replace("12 Pakistani", "13 Pakistani"))
    with pytest.raises(KnowledgeError):
        Knowledge(Settings(folder)).index()
    assert not cache_home.exists()


# ---- The cache -------------------------------------------------------------------------------------


def test_a_miss_leaves_a_file_for_its_owner_only(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert kept.suffix == ".pickle"


@pytest.mark.usefixtures("kept", "only_cache")
def test_a_hit_loads_nothing_and_is_the_same(folder: Path) -> None:
    index = Knowledge(Settings(folder)).index()
    assert index.briefing == plain().index().briefing
    for claim in index.briefing.claims:
        prove(index, claim.passage)


def test_another_edition_is_another_file(kept: Path, folder: Path) -> None:
    with (folder / "words.en.txt").open("a") as words:
        words.write("floriferous\n")
    Knowledge(Settings(folder)).index()
    assert len(list(kept.parent.iterdir())) == 2


def test_other_code_is_another_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = cache.cache_file("digest", BRIEFING)
    assert before == cache.cache_file("digest", BRIEFING)
    assert before != cache.cache_file("digest", "another")
    shutil.copytree(cache._PACKAGE, tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "bot")
    copied = cache.cache_file("digest", BRIEFING)
    (tmp_path / "bot" / "answering" / "notes.txt").touch()
    assert cache.cache_file("digest", BRIEFING) == copied
    (tmp_path / "bot" / "answering" / "claims" / "index.py").write_text("other = 1\n")
    assert cache.cache_file("digest", BRIEFING) != copied


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda _: b"no pickle",
        lambda _: pickle.dumps("another thing"),
        lambda _: b"cno.such.module\nThing\n.",
    ],
    ids=["cut", "empty", "no pickle", "no index", "no module"],
)
def test_a_spoilt_file_is_passed_over_and_replaced(kept: Path, spoil: object, folder: Path) -> None:
    assert callable(spoil)
    kept.write_bytes(spoil(kept.read_bytes()))
    assert statements(Knowledge(Settings(folder)).index()) == statements(plain().index())
    assert cache.read(Index, digest(folder), BRIEFING) is not None


@pytest.mark.parametrize("what", ["passage", "source"])
def test_a_statement_changed_in_the_cache_is_never_shown(kept: Path, what: str, folder: Path) -> None:
    index = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this test
    briefing = index.briefing
    source = briefing.sources[0]
    claim = briefing.claims[0]
    forged = source.text.replace("willing to negotiate", "eager to surrender")
    if what == "source":
        index.briefing = replace(briefing, sources=(source._replace(text=forged),))
    else:
        passage = claim.passage._replace(text=forged[claim.passage.start : claim.passage.end])
        index.briefing = replace(briefing, claims=(claim._replace(passage=passage), *briefing.claims[1:]))
    kept.write_bytes(pickle.dumps(index))
    assert statements(Knowledge(Settings(folder)).index()) == statements(plain().index())


def test_a_source_missing_from_the_cached_briefing_is_never_shown(kept: Path, folder: Path) -> None:
    index = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this test
    source = index.briefing.sources[0]
    index.briefing = replace(index.briefing, sources=(source._replace(file="elsewhere.txt"),))
    kept.write_bytes(pickle.dumps(index))
    assert Knowledge(Settings(folder)).index().briefing.sources[0].file == "source.txt"


def test_what_others_may_write_is_not_read(kept: Path, folder: Path) -> None:
    for path, mode in ((kept, 0o622), (kept.parent, 0o777)):
        before = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode)
        assert cache.read(Index, digest(folder), BRIEFING) is None
        path.chmod(before)
    assert cache.read(Index, digest(folder), BRIEFING) is not None


def test_a_folder_that_others_may_write_gets_nothing(cache_home: Path, folder: Path) -> None:
    cache_home.mkdir(parents=True)
    cache_home.chmod(0o777)
    Knowledge(Settings(folder)).index()
    assert not list(cache_home.iterdir())


def test_a_link_is_not_followed(kept: Path, folder: Path) -> None:
    target = kept.with_name("target")
    kept.rename(target)
    kept.symlink_to(target)
    assert cache.read(Index, digest(folder), BRIEFING) is None


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_what_another_user_owns_is_not_read(kept: Path, folder: Path) -> None:
    os.chown(kept, 12345, -1)
    assert cache.read(Index, digest(folder), BRIEFING) is None


def test_a_cache_that_cannot_be_written_is_passed_over(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert Knowledge(Settings(folder)).index().briefing.id == BRIEFING


def test_nothing_half_written_stays(cache_home: Path) -> None:
    # A folder in the place of the file cannot be replaced by it.
    cache.cache_file("digest", BRIEFING).mkdir(parents=True)
    cache_home.chmod(0o700)
    cache.write("compiled", "digest", BRIEFING)
    assert [path.is_dir() for path in cache_home.iterdir()] == [True]


def test_switched_off_it_is_neither_read_nor_written(cache_home: Path, folder: Path) -> None:
    Knowledge(Settings(folder, cache=False)).index()
    assert not cache_home.exists()


@pytest.mark.parametrize(("name", "value", "left"), [("KEPT", 3, 3), ("KEPT_BYTES", 1, 1)])
def test_only_the_newest_are_kept(
    kept: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: int, left: int
) -> None:
    os.utime(kept, (1, 1))
    monkeypatch.setattr(cache, name, value)
    for number in range(4):
        cache.write("compiled", f"digest{number}", BRIEFING)
    assert len(list(kept.parent.iterdir())) == left
    assert not kept.exists()
    assert cache.read(str, "digest3", BRIEFING) == "compiled"


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert cache.cache_folder() == tmp_path / "cache" / "briefing-bot"
    monkeypatch.setenv("HOME", str(tmp_path))
    for relative in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", relative)
        assert cache.cache_folder() == tmp_path / ".cache" / "briefing-bot"
