"""Tells which sentences only say where, when or how that was which the one before tells."""

import re

from bot.answering.checking.remarks import OF_ONESELF, POINTING
from bot.answering.reading.question import Question

# What opens a sentence that goes on with what somebody was said to say.
_ALSO = re.compile(
    r"\W*(?:also|in addition|additionally|furthermore|moreover|plus|as well as that)\b", re.IGNORECASE
)


def goes_on(question: Question) -> bool:
    """Tell whether a sentence says more of what the one before has somebody say ("Also, two are missing")."""
    return _ALSO.match(question.text) is not None and not question.marked


def is_circumstance(question: Question) -> bool:
    """Tell whether a sentence only adds to the one before where, when or how it was ("It is up north")."""
    adds = question.find("place", "other-place", "other-medium") or _is_dated(question)
    subject = question.find(
        "topic", "measure", "victims", "number", "claimant", "person", "actor", "elsewhere", "unknown"
    )
    return bool(adds) and not subject and not question.marked


def _is_dated(question: Question) -> bool:
    """Tell whether what was told before is said to have been on some day ("That was on Sunday")."""
    pointing = POINTING.search(question.text) and not OF_ONESELF.search(question.text)
    return bool(pointing and question.find("date") and not question.find("unknown"))
