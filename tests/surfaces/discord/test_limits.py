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


def test_who_is_refused_for_a_full_channel_may_ask_as_much_elsewhere() -> None:
    limits = Limits(CooldownSettings(member_questions=2, channel_questions=1, channel_seconds=3600))
    full, other = 10, 20
    assert limits.refuse(ENGLISH, 1, full) is None
    for _ in range(5):
        assert limits.refuse(ENGLISH, 2, full) == limits.refuse(ENGLISH, 3, full)
    for member in (2, 3):
        assert limits.refuse(ENGLISH, member, None) is None
    assert limits.refuse(ENGLISH, 2, other) is None


def test_who_asks_too_much_leaves_the_channel_to_others() -> None:
    limits = Limits(CooldownSettings(member_questions=1, member_seconds=3600, channel_questions=2))
    assert limits.refuse(ENGLISH, 1, 10) is None
    for _ in range(5):
        assert limits.refuse(ENGLISH, 1, 10)
    assert limits.refuse(ENGLISH, 2, 10) is None


def test_members_who_have_been_quiet_are_let_go() -> None:
    limits = Limits(CooldownSettings(member_questions=2, member_seconds=1e-9))
    for member in range(1, MOST_COUNTED + 2):
        assert limits.refuse(ENGLISH, member, None) is None
    assert len(limits._members._each) < MOST_COUNTED
