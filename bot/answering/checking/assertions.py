"""Holds what a clause of a message asserts, and reads what one says happened, or was said."""

from dataclasses import dataclass

from bot.answering.checking.clause import read_clause
from bot.answering.claims.index import Index
from bot.answering.reading.question import Question
from bot.briefing.known_ids import Cue

# The vocabulary's word for a number that is none, and what stands for it.
VAGUE: Cue = "many"
# The number of what is said not to have been ("nobody was killed").
NONE = "0"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a clause asserts; `number` is None for an event, "many" where a message says no more.

    `within` is the sentence that the clause is part of, `around` are the places that this names anywhere.
    `low` and `high` are the number's ends, `bound` says how exact it is ("at-least", "exactly", …).
    `labels` are the words that call those who are counted something else than the vocabulary's victims.
    `carried` are who may be saying it though the clause has nobody: what is theirs has lost no attribution.
    """

    quote: str
    question: Question
    number: str | None
    low: int | None
    high: int | None
    bound: str | None
    measures: frozenset[str]
    victims: frozenset[str]
    sides: frozenset[str]
    claimants: frozenset[str]
    places: frozenset[str]
    foreign: frozenset[str] = frozenset()
    strangers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    at: int = 0
    within: str = ""
    around: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()


def event_assertion(index: Index, text: str, sentence: str) -> Assertion:
    """Return what *text*, a part of *sentence*, says happened, or was said."""
    question = read_clause(index, text)
    return Assertion(
        text,
        question,
        None,
        None,
        None,
        None,
        question.values("measure"),
        question.values("victims"),
        index.sides_of(question.find("side")),
        question.values("claimant", "person"),
        question.values("place"),
        within=sentence,
    )
