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

    def in_words(mark: re.Match[str]) -> str:
        if mark["time"]:
            return _date(mark)
        if mark["channel"]:
            return _CHANNEL
        before, after = _MARK.sub("", text[: mark.start()]), _MARK.sub("", text[mark.end() :])
        if _OPENS.search(before) or _CLOSES.match(after):
            return ""
        if mark["member"]:
            return "" if mark["member"] == str(own) else _MEMBER
        return (mark["emoji"] or "").replace("_", " ")

    return " ".join(_MARK.sub(lambda mark: f" {in_words(mark)} ", text).split())


def _date(mark: re.Match[str]) -> str:
    """Return a time's date in figures, which any language reads; what is no time, as it was typed."""
    try:
        return (_EPOCH + timedelta(seconds=int(mark["time"]))).date().isoformat()
    except (OverflowError, ValueError):
        return mark.group()
