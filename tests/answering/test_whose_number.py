"""Numbers that are nearly reached, given by two at once or with a reason, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("The Taliban’s spokesman claims they hold the remains of nearly two dozen soldiers.", "matches"),
        ("Chaudhary says nearly 30 Pakistani soldiers were wounded.", "matches"),
        ("Mujahid says almost 60 Pakistani soldiers were killed.", "matches"),
        ("Mujahid says nearly 56 Pakistani soldiers were killed.", "distorts"),
        ("Chaudhary says almost a dozen Pakistani soldiers were killed.", "distorts"),
        ("Chaudhary said nearly 300 Afghan soldiers were killed.", "distorts"),
        ("About 20 civilians were killed in Khost, the Afghan government reported.", "distorts"),
    ],
)
def test_a_round_number_is_nearly_reached(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_in_invented_briefings(orla: Index, vardholm: Index, brannock: Index) -> None:
    assert check(orla, "Lund said nearly ten residents were killed.").verdict == "matches"
    assert check(orla, "Holt said nearly 20 residents were killed in Millbank.").verdict == "distorts"
    assert check(vardholm, "Ekholm said the Tide Party won nearly 18,300 votes.").verdict == "matches"
    assert check(brannock, "Varga said nearly 50 people were arrested.").verdict == "matches"


def test_an_office_behind_a_speaker_has_its_own_number(war: Index) -> None:
    first = "Mujahid spoke of 13 injured civilians, and the government reported {} civilians killed."
    assert check(war, first.format(19)).verdict == "matches"
    assert check(war, first.format(29)).verdict == "distorts"


@pytest.mark.parametrize("why", ["because of Asif’s arrogance", "thanks to Asif"])
def test_a_reason_says_nothing_of_whose_number_it_is(war: Index, why: str) -> None:
    for counted in ("55 Pakistani soldiers were killed", "over 400 Afghan soldiers lie wounded"):
        assert check(war, f"{counted} {why}.").verdict == "conflicting"


def test_whom_a_stranger_treated_is_of_no_side(brannock: Index) -> None:
    treated = "St Brendan said it treated {} people, nine of them police officers."
    assert check(brannock, treated.format(64)).verdict == "matches"
    assert check(brannock, treated.format(74)).verdict == "distorts"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("274 Afghan troops and militants dead.", "conflicting"),
        ("Chaudhary said at least 274 Afghan soldiers and insurgents were killed.", "matches"),
        ("Chaudhary said at least 274 Afghan soldiers and terrorists were killed.", "distorts"),
        ("Chaudhary said at least 274 militants were killed.", "distorts"),
        ("Mujahid said 13 Afghan soldiers and militants were killed.", "distorts"),
        ("Mujahid said 55 Pakistani soldiers and militants were killed.", "distorts"),
    ],
)
def test_militants_beside_soldiers_are_the_fighters_that_are_told_of(
    war: Index, message: str, verdict: str
) -> None:
    assert check(war, message).verdict == verdict
