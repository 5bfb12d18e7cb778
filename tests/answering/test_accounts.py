"""Whose account a message gives, however it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

ORLA = {
    "Belmar’s own harbour master said nine residents were killed.": "matches",
    "Arden’s own mayor said nine residents were killed.": "distorts",
    "Arden’s mayor, as she tells it, saw 14 residents killed in Millbank.": "matches",
    "If Lund is to be believed, nine residents were killed.": "matches",
    "If Holt is to be believed, nine residents were killed.": "distorts",
    "(Lund) Nine residents were killed.": "matches",
    "14 residents were killed in Millbank (Holt).": "matches",
    "14 residents were killed in Millbank (Lund).": "distorts",
    "14 residents killed, at least 40 injured in Millbank – Holt": "matches",
    "14 residents killed, at least 40 injured in Millbank – Lund": "distorts",
    "14 residents killed in Millbank: Holt": "matches",
    "14 residents were killed acc. to Holt.": "matches",
    "Belmar, according to Lund, lost between 20 and 25 cattle.": "matches",
    "Belmar, according to Holt, lost between 20 and 25 cattle.": "distorts",
    "Arden’s allegation that Belmar was hiding a broken gauge has been denied by Belmar.": "matches",
    "The allegation that Belmar hid a broken gauge, which Arden made, has been denied by Belmar.": (
        "matches"
    ),
    "The allegation that Belmar hid a broken gauge, which Belmar made, has been denied by Arden.": (
        "distorts"
    ),
}
WAR = {
    "12 soldiers killed, 27 wounded, one missing - Chaudhary": "matches",
    "12 soldiers killed, 27 wounded, one missing - Mujahid": "distorts",
    "13 Afghan soldiers killed, 22 wounded: Mujahid": "matches",
    "13 Afghan soldiers killed, 22 wounded: Chaudhary": "distorts",
    "Pakistani dead that don’t fit: Pakistan’s own military spokesman says 12, Mujahid says 55.": "matches",
    "Pakistani dead that don’t fit: Pakistan’s own military spokesman says 55, Mujahid says 12.": "distorts",
    "Afghan dead that don’t fit: the Taliban’s own spokesman says 13, Chaudhary says 274.": "matches",
    "Afghan dead that don’t fit: the Taliban’s own spokesman says 274, Chaudhary says 13.": "distorts",
    "Pakistan's army lost twelve soldiers, its spokesman said.": "matches",
    "274 Taliban fighters killed by Pakistan's army, according to its spokesman": "conflicting",
    "Pakistan's army lost fifty-five soldiers, its spokesman said.": "distorts",
    "The Taliban's forces lost thirteen soldiers, their spokesman says.": "matches",
    "The Taliban's forces lost 274 soldiers, their spokesman says.": "distorts",
    "12 Pakistani soldiers killed (Pakistan)": "conflicting",
    "Islamabad's army, as Mujahid has it, lost fifty-five soldiers.": "matches",
    "Islamabad's army, as Chaudhary has it, lost fifty-five soldiers.": "distorts",
    "13 soldiers died by the Taliban spokesman's count, 274 or more by Pakistan's.": "matches",
    "Chaudhary puts at 12 the number of Pakistani soldiers killed.": "matches",
    "Mujahid puts at 12 the number of Pakistani soldiers killed.": "distorts",
    "19 civilians died from Pakistani attacks on Khost and Paktika, Kabul's government says.": "matches",
    "19 civilians died from Afghan attacks on Khost and Paktika, Kabul's government said.": "distorts",
    "55 Pakistani soldiers fell, a blow from which Pakistan's army will not recover.": "conflicting",
    "274 or more Afghan soldiers and fighters fell, a blow from which the Taliban will not recover.": (
        "conflicting"
    ),
    "400+ on the Afghan side wounded": "conflicting",
    "12 Pakistani soldiers were killed, if one trusts Chaudhary.": "matches",
    "13 Afghan soldiers were killed, if one trusts the man who speaks for the Taliban government.": "matches",
    "12 Pakistani soldiers were killed, if one trusts Mujahid.": "distorts",
    "26 wounded (khost + paktika), per the govt in Afghanistan": "matches",
    "26 wounded (khost + paktika), per the govt in Pakistan": "distorts",
    "27 on the Pakistani side wounded": "conflicting",
}


@pytest.mark.parametrize(("message", "verdict"), ORLA.items())
def test_of_the_flood(orla: Index, message: str, verdict: str) -> None:
    assert check(orla, message).verdict == verdict


@pytest.mark.parametrize(("message", "verdict"), WAR.items())
def test_of_either_side(war: Index, message: str, verdict: str) -> None:
    assert check(war, message).verdict == verdict
