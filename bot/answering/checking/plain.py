"""Puts a sentence as it would be told plainly, so that all that reads it knows one way to say a thing."""

from collections.abc import Callable

from bot.answering.checking.accounts import plainly_attributed
from bot.answering.checking.clefts import uncleft
from bot.answering.checking.contests import unbroken
from bot.answering.checking.contrasts import straightened
from bot.answering.checking.preamble import asserted, without_preamble
from bot.answering.claims.index import Index
from bot.answering.claims.together import jointly

# In this order: what is not told goes first, then it is made plain who says it, and then who did what.
_REWRITINGS: tuple[Callable[[Index, str], str], ...] = (
    without_preamble,  # "Let nobody fool you: Orla hit Wex", "Orla hit Wex"
    plainly_attributed,  # "As Lund has it, …", "according to Lund, …"
    jointly,  # "Both, Orla and Arden, …", "both sides …"
    unbroken,  # "The charge, levelled by Orla, that …", "Orla’s charge that …"
    uncleft,  # "It was Orla who hit Wex", "Orla hit Wex"
    straightened,  # "Not Tarn but Wex was hit", "Wex, not Tarn, was hit"
)


def plainly(index: Index, sentence: str) -> str:
    """Return what a sentence asserts in plain words, nothing where it only brushes something aside."""
    text = asserted(sentence)
    for rewritten in _REWRITINGS:
        text = rewritten(index, text)
    return text
