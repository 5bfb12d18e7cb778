"""Which numbers of a message count whom the briefing’s figures count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary gave the figure of 274.", "matches"),
        ("The figure that Mujahid gave is 55.", "matches"),
        ("Mujahid gave the figure of 274.", "not_covered"),
        ("Chaudhary gave the figure of 55.", "not_covered"),
        ("Chaudhary has 274 followers.", "not_covered"),
        ("Mujahid took bus number 55.", "not_covered"),
    ],
)
def test_a_number_that_is_somebodys_figure(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize("one", ["a single man", "one man", "a single soldier"])
def test_one_of_whom_no_more_is_said(war: Index, one: str) -> None:
    told = "Mujahid talks of many Pakistani troops taken prisoner, whereas {} mentions {} missing."
    assert check(war, told.format("Chaudhary", one)).verdict == "matches"
    assert check(war, f"Mujahid mentions {one} missing.").verdict == "distorts"
