"""Knows the words by which a text says what came before what."""

import re
from typing import NamedTuple

from bot.answering.reading.question import Question

_BEFORE_WORDS = frozenset({"before", "preceding", "prior"})
AFTER_WORDS = frozenset({"after", "following", "once"})
ORDER_WORDS = _BEFORE_WORDS | AFTER_WORDS
# Which of several it was, by when each came.
RANK_WORDS = frozenset(
    {"first", "1st", "second", "2nd", "last", "earlier", "earliest", "later", "latest", "sooner"}
)
AFTER = re.compile(rf"\b(?:{'|'.join(sorted(AFTER_WORDS))})\b", re.IGNORECASE)
# By how much one thing came before another ("two days before …").
INTERVAL = (
    r"(?:(?:an?|just|only|some|several|many|few|couple|of|half|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+)\s+){0,3}(?:minute|hour|day|week|month|year)s?\s+(?=(?:before|after)\b)"
)
# What goes on with what came after.
NEXT = re.compile(r"\b(?:then|later|afterwards|after that|next)\b", re.IGNORECASE)
# "Then", "the next day", "two days later", "shortly afterwards", but not "by then", "no later than Friday".
_LATER = re.compile(
    r"\W*(?:then|(?:the\s+)?next|after\s+that)\b|.*\b(?:later|afterwards?)\b(?!\s+than\b)",
    re.IGNORECASE | re.DOTALL,
)


class Halves(NamedTuple):
    """What a sentence says before and behind "before" or "after", as text."""

    head: str
    tail: str
    after: bool


def order_halves(question: Question) -> Halves | None:
    """Return what stands on both sides of the first word that says an order."""
    words = [span.typed for span in question.spans]
    for at, span in enumerate(question.spans[1:-1], start=1):
        said = ORDER_WORDS.intersection(span.words.split())
        if said:
            return Halves(" ".join(words[:at]), " ".join(words[at + 1 :]), bool(said & AFTER_WORDS))
    return None


def is_later(said: str | None) -> bool:
    """Tell whether a source's words of time put something after what it told before."""
    return said is not None and _LATER.match(said) is not None
