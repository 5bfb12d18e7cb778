"""Whose losses are meant where a side counts "its own", and what is asked beside a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        (
            "What casualties were inflicted by Pakistan on the enemy by its own account?",
            "afghan-losses-chaudhary",
        ),
        (
            "What casualties were inflicted by the Taliban on the enemy by their own account?",
            "pakistani-losses-mujahid",
        ),
        ("What losses were counted by Pakistan on its own side?", "pakistani-losses-chaudhary"),
        ("How many wounded fighters does Mujahid count in his own ranks?", "afghan-losses-mujahid"),
        ("How many wounded fighters does Chaudhary count in his own ranks?", "pakistani-losses-chaudhary"),
        (
            "And the injured civilians according to Mujahid himself (not Friday's toll)?",
            "afghan-losses-mujahid",
        ),
        ("Khost: targeted on which day, and with what toll?", "civilian-losses-government"),
        ("Khost: targeted on which day, and with what toll?", "strikes-friday-mujahid"),
        ("Did the offer of talks come before or after Asif's announcement?", "open-war-asif"),
    ],
)
def test_whose_own_is_meant(war: Index, question: str, claim: str) -> None:
    found = ask(war, question)
    assert found.outcome == "answer"
    assert claim in shown(found)


@pytest.mark.parametrize(
    "question", ["Who hit first? Pakistan or Afghanistan?", "Who hit first? Mujahid or Asif?"]
)
def test_who_of_two_is_asked_of_what_is_asked_before(war: Index, question: str) -> None:
    assert shown(ask(war, question)) == {"weekend-air-strikes"}


@pytest.mark.parametrize(
    "question",
    [
        "With what did the Afghans attack the bases, with missiles?",
        "What did they attack the bases with? With missiles?",
        "What did the Afghans attack the bases with, missiles?",
        "What did Afghanistan use to attack the bases, missiles?",
    ],
)
def test_a_guess_at_the_means_is_left_open(war: Index, question: str) -> None:
    found = ask(war, question)
    assert found.outcome == "answer"
    assert shown(found) == {"drone-attacks-mujahid"}
    assert found.left == "missiles"


@pytest.mark.parametrize(
    "question",
    ["What was hit in Kabul, the airport?", "What did Pakistan use to hit Kabul, missiles?"],
)
def test_a_guess_at_what_is_not_told_is_not_passed_over(war: Index, question: str) -> None:
    assert ask(war, question).outcome == "abstention"


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("How many of his soldiers did Mujahid say died?", "afghan-losses-mujahid"),
        ("How many of its soldiers does Pakistan say died?", "pakistani-losses-chaudhary"),
        ("How many of his soldiers did Chaudhary say were wounded?", "pakistani-losses-chaudhary"),
    ],
)
def test_of_his_men_is_of_his_own(war: Index, question: str, claim: str) -> None:
    assert claim in shown(ask(war, question))


@pytest.mark.parametrize(("who", "number"), [("Chaudhary", 274), ("Mujahid", 55)])
def test_whose_men_the_others_were_is_corrected(war: Index, who: str, number: int) -> None:
    assert ask(war, f"Did {who} say {number} of his soldiers were killed?").outcome == "premise"


@pytest.mark.parametrize(
    ("number", "claim"), [("274", "afghan-losses-chaudhary"), ("55", "pakistani-losses-mujahid")]
)
def test_who_published_a_figure_is_who_claims_it(war: Index, number: str, claim: str) -> None:
    reply = ask(war, f"Who published the {number} figure?")
    assert (reply.outcome, shown(reply)) == ("answer", {claim})
