"""What a sentence says happened, beside what it only calls that, or says of nobody in particular."""

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
            (
                "Asif said there will be no wider confrontation with the Taliban government, "
                "it’s just a limited police action."
            ),
            "distorts",
        ),
        ("Asif declared open war, it’s just a limited police action.", "not_covered"),
        ("Mujahid said the Taliban leaders are not ready to negotiate, it’s nothing but talk.", "distorts"),
        # who were harmed, and where, in whose account: so much they said, whatever the number
        ("The Afghan government says civilians died in Khost and Paktika.", "matches"),
        (
            (
                "Khost and Paktika are in southeastern Afghanistan, and that is where the Afghan government "
                "says civilians died."
            ),
            "matches",
        ),
        ("The Afghan government says no civilians died in Khost.", "not_covered"),
        ("The Afghan government says soldiers died in Khost.", "not_covered"),
        ("The Afghan government says civilians died in Kabul.", "not_covered"),
        ("Pakistan says civilians died in Khost.", "not_covered"),
        ("Civilians died in Khost.", "not_covered"),
    ],
)
def test_what_happened(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_a_match_of_the_whole_does_not_hide_what_else_it_asserts(war: Index) -> None:
    told = "The Islamic Emirate has always tried to settle its quarrels by negotiating, according to Mujahid"
    checked = check(war, f"{told}, and it’s what they’d like for this quarrel too. Believe him or don’t.")
    assert checked.verdict == "matches"
    assert "always-negotiations-mujahid" in {found.claim for found in checked.findings}
