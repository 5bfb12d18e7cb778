"""What buttons are made from is remembered of an edition for as long as that answers."""

from __future__ import annotations

import gc
import re
import shutil
import sys
import weakref
from runpy import run_path
from typing import TYPE_CHECKING, get_args

import pytest

from bot.answering.deciding.outcome import ShownRole
from bot.desk.asking import ask
from bot.desk.catalogues import LANGUAGES
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.surfaces.discord import shelf, trail
from bot.surfaces.discord.memory import new_number
from bot.surfaces.discord.trail import Trail
from tests.shipped import BRIEFING, CONTESTED, copied

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", [*LANGUAGES, "ckb"])
def test_buttons_are_known_by_their_custom_ids_in_every_language(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LANGUAGES, language, "a language of three letters, if it is new")
    monkeypatch.delitem(sys.modules, trail.__name__)
    monkeypatch.setattr(trail.__name__, trail)  # undone, so that there is one again
    patterns = {one.__name__: run_path(one.__file__)["PATTERN"] for one in (trail, shelf)}
    for role in get_args(ShownRole):
        steps = (trail.Step(role, "aZ-_9", "-_0"),) * trail.MOST
        longest = trail.Trail("0" * trail.EDITION, new_number(), steps, more=True, language=language)
        id_ = longest.custom_id("which")
        assert re.fullmatch(f"which:{patterns[trail.__name__]}", id_), id_
        assert len(id_) <= 100
    for what in get_args(shelf.What):
        id_ = shelf.Shelf(what, "aZ-_", "aZ-_", "aZ-_", 999, "aZ-_", language, "0" * 8).custom_id("page")
        assert re.fullmatch(f"page:{patterns[shelf.__name__]}", id_), id_
        assert len(id_) <= 100


def test_an_edition_goes_whole_though_two_of_its_briefings_were_asked_and_stand_on_buttons(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path / "knowledge")
    shutil.copytree(folder / BRIEFING, folder / "another")
    knowledge = Knowledge(Settings(folder, cache=False))
    assert ask(knowledge, CONTESTED).outcome == "choice"
    for index in knowledge.indexes():
        pressed = Trail(knowledge.digest, "", ()).to(index, [("answer", "pakistani-losses-mujahid")])
        assert not pressed.changed(pressed.follow(knowledge))
    gone = [weakref.ref(knowledge), *map(weakref.ref, knowledge.indexes())]
    gc.disable()
    try:
        del knowledge, index
        assert [one() for one in gone] == [None] * 3
    finally:
        gc.enable()
