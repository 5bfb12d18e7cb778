"""Keeps recent replies, and changes of the knowledge that wait for a moderator, until they are pushed out."""

from __future__ import annotations

import asyncio
import secrets
import string
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.desk.asking import ask
from bot.desk.catalogues import frame_asked
from bot.desk.recording import record_question
from bot.surfaces.discord import layout
from bot.surfaces.discord.trail import NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.showing.frame import Frame
    from bot.answering.showing.reply import Reply
    from bot.desk.desk import Desk
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.paging import Sheet

# Characters from which a question is read in a thread. Most questions are shorter, and answered sooner on the
# loop; of those that are not, some take so long that others would wait for them.
LONG = 200
# No number is given twice, not even after a restart.
_ALPHABET = string.ascii_lowercase + string.digits

Key = TypeVar("Key")
Kept = TypeVar("Kept")
Components = list[dict[str, Any]]  # of a message, as Discord takes them


def new_number() -> str:
    """Return a number that nobody can guess."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(NUMBER))


@dataclass(frozen=True)
class Answered:
    """A question with its reply, the digest of the edition that gave it and the frame to show it in.

    `asked_of` is the briefing that was set or named for it, None where it was routed.
    Whoever asks the same is shown the same, so that it has one number and is laid out for a channel once.
    """

    question: str
    reply: Reply
    edition: str
    frame: Frame
    asked_of: str | None
    number: str = field(default_factory=new_number)
    posted: Components = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def sheet(self) -> Sheet:
        """Return the pages of the reply, laid out once."""
        return layout.reply(self.reply, self.frame)

    def sheet_in(self, frame: Frame) -> Sheet:
        """Return the pages of the reply in any frame."""
        return self.sheet if frame is self.frame else layout.reply(self.reply, frame)


def record(desk: Desk, member: int, one: Answered) -> None:
    """Have it written soon how a member's question was answered."""
    record_question(
        desk,
        member=member,
        edition=one.edition,
        question=one.question,
        reply=one.reply,
        asked_of=one.asked_of,
    )


class Answers:
    """Answers of the edition in force, so that what many ask is worked out once.

    `reading` is held while something long is read in a thread.
    """

    def __init__(self, most: int, reading: asyncio.Lock) -> None:
        self._most = most
        self._reading = reading
        self._digest = ""
        self._frames: OrderedDict[tuple[str, str | None], Frame] = OrderedDict()
        self._known: OrderedDict[tuple[str, str, str | None], Answered] = OrderedDict()

    def frame(self, knowledge: Knowledge, question: str, briefing: str | None = None) -> Frame:
        """Return the frame of the language in which a question is read."""
        self.turn_to(knowledge)
        key = (question, briefing)
        frame = self._frames.get(key)
        if frame is None:
            frame = frame_asked(knowledge, question, briefing=briefing)
        _renew(self._frames, key, frame, self._most)
        return frame

    async def to(
        self, knowledge: Knowledge, question: str, frame: Frame, briefing: str | None = None
    ) -> Answered:
        """Return the answer to a question in a frame, from one briefing or else the one that it is about."""
        self.turn_to(knowledge)
        key = (question, frame.language, briefing)
        one = self._known.get(key)
        if one is None and len(question) < LONG:
            reply = ask(knowledge, question, briefing=briefing)
            one = Answered(question, reply, knowledge.digest, frame, briefing)
        elif one is None:
            async with self._reading:
                # Whoever has waited may find that the same was asked before.
                one = self._known.get(key) if self._is_of(knowledge) else None
                if one is None:
                    reply = await asyncio.to_thread(ask, knowledge, question, briefing=briefing)
                    one = Answered(question, reply, knowledge.digest, frame, briefing)
        if self._is_of(knowledge):
            _renew(self._known, key, one, self._most)
        return one

    def turn_to(self, knowledge: Knowledge) -> None:
        """Let go of the answers of any other edition."""
        if not self._is_of(knowledge):
            self._digest = knowledge.digest
            self._frames.clear()
            self._known.clear()

    def _is_of(self, knowledge: Knowledge) -> bool:
        """Tell whether the answers are an edition's, and no other has come into force meanwhile."""
        return knowledge.digest == self._digest


class Memory(Generic[Kept]):
    """The most recent of something, each under a number that nobody can guess."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def keep(self, one: Kept, number: str = "") -> str:
        """Keep one, under its number where it has one, let the oldest go, and return the number."""
        number = number or new_number()
        _renew(self._kept, number, one, self._most)
        return number

    def get(self, number: str) -> Kept | None:
        """Return what is kept under a number, None where it is gone."""
        return self._kept.get(number)

    def values(self) -> tuple[Kept, ...]:
        """Return all that is kept, the oldest first."""
        return tuple(self._kept.values())

    def drop(self, gone: Callable[[Kept], bool]) -> None:
        """Let go of all that is *gone*."""
        for number in [number for number, one in self._kept.items() if gone(one)]:
            del self._kept[number]

    def take(self, number: str) -> Kept | None:
        """Return what is kept under a number and let it go."""
        return self._kept.pop(number, None)


@contextmanager
def turning(bot: BriefingBot) -> Iterator[None]:
    """Let go of older editions where another answers afterwards.

    What was answered by the one before it can still say how that came about.
    """
    before = bot.desk.knowledge.digest
    try:
        yield
    finally:
        knowledge = bot.desk.knowledge
        if knowledge.digest != before:
            bot.proposals.drop(lambda _: True)
            bot.answers.turn_to(knowledge)
            bot.answered.drop(lambda one: one.edition not in {before, knowledge.digest})


def _renew(kept: OrderedDict[Key, Kept], key: Key, one: Kept, most: int) -> None:
    """Keep one as the most recent, and let the oldest go."""
    kept[key] = one
    kept.move_to_end(key)
    if len(kept) > most:
        kept.popitem(last=False)
