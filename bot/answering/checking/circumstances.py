"""Tells which sentences only say where, when or how that was which the one before tells."""

from bot.answering.checking.remarks import OF_ONESELF, POINTING
from bot.answering.reading.question import Question


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
