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
