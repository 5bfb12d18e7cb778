"""Puts Discord's own marks in a message into the words that they are shown as."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Mentions of members, roles and channels, emoji, times, parts of a server, commands.
_MARK = re.compile(
    r"<(?:@[!&]?(?P<member>\d+)|(?P<channel>#\d+)|a?:(?P<emoji>\w+):\d+|t:(?P<time>-?\d+)(?::\w)?"
    r"|id:\w+|/[^<>]+:\d+)>"
)
# Beside these, or where nothing else is, a mark only addresses somebody or adorns.
_STOPS = ".,;:!?…،؛؟\u06d4\n"
_WORD = re.compile(r"\w")
_WORD_OR_STOP = re.compile(rf"[\w{_STOPS}]")
_NEXT = re.compile(r"\S|\n")
# Names that no briefing has: whom a mark stands for is not known.
_MEMBER, _CHANNEL = "@membername", "#channelname"


def spoken(text: str, own: int | None = None) -> str:
    """Return what was said, with a time as its date (UTC); `own` is the bot's id.

    A mark that stands for a name inside a sentence leaves one that nothing explains.
    """
    marks = tuple(_MARK.finditer(text))
    starts = (0, *(mark.end() for mark in marks))
    ends = (*(mark.start() for mark in marks), len(text))
    between = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    said = between[:1]
    beside = map(or_, _after_a_stop(between[:-1]), _before_a_stop(between[1:]))
    for mark, aside, following in zip(marks, beside, between[1:], strict=True):
        said += (_in_words(mark, own, aside=aside), following)
    return " ".join(" ".join(said).split())


def _after_a_stop(pieces: Sequence[str]) -> Iterator[bool]:
    """Yield of the end of each piece of a text whether no word stands between it and a stop or the beginning.

    Each is looked at once, for all of a message may be marks.
    """
    after = True
    for piece in pieces:
        if last := _WORD_OR_STOP.findall(piece)[-1:]:
            after = last[0] in _STOPS
        yield after


def _before_a_stop(pieces: Sequence[str]) -> Iterable[bool]:
    """Return of the beginning of each piece of a text whether a stop is next, or no word follows."""
    stop = word = False
    before: list[bool] = []
    for piece in reversed(pieces):
        if first := _NEXT.search(piece):
            stop = first[0] in _STOPS
        word = word or bool(_WORD.search(piece))
        before.append(stop or not word)
    return reversed(before)


def _in_words(mark: re.Match[str], own: int | None, *, aside: bool) -> str:
    """Return what a mark is shown as, nothing for most that stand *aside*."""
    if mark["time"]:
        return _date(mark)
    if mark["channel"]:
        return _CHANNEL
    if aside:
        return ""
    if mark["member"]:
        return "" if mark["member"] == str(own) else _MEMBER
    return (mark["emoji"] or "").replace("_", " ")


def _date(mark: re.Match[str]) -> str:
    """Return a time's date in figures, which any language reads; what is no time, as it was typed."""
    try:
        return (_EPOCH + timedelta(seconds=int(mark["time"]))).date().isoformat()
    except (OverflowError, ValueError):
        return mark.group()
