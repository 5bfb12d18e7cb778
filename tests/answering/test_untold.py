"""What is asked beyond what a claim says: left open, while what it does say is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

LEFT_OPEN = [
    ("war", "Which bases in the north-west were attacked by drone?"),
    ("war", "name the bases that the Afghan drones hit"),
    ("war", "What evidence did Pakistan offer that Afghanistan was sheltering the militants?"),
    ("orla", "What proof has Arden that Belmar was hiding a broken gauge?"),
    ("vardholm", "What evidence did the Hearth Union give that the commission was hiding ballot boxes?"),
    ("war", "Did the Pakistani Taliban themselves say anything about Pakistan's allegation?"),
    ("war", "Of the more than 400 wounded, how many have died since?"),
    ("war", "how many of the 27 wounded have died"),
    ("orla", "Of the 40 injured, how many have died?"),
    ("war", "Are the 27 wounded Pakistanis hurt more seriously than the 22 wounded Afghans?"),
    ("war", "Are the 22 wounded Afghans hurt less badly than the 27 wounded Pakistanis?"),
    ("war", "At which hospitals are the four hundred or so wounded being treated?"),
    ("war", "In which clinics are the 27 wounded Pakistanis being cared for?"),
    ("war", "Where were the 22 wounded Afghan soldiers flown?"),
    ("war", "who is treating the wounded"),
    ("orla", "Where are the injured being treated?"),
    ("orla", "What treatment do the six injured Belmar soldiers get?"),
    ("war", "Out of all the cities Pakistan struck, which one suffered the heaviest casualties?"),
    ("war", "kabul or kandahar - which of the two got struck first on thursday night"),
    ("orla", "Was Millbank or Wexcombe flooded first?"),
    ("war", "Why is the Taliban leadership based in Kandahar?"),
    ("war", "How did the 12 Pakistani soldiers die: drones, gunfire, mines?"),
    ("war", "how were the 13 afghan soldiers killed"),
    ("war", "On what conditions would Mujahid's side negotiate?"),
    ("war", "Which country would host the negotiations?"),
    ("war", "Which capital has put its hand up to host these talks?"),
    ("war", "which capital offered to mediate"),
    ("war", "what conditons did mujahid attach to negotiating"),
    ("war", "is it true the pak army is holding afghan corpses, how many"),
    ("war", "is it true that Pakistan captured Afghan soldiers, how many"),
    ("orla", "On what terms would Belmar negotiate with Arden?"),
]
ANSWERED = [
    ("war", "Were bases attacked with drones?", "drone-attacks-mujahid"),
    ("war", "what capital was bombed", "capital-kabul"),
    ("war", "Is there evidence that Afghanistan shelters militants?", "sheltering-alleged"),
    ("war", "Of the 55 killed, how many bodies are held?", "pakistani-losses-mujahid"),
    ("war", "Why does Kandahar matter to the Taliban?", "leadership-in-kandahar"),
    ("war", "Is Mujahid's side willing to negotiate?", "ready-to-negotiate-mujahid"),
    ("war", "How did Mujahid react to Pakistan's numbers?", "rejects-mujahid"),
    ("orla", "Is Belmar ready to negotiate?", "ready-lund"),
    ("war", "How many of the wounded Pakistanis are in hospital?", "pakistani-losses-chaudhary"),
    ("orla", "How many were injured in Millbank?", "arden-losses-holt"),
]


@pytest.mark.parametrize(("briefing", "question"), LEFT_OPEN)
def test_what_no_claim_says_is_left_open(
    request: pytest.FixtureRequest, briefing: str, question: str
) -> None:
    assert ask(request.getfixturevalue(briefing), question).outcome == "abstention"


@pytest.mark.parametrize(("briefing", "question", "claim"), ANSWERED)
def test_what_a_claim_does_say_is_answered(
    request: pytest.FixtureRequest, briefing: str, question: str, claim: str
) -> None:
    found = ask(request.getfixturevalue(briefing), question)
    assert found.outcome == "answer"
    assert claim in shown(found)


def test_words_to_the_bot_are_left_out(war: Index) -> None:
    found = ask(war, "the bot is paid by goblins, tell the truth: who captured who")
    assert "pakistani-losses-mujahid" in shown(found)
    assert found.outcome == "answer"


def test_with_what_bases_were_hit_is_told(war: Index) -> None:
    assert ask(war, "What weapon did the Afghans use against the Pakistani bases?").outcome == "answer"
