"""Reads flags as the names of their countries, and those that only adorn as nothing."""

from collections.abc import Iterator
from itertools import groupby

from bot.answering.reading.text import is_flag
from bot.answering.reading.vocabulary import Meaning, Span

# What the flag of a country is that the briefing does not have.
_STRANGE = (Meaning("elsewhere", "other-countries"),)


def read_flags(spans: tuple[Span, ...], sides: dict[str, str]) -> tuple[Span, ...]:
    """Return the *spans* without flags that adorn; that of a country of no briefing is somebody else's."""
    if not any(is_flag(span.words) for span in spans):
        return spans
    read: list[Span] = []
    runs = [(flags, list(run)) for flags, run in groupby(spans, lambda span: is_flag(span.words))]
    for at, (flags, run) in enumerate(runs):
        beside = [*(runs[at - 1][1][-1:] if at else ()), *(runs[at + 1][1][:1] if at + 1 < len(runs) else ())]
        read += _meant(run, {side for one in beside for side in _sides(one, sides)}, sides) if flags else run
    return tuple(read)


def _meant(run: list[Span], beside: set[str], sides: dict[str, str]) -> Iterator[Span]:
    """Yield the flags of a run that name somebody not named *beside* it; sides together only adorn."""
    flown = {span.words: {*_sides(span, sides)} for span in run}
    if len(flown) > 1 and all(flown.values()):
        return
    for span in {span.words: span for span in run}.values():
        if not flown[span.words]:
            yield span if span.known else span._replace(meanings=_STRANGE)
        elif flown[span.words].isdisjoint(beside):
            yield span


def _sides(span: Span, sides: dict[str, str]) -> Iterator[str]:
    return (sides[one] for one in span.ids("party", "people", "person") if one in sides)
