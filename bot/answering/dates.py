"""Reads dates as exactly as they are written, and tells which claims they can mean.

A date is held as text: `2026-02-27`, `--02-27` (no year), `--02` (a month), `---27` (a day of some month),
`2026` (a year), `weekday-4` (Monday is 0), `weekend`, `relative` (yesterday, today: a briefing has no today).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering.vocabulary import Span

_DATING = ("weekday-", "weekend", "yesterday", "month-")
_YEARS = range(1900, 2200)
_DAYS = range(1, 32)
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class DateMention:
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


def falls_on(value: str, days: Iterable[date], worded: frozenset[str]) -> bool:
    """Tell whether a date as written can mean one of *days*, or one of the dates *worded* by the source."""
    if value in worded:
        return True
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


def days_of(period: tuple[date, date] | None) -> tuple[date, ...]:
    """Return the days of a period, at most a year of them."""
    if period is None:
        return ()
    first, last = period
    return tuple(first + timedelta(days=n) for n in range(min((last - first).days, 366) + 1))


def _date_at(spans: tuple[Span, ...], at: int) -> DateMention | None:
    span = spans[at]
    if not span.words[0].isdigit() and not any(
        m.kind == "cue" and m.id.startswith(_DATING) for m in span.meanings
    ):
        return None
    for cue in span.ids("cue"):
        if cue.startswith("weekday-") or cue == "weekend":
            return DateMention(cue, at, at + 1)
        if cue == "yesterday":
            return DateMention("relative", at, at + 1)
    month = _month(span)
    if month is not None:
        day, after = _day(spans, at + 1)
        if day is not None:
            year, last = _year(spans, after)
            return DateMention(_written(day, month, year), at, last)
        year, last = _year(spans, at + 1)
        return DateMention(f"{year}-{month:02}" if year else f"--{month:02}", at, last)
    day, after = _day(spans, at)
    if day is not None:
        of = after + 1 if after < len(spans) and spans[after].words == "of" else after
        month = _month(spans[of]) if of < len(spans) else None
        if month is not None:
            year, last = _year(spans, of + 1)
            return DateMention(_written(day, month, year), at, last)
    numeric = _numeric(spans, at)
    if numeric:
        return numeric
    if day is not None and _is_ordinal(span):
        return DateMention(f"---{day:02}", at, at + 1)
    year, last = _year(spans, at)
    return DateMention(str(year), at, last) if year else None


def _spread(spans: tuple[Span, ...], found: list[DateMention]) -> Iterable[DateMention]:
    """Add the first day of "26 or 27 February", which has its month from the second."""
    for mention in found:
        before = mention.first - 2
        joined = before >= 0 and spans[before + 1].words in {"or", "and", "to"}
        if joined and mention.value.count("-") >= 2 and not any(m.first <= before < m.last for m in found):  # noqa: PLR2004
            day, _ = _day(spans, before)
            if day is not None:
                yield DateMention(f"{mention.value[:-2]}{day:02}", before, before + 1)
        yield mention


def _numeric(spans: tuple[Span, ...], at: int) -> DateMention | None:
    """Read 2026-02-27 and 27/02/2026; 2/27/2026 too, since 27 is no month."""
    three = [_number(span) for span in spans[at : at + 3]]
    if len(three) < 3 or None in three:  # noqa: PLR2004 - a year, a month and a day
        return None
    a, b, c = (n or 0 for n in three)
    if a in _YEARS and b in _MONTHS and c in _DAYS:
        return DateMention(f"{a}-{b:02}-{c:02}", at, at + 3)
    if c in _YEARS and a in _DAYS and b in _DAYS:
        day, month = (a, b) if b in _MONTHS else (b, a)
        if month in _MONTHS:
            return DateMention(f"{c}-{month:02}-{day:02}", at, at + 3)
    return None


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
    return None, at


def _year(spans: tuple[Span, ...], at: int) -> tuple[int | None, int]:
    number = _number(spans[at]) if at < len(spans) else None
    return (number, at + 1) if number in _YEARS else (None, at)


def _is_ordinal(span: Span) -> bool:
    return span.words[-2:] in {"st", "nd", "rd", "th"} and span.words[0].isdigit()


def _number(span: Span) -> int | None:
    digits = span.words.rstrip("stndrh") if span.words[:1].isdigit() else ""
    return int(digits) if digits.isdigit() and len(digits) < 5 else None  # noqa: PLR2004 - a year has four
