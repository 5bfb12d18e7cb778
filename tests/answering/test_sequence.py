"""What a message says came first, against "later", "after" and the days of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

WAR = {
    "The Taliban offered talks first and only later did Asif speak of open war.": "distorts",
    "The Taliban offered talks before Asif declared open war.": "distorts",
    "Mujahid said they were ready to negotiate before Asif declared open war.": "distorts",
    "Asif declared open war after Mujahid said they were ready to negotiate.": "distorts",
    "Asif declared open war before Mujahid said they were ready to negotiate.": "matches",
    "Asif declared open war, then the Taliban leaders said they were willing to negotiate.": "matches",
    "Mujahid said they were ready to negotiate after Asif declared open war.": "matches",
    "Afghanistan attacked along the border after Pakistan carried out air strikes last weekend.": "matches",
    "Tensions and clashes had been mounting for months before Asif declared open war.": "matches",
    "Taliban leaders offered talks, and only after that did Asif declare open war.": "distorts",
    "Asif declared open war, and only after that did Taliban leaders offer talks.": "matches",
    # in one sentence of the source
    "Pakistan's air strikes last weekend came after the Afghan attacks of February 26.": "distorts",
    "The Afghan attacks of February 26 came after Pakistan's air strikes last weekend.": "matches",
    "After Afghanistan's attacks along the border, Pakistan struck last weekend.": "distorts",
    "After Pakistan's air strikes inside Afghanistan last weekend, Afghanistan attacked.": "matches",
    "Pakistan's air strikes last weekend followed Afghanistan's attacks along the border.": "distorts",
    "Afghanistan's attacks along the border followed Pakistan's air strikes last weekend.": "matches",
    "Afghanistan's attacks along the border preceded Pakistan's air strikes last weekend.": "distorts",
    "Pakistan's air strikes last weekend preceded Afghanistan's attacks along the border.": "matches",
    "First Pakistan hit Kabul, then Afghanistan launched drones, Mujahid said.": "distorts",
    "First Afghanistan launched drones, then Pakistan hit Kabul, Mujahid said.": "matches",
    "Taliban leaders offered talks before Pakistan bombed several major cities.": "distorts",
    "Taliban leaders offered talks after Pakistan bombed several major cities.": "matches",
    # only named
    "Afghanistan retaliated before the air strikes.": "distorts",
    "Afghanistan retaliated after the air strikes.": "matches",
    "Mujahid said Pakistan struck Kabul before the drone attacks.": "distorts",
    "Mujahid said Pakistan struck Kabul after the drone attacks.": "matches",
    # by how much, the source does not say
    "Afghanistan attacked the border a week before Pakistan's air strikes last weekend.": "distorts",
    "Afghanistan attacked the border a week after Pakistan's air strikes last weekend.": "not_covered",
    "Pakistan carried out air strikes two weeks before Afghanistan attacked the border.": "not_covered",
    # so of one of the strikes, not so of the other
    "Afghanistan attacked on February 26 before Pakistan struck Afghanistan.": "not_covered",
    "Afghanistan attacked on February 26 before Pakistan struck Kabul on February 27.": "matches",
    # the source orders neither
    "Chaudhary said 12 Pakistani soldiers were killed before Mujahid said 55 were.": "not_covered",
    "Mujahid said 55 Pakistani soldiers were killed before Chaudhary said 12 were.": "not_covered",
    "Mujahid rejected Pakistan's claims before Asif declared open war.": "not_covered",
    "Asif declared open war before Mujahid rejected Pakistan's claims.": "not_covered",
}
ORLA = {
    "Arden closed the old canal after Belmar flooded Millbank.": "distorts",
    "Belmar flooded Millbank after Arden closed the old canal.": "matches",
    "The council announced a day of silence before Lund said Belmar was ready to negotiate.": "distorts",
    "Lund said Belmar was ready to negotiate before the council announced a day of silence.": "matches",
    "Arden's council announced a day of silence, then Belmar flooded Millbank.": "not_covered",
}


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_what_came_first(war: Index, message: str, verdict: str) -> None:
    checked = check(war, message)
    assert checked.verdict == verdict
    assert {f.field for f in checked.findings if f.verdict == "distorts"} <= {"order"}
    assert [f.quote for f in checked.findings if f.verdict == "not_covered"] in ([], [message])


@pytest.mark.parametrize(("message", "verdict"), ORLA.items())
def test_what_came_first_in_any_briefing(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize(
    "message",
    [
        "The “open war” declaration came after months of tension, it's not like it fell out of the sky.",
        "The declaration of open war followed months of tension and clashes.",
    ],
)
def test_what_the_publisher_reports_to_be_announced_needs_no_announcer(war: Index, message: str) -> None:
    assert check(war, message).verdict == "matches"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("The Taliban's open war declaration came after months of tension.", "distorts"),
        ("Open war was declared by the Taliban.", "distorts"),
        ("There is an open war between them.", "not_covered"),
    ],
)
def test_what_is_announced_is_no_fact_of_the_publishers(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
