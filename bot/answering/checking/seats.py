"""Holds which place a message calls a seat of government against which one the briefing does."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.answering.claims.index import Index
from bot.answering.reading.office_words import names_seat
from bot.answering.reading.question import PARTIES, Slot
from bot.answering.showing.checked import Finding

# Where a list goes on: "the capital, Wex and Tarn" are three places.
_LISTED = r"(?!\s*,?\s*(?:and|or|&)(?!\w))"
# "The capital of Orla"
_SEAT_OF = re.compile(r"\s+of\s+.*$", re.IGNORECASE | re.DOTALL)
# "Wex, which is the capital, …"
_WHICH_IS = (
    r"(?:(?:which|that)\s+(?:(?:of\s+course|also|now|currently)\s+)?"
    r"(?:is|was|has\s+been|serves\s+as|served\s+as|happens\s+to\s+be)\s+(?:also\s+|now\s+)?|being\s+|known\s+as\s+)?"
)


def wrong_seats(index: Index, sentence: str) -> Iterator[Finding]:
    """Yield each place that is called the seat of government which is another ("Wex, Orla's capital, …")."""
    slots = index.reader.read(sentence).naming
    for one, other in pairwise(slots):
        yield from _anothers_seat(index, sentence, one, other)
    for n, seat in enumerate(slots):
        if seat.kind != "place" or not names_seat(index.reader.lexicon, seat.words):
            continue
        place = _name_after(sentence, slots[:n], seat, slots[n + 1 :]) or _name_before(
            sentence, slots[: n + 2], seat
        )
        told = index.told_seats(seat.value)
        if place and place.value != seat.value and told:
            yield Finding(sentence, "distorts", "place", place.words, index.names[seat.value], told[0])


def _anothers_seat(index: Index, sentence: str, place: Slot, other: Slot) -> Iterator[Finding]:
    """Yield the seat of one side that is called another's ("Wex is the capital of Belmar")."""
    whose = index.seats.get(place.value) if place.kind == "place" else None
    words = _SEAT_OF.sub("", other.words) if other.kind == "other-place" else ""
    if whose is None or not words or not names_seat(index.reader.lexicon, words):
        return
    joint = rf"(?:\s*[,(–—]\s*{_WHICH_IS}|\s+(?:is|was)\s+)(?:the\s+)?"
    called = rf"{re.escape(place.words)}{joint}{re.escape(other.words)}{_LISTED}"
    told = index.told_seats(place.value)
    if told and re.search(called, sentence, re.IGNORECASE):
        yield Finding(sentence, "distorts", "place", other.words, index.names[whose], told[0])


def _name_after(sentence: str, before: Sequence[Slot], seat: Slot, following: Sequence[Slot]) -> Slot | None:
    """Return the place that follows as the seat's name ("the capital Wex", "the capital of Orla, Wex, …")."""
    whose = following[0] if following and following[0].kind in PARTIES else None
    rest = following[bool(whose) :]
    if not rest or rest[0].kind != "place":
        return None
    place = rest[0]
    of = rf"\s+of\s+(?:the\s+)?{re.escape(whose.words)}" if whose else ""
    # "The capital, Wex, Tarn" is a list.
    comma = "" if any(one.kind == "place" for one in (*before[-1:], *rest[1:2])) else ",?"
    named = rf"{re.escape(seat.words)}{of}\s*{comma}\s*{_WHICH_IS}{re.escape(place.words)}{_LISTED}"
    return place if re.search(named, sentence, re.IGNORECASE) else None


def _name_before(sentence: str, until: Sequence[Slot], seat: Slot) -> Slot | None:
    """Return the place that is called the seat behind its name ("Wex, the capital, …")."""
    place = next((one for one, other in pairwise(until) if other is seat and one.kind == "place"), None)
    if place is None or (until[-1] is not seat and until[-1].kind == "place"):
        return None
    called = rf"{re.escape(place.words)}\s*[,(–—]\s*{_WHICH_IS}(?:the\s+)?{re.escape(seat.words)}{_LISTED}"
    return place if re.search(called, sentence, re.IGNORECASE) else None
