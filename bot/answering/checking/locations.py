"""Holds where a message says that places lie against where a statement says they do."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.answering.claims.index import Index
from bot.answering.reading.question import PARTIES, Question, Slot
from bot.answering.showing.checked import Finding

_LIES = re.compile(
    r"(?:\b(?:is|are|lies?)|,)\s+(?:(?:up|down|over|out|way|right|far|all|both|actually|really)\s+)*(?:located\s+|situated\s+)?(?:in|at)\b",
    re.IGNORECASE,
)
# What is told of places in between, and to whom ("for those without a map: Wex, where nine died, is in …").
_IN_BETWEEN = re.compile(r"\s?[,(–—]\s?(?:where|which|in which)\b[^,()–—]*[,)–—](?=\s)", re.IGNORECASE)
# What only says further where it was ("…, up in the north", "…, towns of the north").
_WHERE = re.compile(
    r"\W*(?:\w+\s+){0,4}?(?:in|at|on|of|across|around|near|up|down|out|over)\b", re.IGNORECASE
)
# What goes on with what a place was named for ("…, killing twelve").
_GOES_ON = re.compile(r"\w+ing\b|where\b", re.IGNORECASE)
_LEAD_IN = re.compile(r"^[^:]*:\s")


def located(index: Index, sentence: str) -> list[Finding]:
    """Return how a sentence that says only where places lie agrees with the statements that say it."""
    text = _IN_BETWEEN.sub("", _LEAD_IN.sub("", sentence))
    lies = _LIES.search(text)
    question = index.reader.read(text)
    said = lies and index.reader.read(text[lies.end() :]).find("place", "other-place")
    told = question.find("topic", "measure", "number", "negation", "date", "unknown", "elsewhere")
    if lies is None or not said or told or question.marked:
        return []
    named = index.reader.read(text[: lies.start()]).find("place")
    found = [next(_claims_told(index, place), None) for place in named]
    return [
        Finding(sentence, "matches", claim=claim)
        if said[0].value == where
        else Finding(sentence, "distorts", "place", said[0].words, index.names[where], claim)
        for claim, where in (one for one in dict.fromkeys(found) if one)
        if None not in found
    ]


def with_whereabouts(index: Index, parts: Sequence[str]) -> tuple[str, ...]:
    """Return the clauses of a sentence, each with those that say no more than where it was."""
    joined: list[str] = []
    placed = False
    for n, part in enumerate(parts):
        where = n > 0 and _is_whereabouts(index.reader.read(part))
        ends = joined and [slot.kind for slot in index.reader.read(joined[-1]).naming[-1:]] == ["place"]
        if (where and (ends or n == len(parts) - 1)) or (placed and _GOES_ON.match(part)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
        placed = where
    return tuple(joined)


def _is_whereabouts(question: Question) -> bool:
    """Tell whether a clause says no more than where what stands before it was."""
    kinds = {slot.kind for slot in question.naming}
    return bool(_WHERE.match(question.text)) and "place" in kinds and kinds <= {"place", *PARTIES}


def _claims_told(index: Index, place: Slot) -> Iterator[tuple[str, str]]:
    """Yield the claims whose statement has in what other place one lies ("Tarn and Wex in the north")."""
    for entry in index.entries:
        if place.value not in entry.claim.places:
            continue
        slots = index.reader.read(entry.claim.statement).naming
        for n, where in enumerate(slots):
            inside = re.search(rf"\bin\s+(?:the\s+)?{re.escape(where.words)}", entry.claim.statement)
            if where.kind == "place" and inside and place.value in _places_listed(slots[:n]):
                yield entry.claim.id, where.value


def _places_listed(slots: Sequence[Slot]) -> list[str]:
    """Return the places that stand last, up to anything else."""
    return [slot.value for slot in takewhile(lambda slot: slot.kind == "place", reversed(slots))]
