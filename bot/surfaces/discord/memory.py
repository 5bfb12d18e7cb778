"""Keeps recent replies, and changes of the knowledge that wait for a moderator, until they are pushed out."""

from __future__ import annotations

import secrets
import string
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.desk.asking import ask
from bot.surfaces.discord import layout

if TYPE_CHECKING:
    from bot.answering.frame import Frame
    from bot.answering.reply import Reply
    from bot.desk.knowledge import Knowledge
    from bot.surfaces.discord.layout import Sheet

NUMBER = 7  # characters: no number is given twice, not even after a restart
_ALPHABET = string.ascii_lowercase + string.digits

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Answered:
    """A question with its reply, the edition that gave it and the frame to show it in."""

    question: str
    reply: Reply
    knowledge: Knowledge
    frame: Frame

    @cached_property
    def sheet(self) -> Sheet:
        """Return the pages of the reply, laid out once."""
        return layout.reply(self.reply, self.frame)


class Answers:
    """Answers of the edition in force, so that what many ask is worked out once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._digest = ""
        self._known: OrderedDict[tuple[str, str, str | None], Answered] = OrderedDict()

    def to(self, knowledge: Knowledge, question: str, frame: Frame, briefing: str | None = None) -> Answered:
        """Return the answer to a question in a frame, from one briefing or else the one that it is about."""
        if knowledge.digest != self._digest:
            self._digest = knowledge.digest
            self._known.clear()
        key = (question, frame.language, briefing)
        one = self._known.get(key)
        if one is None:
            reply = ask(knowledge, question, briefing=briefing)
            one = self._known[key] = Answered(question, reply, knowledge, frame)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return one


class Memory(Generic[Kept]):
    """The most recent of something, each under a number that nobody can guess."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def keep(self, one: Kept) -> str:
        """Keep one, let the oldest go, and return its number."""
        number = "".join(secrets.choice(_ALPHABET) for _ in range(NUMBER))
        self._kept[number] = one
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return number

    def get(self, number: str) -> Kept | None:
        """Return what is kept under a number, None where it is gone."""
        return self._kept.get(number)

    def take(self, number: str) -> Kept | None:
        """Return what is kept under a number and let it go."""
        return self._kept.pop(number, None)
