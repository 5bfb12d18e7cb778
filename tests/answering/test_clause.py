"""Whose account somebody in a message accepts or rejects, by whatever word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

BACKED = ["backed up", "backed", "supported", "confirmed", "vouched for", "accepted", "corroborated"]


@pytest.mark.parametrize("backed", BACKED)
@pytest.mark.parametrize("account", ["version of the battle", "version", "account", "claims"])
def test_who_backs_an_account_does_not_reject_it(war: Index, backed: str, account: str) -> None:
    checked = check(war, f"Mujahid {backed} Pakistan’s {account}.")
    assert checked.verdict == "distorts"
    assert {found.claim for found in checked.findings} == {"rejects-mujahid"}
    # what Pakistan replies to his claims the source does not say
    assert check(war, f"Chaudhary {backed} Mujahid’s {account}.").verdict == "not_covered"


@pytest.mark.parametrize("backed", BACKED)
def test_nor_in_an_invented_briefing(orla: Index, vardholm: Index, backed: str) -> None:
    assert check(orla, f"Lund {backed} Arden’s version of the events.").verdict == "distorts"
    assert check(orla, f"Holt {backed} Belmar’s version of the events.").verdict == "not_covered"
    assert check(vardholm, f"Brandt {backed} the commission’s version.").verdict == "distorts"
    assert check(vardholm, f"The commission {backed} the Hearth Union’s version.").verdict == "not_covered"


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("Mujahid rejected Pakistan’s version of the battle.", "matches"),
        ("Mujahid did not back up Pakistan’s version of the battle.", "matches"),
        ("In Mujahid’s account, 55 Pakistani soldiers were killed.", "matches"),
        ("In Mujahid’s account, the Afghan drones were sent against military bases.", "matches"),
        ("Mujahid’s version of the battle differs from Pakistan’s version.", "not_covered"),
    ],
)
def test_near_misses(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
