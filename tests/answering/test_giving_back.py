"""Whom a figure counts as held is not given back, and what is only asked for or not done is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.claims.index import Index

GIVEN_BACK = {
    "{who} told the press that {held} had been handed back across the border.": "distorts",
    "{who} said {held} were given back.": "distorts",
    "According to {who}, {held} were returned.": "distorts",
    "{who} said {held} have since been released.": "distorts",
    "{who} said {held} had been handed over to the other side.": "distorts",
    "{who} said {held} had not been given back.": "matches",
    "{who} said {held} were held. Give them back!": "matches",
}


@pytest.mark.parametrize(("message", "verdict"), GIVEN_BACK.items())
def test_who_is_held_is_not_given_back(
    war: Index, changed_orla: Callable[..., Index], message: str, verdict: str
) -> None:
    for index, who, held in (
        (war, "Mujahid", "the bodies of 23 Pakistani soldiers"),
        (war, "Mujahid", "many captured Pakistani soldiers"),
        (_captured(changed_orla, "Belmar"), "Lund", "6 captured Belmar soldiers"),
        (_captured(changed_orla, "Arden"), "Lund", "6 captured Arden soldiers"),
    ):
        assert check(index, message.format(who=who, held=held)).verdict == verdict


def test_a_figure_is_released_too(war: Index, orla: Index) -> None:
    assert check(war, "Mujahid released a figure of 23 bodies held.").verdict == "matches"
    assert check(war, "Mujahid: many of them handed themselves over and were captured.").verdict != "distorts"
    # of whom nobody has said that they are held
    assert check(orla, "Lund said nine residents were killed, and returned home.").verdict != "distorts"


def test_what_belongs_to_other_matters_gives_back_too(war: Index) -> None:
    for told in ("23 bodies were repatriated", "no doubt 23 bodies were handed back"):
        found = check(war, f"Mujahid said {told}.").findings
        assert [one.field for one in found] == ["direction"]
        assert told.endswith(found[0].said or "nothing")


def _captured(changed: Callable[..., Index], whose: str) -> Index:
    told, held = "6 Belmar soldiers were injured", f"6 {whose} soldiers were captured"
    figure = 'measure = "injured"\ngroup = "Belmar soldiers"\nvictims = ["soldiers"]\nside = "belmar"'
    other = figure.replace("injured", "captured").replace("Belmar", whose).replace("belmar", whose.lower())
    return changed(("source.txt", told, held), ("claims.toml", told, held), ("claims.toml", figure, other))
