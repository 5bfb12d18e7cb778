"""What a message says came of what, each half with its own doer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

STRIKES = "Pakistan's air strikes last weekend"
ATTACKS = "Afghanistan's attacks along the border"
STRUCK = "Pakistan carried out air strikes last weekend"
ATTACKED = "Afghanistan attacked along the border"
SAYING = [
    ("{} triggered {}.", STRIKES, ATTACKS),
    ("{} provoked {}.", STRIKES, ATTACKS),
    ("{} led to {}.", STRIKES, ATTACKS),
    ("{1} were triggered by {0}.", STRIKES, ATTACKS),
    ("{1} were retaliation for {0}.", STRIKES, ATTACKS),
    ("{1} were in response to {0}.", STRIKES, ATTACKS),
    ("Because {}, {}.", STRUCK, ATTACKED),
    ("{1} because {0}.", STRUCK, ATTACKED),
    ("{}, so {}.", STRUCK, ATTACKED),
    ("{} and in response {}.", STRUCK, ATTACKED),
]


@pytest.mark.parametrize(("words", "cause", "effect"), SAYING)
def test_what_came_of_what(war: Index, words: str, cause: str, effect: str) -> None:
    assert check(war, words.format(cause, effect)).verdict == "matches"
    turned = check(war, words.format(effect, cause))
    assert turned.verdict == "distorts"
    assert "direction" in {finding.field for finding in turned.findings}


@pytest.mark.parametrize(
    "message",
    [
        "Mujahid said Afghanistan's drone attacks provoked Pakistan's strikes on Kabul.",
        "Asif's declaration of open war led to the Taliban's offer of talks.",
    ],
)
def test_what_only_came_after_is_no_consequence(war: Index, message: str) -> None:
    assert check(war, message).verdict == "not_covered"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Airstrikes that Pakistan had conducted on Afghan soil provoked reprisals.", "matches"),
        ("Airstrikes that Afghanistan had conducted on Pakistani soil provoked reprisals.", "distorts"),
        ("Pakistan's air strikes last weekend triggered retaliation along the border.", "matches"),
        ("Afghanistan's air strikes last weekend triggered retaliation along the border.", "distorts"),
        (
            "Pakistan's air strikes last weekend triggered retaliation on the twenty-third of February.",
            "distorts",
        ),
    ],
)
def test_reprisals_by_nobody_in_particular_are_of_those_who_were_hit(
    war: Index, message: str, verdict: str
) -> None:
    assert check(war, message).verdict == verdict
