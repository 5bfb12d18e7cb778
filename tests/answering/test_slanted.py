"""What a message slants: a caveat narrowed to one side, a verb that says more than that somebody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Al Jazeera could not verify Mujahid's figures.", "Mujahid's"),
        ("Al Jazeera could not verify Chaudhary's figures.", "Chaudhary's"),
        ("Al Jazeera could not verify the figures claimed by the Taliban.", "Taliban"),
        ("Al Jazeera could not verify the figures claimed by Pakistan.", "Pakistan"),
        ("Al Jazeera could not verify Chaudhary's casualty figures.", "Chaudhary's"),
        ("Al Jazeera could not verify Mujahid's casualty figures.", "Mujahid's"),
    ],
)
def test_a_caveat_on_either_side_is_not_on_one(war: Index, message: str, said: str) -> None:
    found = check(war, message).findings
    assert [(f.verdict, f.field, f.said, f.claim) for f in found] == [
        ("distorts", "claimant", said, "not-verified-al-jazeera")
    ]
    assert found[0].briefing == war.by_id["not-verified-al-jazeera"].claim.statement


@pytest.mark.parametrize("who", ["Holt's", "Lund's", "Arden's", "Belmar's"])
def test_so_is_that_of_another_briefing(orla: Index, who: str) -> None:
    found = check(orla, f"The Orla Gazette could not verify {who} figures.").findings
    assert [(f.verdict, f.field, f.said) for f in found] == [("distorts", "claimant", who)]


@pytest.mark.parametrize(
    "message",
    [
        "Al Jazeera could not verify the figures.",
        "Al Jazeera could not verify the figures of either side.",
        "Al Jazeera could not verify Pakistan's or Afghanistan's figures.",
        "Al Jazeera could not verify Mujahid's figures, nor those of Chaudhary.",
        "Neither the 274 of Chaudhary nor the 55 of Mujahid could be verified by Al Jazeera.",
        "Al Jazeera could not verify either Chaudhary's or Mujahid's figures.",
    ],
)
def test_a_caveat_on_both_is_the_same(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"
