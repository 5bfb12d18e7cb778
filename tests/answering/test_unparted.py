"""What the other side's words do not tell, nor a count: an offer taken up, who one of those counted was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "outcome"),
    [
        ("war", "Has Islamabad taken up the Taliban's offer of talks?", "abstention"),
        ("war", "Have the Taliban taken up Pakistan's offer of talks?", "abstention"),
        ("orla", "Has Arden taken up Belmar's offer of talks?", "abstention"),
        ("war", "Has Chaudhary commented on the possibility of dialogue?", "abstention"),
        ("war", "Has Mujahid said anything about the open war post?", "abstention"),
        ("war", "Did Chaudhary say they were ready to negotiate?", "premise"),
        ("war", "Which Afghan province suffered the highest number of deaths?", "abstention"),
        ("war", "Which Pakistani province suffered the most deaths?", "abstention"),
        ("orla", "Which town had the fewest dead?", "abstention"),
        (
            "war",
            "Who is the soldier Pakistan can't account for, and which unit does he serve in?",
            "abstention",
        ),
        ("war", "Who are the captured soldiers?", "abstention"),
        ("orla", "Who are the dead?", "abstention"),
        ("war", "Who was killed in Khost?", "answer"),
        ("war", "Who gave the order for the raid on the Afghan capital?", "abstention"),
        ("war", "who gave the go-ahead for the drone attack", "abstention"),
        ("orla", "Who gave the order to open the sluices?", "abstention"),
        ("war", "Who gave the figure of 55?", "answer"),
        (
            "war",
            "Did Mujahid make his remarks at a press conference, in an audio message or online?",
            "abstention",
        ),
        ("war", "Did Chaudhary speak at a press conference?", "abstention"),
        ("war", "was the missing pakistani soldier among those captured", "abstention"),
        ("war", "were any of the wounded afghan soldiers taken prisoner", "abstention"),
        ("war", "were the dead soldiers' bodies held", "answer"),
        ("orla", "was an injured resident one of those killed", "abstention"),
        ("orla", "were residents killed and injured", "answer"),
        ("war", "what did mujahid say in response to asif", "abstention"),
        ("war", "what did the taliban say in response to asif", "abstention"),
        ("war", "what did asif say in response to mujahid", "abstention"),
        ("war", "what did mujahid say in response to chaudhary", "answer"),
        ("war", "does Pakistan have any Afghan bodies", "abstention"),
        ("war", "does Afghanistan have any Pakistani bodies", "answer"),
        ("war", "hw many famlies ran away from khost", "abstention"),
        ("war", "since wich year pak says afgans hide ttp", "abstention"),
        ("war", "Since when has Pakistan alleged that Afghanistan shelters the TTP?", "abstention"),
    ],
)
def test_what_is_not_told_is_not_taken_from_what_is(
    briefings: dict[str, Index], briefing: str, question: str, outcome: str
) -> None:
    assert ask(briefings[briefing], question).outcome == outcome
