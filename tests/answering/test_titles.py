"""An office or a side that a question gives somebody beside their name, and that is not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "claim"),
    [
        ("war", "Why did prime minister Khawaja Asif declare open war?", "open-war-asif"),
        ("war", "Did the prime minister Khawaja Asif declare open war?", "open-war-asif"),
        ("war", "How come Asif, the Afghan defence minister, declared war on Islamabad?", "open-war-asif"),
        ("war", "Why did the Taliban's Asif declare open war?", "open-war-asif"),
        ("war", "Why did Pakistan's Mujahid offer talks?", "ready-to-negotiate-mujahid"),
        ("war", "Why did Mujahid, the Pakistani spokesman, offer talks?", "ready-to-negotiate-mujahid"),
        ("war", "why did that taliban general Chaudhary say 274 were killed", "afghan-losses-chaudhary"),
        ("war", "why did the Pakistani Mujahid say 55 were killed", "pakistani-losses-mujahid"),
        (
            "war",
            "How many soldiers did the Afghan spokesman Chaudhary say were killed?",
            "pakistani-losses-chaudhary",
        ),
        ("war", "What pushed Pakistan's foreign minister to announce open war?", "open-war-asif"),
        ("orla", "Why did Belmar's mayor Holt say 14 residents were killed?", "arden-losses-holt"),
        ("orla", "Why did Arden's harbour master Lund say nine were killed?", "arden-losses-lund"),
        ("vardholm", "Why did Ekholm, the Hearth Union leader, offer a coalition?", "coalition-ekholm"),
        ("vardholm", "Why did Tide Party leader Jon Brandt reject the count?", "rejects-brandt"),
        ("war", "As Pakistan's foreign minister, what did Khawaja Asif announce?", "open-war-asif"),
        (
            "war",
            "What did Mujahid, in his capacity as army chief, say of talks?",
            "ready-to-negotiate-mujahid",
        ),
        ("orla", "As prime minister, how many residents did Holt say were killed?", "arden-losses-holt"),
        ("orla", "What did Lund say about negotiations as foreign minister?", "ready-lund"),
        ("vardholm", "What did Brandt reject, acting as army chief?", "rejects-brandt"),
        ("war", "is chaudhary the defense minister", "afghan-losses-chaudhary"),
        ("war", "Is Mujahid the defence minister?", "ready-to-negotiate-mujahid"),
        ("war", "so Asif is the military spokesperson, right?", "open-war-asif"),
    ],
)
def test_a_wrong_title_is_corrected(
    briefings: dict[str, Index], briefing: str, question: str, claim: str
) -> None:
    reply = ask(briefings[briefing], question)
    assert reply.outcome == "premise"
    assert claim in shown(reply)


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("What did Pakistan's defence minister Asif say?", "answer"),
        ("Khawaja Asif is prime minister or what", "answer"),
        ("Did prime minister Asif resign?", "abstention"),
        ("Did Pakistan's foreign minister announce open war?", "abstention"),
        ("Did the foreign minister and Asif declare war?", "abstention"),
        ("What did Asif say about the prime minister?", "abstention"),
        ("As Pakistan's defence minister, what did Asif announce?", "answer"),
        ("What did Asif announce as the army chief looked on?", "abstention"),
        ("What did Mujahid say of Munir as army chief?", "abstention"),
        ("Asif = army chief or cabinet minister?", "answer"),
    ],
)
def test_nobody_is_corrected_who_is_called_by_nothing_else(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome
