"""Tells a number of all from one of some of them, where one sentence of the source gives both."""

from bot.answering.claims.figure_query import Row
from bot.answering.claims.index import Index
from bot.answering.reading.question import Question
from bot.answering.showing.checked import Difference


def misparted(index: Index, rows: list[Row], row: Row, question: Question) -> Difference | None:
    """Return what a message has of all that is told of some ("130 were hurt by stones"), or the other way."""
    topics = question.values("topic")
    for other in rows:
        if not _counts_of_one(row, other):
            continue
        own, theirs = (set(one.entry.claim.topics) for one in (row, other))
        of_some = [slot for slot in question.find("topic") if slot.value in theirs - own]
        if of_some and not topics & own - theirs:
            return "direction", of_some[0].words, row.figure.words
        if own > theirs and topics.isdisjoint(index.kinds(own - theirs)):
            return "figure", row.figure.words, other.figure.words
    return None


def _counts_of_one(row: Row, other: Row) -> bool:
    """Tell whether two figures are of one harm, by one claimant in one sentence, and not one number."""
    one, two = row.entry.claim, other.entry.claim
    same = (one.statement, one.claimant) == (two.statement, two.claimant) and one is not two
    return same and row.figure.measure == other.figure.measure and row.figure.side == other.figure.side
