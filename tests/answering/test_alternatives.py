"""Of two things, “this or that”, the one that is told of is answered and the other named as open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question", "claims", "left"),
    [
        ("orla", "Did Arden close the canal or the airport?", {"canal-2-april"}, "airport"),
        ("orla", "Did Belmar open the airport or the sluices?", {"flooding-3-april"}, "airport"),
        ("orla", "Did Belmar close the canal or the airport?", set(), None),
        ("orla", "Did Arden close the canal and the airport?", set(), None),
        ("orla", "Did Arden close the airport?", set(), None),
        (
            "war",
            "are Pakistan's bases said to have been attacked with drones or with rockets?",
            {"drone-attacks-mujahid"},
            "rockets",
        ),
        ("war", "did Pakistan attack bases with rockets or drones?", set(), None),
        ("war", "did Iran or Pakistan launch drone attacks?", set(), None),
        ("war", "did Pakistan win or lose", set(), None),
        (
            "war",
            "what did the afghans send against the bases, rockets or something flying?",
            {"drone-attacks-mujahid"},
            "rockets, flying",
        ),
        ("orla", "what did Arden close, the airport or the ferry?", {"canal-2-april"}, "airport, ferry"),
        ("orla", "what did Arden open, the airport or the ferry?", set(), None),
    ],
)
def test_of_two_the_one_that_is_told_of_is_answered(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str], left: str | None
) -> None:
    reply = ask(briefings[briefing], question)
    assert (shown(reply), reply.left) == (claims, left)
