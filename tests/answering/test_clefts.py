"""What something was done to may stand before the deed ("it was farms that they hit")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        (
            "Per Mujahid it was {} that the Afghan drones attacked in north-west Pakistan on Thursday",
            "distorts",
        ),
        ("Mujahid said it was {} in Pakistan's north-west that Afghan drones hit on Thursday.", "distorts"),
        ("It was {} that Pakistan bombed in Kandahar on Thursday night, Mujahid says.", "distorts"),
        ("It was {} that were attacked by Afghan drones on Thursday, Mujahid said.", "distorts"),
    ],
)
@pytest.mark.parametrize("what", ["civilian airports", "schools", "farms"])
def test_another_target_before_the_deed(war: Index, message: str, verdict: str, what: str) -> None:
    checked = check(war, message.format(what))
    assert (checked.verdict, checked.findings[0].field) == (verdict, "victim")


@pytest.mark.parametrize(
    "message",
    [
        "Per Mujahid it was military bases in north-west Pakistan that Afghan drones attacked on Thursday.",
        "Per Mujahid it was on Thursday that Afghan drones attacked military bases in north-west Pakistan.",
        "It was to a social network that Asif turned to announce a “full-scale confrontation” on X.",
        "It was drones that attacked military bases in north-west Pakistan on Thursday, Mujahid said.",
    ],
)
def test_the_same_target_before_the_deed(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


def test_a_place_before_the_deed(orla: Index) -> None:
    assert check(orla, "It was Millbank that Belmar flooded on April 3.").verdict == "matches"
    assert check(orla, "It was Tarn that Belmar flooded on April 3.").verdict == "distorts"
    assert check(orla, "It was schools that Belmar flooded on April 3.").verdict != "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("It was Pakistan, not the Taliban, that came out and said it was ready to negotiate.", "distorts"),
        ("It was the Taliban, not Pakistan, that came out and said they were ready to negotiate.", "matches"),
        ("Mujahid said it was schools Pakistan attacked on Friday.", "distorts"),
        ("Mujahid said it was schools Afghanistan attacked with drones on Thursday.", "distorts"),
        ("Mujahid said it was military bases Afghanistan attacked with drones on Thursday.", "matches"),
    ],
)
def test_who_or_what_it_was(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("briefing", "message", "verdict"),
    [
        ("war", "Pakistan was the one retaliating on 26 February.", "distorts"),
        ("war", "Afghanistan is the one who retaliated on 26 February.", "matches"),
        ("war", "Afghanistan is the country that carried out air strikes last weekend.", "distorts"),
        ("orla", "Belmar was the one that opened the sluices on April 3.", "matches"),
        ("orla", "Arden was the one who opened the sluices on April 3.", "distorts"),
        ("war", "What Mujahid called “not true” were Pakistan's claims.", "matches"),
        ("war", "What Chaudhary called “not true” were the Taliban's claims.", "distorts"),
        (
            "war",
            "Ready to negotiate with Pakistan: that is what Mujahid said Taliban leaders were.",
            "matches",
        ),
        (
            "war",
            "Ready to negotiate with Taliban leaders: that is what Mujahid said Pakistan was.",
            "distorts",
        ),
        ("orla", "Ready to negotiate with Arden: that is what Lund said Belmar was.", "matches"),
        ("orla", "Ready to negotiate with Belmar: that is what Lund said Arden was.", "distorts"),
    ],
)
def test_who_is_named_at_either_end(
    briefings: dict[str, Index], briefing: str, message: str, verdict: str
) -> None:
    assert check(briefings[briefing], message).verdict == verdict
