"""Whom a message has do something, to whose people, and whose number a later sentence gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


@pytest.mark.parametrize("who", ["Kabul", "Islamabad"])
@pytest.mark.parametrize("figure", ["55 Pakistani soldiers", "13 Afghan soldiers"])
@pytest.mark.parametrize("joint", [". ", " and "])
def test_who_began_is_blame_and_no_other_place(war: Index, who: str, figure: str, joint: str) -> None:
    checked = check(war, f"{who} started the war{joint}{figure} were killed.")
    assert checked.verdict == "conflicting"
    assert "not_covered" in {found.verdict for found in checked.findings}


def test_where_it_began_is_a_place(war: Index) -> None:
    (found,) = check(war, "The latest violence started in Kabul.").findings
    assert (found.verdict, found.field, found.said) == ("distorts", "place", "Kabul")


@pytest.mark.parametrize("people", ["people of Afghanistan", "Afghan people"])
def test_the_people_of_a_country_are_its_people(war: Index, people: str) -> None:
    (found,) = check(war, f"Pakistan declared war on the {people}.").findings
    assert (found.verdict, found.field, found.said) == ("distorts", "direction", people)


@pytest.mark.parametrize(
    ("message", "doer"),
    [
        ("Our lions killed 274 Afghan soldiers and fighters, Chaudhary said.", "lions killed"),
        ("Our lions killed 55 Pakistani soldiers, Mujahid said.", "lions killed"),
    ],
)
def test_who_harms_by_no_name_that_is_known_is_not_covered(war: Index, message: str, doer: str) -> None:
    findings = check(war, message).findings
    assert [found.verdict for found in findings] == ["matches", "not_covered"]
    assert findings[1].quote == doer


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ("Pakistan lost 12 soldiers. The Taliban say many.", "Lt Gen Ahmed Sharif Chaudhary"),
        ("Afghanistan lost 13 soldiers. Pakistan says many.", "Zabihullah Mujahid"),
    ],
)
def test_who_says_many_does_not_say_the_number_before(war: Index, message: str, who: str) -> None:
    (found,) = check(war, message).findings
    assert (found.verdict, found.field, found.briefing) == ("conflicting", "attribution", who)


def test_figures_without_a_number_are_of_the_claim_that_has_them(war: Index) -> None:
    message = "The Afghan government's figures for Khost and Paktika came out on Sunday evening."
    (found,) = check(war, message).findings
    assert (found.verdict, found.field, found.claim) == ("distorts", "date", "civilian-losses-government")
