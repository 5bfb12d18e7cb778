"""What became of all who are counted, and not of as many as the briefing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "message",
    [
        "All 55 dead Pakistani soldiers are here, Mujahid says they hold every single body.",
        "Mujahid says 55 Pakistani soldiers were killed and all of their bodies are held.",
        "Mujahid: 55 Pakistani soldiers killed, all bodies held by Afghan forces.",
        "Chaudhary said all 12 Pakistani soldiers killed are missing.",
    ],
)
def test_all_are_more_than_some(war: Index, message: str) -> None:
    checked = check(war, message)
    assert (checked.verdict, checked.findings[-1].field) == ("distorts", "figure")


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid: 55 Pakistani soldiers killed, not all bodies held by Afghan forces.",
        "Mujahid says all 23 bodies of the 55 dead Pakistani soldiers are held.",
        "All in all 55 Pakistani soldiers were killed and many captured, Mujahid says.",
        "All casualties by Chaudhary: 12 Pakistani soldiers killed, 27 wounded, one missing.",
    ],
)
def test_but_all_of_that_number_is_that_number(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


def test_in_invented_briefings(orla: Index, vardholm: Index) -> None:
    told = "Lund said nine residents were killed and {} residents had been rescued."
    assert check(orla, told.format("all")).verdict == "distorts"
    assert check(orla, told.format("many")).verdict == "matches"
    turnout = "Lise Aam said turnout was 71 percent and {} ballots were spoiled."
    assert check(vardholm, turnout.format("all")).verdict == "distorts"
    assert check(vardholm, turnout.format("412")).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("We hold 23 of your dead. Come and get them.", "conflicting"),
        ("Mujahid says 23 dead soldiers are held.", "matches"),
        ("Mujahid says 55 dead soldiers are held.", "distorts"),
        ("Mujahid says Afghan forces killed 55 Pakistani soldiers and captured many.", "matches"),
        ("the Afghan army killed 55 Pakistani soldiers and captured many", "conflicting"),
    ],
)
def test_the_dead_who_are_held_are_not_all_of_them(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
