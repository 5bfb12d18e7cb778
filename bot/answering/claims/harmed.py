"""Tells whether it is asked what became of one, who is named or not, and not whom somebody counts."""

from itertools import pairwise

from bot.answering.reading.cues import has_cue
from bot.answering.reading.question import Question, Slot


def is_harmed(question: Question) -> bool:
    """Tell whether a person is the one who was harmed ("was she wounded"), not who tells of it."""
    if question.find("victims", "side", "actor", "number", "topic") or question.asks(
        "says", "according-to", "how-many", "own", "loses", "admits", "other-side", "compare", "total"
    ):
        return False
    if is_of_one(question):
        return True
    return any(
        slot.kind == "person" and following.kind == "measure" and not _is_account(question, following)
        for slot, following in pairwise(question.slots)
    )


def _is_account(question: Question, counted: Slot) -> bool:
    """Tell whether somebody's own count is named ("her casualty figures"), not what became of them."""
    return has_cue(question.spans[counted.at], "account")


def is_of_one(question: Question) -> bool:
    """Tell whether harm came to one who is not named ("who killed him", "was he killed")."""
    spans = question.spans

    def is_one(at: int) -> bool:
        helped = at > 0 and has_cue(spans[at - 1], "passive")
        around = (*spans[max(at - 1 - helped, 0) : at - helped], *spans[at + 1 : at + 2])
        return any(has_cue(span, "somebody") for span in around)

    return any(is_one(slot.at) for slot in question.find("measure"))
