"""Who asks much is held back, whoever else asks meanwhile."""

from __future__ import annotations

from bot.answering.showing.frame import ENGLISH
from bot.desk.settings import CooldownSettings
from bot.surfaces.discord.limits import MOST_COUNTED, Limits


def test_many_other_members_do_not_let_somebody_ask_more() -> None:
    limits = Limits(CooldownSettings(member_questions=2, member_seconds=3600))
    assert limits.refuse(ENGLISH, 1, None) is None
    for member in range(2, 2 * MOST_COUNTED):
        assert limits.refuse(ENGLISH, member, None) is None
    assert limits.refuse(ENGLISH, 1, None) is None
    assert limits.refuse(ENGLISH, 1, None)


def test_members_who_have_been_quiet_are_let_go() -> None:
    limits = Limits(CooldownSettings(member_questions=2, member_seconds=1e-9))
    for member in range(1, MOST_COUNTED + 2):
        assert limits.refuse(ENGLISH, member, None) is None
    assert len(limits._members._each) < MOST_COUNTED
