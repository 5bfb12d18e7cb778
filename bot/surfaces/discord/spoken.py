"""Puts Discord's own marks in a message into the words that they are shown as."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Mentions of members, roles and channels, emoji, times, parts of a server, commands.
_MARK = re.compile(
    r"<(?:@[!&]?(?P<member>\d+)|(?P<channel>#\d+)|a?:(?P<emoji>\w+):\d+|t:(?P<time>-?\d+)(?::\w)?"
    r"|id:\w+|/[^<>]+:\d+)>"
)
# Beside these, or where nothing else is, a mark only addresses somebody or adorns.
_OPENS = re.compile(r"(?:^|[.,;:!?…،؛؟\u06d4\n])\W*$")
_CLOSES = re.compile(r"\W*$|\s*[.,;:!?…،؛؟\u06d4\n]")
# Names that no briefing has: whom a mark stands for is not known.
_MEMBER, _CHANNEL = "@membername", "#channelname"


def spoken(text: str, own: int | None = None) -> str:
    """Return what was said, with a time as its date (UTC); `own` is the bot's id.

    A mark that stands for a name inside a sentence leaves one that nothing explains.
    """
    plain = _MARK.sub("", text)
    said: list[str] = []
    end = at = 0  # in the text, and without its marks
    for mark in _MARK.finditer(text):
        at += mark.start() - end
        said += (text[end : mark.start()], _in_words(mark, plain, at, own))
        end = mark.end()
    return " ".join(" ".join((*said, text[end:])).split())


def _in_words(mark: re.Match[str], plain: str, at: int, own: int | None) -> str:
    """Return what a mark is shown as that stands *at* this place among what else was said."""
    if mark["time"]:
        return _date(mark)
    if mark["channel"]:
        return _CHANNEL
    if _OPENS.search(plain, 0, at) or _CLOSES.match(plain, at):
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
