"""What stands around a question: what it complains of, who told it first, and words that are mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CHAUDHARY = {"afghan-losses-chaudhary"}


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("war", "why do u guys keep saying open war, who even said that", {"open-war-asif"}),
        ("war", "why does everyone keep saying drone attacks? who claims that", {"drone-attacks-mujahid"}),
        ("war", "why do you keep saying 274? who gave that number", CHAUDHARY),
        ("orla", "why do you keep saying day of silence, who even said that", {"silence-council"}),
        ("war", "why do you keep saying open war", set()),
        # How one side takes what the other published; of the other side nothing is told.
        ("war", "how did the taliban spokesman react when pakistan published its tally", {"rejects-mujahid"}),
        ("war", "how did pakistan react when mujahid published his tally", set()),
        ("orla", "how did lund react when arden published its tally", {"rejects-lund"}),
        ("orla", "how did holt react when belmar published its tally", set()),
        # Hearsay is nobody's claim.
        (
            "war",
            "Dad says Pakistan lost more than fifty men. Where does he get that from?",
            {"pakistani-losses-mujahid"},
        ),
        ("war", "a colleague told me 400 afghans were wounded, where does that come from", CHAUDHARY),
        ("orla", "Mum says nine residents were killed. Where's that from?", {"arden-losses-lund"}),
        ("war", "Dad says India was involved. Where does he get that from?", set()),
    ],
)
def test_what_is_asked_stands_last(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) - {"not-verified-gazette"} == claims


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("number of enemy kills ISPR is bragging about", {*CHAUDHARY, "not-verified-al-jazeera"}),
        (
            "number of enemy kills the taliban are bragging about",
            {"pakistani-losses-mujahid", "not-verified-al-jazeera"},
        ),
        ("hw many wounded afghans does pakistan clam", CHAUDHARY),
        ("did asif say it in a tv speech or on social media", {"open-war-asif"}),
        ("what sort of places did the UAVs strike inside Pakistan", {"drone-attacks-mujahid"}),
        ("what sort of places did Pakistan strike in Afghanistan", set()),
        ("what kind of places did the strikes hit", set()),
        ("which bases did drones hit", set()),
    ],
)
def test_words_for_the_same(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("who is the pakistani defence minister ahmed chaudhary", "premise"),
        ("who is the pakistani defence minister khawaja asif", "answer"),
        ("who is ahmed chaudhary", "answer"),
        ("what did ahmed asif say", "abstention"),
    ],
)
def test_a_name_may_be_shortened(war: Index, question: str, outcome: str) -> None:
    assert ask(war, question).outcome == outcome
