"""What somebody was at another time, and what is counted in no people, no briefing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("briefing", "question"),
    [
        ("war", "what was mujahid's job before he became spokesman"),
        ("war", "what did chaudhary do before he became spokesman"),
        ("war", "what was Mujahid's previous role"),
        ("war", "who used to be spokesman"),
        ("war", "what post did Asif hold before becoming minister"),
        ("orla", "what was Lund's job before he became harbour master"),
        ("orla", "what was Holt's former job"),
        ("vardholm", "what was Aam's job before she chaired the commission"),
        ("war", "274 usd in pkr"),
        ("war", "55 kg to lbs"),
        ("war", "how much is 13 km in miles"),
        ("orla", "14 usd in eur"),
    ],
)
def test_it_is_not_told(briefings: dict[str, Index], briefing: str, question: str) -> None:
    assert ask(briefings[briefing], question).outcome == "abstention"


@pytest.mark.parametrize(
    ("briefing", "question", "claim"),
    [
        ("war", "what's mujahids job", "ready-to-negotiate-mujahid"),
        ("orla", "what is Lund's job", "rejects-lund"),
        ("war", "the 274", "afghan-losses-chaudhary"),
        ("orla", "14", "arden-losses-holt"),
        ("war", "The number 23. Is that killed, hurt, or something else?", "pakistani-losses-mujahid"),
        ("war", "friday evening update?", "civilian-losses-government"),
        ("orla", "saturday evening update?", "silence-council"),
        (
            "war",
            "so asif declares war on twitter and what do the taliban answer",
            "ready-to-negotiate-mujahid",
        ),
    ],
)
def test_it_is_told(briefings: dict[str, Index], briefing: str, question: str, claim: str) -> None:
    assert claim in shown(ask(briefings[briefing], question))
