"""Figures that count no people: how the numbers of money, shares and things are shown."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.answering.showing import wording
from bot.answering.showing.frame import ENGLISH
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

    from bot.answering.showing.figure_table import FigureTable
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


def test_what_is_counted_is_said_in_the_words_of_the_source(bot: Bot, vote: Vote) -> None:
    out = bot("figures", "--knowledge", str(vote()))[1]
    for words in (
        "18,204 votes: Tide Party",
        "at least 18,900 votes: his party",
        "turnout was 71 percent: turnout",
        "nine ballot boxes: ballot boxes (Norrvik)",
        "many: polling stations (Eskil Bay)",
    ):
        assert f"  {words} [" in out


def test_a_qualifier_that_the_words_leave_out_goes_before_them(vote: Vote) -> None:
    folder = vote(
        ("412 ballots", "no more than 3 million ballots"),
        (
            'min = 412\nmax = 412\nwords = "no more than 3',
            'max = 3000000\nqualifier = "no more than"\nwords = "3',
        ),
    )
    drawn = table(folder, "spoiled")
    assert "no more than 3 million ballots were spoiled" in texts(drawn).replace("\n", " ")
    assert tuple(map(len, bars(drawn))) == (1, 1)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (("412 ballots were spoiled", 412, 412, None), "412"),
        (("4,120 ballots were spoiled", 4120, 4120, None), "4,120"),
        (("more than 4,120 ballots", 4120, None, "more than"), "more than 4,120"),
        (("nine ballots", 9, 9, None), "9"),
        (("3 thousand ballots", 3000, 3000, None), "3 thousand ballots"),
        (("4,000 to 4,500 ballots", 4000, 4500, None), "4,000 to 4,500"),
        (("between 4,000 and 4,500 ballots", 4000, 4500, "between"), "between 4,000 and 4,500 ballots"),
        (("2 to 3 thousand ballots", 2000, 3000, None), "2 to 3 thousand ballots"),
        (("many ballots", None, None, "many"), "many"),
    ],
)
def test_people_are_counted_with_separators(
    vote: Vote, figure: tuple[str, int | None, int | None, str | None], shown: str
) -> None:
    words, low, high, qualifier = figure
    row = table(vote(), "spoiled").rows[0]
    people = row.figure._replace(
        victims=("people",), words=words, minimum=low, maximum=high, qualifier=qualifier
    )
    assert wording.number(ENGLISH, people) == shown
