"""Whoever puts something at a number says so, and is not the side that it is counted of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, countered, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CROWD = {"The police": "6,500", "The union": "18,000"}
WAYS = [
    "put the crowd at",
    "put the size of the crowd at",
    "placed the crowd at",
    "pegged the crowd at",
    "gave the crowd as",
    "has put the crowd at",
]


@pytest.mark.parametrize("who", CROWD)
@pytest.mark.parametrize("way", WAYS)
def test_whoever_puts_it_at_a_number_is_the_claimant(brannock: Index, who: str, way: str) -> None:
    other = next(number for one, number in CROWD.items() if one != who)
    assert check(brannock, f"{who} {way} {CROWD[who]}.").verdict == "matches"
    checked = check(brannock, f"{who} {way} {other}.")
    assert checked.verdict == "distorts"
    assert {finding.field for finding in checked.findings} & {"claimant", "figure"}


@pytest.mark.parametrize(("who", "claim"), [("police", "crowd-police"), ("the union", "crowd-union")])
def test_it_is_asked_of_whoever_puts_it_there(brannock: Index, who: str, claim: str) -> None:
    number = {"police": "6,500", "the union": "18,000"}[who]
    reply = ask(brannock, f"Did {who} put the crowd at {number}?")
    assert reply.outcome == "answer"
    assert shown(reply) == {claim}
    assert shown(reply) | countered(reply) == {"crowd-police", "crowd-union"}
    assert ask(brannock, f"Did {who} put the crowd at {number.replace('00', '50')}?").outcome == "premise"


@pytest.mark.parametrize(
    "text",
    [
        "Lund put soldiers at the gates.",
        "Lund put 12 soldiers on watch at 6 gates.",
        "Lund put down the soldiers, 6 of them.",
        "Lund met residents at 6.",
    ],
)
def test_what_is_put_somewhere_is_not_said(orla: Index, text: str) -> None:
    assert ("ask", "says") not in slots(orla, text)


@pytest.mark.parametrize("who", ["Holt", "Lund"])
def test_a_number_in_words_counts_as_well(orla: Index, who: str) -> None:
    assert ("ask", "says") in slots(orla, f"{who} put the dead at more than fourteen.")
