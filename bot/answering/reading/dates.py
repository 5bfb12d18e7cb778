"""Reads dates as exactly as they are written, and tells which claims they can mean.

A date is held as text: `2026-02-27`, `--02-27` (no year), `--02` (a month), `---27` (a day of some month),
`2026` (a year), `weekday-4` (Monday is 0), `weekend`, `relative` (yesterday, today: a briefing has no today),
`now` (right now).
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.numbers import number_word
from bot.answering.reading.order_words import AFTER_WORDS
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Cue
from bot.briefing.number_words import NUMBER_CUE

# Cues of the vocabulary that are days of a month in words begin with this ("twenty-seventh").
ORDINAL_CUE = "ordinal-"
_DATING = ("weekday-", "weekend", "yesterday", "now", "month-", NUMBER_CUE, ORDINAL_CUE)
# A date with a day and a month has this many hyphens at least, with a year or without.
_FULL = 2
_YEARS = range(1900, 2200)
_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_TENS, _UNITS = (20, 30), range(1, 10)
# The first few put things in order before they are days ("the first strike"), those from here on do not.
_FEW, _LEAST_ALONE = range(1, 4), 13


class DateMention(NamedTuple):
    """A date as written at spans `first` up to, without, `last`."""

    value: str
    first: int
    last: int


def find_dates(spans: tuple[Span, ...]) -> tuple[DateMention, ...]:
    """Return every date that *spans* name."""
    found: list[DateMention] = []
    at = 0
    while at < len(spans):
        mention = _date_at(spans, at)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.last
    return tuple(_spread(spans, found))


# What stands before a date that only bounds what is asked about.
BEFORE, AFTER = "before:", "after:"
_BEFORE_WORDS = frozenset({"before", "preceding", "preceded", "prior", "until", "till", "b 4"})
_REACTING = ("response to", "reply to", "reaction to", "answer to", "revenge for", "retaliation for")
_REACH = 5  # words between such a word and its date
# What holds as somebody speaks is dated by that, which dates no figure.
NOW: Cue = "now"


def falls_on(value: str, days: Iterable[date], worded: frozenset[str]) -> bool:
    """Tell whether a date as written can mean one of *days*, or one of the dates *worded* by the source."""
    if value in worded:
        return True
    if value.startswith((BEFORE, AFTER)):
        return _within(value, days, worded)
    kind, _, rest = value.rpartition("-") if value.startswith("weekday") else ("", "", "")
    for day in days:
        if kind:
            if day.weekday() == int(rest):
                return True
        elif value.startswith("---"):
            if day.day == int(value[3:]):
                return True
        elif value.startswith("--"):
            if f"--{day:%m-%d}".startswith(value):
                return True
        elif day.isoformat().startswith(value):
            return True
    return False


def _within(value: str, days: Iterable[date], worded: frozenset[str]) -> bool:
    """Tell whether one of *days* lies on the right side of a bound; what is dated in words alone may.

    A bound that the source words itself ("until June 30") is no other one.
    """
    side = BEFORE if value.startswith(BEFORE) else AFTER
    limit = value.removeprefix(side)
    if bounds := [one.removeprefix(side) for one in worded if one.startswith(side)]:
        return any(
            one.endswith(limit.removeprefix("--")) or limit.endswith(one.removeprefix("--")) for one in bounds
        )
    yearless = limit.startswith("--")
    written = [f"--{day:%m-%d}" if yearless else day.isoformat() for day in days]
    if not written:
        return bool(worded)
    if side == BEFORE:
        return any(day < limit for day in written)
    return any(day[: len(limit)] > limit for day in written)


def bound_of(spans: tuple[Span, ...], at: int) -> str | None:
    """Return on which side of a date lies what is asked about, by the words before it."""
    between: set[str] = set()
    for span in reversed(spans[max(at - _REACH, 0) : at]):
        answered = has_topic(span, "response") and "on" in between <= {"on", "the"}
        if answered or has_cue(span, "waits"):
            return None  # it is the day itself
        between.add(span.words)
        words = {span.words, *span.words.split()}
        if words & _BEFORE_WORDS:
            return BEFORE
        if words & AFTER_WORDS or span.words.endswith(_REACTING) or has_topic(span, "response"):
            return AFTER
        passed = span.has("aside", "grammar") or has_cue(span, "of", "what-happened")
        if not passed and not span.ids("topic"):
            return None
    return None


def days_of(period: tuple[date, date] | None) -> tuple[date, ...]:
    """Return the days of a period, at most a year of them."""
    if period is None:
        return ()
    first, last = period
    return tuple(first + timedelta(days=n) for n in range(min((last - first).days, 366) + 1))


def _date_at(spans: tuple[Span, ...], at: int) -> DateMention | None:
    span = spans[at]
    if not span.words[0].isdecimal() and not any(
        m.kind == "cue" and m.id.startswith(_DATING) for m in span.meanings
    ):
        return None
    for cue in span.ids("cue"):
        if cue.startswith("weekday-") or cue == "weekend":
            return DateMention(cue, at, at + 1)
        if cue in {"yesterday", "now"}:
            return DateMention("relative" if cue == "yesterday" else NOW, at, at + 1)
    month = _month(span)
    if month is not None:
        day, after = _day(spans, at + 1)
        if day is not None:
            year, last = _year(spans, after)
            return DateMention(_written(day, month, year), at, last)
        year, last = _year(spans, at + 1)
        # "May" alone is a verb before it is a month.
        if year is None and has_cue(span, "did"):
            return None
        return DateMention(f"{year}-{month:02}" if year else f"--{month:02}", at, last)
    day, after = _day(spans, at)
    if day is not None:
        of = after + 1 if after < len(spans) and spans[after].words == "of" else after
        month = _month(spans[of]) if of < len(spans) else None
        if month is not None:
            year, last = _year(spans, of + 1)
            return DateMention(_written(day, month, year), at, last)
    numeric = _numeric(span.words)
    if numeric:
        return DateMention(numeric, at, at + 1)
    if day is not None and _is_ordinal(span):
        return DateMention(f"---{day:02}", at, after)
    year, last = _year(spans, at)
    return DateMention(str(year), at, last) if year else None


def _spread(spans: tuple[Span, ...], found: list[DateMention]) -> Iterable[DateMention]:
    """Add the other day of "26 or 27 February" and "February 26-27", which has its month from the first."""
    taken = {i for mention in found for i in range(mention.first, mention.last)}
    for mention in found:
        beside = [(mention.first - 1, mention.first - 2), (mention.last, mention.last + 1)]
        for near, far in beside if mention.value.count("-") >= _FULL else ():
            joined = 0 <= near < len(spans) and spans[near].words in {"or", "and", "to"}
            at = far if joined else near
            day = _number(spans[at]) if 0 <= at < len(spans) and at not in taken else None
            counted = at + 1 < len(spans) and spans[at + 1].ids("victims", "measure", "people")
            if day in _DAYS and not counted:
                yield DateMention(f"{mention.value[:-2]}{day:02}", at, at + 1)
        yield mention


def _numeric(words: str) -> str | None:
    """Read 2026-02-27, 27/02/2026 and 27/2; 2/27/2026 too, since 27 is no month."""
    parts = [int(part) for part in re.split(r"[/.-]", words) if part.isdecimal()]
    if len(parts) == len(("day", "month")) and "/" in words:
        day, month = parts if parts[1] in _MONTHS else reversed(parts)
        return f"--{month:02}-{day:02}" if month in _MONTHS and day in _DAYS else None
    if len(parts) != len(("year", "month", "day")):
        return None
    a, b, c = parts
    if a in _YEARS and b in _MONTHS and c in _DAYS:
        return f"{a}-{b:02}-{c:02}"
    day, month = (a, b) if b in _MONTHS else (b, a)
    return f"{c}-{month:02}-{day:02}" if c in _YEARS and month in _MONTHS and day in _DAYS else None


def _written(day: int, month: int, year: int | None) -> str:
    return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _month(span: Span) -> int | None:
    for cue in span.ids("cue"):
        if cue.startswith("month-"):
            return int(cue.removeprefix("month-"))
    return None


def _day(spans: tuple[Span, ...], at: int) -> tuple[int | None, int]:
    if at < len(spans):
        number = _number(spans[at])
        if number in _DAYS:
            return number, at + 1
        if spans[at].words in {"the", "on"} and at + 1 < len(spans):
            number = _number(spans[at + 1])
            if number in _DAYS and _is_ordinal(spans[at + 1]):
                return number, at + 2
        word = at + (spans[at].words == "the" and at + 1 < len(spans))
        if (ordinal := _ordinal(spans[word])) and _dates(spans, word, ordinal):
            return ordinal, word + 1
    return _day_in_words(spans, at)


def _ordinal(span: Span) -> int | None:
    """Return the day of a month that a word is, as the vocabulary has it."""
    found = (cue for cue in span.ids("cue") if cue.startswith(ORDINAL_CUE))
    return next((int(cue.removeprefix(ORDINAL_CUE)) for cue in found), None)


def _dates(spans: tuple[Span, ...], at: int, day: int) -> bool:
    """Tell whether the ordinal word there is a day, by a month beside it or as "on the thirteenth"."""
    the = at > 0 and spans[at - 1].words == "the"
    before = spans[max(at - 1 - the, 0) : at - the]
    led = bool(before) and _month(before[0]) is not None
    following = spans[at + 1 : at + 3]
    of = bool(following) and following[0].words in {"of", "day of"}
    followed = any(_month(span) is not None for span in following[of : of + 1])
    if followed or led:
        return of or (the and led) or day not in _FEW
    noun = following and (
        not following[0].known or following[0].ids("victims", "measure", "people", "topic", "elsewhere")
    )
    return the and day >= _LEAST_ALONE and not noun


def _day_in_words(spans: tuple[Span, ...], at: int) -> tuple[int | None, int]:
    """Return the day that number words beside a month are, "twenty" and "seven" together."""
    day, units = (*(number_word(span) or 0 for span in spans[at : at + 2]), 0, 0)[:2]
    end = at + 1
    if day in _TENS and units in _UNITS:
        day, end = day + units, at + 2
    following = spans[end : end + 2]
    led = at > 0 and _month(spans[at - 1]) is not None
    # "Ten may have died", "in May ten nurses died".
    counted = following and (has_cue(following[0], "did") or following[0].ids("victims", "measure", "people"))
    if day not in _DAYS or counted or not (led or any(_month(span) is not None for span in following)):
        return None, at
    return day, end


def _year(spans: tuple[Span, ...], at: int) -> tuple[int | None, int]:
    of = at + 1 if at + 1 < len(spans) and spans[at].words == "of" else at
    number = _number(spans[of]) if of < len(spans) else None
    return (number, of + 1) if number in _YEARS else (None, at)


def _is_ordinal(span: Span) -> bool:
    in_digits = span.words[-2:] in {"st", "nd", "rd", "th"} and span.words[0].isdecimal()
    return in_digits or _ordinal(span) is not None


def _number(span: Span) -> int | None:
    digits = span.words.rstrip("stndrh") if span.words[:1].isdecimal() else ""
    return int(digits) if digits.isdecimal() and len(digits) < 5 else None  # noqa: PLR2004 - a year has four
