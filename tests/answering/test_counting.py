"""Which numbers of a message count whom the briefing’s figures count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Chaudhary gave the figure of 274.", "matches"),
        ("The figure that Mujahid gave is 55.", "matches"),
        ("Mujahid gave the figure of 274.", "not_covered"),
        ("Chaudhary gave the figure of 55.", "not_covered"),
        ("Chaudhary has 274 followers.", "not_covered"),
        ("Mujahid took bus number 55.", "not_covered"),
    ],
)
def test_a_number_that_is_somebodys_figure(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize("one", ["a single man", "one man", "a single soldier"])
def test_one_of_whom_no_more_is_said(war: Index, one: str) -> None:
    told = "Mujahid talks of many Pakistani troops taken prisoner, whereas {} mentions {} missing."
    assert check(war, told.format("Chaudhary", one)).verdict == "matches"
    assert check(war, f"Mujahid mentions {one} missing.").verdict == "distorts"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("We gave 12 martyrs, that is the real number.", "conflicting"),
        ("Pakistan gave 12 martyrs.", "conflicting"),
        ("Afghanistan gave 13 lives.", "conflicting"),
        ("We gave 55 martyrs.", "distorts"),
        ("The Afghans killed 55 and lost 13.", "conflicting"),
        ("The Pakistanis killed 274 and lost 12.", "conflicting"),
        ("The Pakistanis killed 55 and lost 13.", "distorts"),
        ("The Afghans killed 274 and lost 12.", "distorts"),
        ("The Afghans killed 55.", "conflicting"),
        ("The Afghans killed 13.", "distorts"),
        ("Afghans killed: 13", "conflicting"),
    ],
)
def test_what_a_side_did_and_what_it_lost(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize("by", ["from", "according to"])
def test_their_own_account_is_that_of_the_side_that_is_counted(war: Index, by: str) -> None:
    told = "Two counts of dead {} troops: {} {by} their own military, {} {by} the {} spokesman."
    assert check(war, told.format("Pakistani", 12, 55, "Taliban", by=by)).verdict == "matches"
    assert check(war, told.format("Afghan", 13, 274, "Pakistani military", by=by)).verdict == "matches"
    assert check(war, told.format("Pakistani", 55, 12, "Taliban", by=by)).verdict == "distorts"
    assert check(war, told.format("Afghan", 274, 13, "Pakistani military", by=by)).verdict == "distorts"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("{} dead number {} {}, not one more.", "conflicting"),
        ("{} dead numbered {} {}.", "conflicting"),
        ("{} dead number exactly {} {}.", "conflicting"),
        ("{} number is {} dead {}.", "matches"),
    ],
)
def test_the_dead_who_number_so_many_are_nobodys_number(
    war: Index, orla: Index, message: str, verdict: str
) -> None:
    for index, whose, count, who in (
        (war, "Pakistan's", "twelve", "soldiers"),
        (war, "Afghanistan's", "13", "soldiers"),
        (orla, "Arden's", "14", "residents"),
    ):
        assert check(index, message.format(whose, count, who)).verdict == verdict


@pytest.mark.parametrize("sign", ["/", "|", ","])
def test_signs_part_numbers(war: Index, orla: Index, sign: str) -> None:
    assert check(war, f"Chaudhary: 12 killed {sign} 27 wounded {sign} 1 missing").verdict == "matches"
    assert check(war, f"Mujahid: 13 Afghan soldiers killed {sign} 22 wounded").verdict == "matches"
    assert check(war, f"Chaudhary: 27 killed {sign} 12 wounded {sign} 1 missing").verdict == "distorts"
    assert check(orla, f"Lund: 6 Belmar soldiers injured {sign} 20 to 25 cattle lost").verdict == "matches"


def test_a_number_is_called_somebodys(war: Index) -> None:
    for told in ("Pakistani spokesman's number is “at least” 274", "Taliban spokesman's number is 55"):
        assert check(war, f"Note that the {told}.").verdict == "matches"


@pytest.mark.parametrize(
    ("who", "whose", "own", "others"),
    [
        ("Pakistan", "its", "12", "at least 274"),
        ("Pakistan", "their", "12", "at least 274"),
        ("Chaudhary", "his", "12", "at least 274"),
        ("Mujahid", "his", "13", "55"),
        ("The Taliban government", "its", "13", "55"),
    ],
)
def test_whose_own_they_are_is_who_says_it(war: Index, who: str, whose: str, own: str, others: str) -> None:
    for number, verdict in ((own, "matches"), (others, "distorts")):
        assert check(war, f"{who} says {number} of {whose} soldiers were killed.").verdict == verdict


@pytest.mark.parametrize(("who", "number"), [("Pakistan", "274"), ("The Taliban", "55")])
def test_who_has_lost_its_own_has_not_lost_the_others(war: Index, who: str, number: str) -> None:
    for told in (f"{who} has lost {number} of its own soldiers", f"{who} has {number} of its soldiers dead"):
        assert check(war, f"{told}.").verdict == "distorts"
