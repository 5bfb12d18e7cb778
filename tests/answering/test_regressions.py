"""What was once read or answered wrongly, and must not be again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.messages import check
from bot.briefing.folding import fold
from tests.answering.conftest import ask, shown, slots

if TYPE_CHECKING:
    from bot.answering.index import Index

OUTCOMES = {
    # a capital stands for its side, and "say that" within a question is no order
    "what is pakistan blaming kabul for": "answer",
    "pak says kabul protects the ttp, yes?": "answer",
    "we dont shelter anyone, did kabul say that": "answer",
    "how long has mujahid been spokesperson": "abstention",
    "Is Pakistan ready to negotiate?": "abstention",
    "Did Mujahid say 12 or 19 were killed?": "premise",
    "Did 274 civilians or 12 civilians die?": "premise",
    "Why does Mujahid say Pakistan's numbers are false?": "answer",
    "Why Mujahid?": "abstention",
    "is mujahid a terrorist": "abstention",  # no question of who denied what
    "When was the Durand Line drawn?": "abstention",
    "What triggered Afghanistan's attacks along the border?": "answer",
}


@pytest.mark.parametrize(("question", "outcome"), OUTCOMES.items(), ids=OUTCOMES)
def test_outcome(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome


NEVER = {
    "Did Pakistan get attacked?": "strikes-27-february",
    "Has Pakistan come under attack?": "strikes-27-february",
    "On what date did Kabul come under attack?": "drone-attacks-mujahid",
    "How many Taliban were killed?": "civilian-losses-government",
    "how many talibs got wounded": "civilian-losses-government",
    "Does Asif believe the Taliban's claims?": "rejects-mujahid",
    "Where is Kabul?": "leadership-in-kandahar",
    "What is the capital of Afghanistan?": "strikes-27-february",
    "Were Khost and Kabul hit?": "border-fighting",
    "Are cities in Afghanistan hit?": "drone-attacks-mujahid",
}


@pytest.mark.parametrize(("question", "claim"), NEVER.items(), ids=NEVER)
def test_a_claim_that_does_not_answer(war: Index, question: str, claim: str) -> None:
    assert claim not in shown(ask(war, question))


MESSAGES = {
    "Pakistan's leaders said they are ready to negotiate with the Taliban.": "distorts",
    "Mujahid says Pakistani forces are holding the bodies of 23 Afghan soldiers.": "distorts",
    "Mujahid says Afghan forces are holding the bodies of 23 Pakistani soldiers.": "matches",
    "On 27 February 2026 Pakistan hit several cities, Kabul and Kandahar among them.": "matches",
    "Afghanistan struck first, Pakistan retaliated.": "distorts",
}


@pytest.mark.parametrize(("message", "verdict"), MESSAGES.items(), ids=MESSAGES)
def test_verdict(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_a_fraction_of_a_thousand(war: Index) -> None:
    assert ("number", "1000") not in slots(war, "2.5 thousand killed")


@pytest.mark.parametrize("letter", ["\u0149", "\u0374", "\u1fef", "\uff40"])
def test_letters_that_decompose_to_an_apostrophe(letter: str) -> None:
    assert fold(fold(letter)) == fold(letter)
