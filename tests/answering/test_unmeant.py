"""What a question names only to say that it is not meant, or not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

HURT = {"afghan-losses-mujahid", "civilian-losses-government"}


@pytest.mark.parametrize(
    ("briefing", "question", "claims"),
    [
        ("war", "number of civilians hurt not killed", HURT),
        ("war", "number of civilians killed not hurt", {"civilian-losses-government"}),
        (
            "war",
            "how many soldiers killed not wounded on the pakistani side",
            {"pakistani-losses-chaudhary", "pakistani-losses-mujahid"},
        ),
        ("war", "how many Afghan soldiers were not killed?", set()),
        ("orla", "how many residents injured not killed", {"arden-losses-holt"}),
        ("orla", "how many residents killed, not injured", {"arden-losses-holt", "arden-losses-lund"}),
        (
            "war",
            "Which toll is attributed to Afghanistan's government rather than to Mujahid?",
            {"civilian-losses-government"},
        ),
        (
            "war",
            "which toll comes from Mujahid rather than from the Afghan government",
            {"pakistani-losses-mujahid", "afghan-losses-mujahid"},
        ),
        (
            "war",
            "does the afghan side itself say it attacked pakistan or do they deny",
            {"drone-attacks-mujahid"},
        ),
        (
            "war",
            "does the pakistani side itself say it attacked afghanistan or do they deny",
            {"afghan-losses-chaudhary"},
        ),
        ("orla", "does Belmar say itself that it hid a gauge or does it deny it", {"gauge-denied"}),
        (
            "war",
            "I don't want opinions, how many Afghan soldiers did Pakistan say it killed?",
            {"afghan-losses-chaudhary"},
        ),
    ],
)
def test_what_is_not_meant_is_left_out(
    briefings: dict[str, Index], briefing: str, question: str, claims: set[str]
) -> None:
    assert shown(ask(briefings[briefing], question)) == claims
