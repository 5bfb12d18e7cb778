"""Reads "put the crowd at 6,500" as "put it at 6,500": whoever does that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.briefing.number_words import EXACTNESS, NUMBER_CUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.reading.vocabulary import Meaning, Span
    from bot.briefing.known_ids import Cue

_SAYS: Cue = "says"
_REACH = 7  # spans: "the number of people in the crowd"


def read_putting(spans: tuple[Span, ...], meanings: Callable[[str], tuple[Meaning, ...]]) -> tuple[Span, ...]:
    """Return the *spans* with those that say how many there were, as the *meanings* of words tell."""
    read = list(spans)
    for at, span in enumerate(spans[:-1]):
        if not _counts(spans[at + 1 :]):
            continue
        # What is put there has no number of its own: “put 12 on trial at 3”.
        for before in range(at - 2, max(at - 1 - _REACH, -1), -1):
            if _is_number(spans[before + 1]):
                break
            says = meanings(f"{spans[before].words} it {span.words}")
            if any(one == ("cue", _SAYS) for one in says):
                read[before] = spans[before]._replace(meanings=says)
                break
    return tuple(read)


def _counts(following: tuple[Span, ...]) -> bool:
    """Tell whether a number follows, or a word for how exact it is and a number."""
    exact = any(following[0].has("cue", cue) for cue in EXACTNESS)
    return _is_number(following[0]) or (exact and len(following) > 1 and _is_number(following[1]))


def _is_number(span: Span) -> bool:
    return span.words[0].isdecimal() or any(one.startswith(NUMBER_CUE) for one in span.ids("cue"))
