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
    # the source orders neither
    "Mujahid rejected Pakistan's claims before Asif declared open war.": "not_covered",
    "Asif declared open war before Mujahid rejected Pakistan's claims.": "not_covered",
}
ORLA = {
    "The council announced a day of silence before Lund said Belmar was ready to negotiate.": "distorts",
    "Lund said Belmar was ready to negotiate before the council announced a day of silence.": "matches",
    "Arden's council announced a day of silence, then Belmar flooded Millbank.": "not_covered",
}


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_what_came_first(war: Index, message: str, verdict: str) -> None:
    checked = check(war, message)
    assert checked.verdict == verdict
    assert {f.field for f in checked.findings if f.verdict == "distorts"} <= {"date"}
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
