"""Keeps recent replies, and changes of the knowledge that wait for a moderator, until they are pushed out."""

from __future__ import annotations

import secrets
import string
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from bot.answering.reply import Reply
    from bot.desk.knowledge import Knowledge

NUMBER = 7  # characters: no number is given twice, not even after a restart
_ALPHABET = string.ascii_lowercase + string.digits

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its reply and the edition that gave it."""

    question: str
    reply: Reply
    knowledge: Knowledge


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
