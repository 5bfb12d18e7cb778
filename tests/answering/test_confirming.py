"""Who began and who answered, where somebody would have it confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

TURNED = [
    "Afghanistan bombed Pakistan last weekend and Pakistan merely retaliated on the 26th, correct?",
    "Afghanistan bombed Pakistan last weekend and Pakistan merely retaliated, correct?",
    "Did Afghanistan bomb Pakistan first and Pakistan just retaliate?",
    "isnt it true that afghanistan bombed pakistan last weekend and pakistan retaliated on feb 26",
    "Am I right that the Taliban bombed Pakistan last weekend and Pakistan retaliated?",
    "Afghanistan's air strikes last weekend triggered Pakistan's retaliation, right?",
    "afghan air strikes triggered pakistani retaliatory attacks along the border, no?",
    "Pakistan only retaliated after Afghanistan attacked it last weekend, yes?",
]
SO = [
    "Pakistan bombed Afghanistan last weekend and Afghanistan merely retaliated, correct?",
    "Did Pakistan bomb first and Afghanistan just retaliate?",
    "Afghanistan only retaliated after Pakistan attacked it last weekend, right?",
    "did afghanistan retaliate?",
]
OPEN = [
    "did pakistan retaliate?",
    "Afghanistan launched drone attacks and Pakistan retaliated with strikes, right?",
    "Did Pakistan respond to the offer of talks?",
]


@pytest.mark.parametrize("question", TURNED)
def test_a_deed_and_its_answer_turned_round_are_corrected(war: Index, question: str) -> None:
    reply = ask(war, question)
    assert reply.outcome == "premise"
    assert shown(reply) & {"weekend-air-strikes", "retaliation-26-february"}


@pytest.mark.parametrize("question", SO)
def test_a_deed_and_its_answer_as_told_are_no_premise(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "answer"


@pytest.mark.parametrize("question", OPEN)
def test_what_the_source_leaves_open_is_neither(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"
