"""What buttons are made from is remembered of an edition for as long as that answers."""

from __future__ import annotations

import gc
import shutil
import weakref
from typing import TYPE_CHECKING

from bot.desk.asking import ask
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.surfaces.discord.trail import Trail
from tests.shipped import BRIEFING, CONTESTED, copied

if TYPE_CHECKING:
    from pathlib import Path


def test_an_edition_goes_whole_though_two_of_its_briefings_were_asked_and_stand_on_buttons(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path / "knowledge")
    shutil.copytree(folder / BRIEFING, folder / "another")
    knowledge = Knowledge(Settings(folder, cache=False))
    assert ask(knowledge, CONTESTED).outcome == "choice"
    for index in knowledge.indexes():
        trail = Trail(knowledge.digest, "", ()).to(index, [("answer", "pakistani-losses-mujahid")])
        assert not trail.changed(trail.follow(knowledge))
    gone = [weakref.ref(knowledge), *map(weakref.ref, knowledge.indexes())]
    gc.disable()
    try:
        del knowledge, index
        assert [one() for one in gone] == [None] * 3
    finally:
        gc.enable()
