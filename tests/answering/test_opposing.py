"""What a message says the opposite of, in which of its words, and what names too little for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

OPPOSED = {
    "Belmar is not ready to negotiate with Arden over the canal, Lund said.": "not ready",
    "Belmar concedes hiding a broken gauge.": "concedes",
}
WAR = {
    "The Taliban leaders refuse to negotiate with Pakistan.": "distorts",
    "Mujahid said the door is closed for talks with Pakistan.": "distorts",
    "Mujahid said the door is open for talks with Pakistan.": "matches",
    "Pakistan did not strike Kabul on 27 February.": "distorts",
    "Afghanistan no longer disputes Pakistan's accusation about the Pakistani Taliban.": "distorts",
    # what names too little, or nobody
    "afg says no": "not_covered",
    "pak says no": "not_covered",
    "nobody wants to negotiate with you": "not_covered",
    # what is bidden, or said to the reader, asserts nothing
    "aljazeera has no way to check the body counts on its own, not pak's not afg's. so stop fighting over it"
    " lol": "matches",
    "Let nobody tell you otherwise: fighting went on along the border on 27 February.": "matches",
    "The gap is staggering: 12 Pakistani soldiers died says Chaudhary, 55 says Mujahid.": "matches",
    "The gap is staggering: 55 Pakistani soldiers died says Chaudhary, 12 says Mujahid.": "distorts",
    "Heroes never die. Chaudhary said 12 Pakistani soldiers were killed.": "matches",
    # a medium has no side to admit anything against
    "Al Jazeera concedes that it could not verify the casualty figures of either side.": "matches",
    "Al Jazeera concedes that it has verified the casualty figures of both sides.": "distorts",
    "Pakistan concedes that 55 of its soldiers were killed.": "distorts",
    # what is answered on a day is answered that day
    "Afghanistan answered on 26 February along the border.": "matches",
    "Afghanistan answered on 24 February along the border.": "distorts",
}


@pytest.mark.parametrize(("message", "words"), OPPOSED.items())
def test_what_turns_a_claim_is_shown_in_the_words_of_the_message(
    orla: Index, message: str, words: str
) -> None:
    findings = check(orla, message).findings
    assert [(f.verdict, f.field, f.said) for f in findings] == [("distorts", "direction", words)]


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_what_names_too_little_opposes_nothing(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_who_states_an_attack_of_their_own_may_acknowledge_it(war: Index) -> None:
    own = "{} acknowledges Afghanistan launched drone attacks on military bases in Pakistan."
    assert check(war, own.format("Mujahid")).verdict == "matches"
    assert check(war, own.format("Chaudhary")).verdict == "distorts"
    for other in (
        "Pakistan launched strikes on Kabul on Thursday night",
        "the Taliban were ready to negotiate",
    ):
        assert check(war, f"Mujahid acknowledges {other}.").verdict == "distorts"
