"""Who a message says did something, and who not in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

WAR = {
    "Asif, not Mujahid, declared open war.": "matches",
    "Asif declared open war, not Mujahid.": "matches",
    "It was Asif, not Mujahid, who declared open war.": "matches",
    "Mujahid, not Asif, said they were ready to negotiate.": "matches",
    "Pakistan, not Afghanistan, struck Kabul.": "matches",
    "Afghanistan, not Pakistan, launched drone attacks, Mujahid said.": "matches",
    # both did
    "Pakistan, not Afghanistan, carried out attacks.": "not_covered",
    "Afghanistan, not Pakistan, carried out attacks.": "not_covered",
}
TURNED = {
    "Mujahid, not Asif, declared open war.": "Mujahid",
    "Asif, not Mujahid, said they were ready to negotiate.": "Asif",
    "Afghanistan, not Pakistan, struck Kabul.": "Afghanistan",
    "Pakistan, not Afghanistan, launched drone attacks, Mujahid said.": "Pakistan",
}


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_one_and_not_another(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


@pytest.mark.parametrize(("message", "who"), TURNED.items())
def test_the_wrong_one_and_not_the_other(war: Index, message: str, who: str) -> None:
    found = [f for f in check(war, message).findings if f.verdict == "distorts"]
    assert {f.said for f in found} == {who}


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Not the capital but Kandahar is the seat of the Taliban leadership.", "matches"),
        ("Not Kandahar but the capital is the seat of the Taliban leadership.", "distorts"),
        ("Not Asif but Mujahid said they were ready to negotiate.", "matches"),
        ("Not Mujahid but Asif said they were ready to negotiate.", "distorts"),
        ("Not Kabul but Kandahar was struck by Pakistan on 27 February.", "distorts"),
    ],
)
def test_what_is_not_so_may_go_first(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict


def test_it_may_go_first_in_another_briefing(orla: Index) -> None:
    assert check(orla, "Not Lund but Holt said 14 residents were killed.").verdict == "matches"
    assert check(orla, "Not Holt but Lund said 14 residents were killed.").verdict == "distorts"
