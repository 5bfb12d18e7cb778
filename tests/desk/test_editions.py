"""An edition is kept whole and opens again as what it was, whatever the folder holds by then."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import weakref
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.briefing.folder import Contents, read_folder
from bot.briefing.loader import load
from bot.desk.asking import ask
from bot.desk.editions import _uncollected, open_edition, open_folder, pack, unpack
from bot.errors import KnowledgeError, StorageError
from tests.desk import edits
from tests.shipped import BRIEFING, CONTESTED, FOLDER, ROOT, plain

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.settings import Settings

HEAVY = ("pydantic", "tomllib", "alembic", "numpy", "sentencex", "babel", "watchfiles", "matplotlib", "rich")


def test_what_is_packed_comes_back() -> None:
    contents = read_folder(FOLDER)
    packed = pack(contents)
    assert packed == pack(contents)
    assert len(packed) < sum(map(len, contents.files.values())) / 2
    found = unpack(packed, contents.digest)
    assert found.files == contents.files
    assert found.briefings == contents.briefings
    assert found.digest == contents.digest


def test_names_that_are_no_text_come_back() -> None:
    contents = Contents(FOLDER, {"b/\udce4.txt": b"\0", "é" * 200: b""}, ("b",), (), frozenset())
    assert unpack(pack(contents), contents.digest).files == contents.files


@pytest.mark.parametrize("packed", [b"", b"no zlib", zlib.compress(b"no archive"), zlib.compress(b"")])
def test_a_damaged_edition_is_refused(packed: bytes) -> None:
    with pytest.raises(StorageError, match="the stored edition 0123456789ab is damaged"):
        unpack(packed, "0123456789abcdef")


def test_one_edition_is_not_taken_for_another() -> None:
    contents = read_folder(FOLDER)
    with pytest.raises(StorageError, match="is damaged"):
        unpack(pack(replace(contents, files={**contents.files, "words.en.txt": b"x"})), contents.digest)


def test_a_stored_edition_opens_though_the_folder_is_another(settings: Settings, folder: Path) -> None:
    uncached = replace(settings, cache=False)
    before = read_folder(folder)
    edits.spoil(folder)
    knowledge = open_edition(uncached, pack(before), before.digest)
    assert knowledge.digest == before.digest == plain().digest
    assert "12 Pakistani" in knowledge.index().briefing.sources[0].text
    assert knowledge.contents.files == before.files


def test_the_problems_of_a_stored_edition_name_it(settings: Settings, folder: Path) -> None:
    edits.spoil(folder)
    bad = read_folder(folder)
    with pytest.raises(KnowledgeError) as caught:
        open_edition(settings, pack(bad), bad.digest)
    files = {problem.file for problem in caught.value.problems}
    assert files == {f"edition-{bad.digest[:12]}/{BRIEFING}/claims.toml"}


def test_a_folder_with_problems_is_refused_with_all_of_them(settings: Settings, folder: Path) -> None:
    edits.spoil(folder)
    (folder / "vocabulary.toml").unlink()
    with pytest.raises(KnowledgeError) as caught:
        open_folder(settings)
    assert {problem.file.removeprefix(f"{folder}/") for problem in caught.value.problems} >= {
        "vocabulary.toml",
        f"{BRIEFING}/claims.toml",
    }


def test_a_folder_that_changes_while_it_is_opened_is_one_edition(folder: Path) -> None:
    contents = read_folder(folder)
    edits.rephrase(folder)
    edition = load(contents)
    assert edition.digest == contents.digest
    assert any(edits.PHRASING in claim.phrasings for claim in edition.briefings[0].claims)


def test_an_edition_without_the_default_briefing_is_bad(settings: Settings, folder: Path) -> None:
    with pytest.raises(
        KnowledgeError, match=f'{folder}:1: the briefing "flood" is set, and the knowledge has'
    ):
        open_folder(replace(settings, briefing="flood"))
    shutil.copytree(folder / BRIEFING, folder / "another")
    assert len(open_folder(settings).indexes()) == 2
    assert open_folder(replace(settings, briefing="another")).index().briefing.id == "another"


def test_what_is_kept_opens_with_nothing_that_only_compiling_needs(settings: Settings) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "import bot.surfaces.discord.running\n"
        "from bot.desk.asking import ask\n"
        "from bot.desk.editions import open_folder\n"
        "from bot.desk.settings import Settings\n"
        f"ask(open_folder(Settings(Path({str(settings.knowledge)!r}))), {CONTESTED!r})\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"[]\n"


@pytest.mark.languages("de")
@pytest.mark.parametrize("cached", [True, False])
def test_an_edition_goes_without_the_collector(settings: Settings, *, cached: bool) -> None:
    knowledge = open_folder(replace(settings, cache=cached))
    asked = [
        ask(knowledge, question).outcome for question in (CONTESTED, "wie viele Soldaten starben?", "bread")
    ]
    assert len(asked) == 3
    gone = [weakref.ref(knowledge), weakref.ref(knowledge.index())]
    gc.disable()
    try:
        del knowledge
        assert [one() for one in gone] == [None, None]
    finally:
        gc.enable()


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_what_is_garbage_while_an_edition_is_opened_goes_when_the_next_is() -> None:
    with _uncollected():
        left = weakref.ref(Cycle())
    gc.collect()
    with _uncollected():
        assert left() is None
    assert gc.isenabled()


def test_an_edition_is_made_ready_in_another_process(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.rephrase(folder, edits.UNKEPT)

    def fail(*_: object) -> None:
        raise AssertionError("the knowledge was loaded")

    monkeypatch.setattr("bot.briefing.loader.load", fail)
    opened = open_folder(settings)
    assert not any(edits.PHRASING in claim.phrasings for claim in opened.index().briefing.claims)


@pytest.mark.parametrize("amiss", ["no folder", "others may write", "no process"])
def test_where_nothing_can_be_made_ready_apart_the_bot_does_it_itself(
    settings: Settings,
    folder: Path,
    cache_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    amiss: str,
) -> None:
    edits.rephrase(folder, edits.UNKEPT)
    match amiss:
        case "no folder":
            shutil.rmtree(cache_home)
            cache_home.touch()
        case "others may write":
            cache_home.chmod(0o777)
        case _:
            monkeypatch.setattr(sys, "executable", str(folder / "no python"))
    assert ask(open_folder(settings), CONTESTED).outcome == "answer"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "in the bot's own process" in caplog.text
