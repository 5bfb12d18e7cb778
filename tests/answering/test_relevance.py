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
