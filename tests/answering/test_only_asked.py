"""Who only asks who did something asserts nothing, with a question mark or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "message",
    [
        "who even started this mess lol",
        "who even started this mess lol?",
        "so who began the fighting",
        "ok guys who struck kabul",
        "which side attacked first",
        "what triggered the retaliation",
    ],
)
def test_who_asks_who_it_was_asserts_nothing(war: Index, message: str) -> None:
    assert check(war, message).verdict == "not_covered"


def test_nor_in_invented_briefings(orla: Index, vardholm: Index) -> None:
    assert check(orla, "man who flooded millbank").verdict == "not_covered"
    assert check(vardholm, "who alleged hidden boxes").verdict == "not_covered"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        # the answer stands beside, or a number is taken for granted
        ("Who started it: Pakistan struck first, then Afghanistan retaliated.", "matches"),
        ("Who started this war? Pakistan struck Kabul and Kandahar.", "matches"),
        ("who killed 55 pakistani soldiers", "conflicting"),
        ("why did pakistan strike kabul", "matches"),
        ("What hit Kabul and Kandahar on 27 February were air strikes", "matches"),
    ],
)
def test_but_what_is_told_beside_is_held(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
