"""Whoever or whatever the briefing does not know, held against no claim that it has nothing to do with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    "message",
    [
        "Asif threatened to use nuclear weapons if the Taliban keep going.",
        "Mujahid threatened to use chemical weapons.",
        "Trump says he could end this with one phone call 😂",
        "Modi said he wants to end the violence through talks.",
        "The Durand Line was drawn by the British and no Afghan government has ever accepted it.",
        "Afghanistan has never accepted the border.",
    ],
)
def test_another_matter_differs_from_no_claim(war: Index, message: str) -> None:
    assert check(war, message).verdict == "not_covered"


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("Asif threatened to declare open war.", "direction"),
        ("Trump says the Taliban are ready to negotiate with Pakistan.", "claimant"),
        ("Trump said “Now it is an open war between us and you.”", "claimant"),
        ("Mujahid rejected Pakistan’s claims in Kandahar.", "place"),
    ],
)
def test_but_what_is_told_of_a_side_differs(war: Index, message: str, field: str) -> None:
    checked = check(war, message)
    assert (checked.verdict, checked.findings[0].field) == ("distorts", field)


def test_in_invented_briefings(orla: Index, vardholm: Index, brannock: Index) -> None:
    assert check(orla, "Trump says he could end this with one phone call.").verdict == "not_covered"
    assert check(orla, "Arden never accepted the border.").verdict == "not_covered"
    assert check(orla, "Trump said Belmar was ready to negotiate with Arden.").verdict == "distorts"
    assert check(vardholm, "Trump says he is ready to talk about a coalition.").verdict == "not_covered"
    # who accepts an offer has made none
    assert check(brannock, "The union offered to mediate.").verdict == "distorts"
    assert check(brannock, "The union accepted the mediation offer.").verdict == "matches"
    assert check(brannock, "The minister offered to mediate.").verdict == "matches"
