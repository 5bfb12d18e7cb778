"""What a message only has in common with a claim, and what it differs from one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize("index", ["war", "orla"])
@pytest.mark.parametrize(
    "message",
    [
        "Believe him or don’t.",
        "According to him, that quarrel is an old one. Believe him or don’t.",
        "I believe neither side’s casualty claims.",
        "The two tallies of the dead just don’t fit together.",
    ],
)
def test_whom_to_believe_is_no_outlets_caveat(
    request: pytest.FixtureRequest, index: str, message: str
) -> None:
    checked = check(request.getfixturevalue(index), message)
    assert checked.verdict == "not_covered"
    assert not checked.claims


@pytest.mark.parametrize(
    "message", ["Nobody could verify the casualty figures.", "The casualty figures could not be verified."]
)
def test_what_could_not_be_verified_is(war: Index, orla: Index, message: str) -> None:
    assert check(war, message).verdict == check(orla, message).verdict == "matches"


@pytest.mark.parametrize("told", ["Mujahid said Afghan drones attacked", "Afghan drones went for"])
def test_another_target_in_another_place_is_still_the_same_deed(war: Index, told: str) -> None:
    checked = check(war, f"{told} airports in Pakistan’s south-east on Thursday.")
    assert {(f.field, f.claim) for f in checked.findings} == {
        ("place", "drone-attacks-mujahid"),
        ("victim", "drone-attacks-mujahid"),
    }
    assert check(war, "Pakistan’s strikes hit airports in Berlin on Thursday night.").verdict == "not_covered"
    assert check(war, "Afghan drones attacked airports in India on Sunday.").verdict == "not_covered"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Trump offered to sort it out with one phone call.", "not_covered"),
        ("Trump offered to sort it out between Pakistan and Afghanistan.", "not_covered"),
        ("China is willing to negotiate with Pakistan.", "not_covered"),
        ("China is willing to negotiate with Afghanistan.", "not_covered"),
        ("Pakistan offered to negotiate.", "distorts"),
        ("The Taliban are willing to negotiate.", "matches"),
        # Who raised the tensions no claim says.
        (
            "Tensions between the two are long-running, and this escalation has only intensified them.",
            "matches",
        ),
        ("Pakistan has intensified long-running tensions.", "not_covered"),
        ("Afghanistan has intensified long-running tensions.", "not_covered"),
        ("The escalation has eased tensions.", "distorts"),
        ("There are no Pakistani Taliban militants being sheltered in Afghanistan.", "conflicting"),
    ],
)
def test_what_outsiders_offer_and_who_raised_the_tensions(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_that_anybody_posts_is_no_account_of_a_post(war: Index) -> None:
    told = "Half of you are posting clips from 2021, my cousin is in Quetta."
    assert check(war, told).verdict == "not_covered"
    assert check(war, "Asif announced a “full-scale confrontation” on X in 2021.").verdict == "distorts"
