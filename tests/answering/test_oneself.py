"""What whoever writes a message says of themselves, beside what they tell, and who is said to say no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from tests.answering.conftest import ask, shown

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

MESSAGES = {
    # one's own sleep denies no number
    "I can't sleep thinking of the 274 soldiers and fighters killed and the 400 wounded in Afghanistan.": (
        "conflicting"
    ),
    "We will never forget the 55 Pakistani soldiers killed.": "conflicting",
    "I can't stop crying over the 12 Pakistani soldiers killed.": "conflicting",
    # one's own doubt, and what one's own side is said not to have done, does
    "I don't believe 274 Afghan soldiers were killed.": "distorts",
    "I don't buy that 55 Pakistani soldiers were killed.": "distorts",
    "I can't confirm that 12 Pakistani soldiers were killed.": "distorts",
    "We did not kill 274 Afghan soldiers.": "distorts",
    # whom one quotes
    "Chaudhary says 12 Pakistani soldiers were killed. I'm quoting the spokesperson, don't shout at me.": (
        "matches"
    ),
    "Mujahid says 55 Pakistani soldiers were killed. I quote the spokesman word for word.": "matches",
    # that it is reported, and who says no to it
    "Islamabad's complaint, as reported, is that Kabul was sheltering militants. Kabul says no.": "matches",
    "Islamabad's complaint is that Kabul was sheltering militants. Kabul denies it.": "matches",
    "Kabul's complaint, as reported, is that Islamabad sheltered militants. Islamabad says no.": "distorts",
    "Islamabad's complaint, as reported, is that Kabul sheltered militants. Norway says no.": "not_covered",
}


@pytest.mark.parametrize(("message", "verdict"), MESSAGES.items())
def test_a_remark_on_oneself_asserts_nothing(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        (
            "Arden's accusation, as reported, is that Belmar was hiding a broken gauge. Belmar says no.",
            "matches",
        ),
        ("I can't sleep thinking of the 14 residents killed in Millbank.", "conflicting"),
        ("I don't believe that 14 residents were killed in Millbank.", "distorts"),
    ],
)
def test_so_it_is_with_any_briefing(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize("count", ["casualty tally", "casualty count", "casualty figures"])
def test_a_persons_count_is_what_they_count_not_what_became_of_them(orla: Index, count: str) -> None:
    given = shown(ask(orla, f"what are Lund's {count}"))
    assert given == shown(ask(orla, "how many casualties does Lund give")) != set()
    assert shown(ask(orla, "was Lund wounded?")) == set()
