"""Figures that count no people: how the numbers of money, shares and things are shown."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.desk.browsing import figures
from bot.desk.knowledge import Knowledge
from bot.desk.settings import Settings
from bot.surfaces.discord.description import alt_text
from tests.several import VARDHOLM
from tests.shipped import BRIEFING, copied, objects
from tests.surfaces.test_chart import bars, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.answering.table import FigureTable
    from tests.surfaces.conftest import Bot

    Vote = Callable[..., Path]

TURNOUT = 'min = 71\nmax = 71\nwords = "turnout was 71 percent"'


@pytest.fixture
def vote(tmp_path: Path) -> Vote:
    """Return a way to have the election's folder with some words of all its files changed."""

    def changed(*changes: tuple[str, str]) -> Path:
        folder = copied(tmp_path / "knowledge")
        shutil.rmtree(folder / BRIEFING)
        shutil.copytree(VARDHOLM, folder / "vardholm")
        for name in ("claims.toml", "source.txt"):
            file = folder / "vardholm" / name
            text = file.read_text(encoding="utf-8")
            for old, new in changes:
                text = text.replace(old, new)
            file.write_text(text, encoding="utf-8")
        return folder

    return changed


def table(folder: Path, measure: str) -> FigureTable:
    return figures(Knowledge(Settings(folder, cache=False)), measure=measure)


def test_a_decimal_is_shown_in_the_words_of_the_source(bot: Bot, vote: Vote) -> None:
    folder = vote(
        (TURNOUT, 'qualifier = "about"\nwords = "about 7.5 percent"'), ("71 percent", "about 7.5 percent")
    )
    asked = ("figures", "--knowledge", str(folder), "--measure", "turnout")
    status, out, err = bot(*asked)
    assert (status, err) == (0, "")
    assert re.search(r"^  Lise Aam +about 7\.5 percent: turnout \[1\]$", out, re.MULTILINE)
    (found,) = objects(bot(*asked, "--json")[1])
    assert [found[key] for key in ("min", "max", "qualifier", "words")] == [
        None,
        None,
        "about",
        "about 7.5 percent",
    ]
    drawn = table(folder, "turnout")
    assert "“about 7.5 percent”" in texts(drawn).split("\n")
    assert bars(drawn) == ([], [])
    assert "about 7.5 percent" in alt_text(drawn)[0]
