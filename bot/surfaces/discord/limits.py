"""Keeps a channel readable: so many questions a member, so many a channel, and no answer twice in a row."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from discord.app_commands import Cooldown
from discord.utils import utcnow

from bot.surfaces.discord import words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Hashable

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply
    from bot.desk.settings import CooldownSettings

_MOST_CHANNELS = 10_000  # whose last answer is remembered
MOST_COUNTED = 10_000  # members or channels, before those who have been quiet are let go
_TOLD_AGAIN = 60.0  # seconds until a member is told once more to slow down
_PATIENCE = 1.0  # seconds that who asks the same waits for the first to be posted


class Said(NamedTuple):
    """The last answer in a channel."""

    content: Hashable
    message: asyncio.Future[int | None]
    at: float


@dataclass
class Posting:
    """Something to be posted to a channel: `sent` is its message's id, to be set by who posts it.

    `again` tells that it stands there as the last already, and nothing is to be posted; `link` leads there.
    """

    again: bool = False
    link: str = ""
    sent: int | None = None


class Limits:
    """What was asked and answered lately."""

    def __init__(self, settings: CooldownSettings) -> None:
        self._members = _Counts(settings.member_questions, settings.member_seconds)
        self._channels = _Counts(settings.channel_questions, settings.channel_seconds)
        self._again = settings.repeat_seconds
        self._told: dict[int, float] = {}
        self._said: dict[int, Said] = {}

    def refuse(self, frame: Frame, member: int, channel: int | None) -> str | None:
        """Count a question, or say how long to wait; without a channel only the member's count."""
        now = _now()
        if wait := self._members.wait(member, now):
            return frame(words.SLOW_DOWN_MEMBER, seconds=int(wait) + 1)
        if channel and (wait := self._channels.wait(channel, now)):
            return frame(words.SLOW_DOWN_CHANNEL, seconds=int(wait) + 1)
        self._members.count(member, now)
        if channel:
            self._channels.count(channel, now)
        return None

    def tells(self, member: int) -> bool:
        """Tell whether to say so in public: once a minute to a member, for a refusal can be spam too."""
        now = _now()
        if now - self._told.get(member, 0.0) < _TOLD_AGAIN:
            return False
        if len(self._told) > _MOST_CHANNELS:
            self._told.clear()
        self._told[member] = now
        return True

    @asynccontextmanager
    async def posting(self, server: int | None, channel: int, content: Hashable) -> AsyncIterator[Posting]:
        """Tell whether something is a channel's last answer already, and else remember it as that.

        Who comes while it is still being posted waits for it a moment.
        """
        link = f"https://discord.com/channels/{server or '@me'}/{channel}"
        while last := self._last(channel, content):
            done, _ = await asyncio.wait([last.message], timeout=_PATIENCE)
            if not done:
                yield Posting(again=True, link=link)
                return
            if message := last.message.result():
                yield Posting(again=True, link=f"{link}/{message}")
                return
        if len(self._said) > _MOST_CHANNELS:
            self._said.clear()
        here = self._said[channel] = Said(content, asyncio.get_running_loop().create_future(), _now())
        posting = Posting()
        try:
            yield posting
        finally:
            if posting.sent is None and self._said.get(channel) is here:
                del self._said[channel]
            here.message.set_result(posting.sent)

    def _last(self, channel: int, content: Hashable) -> Said | None:
        last = self._said.get(channel)
        lately = last is not None and _now() - last.at < self._again
        return last if last and lately and last.content == content else None

    def forget(self, channel: int, messages: set[int]) -> None:
        """Forget a channel's last answer when it is deleted."""
        last = self._said.get(channel)
        if last and last.message.done() and last.message.result() in messages:
            del self._said[channel]


class _Counts:
    """How many questions each has asked; discord.py's own mapping goes through all of them at each."""

    def __init__(self, questions: int, seconds: float) -> None:
        self._questions, self._seconds = questions, seconds
        self._each: dict[int, Cooldown] = {}
        self._room = MOST_COUNTED

    def wait(self, one: int, now: float) -> float:
        """Return how many seconds one has to wait before the next question."""
        count = self._each.get(one)
        return count.get_retry_after(now) if count else 0.0

    def count(self, one: int, now: float) -> None:
        """Count a question."""
        count = self._each.get(one)
        if count is None:
            if len(self._each) >= self._room:
                self._each = {key: it for key, it in self._each.items() if it.get_tokens(now) < it.rate}
                self._room = max(MOST_COUNTED, 2 * len(self._each))
            count = self._each[one] = Cooldown(self._questions, self._seconds)
        count.update_rate_limit(now)


def content_of(digest: str, language: str, reply: Reply) -> Hashable:
    """Return what a reply of an edition shows in a language, to be held against another."""
    claims = tuple((one.claim.id, one.role) for one in reply.claims)
    return (
        digest,
        language,
        reply.imprint,
        reply.outcome,
        reply.reason,
        reply.about,
        reply.remark,
        reply.left,
        claims,
        reply.choices,
    )


def _now() -> float:
    return utcnow().timestamp()
