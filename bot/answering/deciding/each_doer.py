"""Holds what a question has several do together against what each of them did."""

from collections.abc import Callable
from dataclasses import replace

from bot.answering.claims.index import Index
from bot.answering.claims.together import together
from bot.answering.deciding.outcome import Abstention, Answer, Outcome, Premise
from bot.answering.reading.question import COUNTS, Question


def of_each_doer(index: Index, question: Question, decided: Callable[[Index, Question], Outcome]) -> Outcome:
    """Return what is decided, corrected where it is only of one of those who are asked about together."""
    outcome = decided(index, question)
    of_words = "quotation" in question.values("topic")
    if not isinstance(outcome, Answer) or question.find(*COUNTS) or of_words:
        return outcome
    if (doers := together(index, question.text)) is None:
        return outcome
    each = [decided(index, index.reader.read(text)) for text in doers.texts]
    if not any(isinstance(one, Answer) for one in each):
        return outcome
    if told := [shown for one in each if isinstance(one, Premise) for shown in one.shown]:
        return Premise(tuple(dict.fromkeys(told)), doers.words, outcome.receipt)
    silent = [who for who, one in zip(doers.names, each, strict=True) if isinstance(one, Abstention)]
    return replace(outcome, left=", ".join(silent)) if silent else outcome
