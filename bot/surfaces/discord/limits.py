"""Keeps a channel readable: so many questions a member, so many a channel, and no answer twice in a row."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import discord
from discord.ext.commands import CooldownMapping

from bot.surfaces.discord import words

if TYPE_CHECKING:
    from datetime import datetime

    from bot.answering.frame import Frame
    from bot.desk.settings import CooldownSettings
    from bot.surfaces.discord.memory import Answered

_MOST_CHANNELS = 10_000  # whose last answer is remembered


class Said(NamedTuple):
    """The last answer in a channel."""

    content: tuple[object, ...]
    message: int
    link: str
    at: datetime


class Limits:
    """What was asked and answered lately."""

    def __init__(self, settings: CooldownSettings) -> None:
        self._members: CooldownMapping[int] = CooldownMapping.from_cooldown(
            settings.member_questions, settings.member_seconds, int
        )
        self._channels: CooldownMapping[int] = CooldownMapping.from_cooldown(
            settings.channel_questions, settings.channel_seconds, int
        )
        self._again = timedelta(seconds=settings.repeat_seconds)
        self._told: dict[int, datetime] = {}
        self._said: dict[int, Said] = {}

    def refuse(self, frame: Frame, member: int, channel: int | None) -> str | None:
        """Count a question, or say how long to wait; without a channel only the member's count."""
        now = discord.utils.utcnow().timestamp()
        wait = self._members.update_rate_limit(member, now)
        if wait:
            return frame(words.SLOW_DOWN_MEMBER, seconds=int(wait) + 1)
        wait = self._channels.update_rate_limit(channel, now) if channel else None
        return frame(words.SLOW_DOWN_CHANNEL, seconds=int(wait) + 1) if wait else None

    def tells(self, member: int) -> bool:
        """Tell whether to say so in public: once a minute to a member, for a refusal can be spam too."""
        now = discord.utils.utcnow()
        if now - self._told.get(member, now - timedelta(days=1)) < timedelta(minutes=1):
            return False
        if len(self._told) > _MOST_CHANNELS:
            self._told.clear()
        self._told[member] = now
        return True

    def said(self, channel: int, one: Answered) -> Said | None:
        """Return the last answer in a channel where it was this one, and not long ago."""
        last = self._said.get(channel)
        lately = last is not None and discord.utils.utcnow() - last.at < self._again
        return last if last and lately and last.content == _content(one) else None

    def say(self, channel: int, one: Answered, message: discord.Message) -> None:
        """Remember an answer as the channel's last."""
        if len(self._said) > _MOST_CHANNELS:
            self._said.clear()
        self._said[channel] = Said(_content(one), message.id, message.jump_url, discord.utils.utcnow())

    def forget(self, channel: int, messages: set[int]) -> None:
        """Forget a channel's last answer when it is deleted."""
        last = self._said.get(channel)
        if last and last.message in messages:
            del self._said[channel]


def _content(one: Answered) -> tuple[object, ...]:
    reply = one.reply
    claims = tuple((one.claim.id, one.role) for one in reply.claims)
    return (
        one.knowledge.digest,
        one.frame.language,
        reply.briefing,
        reply.outcome,
        reply.reason,
        reply.about,
        reply.remark,
        reply.left,
        claims,
        reply.choices,
    )
